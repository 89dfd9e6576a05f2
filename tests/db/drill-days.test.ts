import { connect } from '#db/connect.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { closeExpiredOf } from '#lib/drills/server/use-cases/close-expired.server.ts';
import { readDaily, readDrillHome } from '#lib/drills/server/use-cases/read-home.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startDaily, startKind } from '#lib/drills/server/use-cases/start-sets.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { expect, test } from 'vitest';
import { makeItems } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { answerSet, doDaily, loadBank, picksFor, taskOf } from '../support/drilling.ts';
import { addOfficers, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql, address } = await freshDatabase(8);
const { town } = await makeBureau(db);
await loadBank(contextOf(db), makeItems(25));
const officers = await addOfficers(db, town, 14);
const nextOfficer = (): Actor => officers.pop()!;

const on = (day: string, actor: Actor | null = null, clock = '09:00') =>
	contextOf(db, { now: instantOf(day, clock), actor });
const knowing = () => true;
const entriesOf = async (actor: Actor) => {
	const rows = await sql<
		{ body: string }[]
	>`select body from ledger_entry where officer_id = ${actor.personId} order by seq`;
	return rows.map(
		({ body }) => JSON.parse(body) as { day: string; complete: boolean; sourceId: string; facts: { mark: number }[] }
	);
};

test('a set of yesterday that nobody has closed yet can be finished, and counts for the day it was finished', async () => {
	const lin = nextOfficer();
	const setId = valueOf(await startDaily(on('2026-11-18', lin, '23:50')));
	await answerSet(on('2026-11-18', lin, '23:55'), setId, knowing, 9);
	const { set } = await answerSet(on('2026-11-19', lin, '00:01'), setId, knowing);
	expect(set.finished).toBe(true);
	expect(valueOf(await readSet(on('2026-11-19', lin, '00:02'), setId, null)).set.day).toBe('2026-11-18');
	expect(await entriesOf(lin)).toMatchObject([{ day: '2026-11-19', complete: true }]);
});

test('starting today’s set closes yesterday’s with what was answered; late answers to it are refused', async () => {
	const xu = nextOfficer();
	const setId = valueOf(await startDaily(on('2026-11-18', xu)));
	await answerSet(on('2026-11-18', xu), setId, () => false, 4);
	const { position, itemId } = valueOf(await readSet(on('2026-11-18', xu), setId, null)).question!;
	expect(valueOf(await startDaily(on('2026-11-19', xu)))).not.toBe(setId);
	expect(await entriesOf(xu)).toMatchObject([
		{ day: '2026-11-19', complete: false, sourceId: setId, facts: [{}, {}, {}, {}] }
	]);

	const late = on('2026-11-19', xu, '09:05');
	expect(refusalOf(await answerQuestion(late, setId, position, picksFor(taskOf(itemId), true)))).toEqual({
		code: 'set-closed',
		message: '这组练习已经截止，没有作答的题不再接收答案。'
	});
	expect(await sql`select 1 from drill_answer where set_id = ${setId}`).toHaveLength(4);
	const again = valueOf(await answerQuestion(late, setId, 0, []));
	expect(again).toMatchObject({ feedback: { repeated: true }, set: { finished: true } });
	const page = valueOf(await readSet(late, setId, null));
	expect(page).toMatchObject({ question: null, set: { finished: true, answered: 4 } });
	expect(page.summary!.filter(({ mark }) => mark === null)).toHaveLength(6);
});

