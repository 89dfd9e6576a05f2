import { choosePeopleTable } from '#lib/identity/domain/import/choose-table.ts';
import { recogniseColumns } from '#lib/identity/domain/import/fields.ts';
import { judgeRows } from '#lib/identity/domain/import/judge-rows.ts';
import type { Choices, Judgement, Known, KnownPerson } from '#lib/identity/domain/import/judgement.ts';
import { readRows } from '#lib/identity/domain/import/read-rows.ts';
import { readTableFile } from '#lib/platform/table-file/read-table-file.server.ts';

export const UNITS = [
	{ id: 'root', parentId: null, name: '青岚区应急管理局', isInScope: true },
	{ id: 'brigade', parentId: 'root', name: '综合行政执法大队', isInScope: true },
	{ id: 'town', parentId: 'root', name: '白渡镇应急管理办公室', isInScope: true },
	{ id: 'squad-1', parentId: 'brigade', name: '一中队', isInScope: true },
	{ id: 'squad-2', parentId: 'town', name: '一中队', isInScope: true },
	{ id: 'other', parentId: 'root', name: '兴隆镇应急管理办公室', isInScope: false }
] as const;

const person = (account: string, name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
	...{ id: `id-${account}`, account, name, unitId: 'brigade', certificateNumber: null, certificateExpiresOn: null },
	...{ joinedOn: '2020-07-01', isActive: true, roles: ['officer'], isInScope: true },
	...more
});

export const KNOWN: Known = {
	people: [
		person('lin.yue', '林岳', { certificateNumber: '鲁A001', certificateExpiresOn: '2027-06-30' }),
		person('wei.xiaoman', '韦小满', { unitId: 'town' }),
		person('guan.ziyuan', '管子渊', { unitId: 'root', roles: ['administrator'] }),
		person('lao.wang', '王守拙', { isActive: false }),
		person('far.away', '远方', { unitId: 'other', isInScope: false, certificateNumber: '鲁Z999' })
	],
	units: UNITS,
	today: '2026-11-20',
	importerId: 'id-guan.ziyuan'
};

export const CHOICES: Choices = { makesUnits: false, decisions: {} };

/** What would become of a file: why it is refused, or the judgement of its rows. */
export async function judgeFile(
	bytes: Buffer,
	known: Known = KNOWN,
	choices: Choices = CHOICES
): Promise<Judgement | { readonly refused: string }> {
	const read = await readTableFile(bytes);
	if (!read.ok) return { refused: read.refusal.message };
	const table = choosePeopleTable(read.value);
	const mapping = recogniseColumns(table);
	if (!mapping) return { refused: '没有认出表头，要人指明。' };
	return judgeRows(readRows(table, mapping), known, choices);
}

/** One line a row: what becomes of it, as what, and why not. */
export async function outcomeOf(bytes: Buffer, known?: Known, choices?: Choices): Promise<string> {
	const judged = await judgeFile(bytes, known, choices);
	if ('refused' in judged) return `file: ${judged.refused}`;
	const lines = judged.rows.map(({ verdict, act, reasons }) => {
		const kept = act.kind === 'add' ? act.values : act.kind === 'change' ? act.after : null;
		const values = kept && [
			kept.account,
			kept.name,
			kept.unit,
			kept.certificateNumber,
			kept.certificateExpiresOn,
			kept.joinedOn
		];
		return [verdict, values?.map((value) => value ?? '-').join('|'), reasons.join('；')].filter(Boolean).join(' ');
	});
	return lines.join('\n');
}
