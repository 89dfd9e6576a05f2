import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor, readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { cycleAt, cycleBefore, dayAfter } from '#lib/ranking/domain/awards/award-cycle.ts';
import type { Sheet } from '#lib/ranking/domain/awards/panel-scores.ts';
import { describeDeeds } from '#lib/ranking/server/use-cases/award-nominate.server.ts';
import { openAward } from '#lib/ranking/server/use-cases/award-open.server.ts';
import { objectToAward, publicise, verifyObjection } from '#lib/ranking/server/use-cases/award-publicity.server.ts';
import { confirmAward, publishAward, revokeAward } from '#lib/ranking/server/use-cases/award-publish.server.ts';
import { type AwardView, readAward } from '#lib/ranking/server/use-cases/award-read.server.ts';
import { qualify, signAwardSheet } from '#lib/ranking/server/use-cases/award-review.server.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { seedOf, seeded } from '#lib/shared/random.ts';
import { type Day, addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { expectDone } from './expect-done.ts';

const HEAD = '局长 周怀瑾';
const DEEDS =
	'坚持每天练兵，首答和到期复习都稳定；把执法检查中常见的三类法律适用问题整理成一页纸，在中队晨会上讲给新同事。整理的有限空间作业检查要点已被两个镇街采用。';
const OBJECTION = '十月榜单封账前两天他连续请假，请核实当月的组数是否真由本人完成。';
const ANSWER = '查账本，当月各组练习均有本人登录和逐题作答的记录，请假两日没有入账；达到参与下限，不影响名次。';
const REVOCATION = '复核发现，公示的事迹中“牵头编写”一项系与他人共同完成且未注明，事迹表述不实，影响评选结论。';

/** The last two months' stars, as far as there was time for them: of the older one the honour was taken back, in the newer one an objection was rejected. */
export async function playAwards(ctx: Ctx): Promise<void> {
	const newer = cycleBefore(cycleAt('month', dayOf(ctx.now)));
	const older = await stageFor(ctx, cycleBefore(newer));
	await playMonth(older, false);
	await playMonth(await stageFor(ctx, newer), true);
	await older.on(26, async (at) => {
		const star = (await older.view()).nominees.find(({ state }) => state === 'published');
		if (star)
			expectDone(
				await revokeAward(at(older.supervisor), older.id(), { officerId: star.id, signer: HEAD, reason: REVOCATION })
			);
	});
}

type At = (actor: Actor) => Ctx;
interface Stage {
	readonly cycle: string;
	readonly supervisor: Actor;
	readonly judges: readonly Actor[];
	readonly officers: readonly Actor[];
	id(): string;
	begin(id: string): void;
	view(): Promise<AwardView>;
	/** Plays something on the so-many-th working day after the month, if that day is over. */
	on(workday: number, play: (at: At) => Promise<void>): Promise<void>;
}

async function stageFor(ctx: Ctx, cycle: string): Promise<Stage> {
	const actorsOf = async (roles: Parameters<typeof readHolders>[1]) =>
		Promise.all((await readHolders(ctx, roles)).map(({ id }) => readActor(ctx, id)));
	const [[supervisor], judges, officers] = await Promise.all([
		actorsOf(['supervisor']),
		actorsOf(['trainer', 'legal-reviewer', 'judge']),
		actorsOf(['officer'])
	]);
	let runId = '';
	return {
		...{ cycle, supervisor: supervisor!, judges, officers, id: () => runId, begin: (id) => void (runId = id) },
		view: async () => expectDone(await readAward({ ...ctx, actor: supervisor! }, runId)),
		async on(workday, play) {
			const day = workdayAfter(cycle, workday);
			if (day >= dayOf(ctx.now) || (runId === '' && workday > 1)) return;
			let millis = instantOf(day, '10:00').getTime();
			await play((actor) => ({ ...ctx, actor, now: new Date((millis += 60_000)), request: 'demo' }));
		}
	};
}

function workdayAfter(cycle: string, count: number): Day {
	let day = addDays(dayAfter(cycle), -1);
	for (let left = count; left > 0;) {
		day = addDays(day, 1);
		if (isWorkday(day)) left--;
	}
	return day;
}

async function playMonth(stage: Stage, isObjected: boolean): Promise<void> {
	const { supervisor, officers } = stage;
	const first = async () => (await stage.view()).nominees[0]!;
	await stage.on(1, async (at) => stage.begin(expectDone(await openAward(at(supervisor), 'star', stage.cycle))));
	await stage.on(2, async (at) => {
		const nominee = await first();
		const self = officers.find(({ personId }) => personId === nominee.id)!;
		const evidence = [`/ranking/${stage.cycle}`];
		expectDone(await describeDeeds(at(self), stage.id(), { officerId: nominee.id, deeds: DEEDS, evidence }));
	});
	await stage.on(3, async (at) => {
		const decisions = (await stage.view()).nominees.map(({ id }) => ({
			officerId: id,
			passed: true,
			reason: '',
			isVeto: false
		}));
		expectDone(await qualify(at(supervisor), stage.id(), { decisions, size: 3 }));
	});
	await stage.on(4, (at) => signAll(stage, at));
	await stage.on(5, async (at) => {
		const { nominees, next } = await stage.view();
		const deeds = nominees.filter(({ id }) => next.includes(id)).map((one) => [one.id, one.deeds] as const);
		expectDone(await publicise(at(supervisor), stage.id(), Object.fromEntries(deeds)));
	});
	if (isObjected) await playObjection(stage);
	await stage.on(14, async (at) => {
		const nominees = (await stage.view()).nominees.filter(({ state }) => state === 'publicity');
		expectDone(await confirmAward(at(supervisor), stage.id(), { signer: HEAD, seen: nominees.map(({ id }) => id) }));
		expectDone(await publishAward(at(supervisor), stage.id()));
	});
}

/** Whoever was proposed first gets a little more than the others. */
async function signAll(stage: Stage, at: At): Promise<void> {
	const { panel, nominees, criteria } = await stage.view();
	for (const { id } of panel) {
		const random = seeded(seedOf(`demo-award:${stage.cycle}:${id}`));
		const marksFor = (bonus: number) => criteria.map((one) => [one.id, 6 + bonus + Math.floor(random() * 2)] as const);
		const marks = nominees.map((one, place) => [one.id, Object.fromEntries(marksFor(place === 0 ? 2 : 0))] as const);
		const sheet: Sheet = { marks: Object.fromEntries(marks), reasons: {} };
		expectDone(await signAwardSheet(at(stage.judges.find(({ personId }) => personId === id)!), stage.id(), sheet));
	}
}

async function playObjection(stage: Stage): Promise<void> {
	const { supervisor, officers, judges } = stage;
	await stage.on(7, async (at) => {
		const nominee = (await stage.view()).nominees.find(({ state }) => state === 'publicity')!;
		const other = officers.find(({ unitName }) => unitName !== nominee.unitName)!;
		const given = { officerId: nominee.id, reason: OBJECTION, evidence: [`/ranking/${stage.cycle}`] };
		expectDone(await objectToAward(at(other), stage.id(), given));
	});
	for (const [place, day] of [8, 9].entries()) {
		await stage.on(day, async (at) => {
			const { objections, panel } = await stage.view();
			const free = judges.find(({ personId }) => panel.every(({ id }) => id !== personId))!;
			const given = { objectionId: objections[0]!.id, finding: 'rejected' as const, reason: ANSWER };
			expectDone(await verifyObjection(at(place === 0 ? supervisor : free), stage.id(), given));
		});
	}
}
