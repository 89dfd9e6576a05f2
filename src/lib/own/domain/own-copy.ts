import { clockOf, dayOf } from '#lib/shared/time.ts';

/** What a person may read and take along of what is recorded, and have set right: named where it is offered. */
export const COPY_BASIS = '《个人信息保护法》第四十五条';
export const CORRECTION_BASIS = '《个人信息保护法》第四十六条';

interface Section {
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly Readonly<Record<string, unknown>>[];
}
interface Room {
	readonly title: string;
	readonly sections: readonly Section[];
}
export interface OwnCopy {
	readonly name: string;
	readonly at: string;
	readonly rooms: readonly Room[];
}

/** The whole copy as one JSON document: every section is in it, also those without a row, so that nothing is missed silently. */
export function copyAsJson({ name, at, rooms }: OwnCopy): string {
	const data = rooms.map(({ title, sections }) => ({
		部分: title,
		内容: sections.map((section) => ({ 名称: section.title, 条数: section.rows.length, 记录: section.rows }))
	}));
	return JSON.stringify({ 平台: '擂台', 姓名: name, 截至: at, 依据: COPY_BASIS, 数据: data }, null, '\t');
}

const LONGEST = 160;

/** A value of the copy as a page shows it; long ones are cut, the file has them whole. */
export function showValue(value: unknown): string {
	if (value === null || value === undefined || value === '') return '—';
	if (value instanceof Date) return `${dayOf(value)} ${clockOf(value)}`;
	if (typeof value === 'boolean') return value ? '是' : '否';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The copy as a page shows it: the newest rows of each section with how many there are, and the names of those without any. */
export function summariseCopy(rooms: readonly Room[], newest: number) {
	return rooms.map(({ title, sections }) => ({
		title,
		sections: sections
			.filter(({ rows }) => rows.length > 0)
			.map(({ title: name, columns, rows }) => ({
				...{ title: name, columns, count: rows.length },
				rows: rows.slice(0, newest).map((row) => columns.map((column) => showValue(row[column])))
			})),
		empty: sections.filter(({ rows }) => rows.length === 0).map(({ title: name }) => name)
	}));
}
