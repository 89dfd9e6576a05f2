import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { FIELDS, FIELD_KEYS, type Field } from '#lib/identity/domain/import/fields.ts';
import { VERDICTS, type Verdict } from '#lib/identity/domain/import/judgement.ts';
import { type FileReport, importPeopleFile } from '#lib/identity/server/use-cases/import-people-file.server.ts';
import { csvOf } from '#lib/shared/csv.ts';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withContext } from './shell/context.ts';

export const name = 'people import';
export const summary = '从 xlsx 或 csv（UTF-8、GBK）表格导入人员；同一个文件再导入一次，不会改变任何内容';
export const usage = 'FILE [--dry-run] [--column 列=表头]… [--create-units] [--slips FILE]';
export const options = {
	'dry-run': { type: 'boolean', help: '只报告每一行会怎样，不写入' },
	column: {
		type: 'string',
		multiple: true,
		help: `认不出的表头，可重复：姓名=人员名单；列有 ${Object.values(FIELDS).join('、')}`
	},
	'create-units': { type: 'boolean', help: '新建表里没有的单位' },
	slips: { type: 'string', help: '把新增人员的初始密码写到这个新的 CSV 文件，只有本用户可读' }
} as const;

const fault = (field: string, message: string, file: string = name) => ({ file, line: 0, field, message });

export async function run({ values, positionals }: Arguments, io: Output): Promise<void> {
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw new MalformedInput([fault('FILE', '要写一个文件')]);
	if (!existsSync(file)) throw new MalformedInput([fault('', '没有这个文件', file)]);
	const slips = typeof values['slips'] === 'string' ? values['slips'] : null;
	if (slips !== null && existsSync(slips)) {
		throw new MalformedInput([fault('--slips', `${slips} 已经存在，密码条只写到新文件`)]);
	}
	const wanted = {
		heads: readHeads(values['column']),
		dryRun: values['dry-run'] === true,
		makesUnits: values['create-units'] === true,
		withSlips: slips !== null
	};
	const report = await withContext(name, io.err, (ctx) =>
		importPeopleFile(ctx, { name: file, bytes: readFileSync(file) }, wanted)
	);
	if (!report.ok) throw new MalformedInput([fault(report.refusal.field ?? '', report.refusal.message, file)]);
	if (slips !== null && report.value.slips.length > 0) writeSlips(slips, report.value);
	show(report.value, wanted.dryRun, io);
	const { counts: _counts, slips: _slips, ...document } = report.value;
	io.json({ ...document, dryRun: wanted.dryRun });
}

function readHeads(given: Arguments['values'][string]): Partial<Record<Field, string>> {
	const heads: Partial<Record<Field, string>> = {};
	for (const text of Array.isArray(given) ? given.map(String) : []) {
		const [label, head] = text.split(/=(.*)/s).map((part) => part.trim());
		const field = FIELD_KEYS.find((key) => FIELDS[key] === label || key === label);
		if (!field || !head) {
			throw new MalformedInput([fault('--column', `${text} 应写成 列=表头，列有 ${Object.values(FIELDS).join('、')}`)]);
		}
		heads[field] = head;
	}
	return heads;
}

function writeSlips(path: string, { slips, until }: FileReport): void {
	const rows = slips.map(({ name: person, unitName, account, password }) => [
		person,
		unitName,
		account,
		password,
		until
	]);
	const heads = ['姓名', '单位', '账号', '初始密码', '最后一日'];
	writeFileSync(path, csvOf([heads, ...rows]), { mode: 0o600, flag: 'wx' });
}

function show({ counts, remarks, doubtful, refused, slips }: FileReport, dryRun: boolean, io: Output): void {
	for (const remark of remarks) io.out(`提示 ${remark}`);
	for (const { row, name: person, reasons } of doubtful) {
		io.out(`待判断 第 ${row} 行 ${person ?? ''}：${reasons.join('；')}（请在网页上导入并逐行判断）`);
	}
	for (const { row, name: person, reasons } of refused)
		io.out(`未导入 第 ${row} 行 ${person ?? ''}：${reasons.join('；')}`);
	const figures = (Object.entries(VERDICTS) as [Verdict, string][]).map(([key, label]) => `${label} ${counts[key]}`);
	io.out(
		`${dryRun ? '试运行，没有写入：' : ''}${figures.join('，')}${slips.length > 0 ? `；密码条 ${slips.length} 张` : ''}`
	);
}
