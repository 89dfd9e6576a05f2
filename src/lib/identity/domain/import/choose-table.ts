import type { Table } from '#lib/shared/table.ts';
import { recogniseColumns } from './fields.ts';
import { withoutIdCards } from './id-card.ts';

interface NamedTable {
	readonly name: string;
	readonly table: Table;
}

/** The sheet that is a table of people: the first whose heads are recognised, else the first. The others are named in a remark. */
export function choosePeopleTable(sheets: readonly NamedTable[]): Table {
	const chosen = sheets.find(({ table }) => recogniseColumns(table) !== null) ?? sheets[0]!;
	const others = sheets.filter((sheet) => sheet !== chosen).map(({ name }) => `“${name}”`);
	const remark =
		others.length === 0
			? []
			: [`只读了工作表“${chosen.name}”；没有读 ${others.join('、')}，需要时请另存为单独的文件。`];
	return withoutIdCards({ ...chosen.table, remarks: [...chosen.table.remarks, ...remark] });
}
