import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { horizonAt } from '#lib/notices/domain/horizon.ts';
import type { Happened, RoomNotices, Waiting } from '#lib/notices/domain/kinds.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { titleOfCycle } from '../../domain/awards/award-cycle.ts';
import { NOTICE_STATES } from '../../domain/awards/notice.ts';
import { stageOf } from '../../domain/awards/run.ts';
import { termsOf } from '../../domain/awards/term.ts';
import { knowRuns } from '../known-run.server.ts';
import { readRankingNotices } from '../repository/notices.server.ts';

/** A selection takes weeks; in an older one nothing is asked of anybody. */
const SELECTION_DAYS = 180;

/** Rules and figures for a second person, sheets and next steps of selections; and what was decided about own figures and oneself. */
export async function rankingNotices(ctx: Ctx): Promise<RoomNotices> {
	const me = authorisePerson(ctx, 'notices.readOwn');
	const { actor, db, now } = me;
	const checks = actor.grants
		.map((grant) => ({ ...actor, grants: [grant] }))
		.filter((one) => mayRun(one, 'ranking.confirmFigures', { unitPath: one.grants[0]!.unitPath }))
		.map(({ grants }) => grants[0]!.unitPath);
	const confirms = mayRun(actor, 'ranking.confirmRules');
	const [rows, selections] = await Promise.all([
		readRankingNotices(db, [actor.personId, horizonAt(now).newsSince, confirms, checks.join(' '), actor.unitId]),
		readSelections(me)
	]);
	const { rules, figures, returned, awards } = rows[0]!;
	const happened: Happened[] = [
		...returned.map(({ id, period, at }) => ({
			...({ kind: 'figures-returned', about: id, at } as const),
			title: `${period} 的填报被退回，请看理由`
		})),
		...awards.map(({ run, state, honour, cycle, at }) => ({
			...({ kind: 'award', about: `${run}/${state}`, at } as const),
			title: `${titleOfCycle(cycle)} ${honour}：${NOTICE_STATES[state]}`
		}))
	];
	return {
		waiting: [{ kind: 'figures', count: figures, due: null }, { kind: 'rule', count: rules, due: null }, ...selections],
		happened
	};
}

/** Only those who sit on panels or run selections are asked anything there. */
async function readSelections(me: SignedIn): Promise<Waiting[]> {
	const runs = mayRun(me.actor, 'ranking.runAwards');
	if (!runs && !mayRun(me.actor, 'ranking.fillAwardSheets')) return [];
	const today = dayOf(me.now);
	const known = await knowRuns(me, instantOf(addDays(today, -SELECTION_DAYS)));
	const open = known.filter(({ run }) => !['published', 'lapsed'].includes(stageOf(run)));
	const sheets = open.filter(({ run }) =>
		run.panel.some(({ reviewerId, sheet }) => reviewerId === me.actor.personId && sheet === null)
	);
	const terms = runs ? open.flatMap(({ run }) => termsOf(run, today)) : [];
	const due = terms.map(({ lastDay }) => lastDay).sort()[0] ?? null;
	return [
		{ kind: 'award-sheet', count: sheets.length, due: null },
		{ kind: 'award-term', count: terms.length, due }
	];
}
