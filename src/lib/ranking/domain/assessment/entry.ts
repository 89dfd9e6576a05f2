import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Day } from '#lib/shared/time.ts';
import { monthsOf } from '../awards/award-cycle.ts';
import type { Input } from './assess.ts';
import { type Figures, type Formula, faultOf } from './formula.ts';
import type { Period } from './scheme.ts';

export const VERDICTS = { confirmed: '已确认', returned: '已退回' } as const;
export type Verdict = keyof typeof VERDICTS;

/** Figures with their proof, as somebody typed them. */
export interface Claim {
	readonly subject: string;
	readonly figures: Figures;
	/** What the figures rest on. */
	readonly account: string;
	/** Number and day of the document that proves them. */
	readonly document: string;
	readonly documentOn: Day;
	readonly link: string | null;
}

/** One entry of a unit for a period; entries are only ever added to. */
export interface Entry extends Claim {
	readonly id: string;
	readonly unitId: string;
	readonly period: Period;
	/** 1 = the first of this unit, period and subject. */
	readonly number: number;
	readonly enteredBy: string;
	readonly enteredAt: Date;
	/** Null = waits for the second person. */
	readonly verdict: Verdict | null;
	readonly reason: string | null;
	readonly reviewedBy: string | null;
	readonly reviewedAt: Date | null;
}

const lastMonthOf = (period: Period) => monthsOf(period).at(-1)!;
const byNumber = (left: Entry, right: Entry) => left.number - right.number;

/** The entries of one subject in one period, oldest first. */
export const entriesOf = (entries: readonly Entry[], period: Period, subject: string) =>
	entries.filter((one) => one.period === period && one.subject === subject).sort(byNumber);

export interface Stood {
	readonly input: Input;
	/** The confirmed entry that counts, perhaps of an earlier period. */
	readonly counts: Entry | null;
	/** The newest entry of this period. */
	readonly newest: Entry | null;
}

/**
 * What counts for a subject in a period: the last confirmed entry, also while a correction waits; for a state that carries, else
 * the last confirmed one of an earlier period of the year. Figures that no longer fit the formula count as not reported.
 */
export function standingOf(
	entries: readonly Entry[],
	period: Period,
	asked: { readonly subject: string; readonly formula: Formula; readonly carries: boolean }
): Stood {
	const own = entriesOf(entries, period, asked.subject);
	const newest = own.at(-1) ?? null;
	const isEarlier = (one: Entry) =>
		one.subject === asked.subject &&
		one.period !== period &&
		one.period.slice(0, 4) === period.slice(0, 4) &&
		lastMonthOf(one.period) <= lastMonthOf(period);
	const earlier = asked.carries
		? entries
				.filter(isEarlier)
				.sort((left, right) => compare(lastMonthOf(left.period), lastMonthOf(right.period)) || byNumber(left, right))
		: [];
	const counts = [...earlier, ...own].filter(({ verdict }) => verdict === 'confirmed').at(-1) ?? null;
	if (counts && faultOf(asked.formula, counts.figures) === null) {
		return { input: { figures: counts.figures }, counts, newest };
	}
	if (!newest || newest.verdict === 'confirmed') return { input: { missing: 'unreported' }, counts: null, newest };
	return { input: { missing: newest.verdict === 'returned' ? 'returned' : 'pending' }, counts: null, newest };
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

const sameFigures = (left: Figures, right: Figures) =>
	Object.keys({ ...left, ...right }).every((key) => left[key] === right[key]);

const sameClaim = (left: Claim, right: Claim) =>
	sameFigures(left.figures, right.figures) &&
	(['account', 'document', 'documentOn', 'link'] as const).every((key) => left[key] === right[key]);

/** What was typed, with the number of the newest entry that the writer had seen (0 = none). */
export interface SeenClaim extends Claim {
	readonly seen: number;
}

/**
 * Decides what of a form becomes entries: what says the same as the newest entry is not written again, so a second click changes
 * nothing; what was typed over an entry that its writer had not seen is refused, so of two people none overwrites the other.
 */
export function planEntries(
	claims: readonly SeenClaim[],
	newestOf: (subject: string) => Pick<Entry, 'number' | keyof Claim> | null
): Result<(Claim & { readonly number: number })[]> {
	const planned: (Claim & { number: number })[] = [];
	for (const { seen, ...claim } of claims) {
		const newest = newestOf(claim.subject);
		if (newest && sameClaim(newest, claim)) continue;
		if ((newest?.number ?? 0) !== seen) {
			const message = '刚才有人填报了另外的数字，现在显示在上面。核对以后仍要改的，再提交一次。';
			return refuse('changed-meanwhile', message, `seen/${claim.subject}`);
		}
		planned.push({ ...claim, number: seen + 1 });
	}
	return ok(planned);
}

/** Who decides about entries. */
export interface Reviewer {
	readonly personId: string;
	readonly unitPath: string;
}

/** Four eyes: never whoever entered it, never somebody of the unit itself, and never an entry that was corrected since. */
export function whyMayNotReview(
	entry: Pick<Entry, 'enteredBy' | 'number'>,
	reviewer: Reviewer,
	known: { readonly unitPath: string; readonly newest: number }
): string | null {
	if (entry.enteredBy === reviewer.personId) return '自己填报的由另一人核对。';
	if (reviewer.unitPath.startsWith(known.unitPath)) return '本单位的人不能核对本单位的数字。';
	if (entry.number !== known.newest) return '这一条后来更正过了，请核对新的一条。';
	return null;
}
