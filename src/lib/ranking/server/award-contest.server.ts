import { readCaseScores } from '#lib/cases/server/use-cases/case-scores.server.ts';
import { takesSheets } from '#lib/cases/domain/commentary/quarter.ts';
import { readHolders, readOfficers, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type AwardCycle, monthsOf, titleOfCycle } from '../domain/awards/award-cycle.ts';
import { type Figure, type SubjectFigure, figuresOf } from '../domain/awards/figures.ts';
import type { Honour, HonourKind } from '../domain/awards/honour.ts';
import { makePeriodBoard } from '../domain/period-board.ts';
import * as repository from './repository.server.ts';

/** Who or what stands for an honour in a cycle. */
export interface Contest {
	readonly figures: readonly (Figure | SubjectFigure)[];
	/** How many stand for it: places are counted by them. */
	readonly contestants: number;
	/** SHA-256 of what was read, by month or quarter. */
	readonly digests: Readonly<Record<string, string>>;
}
type Read = (ctx: Ctx, cycle: AwardCycle) => Promise<Contest | null>;

/** What the boards or sheets of a cycle say; null while they are not closed. */
export const readContest = (ctx: Ctx, { kind }: Pick<Honour, 'kind'>, cycle: AwardCycle): Promise<Contest | null> =>
	READS[kind](ctx, cycle);

const READS: Readonly<Record<HonourKind, Read>> = { person: readPersons, unit: readUnitsOf, case: readCases };

async function readClosed(ctx: Ctx, cycle: AwardCycle) {
	const rows = await Promise.all(monthsOf(cycle).map((month) => repository.selectClosed(ctx.db, month)));
	const closed = rows.flatMap((row) => row ?? []);
	if (rows.at(-1) === null) return null;
	const digests = Object.fromEntries(closed.map((one) => [one.cycle, one.boardDigest]));
	return { boards: closed.map(({ board }) => board), digests };
}

async function readPersons(ctx: Ctx, cycle: AwardCycle): Promise<Contest | null> {
	const [closed, officers] = await Promise.all([readClosed(ctx, cycle), readOfficers(ctx)]);
	return closed && { figures: figuresOf(closed.boards), contestants: officers.length, digests: closed.digests };
}

const points = (basisPoints: number) => (basisPoints / 100).toFixed(2);

async function readUnitsOf(ctx: Ctx, cycle: AwardCycle): Promise<Contest | null> {
	const [closed, units] = await Promise.all([readClosed(ctx, cycle), readUnits(ctx)]);
	if (!closed) return null;
	const names = new Map(units.map(({ id, name }) => [id, name]));
	const board = makePeriodBoard(closed.boards.map((one) => ({ board: one, isClosed: true })));
	const figures = board.units.flatMap(({ unitId, rank, mean, ranked, officers }): SubjectFigure[] => {
		const name = names.get(unitId);
		if (rank === null || mean === null || name === undefined) return [];
		const said = [
			`${titleOfCycle(cycle)}单位榜第 ${rank} 名，上榜人员平均 ${points(mean)}（参与 ${officers} 人，上榜 ${ranked} 人）。`,
			'名次由已封账的榜单算出，可以逐人核对；办案数量和罚款数额不计入。'
		];
		return [{ officerId: unitId, unitId, rank, total: mean, said, name, unitName: '' }];
	});
	return { figures, contestants: board.units.length, digests: closed.digests };
}

/** Authors of cases bear a name only; two of one name are nobody in particular. */
const WRITERS = ['officer', 'trainer', 'legal-reviewer', 'judge', 'organiser', 'supervisor'] as const;

async function readCases(ctx: Ctx, cycle: AwardCycle): Promise<Contest | null> {
	if (takesSheets(cycle, dayOf(ctx.now))) return null;
	const scored = await readCaseScores(ctx, cycle);
	if (!scored.ok) return null;
	const [holders, units] = await Promise.all([readHolders(ctx, WRITERS), readUnits(ctx)]);
	const unitOf = new Map(units.map((unit) => [unit.id, unit]));
	const judged = scored.value.flatMap((one) => (one.score.mean === null ? [] : [{ ...one, mean: one.score.mean }]));
	const figures = judged.map(({ caseId, title, author, mean, score }): SubjectFigure => {
		const named = holders.filter(({ name }) => name === author);
		const person = named.length === 1 ? named[0]! : null;
		const unit = person && unitOf.get(person.unitId);
		// Of whoever works in the bureau itself everybody would be a colleague: the author alone is kept off the panel.
		const unitId = unit && unit.parentId !== null ? unit.id : '';
		const rank = 1 + judged.filter((other) => other.mean > mean).length;
		return {
			...{ officerId: caseId, unitId, rank, total: Math.round(mean * 100), said: score.reasons },
			...{ name: title, unitName: `作者 ${author}${unit ? `，${unit.name}` : ''}` },
			...(person ? { authorId: person.id } : {})
		};
	});
	const sorted = figures.sort((left, right) => left.rank - right.rank || (left.officerId < right.officerId ? -1 : 1));
	return { figures: sorted, contestants: scored.value.length, digests: { [cycle]: sha256(JSON.stringify(sorted)) } };
}
