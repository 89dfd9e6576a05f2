import type { Side } from '../bundle/side.ts';
import { type Hundredths, TEAM_CRITERIA, type TeamCriterion } from '../ballot/criteria.ts';
import { type TeamSheet, totalOf } from '../ballot/sheet.ts';

export interface ShadowLine {
	readonly criterion: TeamCriterion;
	readonly own: Hundredths;
	/** Mean of the panel, rounded half up. */
	readonly panel: Hundredths;
}

/** A trainee judge's sheet beside the panel's. */
export interface ShadowComparison {
	readonly judge: string;
	readonly side: Side;
	readonly lines: readonly ShadowLine[];
	readonly own: Hundredths;
	readonly panel: Hundredths;
}

const KEYS = Object.keys(TEAM_CRITERIA) as TeamCriterion[];

const meanOf = (values: readonly number[]): number =>
	Math.floor((2 * values.reduce((sum, one) => sum + one, 0) + values.length) / (2 * values.length));

/** What a trainee saw otherwise than the panel, by criterion; null = the panel has no sheet of this side. It never counts. */
export function compareShadow(shadow: TeamSheet, panel: readonly TeamSheet[]): ShadowComparison | null {
	const own = panel.filter(({ side }) => side === shadow.side);
	if (own.length === 0) return null;
	const lines = KEYS.map((criterion) => ({
		criterion,
		own: shadow.points[criterion],
		panel: meanOf(own.map(({ points }) => points[criterion]))
	}));
	return {
		...{ judge: shadow.judge, side: shadow.side, lines, own: totalOf(shadow) },
		panel: meanOf(own.map(totalOf))
	};
}
