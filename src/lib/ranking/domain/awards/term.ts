import { lastDayOf } from '#lib/shared/deadline.ts';
import { type Day, formatDay } from '#lib/shared/time.ts';
import { type Run, clockFor, nextToPublicise, nomineesIn, readyToConfirm, stageOf } from './run.ts';

export const TERMS = {
	eligibility: '资格审查',
	review: '评审',
	verify: '核实异议',
	confirm: '签批'
} as const;

/** Something that has to be done by a day; the figures are ours (D), none is given by law. */
export interface Term {
	readonly what: keyof typeof TERMS;
	/** The nominee or objection it is about; null = the selection as a whole. */
	readonly about: string | null;
	readonly lastDay: Day;
	readonly isOverdue: boolean;
	readonly explanation: string;
}

/** What is to be done now, with its last day and how it came about. */
export function termsOf(run: Run, today: Day): Term[] {
	const { workdays } = run.honour;
	const make = (what: Term['what'], start: Day, about: string | null = null): Term => {
		const length = workdays[what];
		const { lastDay } = lastDayOf({ start, length, unit: 'workday', rolls: false });
		const explanation = `自${formatDay(start)}次日起 ${length} 个工作日，到${formatDay(lastDay)}`;
		return { what, about, lastDay, isOverdue: today > lastDay, explanation };
	};
	const stage = stageOf(run);
	if (stage === 'nominating') return [make('eligibility', run.openedOn)];
	if (stage === 'reviewing' || (stage === 'shortlisting' && nextToPublicise(run).length > 0)) {
		return [make('review', run.qualifiedOn!)];
	}
	const open = run.objections.filter(({ outcome }) => outcome === null);
	const ready = readyToConfirm(run, today);
	const waiting = nomineesIn(run, 'publicity').filter(({ officerId }) => ready.includes(officerId));
	return [
		...open.map(({ on, id }) => make('verify', on, id)),
		...waiting.map((one) => make('confirm', clockFor(run, one)!.lastDay!, one.officerId)),
		...(stage === 'confirmed' ? [make('confirm', run.confirmedOn!)] : [])
	];
}
