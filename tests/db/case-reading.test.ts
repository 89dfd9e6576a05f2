import { answerCheckpoint, decideInCase } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import { keepPlace } from '#lib/cases/server/use-cases/keep-place.server.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { practiseLinked } from '#lib/cases/server/use-cases/practise-linked.server.ts';
import { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { readDrillRoom } from '#lib/drills/server/use-cases/read-home.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startDaily } from '#lib/drills/server/use-cases/start-sets.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { loadPracticeCases } from '#lib/discretion/server/use-cases/load-practice-cases.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { expect, test } from 'vitest';
import { LAW, SECRET, changed, makeCase, makeDecideCase, makeItems } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { answerSet, loadBank } from '../support/drilling.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { uncitedCases } from '../support/practice.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, trainer, auditor } = await makeBureau(db);
const as = (actor: Actor | null, day = '2026-11-20', clock = '09:00') =>
	contextOf(db, { actor, now: instantOf(day, clock) });

const practised = uncitedCases.find(({ body }) => body.reference.length === 0 && body.input.violations.length === 1)!;
const ITEMS = ['item-001', 'item-002'];
const FILES = [makeDecideCase('decided', practised.id, ITEMS), makeCase('near'), makeCase('far')];
await loadBank(as(null), makeItems(40));
await loadPracticeCases(as(null), uncitedCases);
await loadCases(as(null), FILES);

const read = async (actor: Actor | null, id = 'decided') => valueOf(await readCase(as(actor), id));
const answer = (actor: Actor | null, checkpoint: string, pick: string, id = 'decided') =>
	answerCheckpoint(as(actor), id, checkpoint, [pick]);

test('nothing of the result leaves the server before the officer has decided', async () => {
	expect(JSON.stringify(await read(lin))).not.toContain(SECRET);
	valueOf(await answer(lin, 'first', 'a'));
	valueOf(await answer(lin, 'second', 'b'));
	const open = await read(lin);
	expect(open.blocks.at(-1)).toMatchObject({ kind: 'decide', answered: null });
	expect(open.timeline).toMatchObject({ folded: 1, entries: [{ text: '到店' }] });
	expect(open.after).toBeNull();
	expect(JSON.stringify(open)).not.toContain(`${SECRET}决定`);
	expect(JSON.stringify(open)).not.toContain(`${SECRET}一人询问`);
});

test('a decision is written down for every party, set beside the engine, and the first one stands', async () => {
	const place = (await read(lin)).blocks.find(({ kind }) => kind === 'decide')!;
	const parties = place.kind === 'decide' ? place.parties : [];
	expect(parties.length).toBeGreaterThan(0);
	expect(refusalOf(await decideInCase(as(lin), 'decided', {})).field).toBe('result.0');
	const posted = Object.fromEntries(
		parties.flatMap((_, index) => [
			[`result.${index}`, 'fine'],
			[`amount.${index}`, '1元']
		])
	);
	const decided = valueOf(await decideInCase(as(lin), 'decided', posted));
	expect(decided.comparison.map(({ party, own }) => [party, own])).toEqual(parties.map((party) => [party, '罚款 1元']));
	expect(decided.comparison.every(({ standing }) => standing === 'below' || standing === 'other')).toBe(true);
	expect(decided.hidden).toBe(0);
	expect(decided.timeline.folded).toBe(0);
	expect(decided.after?.judgement?.defects[0]).toMatchObject({ what: `${SECRET}一人询问`, ground: { article: '2' } });
	const none = Object.fromEntries(parties.map((_, index) => [`result.${index}`, 'none']));
	const again = valueOf(await decideInCase(as(lin), 'decided', none));
	expect(again.comparison[0]?.own).toBe('罚款 1元');
	expect((await read(lin)).hidden).toBe(0);
	const [stored] = await sql`select mark, answer from checkpoint_answer where checkpoint = 'decide'`;
	expect(stored).toMatchObject({ mark: null });
	expect(await sql`select 1 from practice_attempt`).toHaveLength(0);
});

test('who answers nothing compares and leaves nothing; without the practice case the officer still decides first', async () => {
	const before = await sql`select count(*)::int as rows from checkpoint_answer`;
	const place = (await read(auditor)).blocks.find((block) => block.kind === 'decide')!;
	const posted = Object.fromEntries(place.parties.map((_, index) => [`result.${index}`, 'none']));
	expect(valueOf(await decideInCase(as(auditor), 'decided', posted)).comparison).toHaveLength(place.parties.length);
	expect(await sql`select count(*)::int as rows from checkpoint_answer`).toEqual(before);
	await loadPracticeCases(
		as(null),
		uncitedCases.slice(1).filter(({ id }) => id !== practised.id)
	);
	expect((await read(auditor)).blocks.find((block) => block.kind === 'decide')).toMatchObject({ parties: ['当事人'] });
	const open = valueOf(await decideInCase(as(auditor), 'decided', { 'result.0': 'none' }));
	expect(open.comparison[0]).toMatchObject({ standing: 'open' });
	await loadPracticeCases(as(null), uncitedCases);
});

