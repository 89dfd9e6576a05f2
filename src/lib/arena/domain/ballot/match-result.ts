import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { SIDES, type Side } from '../bundle/side.ts';
import { type Hundredths, POINT } from './criteria.ts';
import { unexplained } from './outliers.ts';
import { type TeamSheet, totalOf } from './sheet.ts';

/** How a match is decided; declared before it begins. */
export const RESULT_RULES = {
	mean: '各评委总分的平均',
	trimmed: '五名以上评委去掉一个最高、一个最低后平均',
	majority: '各评委分别判胜负，多数决'
} as const;
export type ResultRule = keyof typeof RESULT_RULES;

/** From so many sheets on, the highest and the lowest are dropped. */
const TRIM_FROM = 5;
/** A smaller difference is a draw. */
const DRAW_BELOW: Hundredths = 50;

interface SideResult {
	/** Mean of what counts, minus penalties; rounded half up to hundredths for showing, never for deciding. */
	readonly score: Hundredths;
	readonly penalties: Hundredths;
	/** Judges whose sheets were dropped, in the order of their ids. */
	readonly dropped: readonly string[];
	/** Judges who saw this side ahead. */
	readonly votes: number;
	/** Did not come, or left: nothing of it is judged. */
	readonly isAway: boolean;
}

export interface MatchResult {
	readonly rule: ResultRule;
	/** Null = a draw. */
	readonly winner: Side | null;
	readonly sides: Readonly<Record<Side, SideResult>>;
	readonly reason: string;
}

export interface Match {
	readonly rule: ResultRule;
	/** Of judges whose sheets count: shadow sheets never come in here. */
	readonly judges: readonly string[];
	readonly sheets: readonly TeamSheet[];
	/** Sum of penalties of each side, as positive hundredths. */
	readonly penalties: Readonly<Record<Side, Hundredths>>;
	/** The sides of the procedure: a committee has one only, and nobody wins. */
	readonly contested?: readonly Side[];
	/** Of them, whoever did not come or left: 0 points, and the other side has won. */
	readonly away?: readonly Side[];
	/** How the procedure calls its sides. */
	readonly names?: Readonly<Record<Side, string>>;
}

/**
 * The result of a match from all sheets, in whatever order they came. Sums stay integers and are compared crosswise, so that
 * no rounding decides. Refused while a sheet is missing, doubled, or far from the panel without a reason.
 */
export function decideMatch(match: Match): Result<MatchResult> {
	const fault = findSheetFault(match);
	if (fault) return fault;
	const { rule, away = [], names = SIDES } = match;
	const judged = judgedSides(match);
	const isWhole = judged.length === 2;
	const counted = { plaintiff: countSide(match, 'plaintiff'), defendant: countSide(match, 'defendant') };
	const votes = isWhole ? countVotes(match) : { plaintiff: 0, defendant: 0 };
	const winner = isWhole ? (rule === 'majority' ? byVotes(votes) : byScore(counted)) : byAbsence(match);
	const sideOf = (side: Side) => ({ ...shown(counted[side], votes[side]), isAway: away.includes(side) });
	const sides = { plaintiff: sideOf('plaintiff'), defendant: sideOf('defendant') };
	const reason = isWhole ? tell({ rule, winner, votes, names }) : tellAbsence(match, names);
	return ok({ rule, winner, sides, reason });
}

/** The sides that have a sheet: those of the procedure that appeared. */
export function judgedSides({ contested = BOTH, away = [] }: Pick<Match, 'contested' | 'away'>): Side[] {
	return contested.filter((side) => !away.includes(side));
}
const BOTH = Object.keys(SIDES) as Side[];

/** Whoever came has won against whoever did not; alone in the procedure, or with both away, nobody has. */
function byAbsence({ contested = BOTH, away = [] }: Match): Side | null {
	const here = judgedSides({ contested, away });
	return contested.length === 2 && here.length === 1 ? here[0]! : null;
}

function tellAbsence({ contested = BOTH, away = [] }: Match, names: Readonly<Record<Side, string>>): string {
	if (contested.length === 1) return `只有${names[contested[0]!]}一方，不分胜负。`;
	const gone = `${away.map((side) => `${names[side]}方`).join('、')}缺席，计 0 分`;
	const winner = byAbsence({ contested, away } as Match);
	return winner === null ? `${gone}；没有胜方。` : `${gone}；${names[winner]}方胜。`;
}

