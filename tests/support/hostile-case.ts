import { type CellXml, bookOf } from './workbook-files.ts';

/** A file, and what must become of it: why it is refused, or each row in one line. */
export interface Hostile {
	readonly name: string;
	readonly file: () => Buffer;
	readonly outcome: string | RegExp;
}

export const HEADS = ['账号', '姓名', '单位', '执法证号', '执法证有效期至', '入册日期', '角色'];
export const csvOf = (...rows: readonly string[][]) =>
	Buffer.from([HEADS, ...rows].map((row) => row.join(',')).join('\n'));
export const sheetOf = (...rows: readonly (readonly CellXml[])[]) => bookOf([HEADS, ...rows]);
export const GOOD = ['zhang.san', '张三', '综合行政执法大队'];
export const ADDED = 'new zhang.san|张三|brigade|-|-|2026-11-20';
