import { readNextCase } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { readInHand } from '#lib/drafting/server/use-cases/in-hand.server.ts';
import { readDrillHome } from '#lib/drills/server/use-cases/read-home.server.ts';
import { readSkills } from '#lib/drills/server/use-cases/read-skills.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readOwnStanding } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { readOwnChances, readOwnMonths } from '#lib/ranking/server/use-cases/own-record.server.ts';

/** What the rooms know of the officer's own work; nobody else is shown it. */
export async function readRecord(ctx: Ctx) {
	const [drills, skills, standing, months, chances, inHand, nextCase] = await Promise.all([
		...([readDrillHome(ctx), readSkills(ctx), readOwnStanding(ctx), readOwnMonths(ctx)] as const),
		...([readOwnChances(ctx), readInHand(ctx), readNextCase(ctx)] as const)
	]);
	const reading = nextCase && { id: nextCase.id, title: nextCase.title, answered: nextCase.progress?.answered ?? 0 };
	const { daily, due, mistakes } = drills;
	return { daily, due, mistakes, skills, standing, months, chances, inHand, reading };
}
