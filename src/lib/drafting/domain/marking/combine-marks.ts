import { toTenth } from '../check-rules.ts';

/** Who marks: two at first, a third when they are far apart, and the one who looks again after an objection. */
export const PLACES = { 1: '第一阅卷', 2: '第二阅卷', 3: '第三阅卷', 4: '复核' } as const;
export type Place = 1 | 2 | 3 | 4;

export type Combined =
	| { readonly state: 'waiting'; readonly reason: string }
	| { readonly state: 'third'; readonly difference: number; readonly reason: string }
	| { readonly state: 'final'; readonly mark: number; readonly reason: string };

/**
 * What the marks given so far come to.
 * @param marks 0–100, in the order of places 1–3; null = not given yet
 * @param limit a difference of more than so many points calls a third; then the mean of the two nearest counts, and where
 *   the middle one is as far from both, the mean of all three (it is the middle one)
 */
export function combineMarks(marks: readonly (number | null)[], limit: number): Combined {
	const [first = null, second = null, third = null] = marks;
	if (first === null || second === null) return { state: 'waiting', reason: '两份评分齐了才合分。' };
	const difference = toTenth(Math.abs(first - second));
	if (difference <= limit) {
		const reason = `两份评分相差 ${difference} 分，不超过 ${limit} 分，取平均。`;
		return { state: 'final', mark: meanOf([first, second]), reason };
	}
	const apart = `两份评分相差 ${difference} 分，超过 ${limit} 分`;
	if (third === null) return { state: 'third', difference, reason: `${apart}，由第三人评阅。` };
	const [low, middle, high] = [first, second, third].sort((left, right) => left - right) as [number, number, number];
	const [below, above] = [toTenth(middle - low), toTenth(high - middle)];
	if (below === above) {
		const reason = `${apart}；第三份居中，与两份相差都是 ${below} 分，取三份平均。`;
		return { state: 'final', mark: meanOf([low, middle, high]), reason };
	}
	const nearest = below < above ? [low, middle] : [middle, high];
	const reason = `${apart}；取三份中最接近的两份（${nearest.join(' 分和 ')} 分）平均。`;
	return { state: 'final', mark: meanOf(nearest), reason };
}

const meanOf = (marks: readonly number[]) => toTenth(marks.reduce((sum, mark) => sum + mark, 0) / marks.length);
