import { checkFile } from '#lib/drafting/domain/check-file.ts';
import { describeFile } from '#lib/drafting/domain/describe-report.ts';
import { toFileDocument } from '#lib/drafting/domain/report-document.ts';
import { readCaseFile } from '#lib/drafting/server/use-cases/read-draft.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { type Arguments, MalformedInput, type Output } from './command.ts';
import { readInputFile } from './shell/input-file.ts';

export const name = 'drafting check-file';
export const summary = '检查一本案卷：各份文书、文书之间、案卷规则、得分和等次';
export const usage = 'FILE（YAML 或 JSON，- 为标准输入）';
export const options = {};

export async function run({ positionals }: Arguments, io: Output): Promise<void> {
	const read = readCaseFile(projectRoot(), readInputFile(name, positionals));
	if ('faults' in read) throw new MalformedInput(read.faults);
	const { file, book } = read;
	const report = checkFile(file, book);
	for (const line of describeFile(report, (kind) => book.documents.get(kind)?.title ?? kind)) io.out(line);
	io.json(toFileDocument(report));
}
