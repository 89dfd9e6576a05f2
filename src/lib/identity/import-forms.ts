import { FIELD_KEYS, type Field } from './domain/import/fields.ts';
import { type Decision, VERDICTS, type Verdict } from './domain/import/judgement.ts';

const WHOLE = /^\d{1,6}$/;

const textOf = (data: FormData, name: string) => {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
};

/** The mapping as it was chosen: a number of a column or nothing for each field; whatever else is sent counts as nothing. */
export function readMappingForm(data: FormData) {
	const columns: Partial<Record<Field, number>> = {};
	for (const field of FIELD_KEYS) {
		const chosen = textOf(data, field);
		if (WHOLE.test(chosen)) columns[field] = Number(chosen);
	}
	const headRow = textOf(data, 'headRow');
	return {
		headRow: WHOLE.test(headRow) ? Number(headRow) : null,
		columns,
		makesUnits: textOf(data, 'makesUnits') === 'on'
	};
}

const DECISION = /^(new|skip|same:[0-9a-f-]{36})$/;

/** What was decided about which row: fields `row-<number>`. */
export function readDecisionForm(data: FormData): Record<number, Decision> {
	const decisions: Record<number, Decision> = {};
	for (const [name, value] of data) {
		const row = /^row-(\d{1,7})$/.exec(name)?.[1];
		if (row !== undefined && typeof value === 'string' && DECISION.test(value))
			decisions[Number(row)] = value as Decision;
	}
	return decisions;
}

/** Which rows of a preview the address asks for. */
export function readPreviewPlace(search: URLSearchParams): { show: Verdict | null; page: number } {
	const show = search.get('show') ?? '';
	const page = search.get('page') ?? '';
	return {
		show: Object.hasOwn(VERDICTS, show) ? (show as Verdict) : null,
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
	};
}
