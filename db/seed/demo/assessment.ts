import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor, readHolders, readOfficers, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { cycleAt, cycleBefore, dayAfter } from '#lib/ranking/domain/awards/award-cycle.ts';
import type { SeenClaim } from '#lib/ranking/domain/assessment/entry.ts';
import type { Figures, Formula } from '#lib/ranking/domain/assessment/formula.ts';
import { type Decision, decideFigures } from '#lib/ranking/server/use-cases/assessment-check.server.ts';
import { type ReportPage, readCheck, readReport } from '#lib/ranking/server/use-cases/assessment-desk.server.ts';
import { reportFigures } from '#lib/ranking/server/use-cases/assessment-report.server.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { type Random, seedOf, seeded } from '#lib/shared/random.ts';
import { type Day, addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { expectDone } from './expect-done.ts';

const MONTHS = 3;
/** Units of which something is left open in the newest month: one figure sent back, all waiting, one forgotten. */
const LEFT_OPEN = { returned: '石梁街道', waiting: '柳溪镇', forgotten: '南屏镇' } as const;
const RETURNED = '台账里 10 月 23 日的一件没有公示记录，请附上公示截图的编号，或者改正件数。';

interface Unit {
	readonly id: string;
	readonly name: string;
	readonly reporter: Actor;
}

/**
 * The last three months of every unit, reported by one of its people and gone through by the supervisor. Of the newest one some
 * are left open: one unit's figures wait, one figure was sent back, one was forgotten.
 */
export async function playAssessment(ctx: Ctx): Promise<void> {
	const [officers, units, [holder]] = await Promise.all([
		readOfficers(ctx),
		readUnits(ctx),
		readHolders(ctx, ['supervisor'])
	]);
	const supervisor = await readActor(ctx, holder!.id);
	const assessed: Unit[] = [];
	for (const { id, name, kind } of units) {
		const first = officers.find(({ unitId }) => unitId === id);
		if (kind !== 'bureau' && first) assessed.push({ id, name, reporter: await readActor(ctx, first.id) });
	}
	let cycle = cycleAt('month', dayOf(ctx.now));
	const months = Array.from({ length: MONTHS }, () => (cycle = cycleBefore(cycle))).reverse();
	for (const [at, period] of months.entries()) {
		for (const unit of assessed) {
			const isLeft = (name: string) => at === months.length - 1 && unit.name.startsWith(name);
			const month = { period, isFirst: at === 0, forgets: isLeft(LEFT_OPEN.forgotten) };
			const isReported = await report(ctx, unit, month);
			const returns = isLeft(LEFT_OPEN.returned);
			if (isReported && !isLeft(LEFT_OPEN.waiting)) await check(ctx, supervisor, { unit, period, returns });
		}
	}
}

interface Month {
	readonly period: string;
	/** States are reported once and carry on. */
	readonly isFirst: boolean;
	readonly forgets: boolean;
}

/** @returns false when that day has not come yet */
async function report(ctx: Ctx, unit: Unit, { period, isFirst, forgets }: Month): Promise<boolean> {
	const at = momentAfter(ctx, period, 3);
	if (!at) return false;
	const me = { ...ctx, actor: unit.reporter, now: at, request: 'demo' };
	const asked = { period, unitId: unit.id };
	const random = seeded(seedOf(`demo-assessment:${unit.name}:${period}`));
	const { subjects } = expectDone(await readReport(me, asked));
	const wanted = subjects.filter(({ id, carries }) => (isFirst || !carries) && !(forgets && id === 'corrections'));
	const claims = wanted.map((subject) => claimOf(subject, addDays(dayAfter(period), -1), random));
	expectDone(await reportFigures(me, asked, claims));
	return true;
}

function claimOf({ id, formula, hint }: ReportPage['subjects'][number], on: Day, random: Random): SeenClaim {
	const account = `按${on.slice(0, 4)}年${Number(on.slice(5, 7))}月台账逐件核对。`;
	const document = `${hint.split(/[，；、]/)[0]!}〔演示〕${1 + Math.floor(random() * 40)}号`;
	return { subject: id, figures: figuresOf(formula, random), account, document, documentOn: on, link: null, seen: 0 };
}

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));

/** A bureau that mostly does what it should. */
function figuresOf(formula: Formula, random: Random): Figures {
	switch (formula.kind) {
		case 'yes-no':
			return { done: random() < 0.93 ? 1 : 0 };
		case 'n-of':
			return { count: formula.of - upTo(random, 1) };
		case 'mean':
			return { mean: 7600 + upTo(random, 36) * 50, count: 2 + upTo(random, 2) };
		case 'share': {
			const whole = upTo(random, 8);
			return { part: whole - (random() < 0.3 ? Math.min(1, whole) : 0), whole };
		}
		case 'error-rate':
			return { errors: upTo(random, 1), cases: 2 + upTo(random, 4) };
		case 'deduct':
			return Object.fromEntries(formula.events.map(({ id, points }) => [id, points < 100 && random() < 0.06 ? 1 : 0]));
	}
}

interface Checked {
	readonly unit: Unit;
	readonly period: string;
	readonly returns: boolean;
}

async function check(ctx: Ctx, supervisor: Actor, { unit, period, returns }: Checked): Promise<void> {
	const at = momentAfter(ctx, period, 6);
	if (!at) return;
	const me = { ...ctx, actor: supervisor, now: at, request: 'demo' };
	const asked = { period, unitId: unit.id };
	const { waiting } = expectDone(await readCheck(me, asked));
	const decisions = waiting.map(({ id, entry }): Decision => {
		const isBack = returns && id === 'published-in-time';
		return { entryId: entry.id, verdict: isBack ? 'returned' : 'confirmed', reason: isBack ? RETURNED : '' };
	});
	expectDone(await decideFigures(me, asked, decisions));
}

/** Ten o'clock on the so-many-th working day after a period; null while that day is not over. */
function momentAfter(ctx: Ctx, period: string, workday: number): Date | null {
	let day = addDays(dayAfter(period), -1);
	for (let left = workday; left > 0;) {
		day = addDays(day, 1);
		if (isWorkday(day)) left--;
	}
	return day < dayOf(ctx.now) ? instantOf(day, '10:00') : null;
}
