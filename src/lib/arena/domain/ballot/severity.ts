/** One mark that a judge gave, beside what the panel gave to the same team. */
export interface GivenMark {
	readonly judge: string;
	/** Which team in which match: marks of one team are compared with one another. */
	readonly team: string;
	readonly points: number;
}

export interface Severity {
	readonly judge: string;
	readonly sheets: number;
	/** Mean of the judge minus the panel's mean of the same teams; above 0 = milder than the others. */
	readonly bias: number;
	readonly mean: number;
	readonly deviation: number;
}

/** With fewer sheets than this a spread says nothing. */
const LEAST_SHEETS = 5;

/** How severe each judge of a season is. For the training of judges and for ranking only: no published result changes. */
export function severitiesOf(marks: readonly GivenMark[]): Severity[] {
	const panel = new Map([...groupBy(marks, ({ team }) => team)].map(([team, own]) => [team, meanOf(own)]));
	return [...groupBy(marks, ({ judge }) => judge)]
		.map(([judge, own]) => {
			const bias = own.reduce((sum, { team, points }) => sum + points - panel.get(team)!, 0) / own.length;
			return { judge, sheets: own.length, bias, mean: meanOf(own), deviation: deviationOf(own) };
		})
		.sort((left, right) => (left.judge < right.judge ? -1 : 1));
}

/**
 * A mark as an even-handed judge would have given it: from five sheets on by z-scores, `μ + σ·(x−μj)/σj`; before that, or
 * when a judge gives everybody the same, half of the bias is taken off.
 */
export function adjust(mark: GivenMark, marks: readonly GivenMark[]): number {
	const own = severitiesOf(marks).find(({ judge }) => judge === mark.judge);
	if (!own) return mark.points;
	if (own.sheets < LEAST_SHEETS || own.deviation === 0) return mark.points - own.bias / 2;
	return meanOf(marks) + (deviationOf(marks) * (mark.points - own.mean)) / own.deviation;
}

const meanOf = (marks: readonly GivenMark[]): number =>
	marks.reduce((sum, { points }) => sum + points, 0) / marks.length;

function deviationOf(marks: readonly GivenMark[]): number {
	const mean = meanOf(marks);
	return Math.sqrt(marks.reduce((sum, { points }) => sum + (points - mean) ** 2, 0) / marks.length);
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}
