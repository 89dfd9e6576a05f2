import { type CaseCard, readNextCase } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { readPublicCases } from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import { readDrillHome } from '#lib/drills/server/use-cases/read-home.server.ts';
import { countItems } from '#lib/drills/server/use-cases/titles.server.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/identity/domain/demo-accounts.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { countOpenReviews } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { readLaws } from '#lib/law/server/use-cases/read-laws.server.ts';
import { readDigest } from '#lib/notices/server/use-cases/read-notices.server.ts';
import { type Ctx, gatherReads } from '#lib/platform/ctx.server.ts';
import { readInstallation } from '#lib/platform/installation.server.ts';
import { readOwnStanding } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) =>
	ctx.actor ? { front: null, home: await readHome(gatherReads(ctx)) } : { home: null, front: await readFront(ctx) };

/** What the page shows to people who do not drill. */
const NO_DRILLS: Awaited<ReturnType<typeof readDrillHome>> = {
	daily: { state: 'none', setId: null, answered: 0, size: 0, mark: null },
	...{ due: 0, mistakes: 0, weakest: null, days: [], done: [], streak: 0 }
};

/** 今日 for an officer; other roles see the standing and the next case only. */
async function readHome(ctx: Ctx) {
	const isOfficer = mayRun(ctx.actor, 'drills.readOwnRecord');
	const mayRead = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const [drills, standing, nextCase, openReviews, digest] = await Promise.all([
		isOfficer ? readDrillHome(ctx) : NO_DRILLS,
		isOfficer ? readOwnStanding(ctx) : null,
		mayRead ? readNextCase(ctx) : null,
		mayRun(ctx.actor, 'law.readChanges') ? countOpenReviews(ctx) : null,
		readDigest(ctx)
	]);
	const { days, done, ...rest } = drills;
	const finished = new Set(done);
	return {
		...{ today: dayOf(ctx.now), ...rest, standing, openReviews },
		nextCase: nextCase && shown(nextCase),
		// Changed laws have a line of their own.
		waiting: digest.waiting.filter(({ kind }) => kind !== 'law-review'),
		unread: digest.news.filter(({ isRead }) => !isRead).length,
		days,
		// A sign a day: what the browser is given once more is paid for on every visit.
		seals: days.map((day) => (finished.has(day) ? 'x' : '-')).join('')
	};
}

const shown = ({ id, title, polarity, minutes, progress }: CaseCard) => ({ id, title, polarity, minutes, progress });

async function readFront(ctx: Ctx) {
	const [{ cases }, items, laws, demo] = await Promise.all([
		readPublicCases(ctx),
		countItems(ctx),
		readLaws(ctx, ''),
		readInstallation(ctx, 'demo')
	]);
	const isDemo = demo === 'done';
	return {
		cases: cases.slice(0, 3),
		counts: { cases: cases.length, items, laws: laws.length },
		...{ demo: isDemo, demoAccounts: isDemo ? DEMO_ACCOUNTS : [], demoPassword: isDemo ? DEMO_PASSWORD : null }
	};
}
