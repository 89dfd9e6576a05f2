import { existsSync } from 'node:fs';
import type { ImportReport } from '#lib/law/domain/import-report.ts';
import { importTexts } from '#lib/law/server/use-cases/import-texts.server.ts';
import { BrokenArchive, readTextFiles } from '#lib/platform/text-files.server.ts';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withMaterial } from './shell/context.ts';

export const name = 'law import';
export const summary = '导入法律文本：文件、文件夹或 .tar.gz 归档；重复导入不会改变任何内容';
export const usage = 'PATH… [--dry-run]';
export const options = {
	'dry-run': { type: 'boolean', help: '只报告会怎样，不写入' }
} as const;

const PROGRESS_FILES = 250;

export async function run({ values, positionals }: Arguments, io: Output): Promise<void> {
	const faults = positionals
		.filter((path) => !existsSync(path))
		.map((path) => ({ file: path, line: 0, field: '', message: '没有这个文件或文件夹' }));
	if (positionals.length === 0) faults.push({ file: name, line: 0, field: 'PATH', message: '请给出要导入的路径' });
	if (faults.length > 0) throw new MalformedInput(faults);
	const dryRun = values['dry-run'] === true;
	const onFile = (done: number) => (done % PROGRESS_FILES === 0 ? io.err(`已读 ${done} 个文件`) : undefined);
	const report = await withMaterial(name, io.err, (ctx) =>
		importTexts(ctx, readTextFiles(positionals), { dryRun, onFile })
	).catch((error: unknown) => {
		if (!(error instanceof BrokenArchive)) throw error;
		throw new MalformedInput([{ file: positionals.join(' '), line: 0, field: '', message: error.message }]);
	});
	show(report, dryRun, io);
	io.json(report);
}

function show({ warnings, refused, ...counts }: ImportReport, dryRun: boolean, io: Output): void {
	for (const { file, line, message } of warnings) io.out(`提示 ${file}:${line}: ${message}`);
	for (const { file, line, message } of refused) io.out(`未导入 ${file}:${line}: ${message}`);
	const { files, laws, versions, articles, unchanged } = counts;
	io.out(
		`${dryRun ? '试运行，没有写入：' : ''}${files} 个文件：写入 ${laws} 部法的 ${versions} 个版本（${articles} 条），` +
			`${unchanged} 个没有变化，${refused.length} 个未导入，${warnings.length} 条提示`
	);
}
