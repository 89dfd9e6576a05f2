import { connect } from '#db/connect.ts';
import { eventsFor } from '#lib/arena/domain/hearing/view.ts';
import { replay } from '#lib/arena/domain/hearing/decide.ts';
import { Hub, type Listener } from '#lib/arena/server/live/hub.server.ts';
import { selectEvents, readBody } from '#lib/arena/server/repository/events.server.ts';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import * as ballots from '#lib/arena/server/use-cases/keep-ballots.server.ts';
import { publishResult } from '#lib/arena/server/use-cases/publish-result.server.ts';
import * as reading from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { cancelHearing, listProcedures, scheduleHearing } from '#lib/arena/server/use-cases/schedule-hearing.server.ts';
import * as seats from '#lib/arena/server/use-cases/seat-people.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { Ear, type Sitter, does, givenSeat, key, newHearing, openHearing, send } from '../support/arena.ts';
import { freshDatabase } from '../support/database.ts';
import { ISSUE } from '../support/hearing.ts';
import { MORNING, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase();
/** Another node: its own pool, its own caches, its own hub. */
const other = connect({ ...address }, 4);
const { lin, xu, wei, trainer, townTrainer, reviewer, administrator } = await makeBureau(db);
const BENCH = { 'presiding-1': reviewer, 'panel-1': townTrainer, 'clerk-1': wei, 'plaintiff-1': lin, 'defendant-1': xu };

/** Time passes as the tests say. */
let now = MORNING.getTime();
const at = () => new Date(now);
const here = (actor: Actor | null = null): Ctx => contextOf(db, { actor, now: at() });
const there = (actor: Actor | null = null): Ctx => contextOf(other.db, { actor, now: at() });
const log = { error: vi.fn() };
const hubs = [new Hub({ db, now: at, log, beatEvery: 200 }), new Hub({ db: other.db, now: at, log, beatEvery: 200 })] as const;
for (const [index, driver] of [sql, other.sql].entries()) {
	await hubs[index]!.start(async (channel, heard, begun) => {
		await driver.listen(channel, heard, begun);
	});
}
afterAll(async () => {
	for (const hub of hubs) hub.end();
	await other.close();
});

async function begin(given: Parameters<typeof openHearing>[2] = {}) {
	const opened = await openHearing(here(trainer), BENCH, given);
	const run = <A extends Parameters<typeof does>[3]>(node: Ctx, seat: string, act: A, detail: Parameters<typeof does<A>>[4]) =>
		does(node, opened.id, opened.sitters[seat]!, act, detail);
	for (const seat of Object.keys(opened.sitters)) await run(here(), seat, 'check-in', {});
	const to = (stage: string) => run(here(), 'presiding-1', 'advance', { to: stage, reason: '测试' });
	await to('S3');
	return { ...opened, run, to };
}
const listen = (hub: Hub, id: string, given: Partial<Listener> = {}) => {
	const ear = new Ear();
	const leave = hub.join(ear, { hearingId: id, viewer: 'room', seatId: null, after: 0, publicDelay: 30_000, ...given });
	return { ear, leave };
};
const logOf = async (id: string) => (await selectEvents(db, id, 0)).map(readBody);
const until = (done: () => boolean) => vi.waitFor(() => expect(done()).toBe(true), { timeout: 8000, interval: 10 });

describe('commands', () => {
	test('on two nodes come one after the other, and both nodes tell the same', async () => {
		const { id, run } = await begin();
		const notes = Array.from({ length: 40 }, (_, index) =>
			run(index % 2 ? here() : there(), index % 3 ? 'plaintiff-1' : 'defendant-1', 'team-note', { text: `笔记 ${index}` })
		);
		await Promise.all(notes);
		const events = await logOf(id);
		expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
		const pages = [here(reviewer), there(reviewer)].map((ctx) => reading.readHearing(ctx, id, null));
		const [left, right] = (await Promise.all(pages)).map(valueOf);
		expect(canonical(left!.hearing)).toBe(canonical(right!.hearing));
		expect(left!.hearing.seq).toBe(events.length);
	});

	test('the same one sent twice is done once and answered twice; another under its key is refused', async () => {
		const { id } = await begin();
		const note = send('team-note', { text: '同一条' });
		const answers = await Promise.all([
			actInHearing(here(lin), id, note, null),
			actInHearing(there(lin), id, note, null),
			actInHearing(here(lin), id, note, null)
		]);
		const acted = answers.map(valueOf);
		expect(new Set(acted.map(({ first, last }) => `${first}-${last}`)).size).toBe(1);
		expect(acted.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
		expect(refusalOf(await actInHearing(here(lin), id, { ...note, detail: { text: '另一条' } }, null)).code).toBe('key-reused');
		expect(refusalOf(await actInHearing(here(xu), id, note, null)).code).toBe('key-reused');
		expect((await logOf(id)).filter(({ act }) => act === 'team-note')).toHaveLength(1);
	});

	test('out of order they are refused by the rule, and nothing is written', async () => {
		const { id, run } = await begin();
		const before = await logOf(id);
		const late = await actInHearing(here(lin), id, send('offer', { exhibitId: 'p1', proves: '停电', issueIds: [] }), null);
		expect(refusalOf(late).message).toBe('开庭准备阶段，原告不能这样做。');
		expect(await logOf(id)).toEqual(before);
		await run(here(), 'presiding-1', 'advance', { to: 'S4', reason: '测试' });
		const twice = await actInHearing(there(reviewer), id, send('advance', { to: 'S4', reason: '测试' }), null);
		expect(refusalOf(twice).code).toBe('not-next');
	});

	test.each([
		['no key', { act: 'yield', detail: {} }],
		['an act that nobody sends', { ...send('yield', {}), act: 'publish' }],
		['an act that is none', { ...send('yield', {}), act: 'toString' }],
		['a detail too many', { ...send('yield', {}), detail: { more: 1 } }],
		['a text without end', send('team-note', { text: '长'.repeat(4001) })]
	])('%s is malformed', async (_, sent) => {
		const { id } = await begin();
		expect(refusalOf(await actInHearing(here(lin), id, sent as never, null)).code).toBe('malformed');
	});

	test('time never runs backwards, whatever a node’s clock says', async () => {
		const { id, run } = await begin();
		await run(here(), 'plaintiff-1', 'team-note', { text: '先' });
		now -= 60_000;
		await run(there(), 'plaintiff-1', 'team-note', { text: '后' });
		now += 60_000;
		const times = (await logOf(id)).map((event) => event.at);
		expect(times).toEqual([...times].sort((left, right) => left - right));
	});

	test('the database refuses to change what is written', async () => {
		const { id } = await begin();
		await expect(sql`update arena_event set body = '{}' where hearing_id = ${id}`).rejects.toThrow(/append-only/);
		await expect(sql`delete from arena_command where hearing_id = ${id}`).rejects.toThrow(/append-only/);
		await expect(sql`truncate arena_ballot`).rejects.toThrow(/append-only/);
	});
});

describe('streams', () => {
	test('what happens on one node is heard on the other, by everybody who may', async () => {
		const { id, run } = await begin();
		const ears = (['public', 'waiting', 'room', 'plaintiff', 'defendant', 'panel'] as const).map((viewer) => ({
			viewer,
			...listen(hubs[1], id, { viewer, publicDelay: 0 })
		}));
		await until(() => ears.every(({ ear }) => ear.events.length > 0));
		await run(here(), 'plaintiff-1', 'team-note', { text: '原告方的秘密' });
		await run(there(), 'panel-2', 'panel-note', { text: '合议庭的讨论' });
		await run(here(), 'presiding-1', 'say', { kind: 'procedure', text: '现在开庭', speaker: 'presiding-1', exhibitIds: [], citations: [] });
		const events = await logOf(id);
		await until(() => ears.every(({ ear, viewer }) => ear.events.length >= eventsFor(events, viewer).length));
		for (const { ear, viewer } of ears) expect(ear.events, viewer).toEqual(eventsFor(events, viewer));
	});

	test('whoever was away resumes without a gap and without hearing anything twice', async () => {
		const { id, run } = await begin();
		const first = listen(hubs[0], id);
		await until(() => first.ear.events.length > 0);
		const last = first.ear.seqs.at(-1)!;
		first.leave();
		for (let count = 0; count < 5; count++) await run(there(), 'clerk-1', 'say', { kind: 'procedure', text: `第 ${count} 句`, speaker: 'clerk-1', exhibitIds: [], citations: [] });
		const again = listen(hubs[1], id, { after: last });
		await until(() => again.ear.events.length === 5);
		expect([...first.ear.seqs, ...again.ear.seqs]).toEqual((await logOf(id)).map(({ seq }) => seq));
		// From memory as well as from the log: this node has heard the last ones only.
		const whole = listen(hubs[1], id, { after: 0 });
		await until(() => whole.ear.seqs.length === again.ear.seqs.at(-1));
	});

	test('the public hears it later, and all of it', async () => {
		const { id, run } = await begin({ isPublic: true });
		now += 40_000;
		const { ear } = listen(hubs[0], id, { viewer: 'public' });
		await until(() => ear.events.length > 0);
		const known = ear.events.length;
		await run(here(), 'presiding-1', 'warn', { seatId: 'plaintiff-1', reason: '请遵守法庭纪律。' });
		await wait(500);
		expect(ear.events).toHaveLength(known);
		expect(JSON.stringify(valueOf(await reading.readHearing(here(), id, null)))).not.toContain('请遵守法庭纪律');
		now += 31_000;
		expect(JSON.stringify(valueOf(await reading.readHearing(here(), id, null)))).toContain('请遵守法庭纪律');
		await run(here(), 'plaintiff-1', 'team-note', { text: '推动一次读取' });
		await until(() => ear.events.length === known + 1);
	});

	test('whoever sees the hearing with other eyes is told to look again', async () => {
		const { id, run, token } = await begin();
		const panel = listen(hubs[0], id, { viewer: 'panel', seatId: 'panel-2' });
		const stranger = listen(hubs[1], id, { viewer: 'panel', seatId: 'panel-1' });
		await until(() => panel.ear.events.length > 0 && stranger.ear.events.length > 0);
		valueOf(await seats.revokeLink(here(trainer), id, 'panel-2'));
		await until(() => panel.ear.isToldToReload && panel.ear.isEnded);
		expect(stranger.ear.isToldToReload).toBe(false);
		expect(refusalOf(await reading.readHearing(here(), id, token)).code).toBe('no-such-hearing');
		await run(here(), 'panel-1', 'recuse-self', { reason: '同单位。' });
		await until(() => stranger.ear.isToldToReload && stranger.ear.isEnded);
	});

	test('a slow listener is cut off, nobody waits for him', async () => {
		const { id, run } = await begin();
		const slow = new (class extends Ear {
			override readonly waitingBytes = 1024 * 1024;
		})();
		hubs[0].join(slow, { hearingId: id, viewer: 'room', seatId: null, after: 0, publicDelay: 0 });
		const { ear } = listen(hubs[0], id);
		await run(here(), 'plaintiff-1', 'request-floor', { why: '' }).catch(() => null);
		await until(() => slow.isEnded && ear.events.length > 0);
	});
});

describe('the database goes away', () => {
	test('all connections are cut in the middle: nothing lost, nothing doubled', async () => {
		const { id } = await begin();
		const ears = hubs.map((hub) => listen(hub, id));
		await until(() => ears.every(({ ear }) => ear.events.length > 0));
		const before = (await logOf(id)).length;
		const said = Array.from({ length: 30 }, (_, index) => send('say', { kind: 'procedure', text: `第 ${index} 句`, speaker: 'clerk-1', exhibitIds: [], citations: [] }));
		/** As a page does: the same command again until there is an answer. */
		const insist = async (ctx: () => Ctx, command: (typeof said)[number]) => {
			for (;;) {
				const answer = await actInHearing(ctx(), id, command, null).catch(() => null);
				if (answer) return valueOf(answer);
				await wait(20);
			}
		};
		const work = said.map(async (command, index) => {
			await wait(index * 15);
			return insist(() => (index % 2 ? here(wei) : there(wei)), command);
		});
		for (let cut = 0; cut < 3; cut++) {
			await wait(120);
			await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.catch(() => null);
		}
		await Promise.all(work);
		const events = await logOf(id);
		expect(events).toHaveLength(before + said.length);
		const texts = events.flatMap((event) => (event.act === 'say' ? [event.detail.text] : []));
		expect([...texts].sort()).toEqual(said.map(({ detail }) => detail.text).sort());
		await until(() => ears.every(({ ear }) => ear.seqs.length === events.length));
		for (const { ear } of ears) expect(ear.seqs).toEqual(events.map(({ seq }) => seq));
		expect(canonical(valueOf(await reading.readHearing(there(reviewer), id, null)).hearing.court)).toBe(canonical(replay(events).court));
	});
});

describe('who may', () => {
	test('organise: a trainer; not an officer, not an administrator', async () => {
		for (const actor of [lin, administrator]) {
			await expect(scheduleHearing(here(actor), newHearing())).rejects.toThrow('arena.organise');
		}
		expect(refusalOf(await scheduleHearing(here(trainer), newHearing({ procedureId: 'duel' }))).code).toBe('no-procedure');
		expect(listProcedures(here(lin)).map(({ id }) => id)).toContain('first-instance');
	});
	test('look: whoever sits, the bureau as the public, nobody else at a closed hearing', async () => {
		const { id, token } = await begin();
		const viewer = async (actor: Actor | null, link: string | null = null) => {
			const page = await reading.readHearing(here(actor), id, link);
			return page.ok ? page.value.viewer : page.refusal.code;
		};
		expect(await Promise.all([viewer(lin), viewer(reviewer), viewer(trainer), viewer(administrator), viewer(null)])).toEqual(
			['plaintiff', 'panel', 'room', 'public', 'no-such-hearing']
		);
		expect(await Promise.all([viewer(null, token), viewer(null, 'x'.repeat(43))])).toEqual(['panel', 'no-such-hearing']);
		expect(refusalOf(await actInHearing(here(administrator), id, send('check-in', {}), null)).code).toBe('no-such-hearing');
	});
	test('a link: shown once, kept as a digest, for one hearing, until it ends or is revoked', async () => {
		const { id, token } = await begin();
		const second = await begin();
		expect(token.length).toBeGreaterThanOrEqual(43);
		const [stored] = await sql`select json_agg(s)::text as text from arena_seat s`;
		expect(stored!.text).not.toContain(token);
		expect(valueOf(await seats.findLink(here(), token))).toEqual({ hearingId: id, seatId: 'panel-2' });
		expect(refusalOf(await actInHearing(here(), second.id, send('check-in', {}), token)).code).toBe('no-such-hearing');
		const expired = { ...here(), now: new Date(now + 25 * 3_600_000) };
		expect(refusalOf(await seats.findLink(expired, token)).code).toBe('no-link');
		valueOf(await seats.revokeLink(here(trainer), id, 'panel-2'));
		expect(refusalOf(await seats.findLink(here(), token)).code).toBe('no-link');
	});
	test('a seat belongs to one person, and a person has one seat', async () => {
		const { id } = await begin();
		const twice = await seats.seatPerson(here(trainer), id, givenSeat('third-1'), lin.personId);
		expect(refusalOf(twice).code).toBe('seated');
		valueOf(await seats.seatPerson(here(trainer), id, givenSeat('plaintiff-1'), administrator.personId));
		expect(refusalOf(await actInHearing(here(lin), id, send('team-note', { text: '我' }), null)).code).toBe('no-such-hearing');
		const holders = await seats.readSeatHolders(here(trainer), id);
		expect(JSON.stringify(holders)).not.toMatch(/[0-9a-f]{64}/);
		expect(holders.find(({ seatId }) => seatId === 'plaintiff-1')?.personId).toBe(administrator.personId);
	});
	test('a cancelled hearing takes nothing any more', async () => {
		const { id } = await begin();
		expect(refusalOf(await cancelHearing(here(trainer), id, '')).code).toBe('no-reason');
		valueOf(await cancelHearing(here(trainer), id, '评委生病。'));
		expect(refusalOf(await actInHearing(here(lin), id, send('team-note', { text: '我' }), null)).code).toBe('cancelled');
	});
});

describe('ballots', () => {
	const sheet = (seen: number, total: number, given: Partial<ballots.GivenBallot> = {}): ballots.GivenBallot => ({
		...{ kind: 'real', side: 'plaintiff', seen, body: { total }, reason: '' },
		...given
	});
	async function toResult() {
		const hearing = await begin();
		const { run, to } = hearing;
		for (const stage of ['S4', 'S5', 'S6']) await to(stage);
		await run(here(), 'presiding-1', 'raise-issue', ISSUE);
		for (const stage of ['S7', 'S8', 'S9', 'S10', 'S12']) await to(stage);
		for (const seat of ['presiding-1', 'panel-1']) await run(here(), seat, 'vote', { on: 'judgment', choice: 'REVOKE', reason: '' });
		await to('S13');
		await run(here(), 'presiding-1', 'pronounce', { judgment: 'REVOKE', text: '撤销。', reasons: '程序违法。' });
		for (const stage of ['S14', 'S15']) await to(stage);
		return hearing;
	}
	test('every version stays; who saw another one is told', async () => {
		const { id } = await begin();
		const save = (given: ballots.GivenBallot) => ballots.saveBallot(here(reviewer), id, given, null);
		expect(valueOf(await save(sheet(0, 80)))).toEqual({ version: 1, state: 'draft' });
		expect(valueOf(await save(sheet(0, 80)))).toEqual({ version: 1, state: 'draft' });
		expect(refusalOf(await save(sheet(0, 81))).code).toBe('changed-meanwhile');
		expect(valueOf(await save(sheet(1, 81)))).toEqual({ version: 2, state: 'draft' });
		expect(refusalOf(await ballots.confirmBallot(here(reviewer), id, sheet(2, 81), null)).code).toBe('not-sealed');
		valueOf(await ballots.sealBallot(here(reviewer), id, sheet(2, 81), null));
		expect(refusalOf(await ballots.sealBallot(here(reviewer), id, sheet(3, 70), null)).code).toBe('no-reason');
		valueOf(await ballots.sealBallot(here(reviewer), id, sheet(3, 70, { reason: '加错了。' }), null));
		valueOf(await ballots.confirmBallot(here(reviewer), id, sheet(4, 70), null));
		const [rows] = await sql`select count(*)::int as count from arena_ballot where hearing_id = ${id}`;
		expect(rows!.count).toBe(5);
		expect(valueOf(await ballots.readOwnBallots(here(reviewer), id, null))).toMatchObject([{ version: 5, state: 'confirmed' }]);
	});
	test('only judges have sheets, nobody sees another’s before the result', async () => {
		const { id, token } = await begin();
		expect(refusalOf(await ballots.saveBallot(here(lin), id, sheet(0, 99), null)).code).toBe('no-such-hearing');
		expect(refusalOf(await ballots.saveBallot(here(reviewer), id, sheet(0, 99, { kind: 'shadow' }), null)).code).toBe('no-such-hearing');
		valueOf(await ballots.sealBallot(here(), id, sheet(0, 91), token));
		const seen = valueOf(await ballots.readBallots(here(trainer), id));
		expect(seen).toMatchObject([{ seatId: 'panel-2', state: 'sealed', body: null }]);
		expect(JSON.stringify(valueOf(await ballots.readOwnBallots(here(reviewer), id, null)))).toBe('[]');
	});
	test('the result is published when every judge has confirmed both, and then nothing changes any more', async () => {
		const { id, sitters } = await toResult();
		const result = { key: key(), winner: 'plaintiff' as const, text: '攻擂方胜' };
		expect(refusalOf(await publishResult(here(trainer), id, result)).code).toBe('sheets-missing');
		const judges: Sitter[] = ['presiding-1', 'panel-1', 'panel-2'].map((seat) => sitters[seat]!);
		for (const { actor, token } of judges) {
			for (const side of ['plaintiff', 'defendant'] as const) {
				valueOf(await ballots.sealBallot(there(actor), id, sheet(0, 80, { side }), token));
				valueOf(await ballots.confirmBallot(here(actor), id, sheet(1, 80, { side }), token));
			}
		}
		const digest = valueOf(await publishResult(here(trainer), id, result));
		expect(valueOf(await publishResult(there(trainer), id, result))).toBe(digest);
		expect(valueOf(await reading.readHearing(here(), id, sitters['panel-2']!.token)).hearing.course.published).toMatchObject({ digest });
		expect(refusalOf(await ballots.saveBallot(here(reviewer), id, sheet(2, 99), null)).code).toBe('published');
		expect(valueOf(await ballots.readBallots(here(trainer), id))[0]!.body).toBe('{"total":80}');
	});
});

test('the list says which hearings are there and where one sits', async () => {
	const { id } = await begin();
	const list = await reading.listHearings(here(lin));
	expect(list.find((one) => one.id === id)).toMatchObject({ seatId: 'plaintiff-1', stage: 'S3', title: '粉尘车间处罚案 第一场' });
	expect(JSON.stringify(list)).not.toContain('exhibits');
	const events = valueOf(await reading.readEventsSince(here(lin), id, 3, null));
	expect([events.viewer, events.events[0]!.seq]).toEqual(['plaintiff', 4]);
});
