import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { MalformedInput, type Command, type Loaders, type Output } from '../command.ts';
import { helpForAll, helpForOne } from './help.ts';

interface Streams {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: { write(text: string): unknown };
}

const EXIT = { done: 0, failed: 1, malformed: 2 } as const;

/** Finds the command that the first words name, runs it and says how it ended: 0 done, 1 our failure, 2 malformed input. */
export async function runCommand(
	words: readonly string[],
	commands: Loaders,
	streams: Streams = process
): Promise<number> {
	const { name, rest } = findCommand(words, commands);
	const say = (text: string) => void streams.stderr.write(`${text}\n`);
	if (name === null) {
		const isQuestion = words.length === 0 || words[0] === '--help' || words[0] === 'help';
		if (!isQuestion) say(`没有这个命令：${words.slice(0, 2).join(' ')}`);
		(isQuestion ? streams.stdout : streams.stderr).write(`${await helpForAll(commands)}\n`);
		return isQuestion ? EXIT.done : EXIT.malformed;
	}
	try {
		const command = await commands.get(name)!();
		return await runOne(command, rest, streams);
	} catch (error) {
		return explain(error, say);
	}
}

/** Two words before one: `drafting check-file` is not `drafting check` with an argument. */
export function findCommand(
	words: readonly string[],
	commands: Loaders
): { name: string | null; rest: readonly string[] } {
	for (const length of [2, 1]) {
		const name = words.slice(0, length).join('-');
		if (words.length >= length && words[length - 1] !== '' && commands.has(name))
			return { name, rest: words.slice(length) };
	}
	return { name: null, rest: words };
}

async function runOne(command: Command, words: readonly string[], { stdout, stderr }: Streams): Promise<number> {
	const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
	const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
	if (values['help'] === true) {
		stdout.write(`${helpForOne(command)}\n`);
		return EXIT.done;
	}
	const asJson = values['json'] === true;
	const io: Output = {
		out: (text) => void (asJson || stdout.write(`${text}\n`)),
		err: (text) => void stderr.write(`${text}\n`),
		json: (document) => void (asJson && stdout.write(`${JSON.stringify(document)}\n`))
	};
	return (await command.run({ values, positionals }, io)) ?? EXIT.done;
}

function explain(error: unknown, say: (text: string) => void): number {
	if (error instanceof MalformedInput) {
		say(error.message);
		return EXIT.malformed;
	}
	if (isArgumentFault(error)) {
		say(`参数有误：${error.message}（--help 查看用法）`);
		return EXIT.malformed;
	}
	const number = randomBytes(4).toString('hex');
	const text = error instanceof Error ? error : new Error(String(error));
	say(`出错了（编号 ${number}）：${text.message}`);
	if (process.env['LOG_LEVEL'] === 'debug') say(text.stack ?? '');
	return EXIT.failed;
}

function isArgumentFault(error: unknown): error is Error & { code: string } {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
