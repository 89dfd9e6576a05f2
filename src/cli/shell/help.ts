import type { Command, Loaders } from '../command.ts';

const CALL = 'npm run -s leitai --';

/** The list of commands: loads all of them, which is why nothing else does. */
export async function helpForAll(commands: Loaders): Promise<string> {
	const all = await Promise.all([...commands.values()].map((load) => load()));
	const lines = all
		.sort((a, b) => a.name.localeCompare(b.name))
		.map(({ name, summary }) => `  ${name.padEnd(20)}${summary}`);
	return [
		`用法：${CALL} 命令 [参数] [--json]`,
		'',
		...lines,
		'',
		'每个命令都有 --help。结果：0 完成，1 程序出错，2 输入有误。'
	].join('\n');
}

export function helpForOne({ name, summary, usage, options }: Command): string {
	const rows = Object.entries({ ...options, json: { help: '在标准输出上只打印一个 JSON 文档' } });
	const lines = rows.map(([option, { help }]) => `  ${`--${option}`.padEnd(20)}${help}`);
	return [summary, '', `用法：${CALL} ${`${name} ${usage}`.trim()} [--json]`, '', ...lines].join('\n');
}
