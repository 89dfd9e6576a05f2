import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { readMistakes } from '#lib/drills/server/use-cases/read-mistakes.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startDaily, startKind, startMistakes } from '#lib/drills/server/use-cases/start-sets.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { expect, test } from 'vitest';
import { makeItems, SECRET } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { answerSet, loadBank, picksFor, taskOf } from '../support/drilling.ts';
import { addOfficers, contextOf, makeBureau, MORNING, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(20);
const { town, lin, xu } = await makeBureau(db);
await loadBank(contextOf(db), makeItems(25));
/** Each test takes one: nobody else drills in their name. */
const officers = await addOfficers(db, town, 10);
const nextOfficer = (): Actor => officers.pop()!;

const times = <T>(count: number, work: (index: number) => Promise<T>) =>
	Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const entriesOf = (setId: string) => sql`select * from ledger_entry where source_id = ${setId}`;
const counts = async () =>
	(
		await sql`select (select count(*)::int from drill_answer) as answers, (select count(*)::int from memory_card) as cards,
			(select count(*)::int from drill_set) as sets, (select count(*)::int from ledger_entry) as entries,
			(select count(*)::int from drill_set where finished_at is not null) as finished`
	)[0];
const knowing = () => true;

test('today’s set is drawn once, however often and however many ask', async () => {
	const ctx = contextOf(db, { actor: nextOfficer() });
	const ids = await times(20, (seed) => startDaily({ ...ctx, seed }));
	expect(new Set(ids.map(valueOf)).size).toBe(1);
	expect(valueOf(await startDaily({ ...ctx, seed: 99 }))).toBe(valueOf(ids[0]!));
	const [row] =
		await sql`select count(*)::int, min(jsonb_array_length(picks)) as size from drill_set where officer_id = ${ctx.actor!.personId}`;
	expect(row).toEqual({ count: 1, size: 10 });
});

test('the draw keeps its seed and repeats with it', async () => {
	const drawn = await times(2, async () => {
		const actor = nextOfficer();
		const id = valueOf(await startDaily(contextOf(db, { actor, seed: 4711 })));
		const [row] = await sql<{ picks: unknown; seed: number }[]>`select picks, seed from drill_set where id = ${id}`;
		return row!;
	});
	expect(drawn[0]).toEqual(drawn[1]);
	expect(drawn[0]!.seed).toBe(4711);
});

test('nothing of the key leaves before the answer', async () => {
	const ctx = contextOf(db, { actor: nextOfficer() });
	const setId = valueOf(await startDaily(ctx));
	let page = valueOf(await readSet(ctx, setId, null));
	while (page.question) {
		const { position, itemId } = page.question;
		for (const seen of [page, valueOf(await readSet(ctx, setId, position))]) {
			const text = JSON.stringify({ ...seen, feedback: null });
			expect(text).not.toContain(SECRET);
			expect(text).not.toMatch(/"(correct|reason|reasons|accepted|explanation|traps|tolerance|value)":/);
		}
		expect(valueOf(await readSet(ctx, setId, position)).feedback).toBeNull();
		const answered = valueOf(await answerQuestion(ctx, setId, position, picksFor(taskOf(itemId), true)));
		expect(JSON.stringify(answered.question ?? '')).not.toContain(SECRET);
		expect(answered.feedback).toMatchObject({
			mark: 100,
			repeated: false,
			explanation: `<p>${SECRET}${itemId} 的解释</p>`
		});
		expect(answered.feedback.citations[0]).toMatchObject({ lawTitle: '中华人民共和国测试法' });
		page = valueOf(await readSet(ctx, setId, null));
	}
	expect(page.summary).toHaveLength(10);
	expect(page.set).toMatchObject({ finished: true, answered: 10, mark: 100 });
});

test('twenty times the same answer is one answer', async () => {
	const ctx = contextOf(db, { actor: nextOfficer() });
	const setId = valueOf(await startDaily(ctx));
	const { position, itemId } = valueOf(await readSet(ctx, setId, null)).question!;
	const all = (await times(20, () => answerQuestion(ctx, setId, position, picksFor(taskOf(itemId), false)))).map(
		valueOf
	);
	expect(all.filter(({ feedback }) => !feedback.repeated)).toHaveLength(1);
	const plain = all.map(({ feedback }) => ({ ...feedback, repeated: null, nextDue: null }));
	for (const feedback of plain) expect(feedback).toEqual(plain[0]);
	expect(await sql`select 1 from drill_answer where set_id = ${setId}`).toHaveLength(1);
	expect(await sql`select reps from memory_card where officer_id = ${ctx.actor!.personId}`).toEqual([{ reps: 1 }]);
});

test('of twenty different answers the first stands, and everybody gets its feedback', async () => {
	const ctx = contextOf(db, { actor: nextOfficer() });
	const setId = valueOf(await startDaily(ctx));
	const [set] = await sql<{ picks: { id: string }[] }[]>`select picks from drill_set where id = ${setId}`;
	const position = set!.picks.findIndex(({ id }) => taskOf(id).type === 'numeric');
	const all = (await times(20, (n) => answerQuestion(ctx, setId, position, [String(n)]))).map(valueOf);
	const stored = await sql<
		{ answer: number; mark: number }[]
	>`select answer, mark from drill_answer where set_id = ${setId}`;
	expect(stored).toHaveLength(1);
	for (const { feedback, set } of all) {
		expect(feedback).toMatchObject({ given: stored[0]!.answer, mark: stored[0]!.mark });
		expect(set.marks[position]).toBe(stored[0]!.mark);
	}
});

test.each([
	['once', 1],
	['by twenty at the same moment', 20]
])('the last answer, given %s, finishes the set and writes one entry', async (_, many) => {
	const ctx = contextOf(db, { actor: nextOfficer() });
	const setId = valueOf(await startDaily(ctx));
	const { question } = await answerSet(ctx, setId, knowing, 9);
	expect(await entriesOf(setId)).toHaveLength(0);
	const picks = picksFor(taskOf(question!.itemId), true);
	const all = (await times(many, () => answerQuestion(ctx, setId, question!.position, picks))).map(valueOf);
	for (const { question: next, set } of all) {
		expect(next).toBeNull();
		expect(set).toMatchObject({ finished: true, answered: 10, mark: 100 });
	}
	const entries = await entriesOf(setId);
	expect(entries).toHaveLength(1);
	const body = JSON.parse(entries[0]!.body as string) as { facts: object[] };
	expect(body).toMatchObject({
		complete: true,
		day: '2026-11-20',
		officerId: ctx.actor!.personId,
		unitId: town,
		seq: 1
	});
	expect(body.facts).toHaveLength(10);
});

test('the last two questions answered at the same moment, in two tabs, finish the set', async () => {
	const ctx = contextOf(db, { actor: nextOfficer() });
	const setId = valueOf(await startDaily(ctx));
	await answerSet(ctx, setId, knowing, 7);
	const [set] = await sql<{ picks: { id: string }[] }[]>`select picks from drill_set where id = ${setId}`;
	const tabs = await times(3, (n) => answerQuestion(ctx, setId, 7 + n, picksFor(taskOf(set!.picks[7 + n]!.id), true)));
	// Whoever is sent on to a question that the other tab has answered finds the end.
	for (const { question } of tabs.map(valueOf)) {
		if (question) await answerQuestion(ctx, setId, question.position, picksFor(taskOf(question.itemId), true));
	}
	expect(valueOf(await readSet(ctx, setId, null))).toMatchObject({
		question: null,
		set: { finished: true, answered: 10 }
	});
	const entries = await entriesOf(setId);
	expect(entries).toHaveLength(1);
	expect(JSON.parse(entries[0]!.body as string)).toMatchObject({ complete: true });
});

test('practice and redone mistakes count for nobody’s month', async () => {
	const ctx = contextOf(db, { actor: lin });
	const practice = valueOf(await startKind(ctx, 'drafting'));
	await answerSet(ctx, practice, () => false);
	const wrong = (await readMistakes(ctx, null, 1)).mistakes;
	expect(wrong.map(({ mark }) => mark)).toEqual([0, 0, 0, 0, 0].map(() => expect.any(Number) as number));
	const mistakes = valueOf(await startMistakes(ctx, null));
	await answerSet(ctx, mistakes, knowing);
	const { set } = valueOf(await readSet(ctx, mistakes, null));
	expect(set).toMatchObject({ finished: true, kind: 'mistakes', ledger: false, mark: 100 });
	expect((await readMistakes(ctx, null, 1)).mistakes).toEqual([]);
	expect(await sql`select 1 from ledger_entry where officer_id = ${lin.personId}`).toHaveLength(0);
});

test('an answer moves the memory of its question, of that officer only', async () => {
	const ctx = contextOf(db, { actor: xu });
	const setId = valueOf(await startDaily(ctx));
	const { itemId } = valueOf(await readSet(ctx, setId, null)).question!;
	await answerSet(ctx, setId, knowing, 1);
	const cards =
		await sql`select item_id, reps, lapses, last_mark, last_set_id, first_success_at::text, due > ${MORNING.toISOString()}::timestamptz as later
		from memory_card where officer_id = ${xu.personId}`;
	expect(cards).toEqual([
		{
			...{ item_id: itemId, reps: 1, lapses: 0, last_mark: 100, last_set_id: setId, later: true },
			first_success_at: '2026-11-20 01:00:00+00'
		}
	]);
});

test('what is refused changes nothing', async () => {
	const ctx = contextOf(db, { actor: nextOfficer() });
	const setId = valueOf(await startDaily(ctx));
	const [set] = await sql<{ picks: { id: string }[] }[]>`select picks from drill_set where id = ${setId}`;
	const place = (type: string) => set!.picks.findIndex(({ id }) => taskOf(id).type === type);
	const before = await counts();
	const refused = async (position: number, picks: string[], id = setId, who = ctx) =>
		refusalOf(await answerQuestion(who, id, position, picks)).code;

	expect(await refused(place('single'), [])).toBe('nothing-chosen');
	expect(await refused(place('single'), ['z'])).toBe('unknown-option');
	expect(await refused(place('single'), ['a', 'b'])).toBe('one-only');
	expect(await refused(place('multiple'), ['a', 'a'])).toBe('unknown-option');
	expect(await refused(place('ordering'), ['a', 'b'])).toBe('steps-missing');
	expect(await refused(place('numeric'), ['十五'])).toBe('not-a-number');
	for (const position of [-1, 10, 99]) expect(await refused(position, ['a'])).toBe('no-such-question');
	expect(await refused(0, ['a'], 'not-an-id')).toBe('no-such-question');
	expect(await refused(0, ['a'], setId, contextOf(db, { actor: lin }))).toBe('no-such-question');
	expect(await counts()).toEqual(before);
});
