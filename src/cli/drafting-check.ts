import { checkDocument } from '#lib/drafting/domain/check-document.ts';
import { describeReport } from '#lib/drafting/domain/describe-report.ts';
import { toDocument } from '#lib/drafting/domain/report-document.ts';
import { readDraft } from '#lib/drafting/server/use-cases/read-draft.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { type Arguments, MalformedInput, type Output } from './command.ts';
import { readInputFile } from './shell/input-file.ts';

export const name = 'drafting check';
export const summary = '检查一份文书：违反了哪条规则、在哪里、依据、得分';
export const usage = 'FILE（YAML 或 JSON，- 为标准输入）';
export const options = {};

export async function run({ positionals }: Arguments, io: Output): Promise<void> {
	const read = readDraft(projectRoot(), readInputFile(name, positionals));
	if ('faults' in read) throw new MalformedInput(read.faults);
	const report = checkDocument(read.draft, read.book);
	for (const line of describeReport(report)) io.out(line);
	io.json(toDocument(report));
}
