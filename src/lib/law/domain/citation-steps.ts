import { isNumeralSign, readEnclosed, readNumeral } from './chinese-numerals.ts';

/** 条 款 项 目, from the outside in. */
export const LEVELS = ['条', '款', '项', '目'] as const;
export type Level = 0 | 1 | 2 | 3;

/** One number of a citation with its unit: 第九十七条, 第一款, 第（三）项. Positions count signs. */
export interface Step {
	readonly level: Level;
	readonly value: number;
	/** The number after 之: 第一百三十四条之一. */
	readonly sub?: number;
	readonly from: number;
	readonly to: number;
	/** How it hangs on the step before: inside it (第九十七条第一款), beside it (、), or as the end of a range (至). */
	readonly join: 'inside' | 'beside' | 'range';
}

const BESIDE = /以及|或者|及其|[、和与及或暨并]/y;
const RANGE = /[至到\-–—−~〜]+/y;
/** Between numbers that share one unit: 第九十七、九十八条. */
const SHARED = /(以及|或者|[、,和与及或])|([至到\-–—−~〜]+)/y;
const MOST_NUMBERS = 200;

/** What follows 条, 款, 项, 目 when they are parts of other words: 条件, 条例, 条款, 项目. 第三条例外, 第三项目的 are fine. */
const OTHER_WORD = [/件|目(?!的)|例(?!外)/y, /[式项]/y, /目(?!的)/y, /[标录]/y] as const;
/** Things that are counted by 条 or set down in numbered paragraphs of other papers: 第三条生产线, 第二条建议. */
const COUNTED =
	/生产线|流水线|输送|传送|皮带|管[道线]|电缆|线[路上的，。]|巷道|[街河船路龙腿鱼]|道路|航[线道]|链|绳|意见|建议|措施|理由|消息|微信|短信|信息|新闻|记录|整改|隐患|问题|经验|原因|线索|证据|路线|渠道|途径|命令?/y;
