import { describe, expect, test } from 'vitest';
import { actInHearing } from '#lib/arena/server/use-cases/act-in-hearing.server.ts';
import { decideRecusal } from '#lib/arena/server/use-cases/decide-recusal.server.ts';
import { endTerms } from '#lib/arena/server/use-cases/end-terms.server.ts';
import * as ballots from '#lib/arena/server/use-cases/keep-ballots.server.ts';
import { publishResult } from '#lib/arena/server/use-cases/publish-result.server.ts';
import * as reading from '#lib/arena/server/use-cases/read-hearing.server.ts';
import * as schedule from '#lib/arena/server/use-cases/schedule-hearing.server.ts';
import * as seats from '#lib/arena/server/use-cases/seat-people.server.ts';
import * as links from '#lib/identity/server/use-cases/personal-links.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { beginHearing, does, givenSeat, key, newHearing, openHearing, send } from '../support/arena.ts';
import { freshDatabase } from '../support/database.ts';
import { ISSUE } from '../support/hearing.ts';
import { MORNING, addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { bureau, lin, xu, wei, trainer, townTrainer, reviewer, administrator } = await makeBureau(db);
const organiser = await addActor(db, { account: 'su.qi', name: '苏启', unitId: bureau, roles: ['organiser'] });
const BENCH = {
	'presiding-1': reviewer,
	'panel-1': townTrainer,
	'clerk-1': wei,
	'plaintiff-1': lin,
	'defendant-1': xu
};
const HOUR_MS = 3_600_000;
const here = (actor: Actor | null = null, hours = 0): Ctx =>
	contextOf(db, { actor, now: new Date(MORNING.getTime() + hours * HOUR_MS) });
const begin = () => beginHearing(here, { organiser: trainer, bench: BENCH });

describe('who may', () => {
	test('organise: a trainer; not an officer, not an administrator', async () => {
		for (const actor of [lin, administrator]) {
			await expect(schedule.scheduleHearing(here(actor), newHearing())).rejects.toThrow('arena.organise');
		}
		expect(refusalOf(await schedule.scheduleHearing(here(trainer), newHearing({ procedureId: 'duel' }))).code).toBe(
			'no-procedure'
		);
		expect((await schedule.listProcedures(here(lin))).map(({ id }) => id)).toContain('first-instance');
	});
	test('look: whoever sits, the bureau as the public, nobody else at a closed hearing', async () => {
		const { id, token } = await begin();
		const viewer = async (actor: Actor | null, link: string | null = null) => {
			const page = await reading.readHearing(here(actor), id, link);
			return page.ok ? page.value.viewer : page.refusal.code;
		};
		expect(
			await Promise.all([viewer(lin), viewer(reviewer), viewer(trainer), viewer(administrator), viewer(null)])
		).toEqual(['plaintiff', 'panel', 'room', 'public', 'no-such-hearing']);
		expect(await Promise.all([viewer(null, token), viewer(null, 'x'.repeat(43))])).toEqual([
			'panel',
			'no-such-hearing'
		]);
		expect(refusalOf(await actInHearing(here(administrator), id, send('check-in', {}), null)).code).toBe(
			'no-such-hearing'
		);
	});
	test('a link: shown once, kept as a digest, for one hearing, until it ends or is revoked', async () => {
		const { id, token } = await begin();
		const second = await begin();
		expect(token.length).toBeGreaterThanOrEqual(43);
		const [stored] = await sql`select json_agg(s)::text as text from arena_seat s`;
		expect(stored!.text).not.toContain(token);
		expect(valueOf(await seats.findLink(here(), token))).toEqual({ hearingId: id, seatId: 'panel-2' });
		expect(refusalOf(await actInHearing(here(), second.id, send('check-in', {}), token)).code).toBe('no-such-hearing');
		const expired = here(null, 25);
		expect(refusalOf(await seats.findLink(expired, token)).code).toBe('no-link');
		valueOf(await seats.revokeLink(here(trainer), id, 'panel-2'));
		expect(refusalOf(await seats.findLink(here(), token)).code).toBe('no-link');
	});
	test('links of all hearings stand on one page, for administrators and organisers, who take them back there', async () => {
		await sql`update arena_seat set link_hash = null, link_expires_at = null, link_name = null`;
		const { id, token } = await begin();
		const of = async (hours = 0) => links.readPersonalLinks(here(administrator, hours));
		const [link, ...others] = await of();
		expect(others).toEqual([]);
		expect(link).toMatchObject({
			...{ kind: 'seat', id: `${id}/panel-2`, title: '庭审席位', givenBy: '梁若川', lastUsedAt: null, isOver: false },
			at: null
		});
		expect(link!.holder).not.toBe('—');
		const [organisers] = await links.readPersonalLinks(here(organiser));
		expect(organisers!.at, 'the page of the seats is for whoever organises').toBe(`/arena/${id}/seats`);
		expect(JSON.stringify(link)).not.toMatch(/[0-9a-f]{64}/);
		valueOf(await seats.findLink(here(null, 2), token));
		expect(await of(2)).toMatchObject([{ lastUsedAt: '2026-11-20 11:00', isOver: false }]);
		expect(await of(25)).toMatchObject([{ isOver: true }]);
		for (const actor of [lin, trainer, null])
			await expect(links.revokePersonalLink(here(actor), `seat:${id}/panel-2`)).rejects.toThrow('identity.revokeLinks');
		for (const key of ['', 'seat', 'seat:', 'seat:x/panel-2', `ticket:${id}/panel-2`, `seat:${id}/panel-9`])
			expect(refusalOf(await links.revokePersonalLink(here(administrator), key)).code, key).toBe('no-link');
		const both = [1, 2].map(() => links.revokePersonalLink(here(administrator), `seat:${id}/panel-2`));
		expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1);
		expect(refusalOf(await seats.findLink(here(), token)).code).toBe('no-link');
		expect(await of()).toEqual([]);
	});
	test('a seat belongs to one person, and a person has one seat', async () => {
		const { id } = await begin();
		const twice = await seats.seatPerson(here(trainer), id, givenSeat('third-1'), lin.personId);
		expect(refusalOf(twice).code).toBe('seated');
		valueOf(await seats.seatPerson(here(trainer), id, givenSeat('plaintiff-1'), administrator.personId));
		expect(refusalOf(await actInHearing(here(lin), id, send('team-note', { text: '我' }), null)).code).toBe(
			'no-such-hearing'
		);
		const holders = await seats.readSeatHolders(here(trainer), id);
		expect(JSON.stringify(holders)).not.toMatch(/[0-9a-f]{64}/);
		expect(holders.find(({ seatId }) => seatId === 'plaintiff-1')?.personId).toBe(administrator.personId);
	});
	test('a cancelled hearing takes nothing any more', async () => {
		const { id } = await begin();
		expect(refusalOf(await schedule.cancelHearing(here(trainer), id, '')).code).toBe('no-reason');
		valueOf(await schedule.cancelHearing(here(trainer), id, '评委生病。'));
		expect(refusalOf(await actInHearing(here(lin), id, send('team-note', { text: '我' }), null)).code).toBe(
			'cancelled'
		);
	});
});