function findSheetFault(match: Match): Result<never> | null {
	const { judges, names = SIDES } = match;
	const judged = judgedSides(match);
	// A sheet that was begun for a side that then left is not looked at.
	const sheets = match.sheets.filter(({ side }) => judged.includes(side));
	if (judges.length === 0) return refuse('no-judges', '还没有评委。');
	for (const judge of judges) {
		for (const side of judged) {
			const count = sheets.filter((sheet) => sheet.judge === judge && sheet.side === side).length;
			if (count === 0) return refuse('sheet-missing', `还有评委没有交${names[side]}的评分表。`);
			if (count > 1) return refuse('sheet-doubled', `同一名评委有两份${names[side]}的评分表。`);
		}
	}
	if (sheets.length !== judged.length * judges.length) return refuse('sheet-foreign', '有不是本场评委的评分表。');
	if (unexplained(sheets).length > 0) return refuse('outlier', '有评分表偏离评委组中位数 15 分以上，还没有说明理由。');
	return null;
}

interface Counted {
	readonly sum: Hundredths;
	readonly count: number;
	readonly penalties: Hundredths;
	readonly dropped: readonly string[];
}

function countSide(match: Match, side: Side): Counted {
	const { rule, sheets, penalties } = match;
	const judged = judgedSides(match);
	// By total, then by judge: which of two equal sheets is dropped must not hang on the order in which they came.
	const own = sheets
		.filter((sheet) => sheet.side === side && judged.includes(side))
		.sort((left, right) => totalOf(left) - totalOf(right) || (left.judge < right.judge ? -1 : 1));
	const isTrimmed = rule === 'trimmed' && own.length >= TRIM_FROM;
	const kept = isTrimmed ? own.slice(1, -1) : own;
	const dropped = isTrimmed ? [own[0]!.judge, own.at(-1)!.judge].sort() : [];
	return {
		sum: kept.reduce((sum, one) => sum + totalOf(one), 0),
		count: kept.length,
		// Nothing is taken off nothing.
		penalties: judged.includes(side) ? penalties[side] : 0,
		dropped
	};
}

/** Both sides have the same number of sheets, so their sums compare as their means do. */
function byScore({ plaintiff, defendant }: Record<Side, Counted>): Side | null {
	const { count } = plaintiff;
	const ahead = plaintiff.sum - defendant.sum - count * (plaintiff.penalties - defendant.penalties);
	if (Math.abs(ahead) < DRAW_BELOW * count) return null;
	return ahead > 0 ? 'plaintiff' : 'defendant';
}

/** Each judge sees a side ahead by the own two sheets, penalties taken off; who sees both equal votes for none. */
function countVotes({ judges, sheets, penalties }: Match): Record<Side, number> {
	const of = (judge: string, side: Side) =>
		totalOf(sheets.find((sheet) => sheet.judge === judge && sheet.side === side)!) - penalties[side];
	const ahead = judges.map((judge) => of(judge, 'plaintiff') - of(judge, 'defendant'));
	return { plaintiff: ahead.filter((one) => one > 0).length, defendant: ahead.filter((one) => one < 0).length };
}

function byVotes({ plaintiff, defendant }: Record<Side, number>): Side | null {
	if (plaintiff === defendant) return null;
	return plaintiff > defendant ? 'plaintiff' : 'defendant';
}

/** Half up, also below zero. */
const shown = ({ sum, count, penalties, dropped }: Counted, votes: number): Omit<SideResult, 'isAway'> => ({
	...{ penalties, dropped, votes },
	score: count === 0 ? 0 : Math.floor((2 * sum + count) / (2 * count)) - penalties
});

interface Outcome {
	readonly rule: ResultRule;
	readonly winner: Side | null;
	readonly votes: Record<Side, number>;
	readonly names: Readonly<Record<Side, string>>;
}

function tell({ rule, winner, votes, names }: Outcome): string {
	const how =
		rule === 'majority'
			? `多数决：${names.plaintiff}方 ${votes.plaintiff} 票，${names.defendant}方 ${votes.defendant} 票`
			: `${RESULT_RULES[rule]}，再减罚分`;
	const draw = rule === 'majority' ? '票数相同' : `相差不到 ${DRAW_BELOW / POINT} 分`;
	return winner === null ? `${how}；${draw}，平局。` : `${how}；${names[winner]}方胜。`;
}
