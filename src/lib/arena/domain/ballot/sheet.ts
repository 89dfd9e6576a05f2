import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Side } from '../bundle/side.ts';
import {
	ADVOCATE_CRITERIA,
	type AdvocateCriterion,
	type Hundredths,
	POINT,
	STEP,
	TEAM_CRITERIA,
	type TeamCriterion,
	bandOf,
	formatPoints
} from './criteria.ts';

/** What a judge wrote at a moment of the hearing: `seq` is the number of the event. */
export interface Note {
	readonly criterion: TeamCriterion;
	readonly seq: number;
	readonly text: string;
}

/** One judge's sheet for one side. */
export interface TeamSheet {
	readonly judge: string;
	readonly side: Side;
	readonly points: Readonly<Record<TeamCriterion, Hundredths>>;
	readonly notes: readonly Note[];
	/** Why it lies far from the panel; asked for once all sheets are in. */
	readonly reason?: string | undefined;
}

/** One judge's marks for one advocate. */
export interface AdvocateSheet {
	readonly judge: string;
	readonly advocate: string;
	readonly side: Side;
	readonly points: Readonly<Record<AdvocateCriterion, Hundredths>>;
}

/** As it came from a form: some criteria may be missing. */
export type Draft<Sheet extends { readonly points: object }> = Omit<Sheet, 'points'> & {
	readonly points: Readonly<Partial<Sheet['points']>>;
};

const keysOf = <Key extends string>(labels: Readonly<Record<Key, unknown>>) => Object.keys(labels) as Key[];

/**
 * Accepts a team sheet: every criterion marked, in half points, between 0 and its weight; less than half of a criterion names
 * a moment of the hearing, and every note lies in the hearing.
 * @param lastSeq number of the last event
 */
export function acceptTeamSheet(draft: Draft<TeamSheet>, lastSeq: number): Result<TeamSheet> {
	for (const key of keysOf(TEAM_CRITERIA)) {
		const points = draft.points[key];
		const fault = pointsFault(TEAM_CRITERIA[key], points);
		if (fault || points === undefined) return refuse('bad-points', `${key} ${fault}`, key);
		if (bandOf(key, points) === 3 && !draft.notes.some((note) => note.criterion === key)) {
			const { name } = TEAM_CRITERIA[key];
			return refuse('low-without-note', `${key} ${name}不到一半，请记下庭上的哪一刻、为什么。`, key);
		}
	}
	const astray = draft.notes.find(({ seq }) => !Number.isInteger(seq) || seq < 1 || seq > lastSeq);
	if (astray) return refuse('note-astray', '评语要连着庭审中的一刻，这一刻不在记录里。', astray.criterion);
	const empty = draft.notes.find(({ text }) => text.trim() === '');
	if (empty) return refuse('note-empty', '评语没有写内容。', empty.criterion);
	return ok({ ...draft, points: draft.points as TeamSheet['points'] });
}

/** Accepts the marks of one advocate by the same rules. */
export function acceptAdvocateSheet(draft: Draft<AdvocateSheet>): Result<AdvocateSheet> {
	for (const key of keysOf(ADVOCATE_CRITERIA)) {
		const fault = pointsFault(ADVOCATE_CRITERIA[key], draft.points[key]);
		if (fault) return refuse('bad-points', `${ADVOCATE_CRITERIA[key].name}：${fault}`, key);
	}
	return ok({ ...draft, points: draft.points as AdvocateSheet['points'] });
}

function pointsFault(
	{ name, weight }: { name: string; weight: number },
	points: Hundredths | undefined
): string | null {
	if (points === undefined) return `${name}还没有打分。`;
	if (!Number.isInteger(points) || points % STEP !== 0) return `${name}按半分打，不能是 ${points / POINT} 分。`;
	if (points < 0 || points > weight * POINT) {
		return `${name}在 0 到 ${weight} 分之间，不能是 ${formatPoints(points)} 分。`;
	}
	return null;
}

/** The sum of a sheet. */
export const totalOf = ({ points }: { readonly points: Readonly<Record<string, Hundredths>> }): Hundredths =>
	Object.values(points).reduce((sum, one) => sum + one, 0);
