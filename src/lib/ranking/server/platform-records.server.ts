import { readUnitMarks } from '#lib/drafting/server/use-cases/unit-marks.server.ts';
import { readCandidates, readOfficers } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { dayAfter, monthsOf } from '../domain/awards/award-cycle.ts';
import type { Records } from '../domain/assessment/platform-figures.ts';
import { hasRule } from '../domain/rule.ts';
import { readBoardOf } from './board-of.server.ts';
import * as assessment from './repository/assessment.server.ts';
import { currentRules } from './use-cases/current-rules.server.ts';

/** Months that can still be open: the running one, and the one before until it is closed. */
const OPEN_MONTHS = 2;

/** Everything that the rooms say of a year so far, for all units at once; so many questions whatever the number of units. */
export async function readRecords(ctx: Ctx, year: string): Promise<Records> {
	const today = dayOf(ctx.now);
	const months = monthsOf(year).filter((month) => month <= today.slice(0, 7));
	const range = { from: `${year}-01-01`, before: dayAfter(year) };
	const officers = await readOfficers(ctx);
	const [boards, papers, marks, credited] = await Promise.all([
		readUnitBoards(ctx, months),
		readCandidates(
			ctx,
			officers.map(({ id }) => id)
		),
		readUnitMarks(ctx, range),
		assessment.selectCredited(ctx.db, 'commentary', range)
	]);
	const roster = officers.map(({ id, unitId, joinedOn }) => ({
		...{ id, unitId, joinedOn },
		certificateExpiresOn: papers.get(id)?.certificateExpiresOn ?? null
	}));
	return { today, boards, officers: roster, marks, credited };
}

async function readUnitBoards(ctx: Ctx, months: readonly string[]): Promise<Records['boards']> {
	const boards = new Map(await assessment.selectClosedUnits(ctx.db, months));
	const rules = await currentRules(ctx);
	const open = months.filter((month) => !boards.has(month) && hasRule(rules, month)).slice(-OPEN_MONTHS);
	for (const month of open) boards.set(month, [...(await readBoardOf(ctx, month)).board.units]);
	return boards;
}