test('a wrong first answer makes the items due with the reason, a right one and a second one do not', async () => {
	const dueOf = async (actor: Actor) => (await readDrillRoom(as(actor))).kinds.reduce((sum, { due }) => sum + due, 0);
	expect(await dueOf(lin)).toBe(0);
	valueOf(await answer(xu, 'first', 'b'));
	expect(await dueOf(xu)).toBe(2);
	valueOf(await answer(xu, 'first', 'b'));
	const prompts = await sql`select item_id, source from drill_prompt where officer_id = ${xu.personId} order by 1`;
	expect(prompts).toEqual(ITEMS.map((item_id) => ({ item_id, source: '案例《案例 decided》' })));
	valueOf(await answer(trainer, 'first', 'b'));
	expect(await sql`select 1 from drill_prompt where officer_id = ${trainer.personId}`).toHaveLength(0);

	const set = valueOf(await startDaily(as(xu)));
	const [drawn] = await sql`select picks from drill_set where id = ${set}`;
	const prompted = (drawn!['picks'] as { id: string; why: string; from?: string }[]).filter(
		({ why }) => why === 'prompt'
	);
	expect(prompted.map(({ id }) => id).sort()).toEqual(ITEMS);
	expect(prompted[0]?.from).toBe('案例《案例 decided》');
	expect(await sql`select 1 from memory_card where officer_id = ${xu.personId}`).toHaveLength(0);
	const reasons: string[] = [];
	const later = as(xu, '2026-11-20', '10:00');
	for (let asked = valueOf(await readSet(later, set, null)).question; asked;) {
		reasons.push(asked.why);
		asked = (await answerSet(later, set, () => true, 1)).question;
	}
	expect(reasons.filter((why) => why === '来自案例《案例 decided》')).toHaveLength(ITEMS.length);
	expect(await dueOf(xu)).toBe(0);
});

test('the items of a case are one click away, and count for nothing but themselves', async () => {
	const set = valueOf(await practiseLinked(as(lin), 'decided'));
	const [drawn] = await sql`select kind, picks from drill_set where id = ${set}`;
	expect(drawn).toMatchObject({ kind: 'linked' });
	expect((drawn!['picks'] as { id: string }[]).map(({ id }) => id)).toEqual(ITEMS);
	expect(refusalOf(await practiseLinked(as(lin), 'near')).code).toBe('nothing-linked');
	const ledger = await sql`select count(*)::int as entries from ledger_entry where officer_id = ${lin.personId}`;
	await answerSet(as(lin), set, () => true, 2);
	expect(await sql`select count(*)::int as entries from ledger_entry where officer_id = ${lin.personId}`).toEqual(
		ledger
	);
});

test('where a reader was is found again on another device, the later one of two, and only in the same version', async () => {
	valueOf(await keepPlace(as(lin, '2026-11-20', '14:05'), 'decided', 1, 5));
	valueOf(await keepPlace(as(lin, '2026-11-20', '14:04'), 'decided', 1, 3));
	expect((await read(lin)).place).toEqual({ block: 5, at: '11月20日 14:05' });
	expect((await read(xu)).place).toBeNull();
	for (const [version, block] of [
		[2, 5],
		[1, -1],
		[1, 1.5],
		[1, 1e9]
	] as const) {
		expect(refusalOf(await keepPlace(as(lin), 'decided', version, block)).code).toBe('no-such-place');
	}
	expect(refusalOf(await keepPlace(as(lin), 'nowhere', 1, 5)).code).toBe('no-such-place');
	await loadCases(as(null), [changed(FILES[0]!, '新题目'), ...FILES.slice(1)]);
	const renewed = await read(lin);
	expect(renewed.place).toBeNull();
	expect(renewed.study).toMatchObject({ version: 2, note: '改了一处日期' });
});

test('related cases say why: the rarer the shared article, the nearer', async () => {
	const { after } = await read(auditor, 'near');
	expect(after?.related.map(({ id }) => id).sort()).toEqual(['decided', 'far']);
	for (const { why } of after?.related ?? []) expect(why).toMatch(new RegExp(`^同引${LAW.shortTitles[0]}第一条`));
});
