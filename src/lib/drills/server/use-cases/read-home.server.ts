import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { idsSetAside } from '#lib/law/domain/basis.ts';
import { recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { workdaysUpTo } from '#lib/shared/calendar.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { DAILY_SIZE, DRILL_KINDS, type DrillKind, SET_KINDS } from '../../domain/kinds.ts';
import * as bankRepository from '../repository/bank.server.ts';
import * as recordRepository from '../repository/record.server.ts';
import * as setsRepository from '../repository/sets.server.ts';

export interface Daily {
	readonly state: 'none' | 'open' | 'done';
	readonly setId: string | null;
	readonly answered: number;
	readonly size: number;
	readonly mark: number | null;
}

function toDaily(row: Awaited<ReturnType<typeof setsRepository.selectDaily>>): Daily {
	if (!row) return { state: 'none', setId: null, answered: 0, size: DAILY_SIZE, mark: null };
	const { id, answered, size, mean, finished } = row;
	return { state: finished ? 'done' : 'open', setId: id, answered, size, mark: finished ? mean : null };
}

/** Questions that are set aside are neither due nor counted as something to practise. */
async function readSummary(me: SignedIn) {
	const aside = idsSetAside(await recallChangedBasis(me, 'item'));
	return recordRepository.selectSummary(me.db, me.actor.personId, dayOf(me.now), aside);
}

const CALENDAR_DAYS = 20;

/** What 今日 says about drills: today's set, what is due, the weakest kind, the working-day calendar. */
export async function readDrillHome(ctx: Ctx) {
	const me = authorisePerson(ctx, 'drills.readOwnRecord');
	const { actor } = me;
	const today = dayOf(ctx.now);
	const days = workdaysUpTo(today, CALENDAR_DAYS);
	const [sets, kinds] = await Promise.all([
		recordRepository.selectDailySince(ctx.db, actor.personId, days[0]!, today),
		readSummary(me)
	]);
	const done = new Set(sets.filter(({ finished }) => finished).map(({ day }) => day));
	const weakest = kinds.filter(({ mean }) => mean !== null).sort((left, right) => left.mean! - right.mean!)[0];
	return {
		daily: toDaily(sets.find(({ day }) => day === today) ?? null),
		due: kinds.reduce((sum, { due }) => sum + due, 0),
		mistakes: kinds.reduce((sum, { mistakes }) => sum + mistakes, 0),
		weakest: weakest ? { kind: weakest.kind, label: DRILL_KINDS[weakest.kind], mean: weakest.mean! } : null,
		...{ days, done: days.filter((day) => done.has(day)) },
		streak: streakOf(days, today, done)
	};
}

/** Working days in a row up to yesterday, plus today when it is done. */
function streakOf(days: readonly Day[], today: Day, done: ReadonlySet<Day>): number {
	const past = days.filter((day) => day !== today || done.has(day)).reverse();
	const gap = past.findIndex((day) => !done.has(day));
	return gap === -1 ? past.length : gap;
}

const RECENT = 10;

/** The drill room's front page. */
export async function readDrillRoom(ctx: Ctx) {
	const me = authorisePerson(ctx, 'drills.readOwnRecord');
	const { actor } = me;
	const today = dayOf(ctx.now);
	const [daily, summary, recent] = await Promise.all([
		setsRepository.selectDaily(ctx.db, actor.personId, today),
		readSummary(me),
		recordRepository.selectRecentSets(ctx.db, actor.personId, RECENT)
	]);
	const kinds = (Object.keys(DRILL_KINDS) as DrillKind[]).map((kind) => {
		const row = summary.find((one) => one.kind === kind);
		const { items = 0, seen = 0, mean = null, due = 0 } = row ?? {};
		return { kind, label: DRILL_KINDS[kind], items, seen, mean, due };
	});
	return {
		...{ daily: toDaily(daily), kinds, mistakes: summary.reduce((sum, { mistakes }) => sum + mistakes, 0) },
		recent: recent.map((set) => ({ ...set, title: SET_KINDS[set.kind] }))
	};
}

/** Whether today's set is drawn, for the page that starts it. */
export async function readDaily(ctx: Ctx): Promise<Daily> {
	const { actor } = authorisePerson(ctx, 'drills.readOwnRecord');
	return toDaily(await setsRepository.selectDaily(ctx.db, actor.personId, dayOf(ctx.now)));
}

/** The questions of one kind by title, with the officer's last marks. */
export async function readKind(ctx: Ctx, kind: DrillKind) {
	const { actor } = authorisePerson(ctx, 'drills.readOwnRecord');
	const [rows, changed] = await Promise.all([
		bankRepository.selectCandidates(ctx.db, actor.personId, kind),
		recallChangedBasis(ctx, 'item')
	]);
	const aside = new Set(idsSetAside(changed));
	const items = rows.map(({ id, title, difficulty, type, memory }) => ({
		...{ id, title, difficulty, type, seen: memory !== null, lastMark: memory?.lastMark ?? null },
		isSetAside: aside.has(id)
	}));
	return { kind, label: DRILL_KINDS[kind], items };
}
