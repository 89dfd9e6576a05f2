import { type Table, textOfCell } from '#lib/shared/table.ts';

/** What a table of people may say, by the key that is stored; the label is the head of the column in templates and exports. */
export const FIELDS = {
	account: '账号',
	name: '姓名',
	unit: '单位',
	certificateNumber: '执法证号',
	certificateExpiresOn: '执法证有效期至',
	joinedOn: '入册日期',
	roles: '角色'
} as const;
export type Field = keyof typeof FIELDS;
export const FIELD_KEYS = Object.keys(FIELDS) as Field[];

/** Other heads under which bureaus keep the same. A plain 工号 is no account: accounts begin with a letter. */
const OTHER_HEADS: Readonly<Record<Field, readonly string[]>> = {
	account: ['帐号', '登录名', '登录账号', '登录帐号', '用户名', 'account'],
	name: ['名字', '人员姓名', '执法人员', '执法人员姓名', 'name'],
	unit: ['部门', '所属单位', '工作单位', '所在单位', '单位名称', '所属部门', '所在部门', '科室', 'unit'],
	certificateNumber: [
		...['执法证', '执法证件号', '执法证编号', '执法证号码', '执法证件编号', '执法证件号码'],
		...['行政执法证号', '行政执法证件号', '行政执法证编号', '证件编号', '证号']
	],
	certificateExpiresOn: [
		...['有效期至', '有效期', '执法证有效期', '证件有效期', '证件有效期至', '有效期截止', '有效期截至'],
		...['到期日', '到期日期', '执法证到期日', '执法证到期日期']
	],
	joinedOn: ['入册', '入册时间', '入职日期', '入职时间', '到岗日期', '到岗时间', '到局日期', '到局时间'],
	roles: ['平台角色', '系统角色', 'role', 'roles']
};

const BY_HEAD = new Map(
	FIELD_KEYS.flatMap((field) => [FIELDS[field], ...OTHER_HEADS[field]].map((head) => [head, field] as const))
);

/** Which column says what, and in which row the heads stand. */
export interface Mapping {
	/** Number of the row with the heads; null = the table has none and begins with the first person. */
	readonly headRow: number | null;
	/** Column from 0 by field; a field that is missing is not read. */
	readonly columns: Readonly<Partial<Record<Field, number>>>;
}

/** Titles and notes stand above the heads, but not more than so many rows. */
const HEAD_ROWS = 10;

/** What a head says, without spaces, notes in brackets and the star of a column that must be filled. */
export function fieldOfHead(head: string): Field | null {
	const plain = head
		.normalize('NFKC')
		.replace(/\([^)]*\)|[\s\p{Cf}*:：]/gu, '')
		.toLowerCase();
	return BY_HEAD.get(plain) ?? null;
}

/**
 * The mapping by recognised heads, with some named by hand: those columns stand in the row of heads, or in the first row that has one
 * of them. Null when 姓名 is not among them.
 */
export function mapByHeads(table: Table, heads: Readonly<Partial<Record<Field, string>>>): Mapping | null {
	const recognised = recogniseColumns(table);
	const given = Object.entries(heads) as [Field, string][];
	if (given.length === 0) return recognised;
	for (const { number, cells } of table.rows.slice(0, HEAD_ROWS)) {
		if (recognised && recognised.headRow !== number) continue;
		const texts = cells.map((cell) => textOfCell(cell).trim());
		const found = given.flatMap(([field, head]) =>
			texts.includes(head) ? [[field, texts.indexOf(head)] as const] : []
		);
		const columns = { ...recognised?.columns, ...Object.fromEntries(found) };
		if (found.length === given.length && columns.name !== undefined) return { headRow: number, columns };
	}
	return null;
}

/** Finds the row of heads: the one of the first rows that names most fields, 姓名 among them. Of two columns with one head the first counts. */
export function recogniseColumns({ rows }: Pick<Table, 'rows'>): Mapping | null {
	let best: Mapping | null = null;
	for (const { number, cells } of rows.slice(0, HEAD_ROWS)) {
		const columns: Partial<Record<Field, number>> = {};
		for (const [column, cell] of cells.entries()) {
			const field = fieldOfHead(textOfCell(cell));
			if (field) columns[field] ??= column;
		}
		const found = Object.keys(columns).length;
		const most = best ? Object.keys(best.columns).length : 1;
		if (columns.name !== undefined && found > most) best = { headRow: number, columns };
	}
	return best;
}
