import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor, readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import type { Beginning } from '#lib/studio/domain/beginning.ts';
import type { Kind } from '#lib/studio/domain/manuscript.ts';
import type { Act } from '#lib/studio/domain/workflow.ts';
import { actOnManuscript } from '#lib/studio/server/use-cases/act-on-manuscript.server.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import { commentManuscript } from '#lib/studio/server/use-cases/comment-manuscript.server.ts';
import { confirmWarnings } from '#lib/studio/server/use-cases/confirm-warnings.server.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import { expectDone } from './expect-done.ts';
import { BEGUN_CASE, WAITING_ITEM, WITHDRAWN_ITEM } from './studio-texts.ts';

/** The people of the studio by account. */
type Staff = ReadonlyMap<string, Actor>;
const [LIANG, FANG, GU, SHEN] = ['liang.ruochuan', 'fang.yanqiu', 'gu.xiaotang', 'shen.zhiwei'] as const;

/** What the trainers have on their desk: manuscripts in every state, each step taken by the person who may. */
export async function playStudio(ctx: Ctx): Promise<void> {
	const holders = await readHolders(ctx, ['trainer', 'legal-reviewer']);
	const actors = await Promise.all(holders.map(({ id }) => readActor(ctx, id)));
	const staff: Staff = new Map(actors.map((actor) => [actor.account, actor]));
	const desk = new Desk(ctx, staff);
	await publishedAnew(desk);
	await sentBack(desk);
	await waitingForLaw(desk);
	await waitingItem(desk);
	await takenOutAgain(desk);
	await desk.begin(GU, 2, 'case', { fields: BEGUN_CASE });
	await commentedTask(desk);
}

/** One who acts on a working day so many days ago. */
class Desk {
	constructor(
		private readonly ctx: Ctx,
		private readonly staff: Staff
	) {}

	as(account: string, daysAgo: number): Ctx {
		let day = addDays(dayOf(this.ctx.now), -daysAgo);
		while (!isWorkday(day)) day = addDays(day, -1);
		return { ...this.ctx, actor: this.staff.get(account)!, now: instantOf(day, '10:20'), request: 'demo' };
	}

	async begin(account: string, daysAgo: number, kind: Kind, from: Beginning): Promise<string> {
		return expectDone(await startManuscript(this.as(account, daysAgo), { kind, from })).id;
	}

	async change(account: string, daysAgo: number, id: string, edit: (field: string) => readonly [string, string][]) {
		const ctx = this.as(account, daysAgo);
		const { fields } = expectDone(await readManuscript(ctx, id));
		const changes = edit(fields['source'] ?? '').map(([field, now]) => ({ field, was: fields[field] ?? '', now }));
		expectDone(await saveManuscript(ctx, id, changes));
		const { redaction } = expectDone(await checkManuscript(ctx, id));
		const keys = redaction.map(({ key }) => key);
		if (keys.length > 0) expectDone(await confirmWarnings(ctx, id, { keys, reason: '人名、单位均为虚构。' }));
	}

	async act(account: string, daysAgo: number, id: string, act: Act, reason = ''): Promise<void> {
		expectDone(await actOnManuscript(this.as(account, daysAgo), id, { act, reason }));
	}

	/** Says something at the first paragraph that holds these words. */
	async say(account: string, daysAgo: number, id: string, words: string, text: string): Promise<string> {
		const ctx = this.as(account, daysAgo);
		const { preview } = expectDone(await checkManuscript(ctx, id));
		const block = preview.find((one) => one.text.includes(words)) ?? preview.at(-1);
		const place = { field: block?.field ?? '', quote: block?.text ?? '' };
		return expectDone(await commentManuscript(ctx, id, { ...place, text }));
	}
}

async function publishedAnew(desk: Desk): Promise<void> {
	const id = await desk.begin(LIANG, 12, 'case', { pieceId: 'dust-switch-pulled' });
	await desk.change(LIANG, 12, id, () => [
		['note', '读者反映时间线太密，难度由原来的改为四级，正文未改。'],
		['difficulty', '4']
	]);
	await desk.act(LIANG, 12, id, 'submit');
	await desk.act(FANG, 11, id, 'approve-internal', '难度与题库作答情况相符。');
	await desk.act(SHEN, 9, id, 'approve-legal');
}

async function sentBack(desk: Desk): Promise<void> {
	const id = await desk.begin(LIANG, 6, 'case', { pieceId: 'laundry-missed-drill' });
	await desk.change(LIANG, 6, id, () => [['note', '补充复查当天的经过。']]);
	await desk.act(LIANG, 6, id, 'submit');
	const said = await desk.say(FANG, 5, id, '演练', '演练记录是谁保管、什么时候交出来的，写清楚读者才知道证据从哪来。');
	await desk.say(GU, 5, id, '启示', '三条里有两条说的是一件事，合并一条，另补一条关于复查的。');
	await desk.act(FANG, 5, id, 'return-internal', '证据来源和启示两处要补，见意见。');
	const answer = { field: '', quote: '', parentId: said, text: '已核对底稿：厂里安全员当天下午交出，下一稿写进正文。' };
	expectDone(await commentManuscript(desk.as(LIANG, 4), id, answer));
}

async function waitingForLaw(desk: Desk): Promise<void> {
	const id = await desk.begin(FANG, 5, 'discretion-case', { pieceId: 'alarms-behind-tape' });
	const sentence = '现场的撤人、停泵照做，那是处置，不是处罚。';
	await desk.change(FANG, 5, id, (source) => [
		['source', source.replace(sentence, `${sentence}处置的时间和依据写进现场记录，移送时一并附上。`)]
	]);
	await desk.act(FANG, 5, id, 'submit', '说明现场处置怎样随案移送');
	await desk.act(LIANG, 3, id, 'approve-internal');
}

async function waitingItem(desk: Desk): Promise<void> {
	const id = await desk.begin(FANG, 3, 'item', { fields: WAITING_ITEM });
	await desk.act(FANG, 3, id, 'submit');
}

async function takenOutAgain(desk: Desk): Promise<void> {
	const id = await desk.begin(GU, 16, 'item', { fields: WITHDRAWN_ITEM });
	await desk.act(GU, 16, id, 'submit');
	await desk.act(LIANG, 15, id, 'approve-internal');
	await desk.act(SHEN, 14, id, 'approve-legal');
	await desk.act(SHEN, 8, id, 'withdraw', '与题库里另一题考点重复，合并后撤回。');
}

async function commentedTask(desk: Desk): Promise<void> {
	const id = await desk.begin(GU, 4, 'drafting-task', { pieceId: 'chu-penalty-decision' });
	await desk.change(GU, 4, id, (source) => [['source', source.replace('minutes: 50', 'minutes: 60')]]);
	await desk.say(LIANG, 3, id, '用时', '六十分钟够吗？上一轮有三成人没写完，建议看看提交时间再定。');
}