test('papers before the hearing: the case is handed out, the clock ends the term on one node only', async () => {
	const { id, sitters } = await openHearing(here(trainer), BENCH, { procedureId: 'first-instance' });
	const handOut = key();
	valueOf(await schedule.publishCaseFile(here(trainer), id, handOut));
	valueOf(await schedule.publishCaseFile(here(trainer), id, handOut));
	const complaint = { kind: 'complaint', title: '起诉状', text: '请求撤销。' } as const;
	await does(here(), id, sitters['plaintiff-1']!, 'file-paper', complaint);
	expect(await endTerms(here(null, 99))).toBe(0);
	await does(here(), id, sitters['presiding-1']!, 'advance', { to: 'S1', reason: '' });
	expect(await endTerms(here(null, 14))).toBe(0);
	const runs = await Promise.all([endTerms(here(null, 16)), endTerms(here(null, 16))]);
	expect(runs.reduce((sum, one) => sum + one)).toBe(1);
	const page = valueOf(await reading.readHearing(here(xu, 16), id, null));
	expect(page.hearing.course.stage?.id).toBe('S2');
	expect(page.hearing.docket.papers).toMatchObject([{ party: 'plaintiff', title: '起诉状' }]);
});

test('a judge’s recusal is the organiser’s to decide', async () => {
	const { id, run } = await begin();
	await run(here(), 'plaintiff-1', 'ask-recusal', { seatId: 'panel-1', reason: '同单位。' });
	const decision = { key: key(), seatId: 'panel-1', granted: true, reason: '同单位。' };
	expect(refusalOf(await decideRecusal(here(trainer), id, { ...decision, reason: '' })).code).toBe('no-reason');
	valueOf(await decideRecusal(here(trainer), id, decision));
	const { seat } = valueOf(await reading.readHearing(here(townTrainer), id, null));
	expect(seat?.presence).toBe('recused');
	expect(refusalOf(await actInHearing(here(townTrainer), id, send('panel-note', { text: '我' }), null)).code).toBe(
		'recused'
	);
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
		for (const seat of ['presiding-1', 'panel-1'])
			await run(here(), seat, 'vote', { on: 'judgment', choice: 'revoke', reason: '' });
		await to('S13');
		await run(here(), 'presiding-1', 'pronounce', {
			...{ judgment: 'revoke', text: '撤销。', ticked: ['procedure-breached'] },
			reasons: '没有告知听证的权利，违反法定程序，应当撤销。'
		});
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
		expect(valueOf(await ballots.readOwnBallots(here(reviewer), id, null))).toMatchObject([
			{ version: 5, state: 'confirmed' }
		]);
	});
	test('only judges have sheets, nobody sees another’s before the result', async () => {
		const { id, token } = await begin();
		expect(refusalOf(await ballots.saveBallot(here(lin), id, sheet(0, 99), null)).code).toBe('no-such-hearing');
		expect(refusalOf(await ballots.saveBallot(here(reviewer), id, sheet(0, 99, { kind: 'shadow' }), null)).code).toBe(
			'no-such-hearing'
		);
		valueOf(await ballots.sealBallot(here(), id, sheet(0, 91), token));
		const seen = valueOf(await ballots.readBallots(here(trainer), id));
		expect(seen).toMatchObject([{ seatId: 'panel-2', state: 'sealed', body: null }]);
		expect(JSON.stringify(valueOf(await ballots.readOwnBallots(here(reviewer), id, null)))).toBe('[]');
	});
	test('the result is published when every judge has confirmed both, and then nothing changes any more', async () => {
		const { id, sitters } = await toResult();
		const result = { key: key(), winner: 'plaintiff' as const, text: '攻擂方胜' };
		expect(refusalOf(await publishResult(here(trainer), id, result)).code).toBe('sheets-missing');
		const judges = ['presiding-1', 'panel-1', 'panel-2'].map((seat) => sitters[seat]!);
		for (const { actor, token } of judges) {
			for (const side of ['plaintiff', 'defendant'] as const) {
				valueOf(await ballots.sealBallot(here(actor), id, sheet(0, 80, { side }), token));
				valueOf(await ballots.confirmBallot(here(actor), id, sheet(1, 80, { side }), token));
			}
		}
		const digest = valueOf(await publishResult(here(trainer), id, result));
		expect(valueOf(await publishResult(here(trainer), id, result))).toBe(digest);
		expect(
			valueOf(await reading.readHearing(here(), id, sitters['panel-2']!.token)).hearing.course.published
		).toMatchObject({ digest });
		expect(refusalOf(await ballots.saveBallot(here(reviewer), id, sheet(2, 99), null)).code).toBe('published');
		expect(valueOf(await ballots.readBallots(here(trainer), id))[0]!.body).toBe('{"total":80}');
	});
});

test('the list says which hearings are there and where one sits', async () => {
	const { id } = await begin();
	const list = await reading.listHearings(here(lin));
	expect(list.find((one) => one.id === id)).toMatchObject({
		seatId: 'plaintiff-1',
		stage: 'S3',
		title: '粉尘车间处罚案 第一场'
	});
	expect(JSON.stringify(list)).not.toContain('exhibits');
	const events = valueOf(await reading.readEventsSince(here(lin), id, 3, null));
	expect([events.viewer, events.events[0]!.seq]).toEqual(['plaintiff', 4]);
});
