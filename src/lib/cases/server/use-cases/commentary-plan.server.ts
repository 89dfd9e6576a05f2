import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readHolders, readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, instantOf } from '#lib/shared/time.ts';
import { type KnownMeeting, withMeeting } from '../commentary-meeting.server.ts';
import * as meetings from '../repository/commentary-meetings.server.ts';

const ROLES_AT_MEETINGS = ['officer', 'trainer', 'legal-reviewer', 'judge', 'organiser', 'supervisor'] as const;
const EXPERTS = ['trainer', 'legal-reviewer', 'judge'] as const;

export interface MeetingPlan {
	readonly title: string;
	readonly day: Day;
	/** `14:30` */
	readonly clock: string;
	readonly place: string;
	readonly chairId: string;
	readonly recorderId: string;
}

export interface ItemPlan {
	readonly caseId: string;
	readonly minutes: number;
	readonly expertId: string;
	readonly speakers: readonly string[];
}

/** What a plan can choose from: published cases, people who can speak, record and lead, and people who can judge. */
export async function readPlanChoices(ctx: Ctx) {
	authorisePerson(ctx, 'cases.planCommentary');
	const [cases, people, experts] = await Promise.all([
		meetings.selectPublishedCases(ctx.db),
		readHolders(ctx, ROLES_AT_MEETINGS),
		readHolders(ctx, EXPERTS)
	]);
	const cards = await readPeople(
		ctx,
		people.map(({ id }) => id)
	);
	const toChoice = ({ id, name }: { id: string; name: string }) => ({
		...{ id, name, unit: cards.get(id)?.unitName ?? '' }
	});
	return { cases, people: people.map(toChoice), experts: experts.map(toChoice) };
}
export type PlanChoices = Awaited<ReturnType<typeof readPlanChoices>>;

/** Plans a meeting. @param id made by the page, so that a form sent twice plans one meeting */
export async function planMeeting(ctx: Ctx, id: string, plan: MeetingPlan): Promise<Result<{ id: string }>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	if (!isId(id)) return refuse('bad-id', '页面已经过期，请刷新再填。');
	const fault = await findPeopleFault(ctx, plan);
	if (fault) return fault;
	return inTransaction(me, async ({ db, now, actor }) => {
		const by = { plannedBy: actor.personId, plannedAt: now };
		if (!(await meetings.insertMeeting(db, { id, ...toRow(plan), ...by }))) return ok({ id });
		const step = { meetingId: id, number: 1, state: 'planned' as const, reason: '', by: actor.personId, at: now };
		await meetings.insertStep(db, step);
		return ok({ id });
	});
}

const toRow = ({ title, day, clock, place, chairId, recorderId }: MeetingPlan) => ({
	...{ title, place, chairId, recorderId },
	startsAt: instantOf(day, clock)
});

async function findPeopleFault(ctx: Ctx, { chairId, recorderId }: MeetingPlan) {
	const people = new Set((await readHolders(ctx, ROLES_AT_MEETINGS)).map(({ id }) => id));
	if (!people.has(chairId)) return refuse('no-such-person', '选一名主持人。', 'chairId');
	if (!people.has(recorderId)) return refuse('no-such-person', '选一名记录人。', 'recorderId');
	return null;
}

/** Changes title, time, place and who leads and writes, while the meeting is being prepared. */
export async function replanMeeting(ctx: Ctx, id: string, plan: MeetingPlan): Promise<Result<null>> {
	const fault = await findPeopleFault(ctx, plan);
	return whilePlanning(ctx, id, async ({ db }) => {
		if (fault) return fault;
		await meetings.updateMeeting(db, id, toRow(plan));
		return ok(null);
	});
}

/** Only what has not begun can be planned anew. */
async function whilePlanning(
	ctx: Ctx,
	id: string,
	work: (inner: SignedIn, known: KnownMeeting) => Promise<Result<null>>
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	return withMeeting(me, id, async (inner, known) =>
		known.state === 'planned' ? work(inner, known) : refuse('not-planning', '会议已经开始或者取消，议程不能再改。')
	);
}

/** Puts a published case on the agenda, in its present version. */
export async function addToAgenda(ctx: Ctx, id: string, plan: ItemPlan): Promise<Result<null>> {
	const fault = await findItemFault(ctx, plan);
	return whilePlanning(ctx, id, async ({ db, now }, { items }) => {
		if (fault) return fault;
		const chosen = (await meetings.selectPublishedCases(db)).find((one) => one.id === plan.caseId);
		if (!chosen) return refuse('no-such-case', '选一个已经发布的案例。', 'caseId');
		const itemId = newId(now);
		const { minutes, expertId, speakers } = plan;
		const place = Math.max(0, ...items.map((item) => item.place)) + 1;
		const row = { id: itemId, meetingId: id, place, caseId: chosen.id, caseVersion: chosen.version };
		if (!(await meetings.insertItem(db, { ...row, minutes, expertId }))) {
			return refuse('on-agenda', '这个案例已经在议程上。', 'caseId');
		}
		await meetings.replaceSpeakers(db, itemId, [...new Set(speakers)]);
		return ok(null);
	});
}

async function findItemFault(ctx: Ctx, { expertId, speakers }: Omit<ItemPlan, 'caseId'>) {
	const [experts, people] = await Promise.all([readHolders(ctx, EXPERTS), readHolders(ctx, ROLES_AT_MEETINGS)]);
	if (!experts.some(({ id }) => id === expertId)) return refuse('no-such-person', '选一名点评专家。', 'expertId');
	const known = new Set(people.map(({ id }) => id));
	if (speakers.length === 0 || !speakers.every((one) => known.has(one))) {
		return refuse('no-such-person', '至少选一名发言人。', 'speakers');
	}
	return null;
}

/** Changes who speaks and judges about a case, and how long. */
export async function changeAgendaItem(
	ctx: Ctx,
	id: string,
	itemId: string,
	plan: Omit<ItemPlan, 'caseId'>
): Promise<Result<null>> {
	const fault = await findItemFault(ctx, plan);
	return whilePlanning(ctx, id, async ({ db }, { items }) => {
		if (fault) return fault;
		if (!items.some((item) => item.id === itemId)) return refuse('no-such-item', '议程上没有这一项。');
		await meetings.updateItem(db, itemId, { minutes: plan.minutes, expertId: plan.expertId });
		await meetings.replaceSpeakers(db, itemId, [...new Set(plan.speakers)]);
		return ok(null);
	});
}

/** Moves a case one place up; the first one stays first. */
export async function raiseAgendaItem(ctx: Ctx, id: string, itemId: string): Promise<Result<null>> {
	return whilePlanning(ctx, id, async ({ db }, { items }) => {
		const at = items.findIndex((item) => item.id === itemId);
		if (at < 0) return refuse('no-such-item', '议程上没有这一项。');
		if (at === 0) return ok(null);
		const [upper, lower] = [items[at - 1]!, items[at]!];
		await meetings.updateItem(db, upper.id, { place: lower.place });
		await meetings.updateItem(db, lower.id, { place: upper.place });
		return ok(null);
	});
}

/** Takes a case off the agenda; one that was commented on stays. */
export async function dropFromAgenda(ctx: Ctx, id: string, itemId: string): Promise<Result<null>> {
	return whilePlanning(ctx, id, async ({ db }, { items, comments }) => {
		if (!items.some((item) => item.id === itemId)) return ok(null);
		if (comments.some((one) => one.itemId === itemId)) {
			return refuse('has-comments', '已经有人对这个案例写了意见，不能撤下。');
		}
		await meetings.deleteItem(db, itemId);
		return ok(null);
	});
}
