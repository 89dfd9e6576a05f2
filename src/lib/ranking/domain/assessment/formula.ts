/** What a formula is computed from: whole numbers by the name of the field; a mean counts in hundredths of a point. */
export type Figures = Readonly<Record<string, number>>;

/**
 * The closed set of formulas. None of them rises with a volume: a share stays what it is when both counts grow, the others are
 * yes or no, so many of a fixed number, a mean, or points taken off. So no file can make the number of penalties or a sum of
 * fines count.
 * @law 行政处罚法 第七十四条
 */
export const FORMULA_KINDS = {
	'yes-no': '做到得 100 分，没有做到得 0 分',
	share: '前一数占后一数的百分比；后一数为 0 时不计量',
	'n-of': '做到的项数占应做项数的百分比',
	mean: '平均分（0–100）；没有可以平均的不计量',
	deduct: '100 分起，每有一件扣分，扣完为止',
	'error-rate': '100 分起，按平均每件的差错扣分，扣完为止；没有应计的案件时不计量'
} as const;

export interface DeductedEvent {
	readonly id: string;
	/** `件违纪案件`, said after a number. */
	readonly name: string;
	readonly points: number;
}

export type Formula =
	| { readonly kind: 'yes-no' }
	| { readonly kind: 'share'; readonly part: string; readonly whole: string }
	| { readonly kind: 'n-of'; readonly of: number; readonly what: string }
	| { readonly kind: 'mean'; readonly what: string }
	| { readonly kind: 'deduct'; readonly events: readonly DeductedEvent[] }
	| { readonly kind: 'error-rate'; readonly points: number; readonly errors: string; readonly cases: string };

/** One number that a formula asks for. */
export interface FigureField {
	readonly id: string;
	readonly label: string;
	/** The greatest value, in the field's own unit; null = any count. */
	readonly most: number | null;
	/** 2 = typed with up to two decimals and kept in hundredths. */
	readonly decimals: 0 | 2;
}

/** 100.00 points; every value is counted in hundredths of a point. */
export const FULL = 10_000;
/** No unit has more of anything in a period; a slip of the finger has. */
const MOST_COUNT = 99_999;

const count = (id: string, label: string, most: number | null = null): FigureField => ({
	id,
	label,
	most,
	decimals: 0
});

export function fieldsOf(formula: Formula): FigureField[] {
	switch (formula.kind) {
		case 'yes-no':
			return [count('done', '是否做到', 1)];
		case 'share':
			return [count('part', formula.part), count('whole', formula.whole)];
		case 'n-of':
			return [count('count', `做到几${formula.what}（共 ${formula.of} ${formula.what}）`, formula.of)];
		case 'mean':
			return [{ id: 'mean', label: '平均分', most: FULL, decimals: 2 }, count('count', formula.what)];
		case 'deduct':
			return formula.events.map(({ id, name }) => count(id, name));
		case 'error-rate':
			return [count('errors', formula.errors), count('cases', formula.cases)];
	}
}

export interface Fault {
	readonly field: string;
	readonly message: string;
}

/** The first thing that is wrong with the figures of a formula; null = they can be computed with. */
export function faultOf(formula: Formula, figures: Figures): Fault | null {
	for (const { id, label, most, decimals } of fieldsOf(formula)) {
		const value = figures[id];
		if (value === undefined || !Number.isSafeInteger(value) || value < 0) {
			return { field: id, message: `“${label}”要填数字，没有的填 0` };
		}
		const limit = most ?? MOST_COUNT;
		if (value > limit) return { field: id, message: `“${label}”不能大于 ${decimals === 2 ? limit / 100 : limit}` };
	}
	if (formula.kind === 'share' && figures['part']! > figures['whole']!) {
		return { field: 'part', message: `“${formula.part}”不能多于“${formula.whole}”` };
	}
	return null;
}

/** The value of one indicator in hundredths of a point; null = there was nothing to measure. */
export interface Value {
	readonly value: number | null;
	readonly reason: string;
}

/** `86.5`, of hundredths. */
export const points = (value: number) => String(value / 100);

/**
 * What a formula gives for figures that have no fault.
 * @returns 0–10 000, rounded half up, and how it came about
 */
export function measure(formula: Formula, figures: Figures): Value {
	const of = (id: string) => figures[id]!;
	switch (formula.kind) {
		case 'yes-no':
			return of('done') === 1 ? { value: FULL, reason: '做到，100 分' } : { value: 0, reason: '没有做到，0 分' };
		case 'share':
			return divide({ count: of('part'), name: formula.part }, { count: of('whole'), name: formula.whole });
		case 'n-of': {
			const value = Math.round((FULL * of('count')) / formula.of);
			return { value, reason: `${of('count')} / ${formula.of} ${formula.what}，${points(value)} 分` };
		}
		case 'mean':
			if (of('count') === 0) return { value: null, reason: `0 ${formula.what}，不计量` };
			return { value: of('mean'), reason: `${of('count')} ${formula.what}，平均 ${points(of('mean'))} 分` };
		case 'deduct':
			return deduct(formula.events, figures);
		case 'error-rate':
			return deductByRate(formula, figures);
	}
}

interface Counted {
	readonly count: number;
	readonly name: string;
}

function divide(part: Counted, whole: Counted): Value {
	const said = `${part.count} ${part.name}，${whole.count} ${whole.name}`;
	if (whole.count === 0) return { value: null, reason: `${said}，不计量` };
	const value = Math.round((FULL * part.count) / whole.count);
	return { value, reason: `${said}，${points(value)} 分` };
}

function deduct(events: readonly DeductedEvent[], figures: Figures): Value {
	const off = events.reduce((sum, { id, points: each }) => sum + each * figures[id]!, 0);
	const said = events.map(({ id, name, points: each }) => `${figures[id]!} ${name}（每件扣 ${each}）`).join('，');
	const value = Math.max(0, FULL - off * 100);
	return { value, reason: `${said}，${points(value)} 分` };
}

function deductByRate(formula: Extract<Formula, { kind: 'error-rate' }>, figures: Figures): Value {
	const [errors, cases] = [figures['errors']!, figures['cases']!];
	const said = `${errors} ${formula.errors}，${cases} ${formula.cases}`;
	if (cases === 0) return { value: null, reason: `${said}，不计量` };
	const value = Math.max(0, FULL - Math.round((formula.points * 100 * errors) / cases));
	return { value, reason: `${said}，平均每件 1 处扣 ${formula.points} 分，${points(value)} 分` };
}

/** A formula with its own numbers, in words. */
export function describeFormula(formula: Formula): string {
	if (formula.kind === 'deduct') {
		return `100 分起，${formula.events.map(({ name, points: each }) => `每${name}扣 ${each} 分`).join('、')}，扣完为止`;
	}
	if (formula.kind === 'error-rate') return `100 − ${formula.points} × 平均每件的差错数；没有应计的案件时不计量`;
	return FORMULA_KINDS[formula.kind];
}
