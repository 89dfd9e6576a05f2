import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { connect } from '#db/connect.ts';
import { replay } from '#lib/arena/domain/hearing/decide.ts';
import { eventsFor } from '#lib/arena/domain/hearing/view.ts';
import { Hub, type Listener } from '#lib/arena/server/live/hub.server.ts';
import { readBody, selectEvents } from '#lib/arena/server/repository/events.server.ts';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import * as reading from '#lib/arena/server/use-cases/read-hearing.server.ts';
import type { NewHearing } from '#lib/arena/server/use-cases/schedule-hearing.server.ts';
import * as seats from '#lib/arena/server/use-cases/seat-people.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { Ear, beginHearing, send } from '../support/arena.ts';
import { freshDatabase } from '../support/database.ts';
import { MORNING, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase();
/** Another node: its own pool, its own caches, its own hub. */
const other = connect({ ...address }, 4);
const { lin, xu, wei, trainer, townTrainer, reviewer } = await makeBureau(db);
const BENCH = {
	'presiding-1': reviewer,
	'panel-1': townTrainer,
	'clerk-1': wei,
	'plaintiff-1': lin,
	'defendant-1': xu
};

/** Time passes as the tests say. */
let now = MORNING.getTime();
const at = () => new Date(now);
const here = (actor: Actor | null = null): Ctx => contextOf(db, { actor, now: at() });
const there = (actor: Actor | null = null): Ctx => contextOf(other.db, { actor, now: at() });
const log = { error: vi.fn() };
const hubs = [
	new Hub({ db, now: at, log, beatEvery: 200 }),
	new Hub({ db: other.db, now: at, log, beatEvery: 200 })
] as const;
for (const [index, driver] of [sql, other.sql].entries()) {
	await hubs[index]!.start(async (channel, heard, begun) => {
		await driver.listen(channel, heard, begun);
	});
}
afterAll(async () => {
	for (const hub of hubs) hub.end();
	await other.close();
});

const begin = (given: Partial<NewHearing> = {}) => beginHearing(here, { organiser: trainer, bench: BENCH }, given);
const chair = (text: string) =>
	({ kind: 'procedure', text, speaker: 'clerk-1', exhibitIds: [], citations: [] }) as const;
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
			run(index % 2 ? here() : there(), index % 3 ? 'plaintiff-1' : 'defendant-1', 'team-note', {
				text: `笔记 ${index}`
			})
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
		expect(refusalOf(await actInHearing(here(lin), id, { ...note, detail: { text: '另一条' } }, null)).code).toBe(
			'key-reused'
		);
		expect(refusalOf(await actInHearing(here(xu), id, note, null)).code).toBe('key-reused');
		expect((await logOf(id)).filter(({ act }) => act === 'team-note')).toHaveLength(1);
	});

	test('out of order they are refused by the rule, and nothing is written', async () => {
		const { id, run } = await begin();
		const before = await logOf(id);
		const late = await actInHearing(
			here(lin),
			id,
			send('offer', { exhibitId: 'p1', proves: '停电', issueIds: [] }),
			null
		);
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
		await run(here(), 'presiding-1', 'say', { ...chair('现在开庭'), speaker: 'presiding-1' });
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
		for (let count = 0; count < 5; count++) await run(there(), 'clerk-1', 'say', chair(`第 ${count} 句`));
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
		const said = Array.from({ length: 30 }, (_, index) => send('say', chair(`第 ${index} 句`)));
		let failures = 0;
		/** As a page does: the same command again until there is an answer. */
		const insist = async (ctx: () => Ctx, command: (typeof said)[number]) => {
			for (;;) {
				const answer = await actInHearing(ctx(), id, command, null).catch(() => null);
				if (answer) return valueOf(answer);
				failures++;
				await wait(20);
			}
		};
		const work = said.map(async (command, index) => {
			await wait(index * 15);
			return insist(() => (index % 2 ? here(wei) : there(wei)), command);
		});
		for (let cut = 0; cut < 3; cut++) {
			await wait(120);
			await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.catch(
				() => null
			);
		}
		await Promise.all(work);
		expect(failures).toBeGreaterThan(0);
		const events = await logOf(id);
		expect(events).toHaveLength(before + said.length);
		const texts = events.flatMap((event) => (event.act === 'say' ? [event.detail.text] : []));
		expect([...texts].sort()).toEqual(said.map(({ detail }) => detail.text).sort());
		await until(() => ears.every(({ ear }) => ear.seqs.length === events.length));
		for (const { ear } of ears) expect(ear.seqs).toEqual(events.map(({ seq }) => seq));
		expect(canonical(valueOf(await reading.readHearing(there(reviewer), id, null)).hearing.court)).toBe(
			canonical(replay(events).court)
		);
	});
});