test('sweeps on two nodes at once close every set of earlier days once', async () => {
	await sql`update drill_set set finished_at = started_at where finished_at is null`;
	const before = await verifyLedger(on('2026-11-20'));
	const team = [1, 2, 3, 4, 5, 6].map(nextOfficer);
	for (const [index, actor] of team.entries()) {
		const setId = valueOf(await startDaily(on('2026-11-18', actor)));
		await answerSet(on('2026-11-18', actor), setId, knowing, index);
	}
	const practice = valueOf(await startKind(on('2026-11-18', team[0]), 'drafting'));
	const today = nextOfficer();
	const open = valueOf(await startDaily(on('2026-11-20', today)));

	const other = connect({ ...address }, 4);
	const sweep = () => closeExpiredOf(on('2026-11-20'));
	await Promise.all([sweep(), sweep(), closeExpiredOf({ ...on('2026-11-20'), db: other.db }), sweep()]);
	await other.close();
	expect(await sweep()).toBe(0);

	const unfinished = await sql<{ id: string }[]>`select id from drill_set where finished_at is null order by id`;
	expect(unfinished.map(({ id }) => id).sort()).toEqual([practice, open].sort());
	// Whoever answered nothing has no entry: there is nothing to count.
	const written = await Promise.all(team.map(entriesOf));
	expect(written.map((list) => list.map(({ complete, facts }) => ({ complete, facts: facts.length })))).toEqual([
		[],
		...[1, 2, 3, 4, 5].map((facts) => [{ complete: false, facts }])
	]);
	expect(await verifyLedger(on('2026-11-20'))).toMatchObject({ faults: [], entries: before.entries + 5 });
});

test('a set that was answered to the end but never finished is closed as complete', async () => {
	const actor = nextOfficer();
	const setId = valueOf(await startDaily(on('2026-11-18', actor)));
	await answerSet(on('2026-11-18', actor), setId, knowing, 8);
	const [set] = await sql<{ picks: { id: string }[] }[]>`select picks from drill_set where id = ${setId}`;
	// Two tabs, the last two questions, one moment.
	await Promise.all(
		[8, 9].map((at) => answerQuestion(on('2026-11-18', actor), setId, at, picksFor(taskOf(set!.picks[at]!.id), true)))
	);
	await closeExpiredOf(on('2026-11-19'));
	expect(await entriesOf(actor)).toMatchObject([{ complete: true }]);
});

test('the facts tell how long ago a question was answered before', async () => {
	const actor = nextOfficer();
	await doDaily(on('2026-11-02', actor), knowing);
	await doDaily(on('2026-11-03', actor), () => false);
	await sql`update memory_card set due = '2026-11-20T00:00:00Z' where officer_id = ${actor.personId}`;
	await doDaily(on('2026-11-20', actor), knowing);
	const facts = (await entriesOf(actor)).map((entry) => entry.facts as unknown[]);
	const fresh = { daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false };
	for (const fact of facts[0]!) expect(fact).toMatchObject(fresh);
	const known = facts[2]!.filter((fact) => (fact as { daysSinceLast: number }).daysSinceLast === 18);
	expect(known.length).toBeGreaterThan(0);
	for (const fact of known) expect(fact).toMatchObject({ daysSinceFirstSuccess: 18, wasDue: true });
});

test('the day turns at midnight in Shanghai, and 今日 knows done, open and missed days', async () => {
	const actor = nextOfficer();
	const friday = valueOf(await startDaily(on('2026-11-20', actor, '00:00')));
	expect(valueOf(await startDaily(on('2026-11-20', actor, '23:59')))).toBe(friday);
	await answerSet(on('2026-11-20', actor), friday, knowing, 3);
	expect((await readDrillHome(on('2026-11-20', actor))).daily).toEqual({
		state: 'open',
		setId: friday,
		answered: 3,
		size: 10,
		mark: null
	});
	await answerSet(on('2026-11-20', actor), friday, knowing);
	const home = await readDrillHome(on('2026-11-20', actor));
	expect(home).toMatchObject({ daily: { state: 'done', mark: 100 }, streak: 1, mistakes: 0 });
	expect(home.days.slice(-2)).toEqual(['2026-11-19', '2026-11-20']);
	expect(home.done).toEqual(['2026-11-20']);
	expect(await readDaily(on('2026-11-21', actor))).toMatchObject({ state: 'none', setId: null });
	expect(valueOf(await startDaily(on('2026-11-21', actor, '00:00')))).not.toBe(friday);
});