/** What may follow a number that lacks 第 (安全生产法97条): no noun that could be counted. */
const AFTER_BARE =
	/$|[\s第之的，、；：。！？,;:.!?"”’』」()[\]{}0-9]|[一二三四五六七八九十]+[款项]|规定|和|与|及|或|至|到|中|明|要求|对|所|讲|处|给|没/y;

function matchAt(pattern: RegExp, signs: string, from: number): RegExpExecArray | null {
	pattern.lastIndex = from;
	return pattern.exec(signs);
}

interface Numeral {
	readonly value: number;
	readonly to: number;
	readonly isBracketed: boolean;
}

function numeralAt(signs: string, from: number): Numeral | null {
	const enclosed = readEnclosed(signs[from] ?? '');
	if (enclosed !== null) return { value: enclosed, to: from + 1, isBracketed: true };
	const isBracketed = signs[from] === '(';
	const first = isBracketed ? from + 1 : from;
	let to = first;
	while (to < signs.length && to - first < 10 && isNumeralSign(signs[to]!)) to++;
	const value = readNumeral(signs.slice(first, to));
	if (value === null || (isBracketed && signs[to] !== ')')) return null;
	return { value, to: isBracketed ? to + 1 : to, isBracketed };
}

type NumberInRow = Numeral & { readonly from: number; readonly join: Step['join'] };

/** Numbers that end in one unit: `第九十七、九十八条`, `第（一）至（三）项`, `第三项`. */
function numbersAt(signs: string, from: number, join: Step['join']): { numbers: NumberInRow[]; level: Level } | null {
	const numbers: NumberInRow[] = [];
	let at = from;
	let how = join;
	while (numbers.length < MOST_NUMBERS) {
		const start = at;
		if (signs[at] === '第') at++;
		const numeral = numeralAt(signs, at);
		if (!numeral) return null;
		numbers.push({ ...numeral, from: start, join: how });
		at = numeral.to;
		const level = LEVELS.indexOf(signs[at] as (typeof LEVELS)[number]);
		if (level !== -1) return { numbers, level: level as Level };
		const between = matchAt(SHARED, signs, at);
		if (between) at += between[0].length;
		else if (!numeral.isBracketed || (signs[at] !== '(' && readEnclosed(signs[at] ?? '') === null)) return null;
		how = between?.[2] ? 'range' : 'beside';
	}
	return null;
}

/** `134-1条` is how tables write 第一百三十四条之一; a range would not run backwards. */
function mergeDash(numbers: readonly NumberInRow[], signs: string): readonly NumberInRow[] | Step[] {
	const [first, second] = numbers;
	const isDash = first && second?.join === 'range' && /[-–—−]/.test(signs[first.to]!);
	if (numbers.length !== 2 || !isDash || second.value >= first.value) return numbers;
	return [{ ...first, to: second.to, sub: second.value, level: 0 }];
}

/** The steps of one unit, with 第 or (where a step before says what is counted) without. */
function unitAt(signs: string, from: number, join: Step['join']): Step[] | null {
	const found = numbersAt(signs, from, join);
	if (!found) return null;
	const { level } = found;
	const unitEnd = found.numbers.at(-1)!.to + 1;
	if (matchAt(OTHER_WORD[level], signs, unitEnd) !== null) return null;
	if (signs[from] !== '第' && matchAt(AFTER_BARE, signs, unitEnd) === null) return null;
	const steps = (level === 0 ? mergeDash(found.numbers, signs) : found.numbers).map((one): Step => ({
		...{ level, value: one.value, from: one.from, to: one.to, join: one.join },
		...('sub' in one && one.sub !== undefined ? { sub: one.sub } : {})
	}));
	const last = { ...steps.pop()!, to: unitEnd };
	return [...steps, level === 0 ? withSub(signs, last) : last];
}

function withSub(signs: string, step: Step): Step {
	if (signs[step.to] !== '之') return step;
	const numeral = numeralAt(signs, step.to + 1);
	if (!numeral || numeral.isBracketed || numeral.value > 99 || /[款项]/.test(signs[numeral.to] ?? '')) return step;
	return { ...step, sub: numeral.value, to: numeral.to };
}

/** What hangs on a step: 第一款 inside 第九十七条, 、第九十八条 beside it, 至第九十九条. */
function nextUnit(signs: string, last: Step): Step[] | null {
	const inside = unitAt(signs, last.to, 'inside');
	if (inside) return isDeeper(signs, last, inside[0]!.level) ? inside : null;
	const beside = matchAt(BESIDE, signs, last.to);
	const range = beside ? null : matchAt(RANGE, signs, last.to);
	const link = beside ?? range;
	if (!link) return null;
	const steps = unitAt(signs, last.to + link[0].length, range ? 'range' : 'beside');
	if (!steps || steps[0]!.level > last.level || isCounted(signs, steps.at(-1)!)) return null;
	return steps;
}

/** 第九十七条三项 may be three items or the third: without 第 or brackets nobody can tell. */
function isDeeper(signs: string, last: Step, level: Level): boolean {
	const isUnclear =
		last.level === 0 && level > 1 && !/[第(0-9]/.test(signs[last.to]!) && readEnclosed(signs[last.to]!) === null;
	return level > last.level && !isUnclear;
}

/** Whether what looks like an article is one of several belts, messages or proposals. */
export function isCounted(signs: string, step: Step): boolean {
	return step.level === 0 && step.sub === undefined && matchAt(COUNTED, signs, step.to) !== null;
}

/**
 * The steps of the citation that begins at `from`: `第九十七条第一款第（三）项、第九十八条`. Empty when none begins there.
 * @param most the outermost level it may begin with (0 = 条; 1 after 该条, 2 after 该款)
 */
export function stepsAt(signs: string, from: number, most: Level): Step[] {
	const first = unitAt(signs, from, 'inside');
	// 该条第三项: an item of an article with one paragraph.
	if (!first || first[0]!.level < most || (most === 0 && first[0]!.level > 0)) return [];
	const steps = [...first];
	for (let next = nextUnit(signs, steps.at(-1)!); next; next = nextUnit(signs, steps.at(-1)!)) steps.push(...next);
	return steps;
}

const NUMBER = String.raw`(?:[\d零〇○一二两三四五六七八九十百千]+|\([\d零〇○一二两三四五六七八九十百千]+\))`;
const NUMBERS_RUN = new RegExp(`第${NUMBER}(?:(?:${SHARED.source})第?${NUMBER})*`, 'y');

/** Behind a run of numbers that leads to no unit (第一、第二、第三…): nothing begins inside it either. */
export function skipNumbers(signs: string, from: number): number {
	return from + (matchAt(NUMBERS_RUN, signs, from)?.[0].length ?? 1);
}
