import type { FieldFault, FieldSpec } from './manuscript.ts';

/** What a reader of files tells: a line of the whole text, and a path in it. */
interface FileFault {
	readonly line: number;
	readonly field: string;
	readonly message: string;
}

/** Faults of a whole text told at the parts it was put together from, each with its line inside the part. */
export function placeFaults(text: string, specs: readonly FieldSpec[], faults: readonly FileFault[]): FieldFault[] {
	const lines = text.split('\n');
	const end = lines.indexOf('---', 1);
	const names = new Set(specs.map(({ name }) => name));
	const starts = lines.slice(0, end).flatMap((line, index) => {
		const name = /^([A-Za-z]\w*):/.exec(line)?.[1];
		return name === undefined ? [] : [{ name, at: index + 1, isBlock: line.endsWith(':') }];
	});
	return faults.map(({ line, field, message }) => {
		if (end > 0 && line > end + 1) return { field: 'body', line: line - end - 1, message };
		const [first = ''] = field.split('.');
		const start = starts.findLast(({ at }) => at <= line);
		if (names.has(first)) {
			const own = start?.name === first && start.isBlock && line > start.at ? line - start.at : null;
			return { field: first, line: own, message: rowOf(field) + message };
		}
		return { field: start && names.has(start.name) && field !== '' ? start.name : '', line: null, message };
	});
}

/** `timeline.2.at` → `第3项：`, for a part that is a list. */
function rowOf(field: string): string {
	const row = /^\w+\.(\d+)/.exec(field)?.[1];
	return row === undefined ? '' : `第${Number(row) + 1}项：`;
}
