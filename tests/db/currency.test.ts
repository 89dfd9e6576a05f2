import { readCaseFilter } from '#lib/cases/domain/case-filter.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { readCases, readNextCase } from '#lib/cases/server/use-cases/list-cases.server.ts';
import { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { loadItems } from '#lib/drills/server/use-cases/load-items.server.ts';
import { readDrillHome, readKind } from '#lib/drills/server/use-cases/read-home.server.ts';
import { readMistakes } from '#lib/drills/server/use-cases/read-mistakes.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startDaily, startKind, startMistakes } from '#lib/drills/server/use-cases/start-sets.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { LawFile } from '#lib/law/domain/law-file.ts';
import { readAffectedByLaw } from '#lib/law/server/use-cases/affected-by-law.server.ts';
import { countOpenReviews, openReviews, readChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readChanges } from '#lib/law/server/use-cases/read-changes.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-article.server.ts';
import { decideReview, readReview } from '#lib/law/server/use-cases/review-change.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { describe, expect, test } from 'vitest';
import { LAW, changed, makeCase, makeItem } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { answerSet, picksFor, taskOf } from '../support/drilling.ts';
import { addOfficers, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

// The law of the tests ends with 2026; its articles 1 and 2 read the same afterwards, article 3 does not.
const OLD = LAW.versions[0]!.id;
const [NEW, LATER] = ['2026-12-20', '2027-06-01'] as const;
const [BEFORE, DAY, AFTER] = ['2026-12-31', '2027-01-01', '2027-07-01'] as const;
const version = (id: string, inForceFrom: string, inForceUntil: string | null) =>
	({ id, inForceFrom, inForceUntil, text: 'gist', articles: 3, note: null }) as const;
const lawWith = (...versions: LawFile['versions']): LawFile => ({
	...LAW,
	versions,
	digest: JSON.stringify(versions),
	articles: LAW.articles.map((one) => ({ ...one, versions: versions.map(({ id }) => id) }))
});
const ENDING = lawWith(version(OLD, '2021-07-15', BEFORE), version(NEW, DAY, null));
const TWICE = lawWith(version(OLD, '2021-07-15', BEFORE), version(NEW, DAY, '2027-06-30'), version(LATER, AFTER, null));

const { db, sql } = await freshDatabase();
const bureau = await makeBureau(db);
const { reviewer, trainer, lin, auditor } = bureau;
const officers = await addOfficers(db, bureau.brigade, 12);
const nextOfficer = () => officers.pop()!;
const on = (day: string, actor: Actor | null = null, clock = '09:00') =>
	contextOf(db, { now: instantOf(day, clock), actor });

const ITEMS = [0, 1, 2, 3, 4].map((n) => makeItem(n));
/** Item n cites article n % 3 + 1. */
const citing = (article: number) => ITEMS.filter((_, n) => (n % 3) + 1 === article).map(({ id }) => id);
const ALL = { standing: '', kind: '' } as const;

await loadLaws(on('2026-11-20'), [ENDING]);
await loadItems(on('2026-11-20'), ITEMS);
await loadCases(on('2026-11-20'), [makeCase('one'), makeCase('two')]);
const text = (law: string, article: string, words: string) => sql`
	insert into law_article (law_id, version, article, position, label, text) values (${LAW.id}, ${law}, ${article}, ${Number(article)}, ${`第${article}条`}, ${words})`;
const putText = async (law: string, third: string) => {
	for (const [article, words] of [
		['1', '甲条。'],
		['2', '乙条。'],
		['3', third]
	] as const)
		await text(law, article, words);
	await sql`update law_version set text = 'full' where law_id = ${LAW.id} and version = ${law}`;
};
await putText(OLD, '处五千元以下罚款。');
await putText(NEW, '处一万元以下罚款。');

const drawn = async (setId: string) =>
	(await sql<{ picks: { id: string }[] }[]>`select picks from drill_set where id = ${setId}`)[0]!.picks.map(
		({ id }) => id
	);
const drawKind = async (day: string) =>
	(await drawn(valueOf(await startKind(on(day, nextOfficer()), 'legal-knowledge')))).sort();
const openIds = async (day: string) => {
	const { changes } = await readChanges(on(day, reviewer), { ...ALL, standing: 'open' });
	return changes.flatMap(({ pieces }) => pieces);
};
const reviewOf = async (day: string, id: string) => (await openIds(day)).find((one) => one.id === id)!.reviewId;
const decide = (
	day: string,
	id: string,
	verdict: 'released' | 'retired',
	seen = 0,
	reason = '核对过新旧两版，仍然正确。'
) => decideReview(on(day, reviewer), id, { verdict, reason, seen });

test('on the last day everything is drawn; from midnight on, what cites the changed article is not, without any job', async () => {
	expect(await drawKind(BEFORE)).toEqual(ITEMS.map(({ id }) => id));
	const left = ITEMS.map(({ id }) => id).filter((id) => !citing(3).includes(id));
	expect(citing(3).length).toBeGreaterThan(0);
	expect(await drawKind(DAY)).toEqual(left);
	const midnight = (clock: string, day: string) => readChangedBasis(on(day, null, clock), 'item');
	expect((await midnight('23:59', BEFORE)).size).toBe(0);
	expect([...(await midnight('00:00', DAY)).keys()]).toEqual(citing(3));
	const daily = valueOf(await startDaily(on(DAY, lin)));
	expect((await drawn(daily)).sort()).toEqual(left);
	expect((await sql`select 1 from currency_review`).length, 'nothing was opened yet').toBe(0);
});

test('a mistake that rests on it is neither due nor drawn again, and the book says why', async () => {
	const officer = nextOfficer();
	const set = valueOf(await startKind(on(BEFORE, officer), 'legal-knowledge'));
	await answerSet(on(BEFORE, officer), set, (id) => !citing(3).includes(id));
	await sql`update memory_card set due = '2026-12-31T00:00:00Z' where officer_id = ${officer.personId}`;
	expect((await readDrillHome(on(BEFORE, officer, '20:00'))).due).toBe(5);
	const home = await readDrillHome(on(DAY, officer));
	expect(home).toMatchObject({ due: 5 - citing(3).length, mistakes: citing(3).length });
	expect(refusalOf(await startMistakes(on(DAY, officer), null)).message).toContain('依据已变动');
	const { mistakes } = await readMistakes(on(DAY, officer), null, 1);
	expect(mistakes.map(({ basisNote }) => basisNote)).toEqual(
		citing(3).map(() => expect.stringContaining('复核完以前不再出这道题') as string)
	);
	const { items } = await readKind(on(DAY, officer), 'legal-knowledge');
	expect(items.filter(({ isSetAside }) => isSetAside).map(({ id }) => id)).toEqual(citing(3));
});

test('a question drawn the day before stays, counts, and says so after it was marked', async () => {
	const officer = nextOfficer();
	const set = valueOf(await startKind(on(BEFORE, officer, '23:50'), 'legal-knowledge'));
	const place = (await drawn(set)).findIndex((id) => citing(3).includes(id));
	const picks = picksFor(taskOf(citing(3)[0]!), true);
	const { feedback } = valueOf(await answerQuestion(on(DAY, officer, '00:10'), set, place, picks));
	expect(feedback).toMatchObject({ mark: 100, basisNote: expect.stringContaining('照常计分') as string });
	const again = valueOf(await readSet(on(DAY, officer), set, place)).feedback!;
	expect(again.basisNote).toBe(feedback.basisNote);
	const other = (place + 1) % ITEMS.length;
	const unmoved = valueOf(
		await answerQuestion(on(DAY, officer), set, other, picksFor(taskOf((await drawn(set))[other]!), true))
	);
	expect(unmoved.feedback.basisNote).toBeUndefined();
});

test('the sweep opens a review for each ahead of the day, once', async () => {
	expect(await openReviews(on('2026-10-01'))).toBe(0);
	// Two months before, so that the queue can be worked off in time.
	expect(await openReviews(on('2026-12-01'))).toBe(citing(3).length);
	expect(await openReviews(on(DAY))).toBe(0);
	const queue = await openIds('2026-12-10');
	expect(queue.map(({ id, openedOn }) => [id, openedOn])).toEqual(citing(3).map((id) => [id, '2026-12-01']));
	expect(await countOpenReviews(on(DAY, reviewer))).toBe(citing(3).length);
	expect((await readChangedBasis(on('2026-12-10'), 'item')).size, 'nothing is set aside before the day').toBe(0);
	const { counts, changes } = await readChanges(on(DAY, trainer), ALL);
	expect(counts).toMatchObject({ open: citing(3).length, released: 0, retired: 0 });
	expect(changes.find(({ pieces }) => pieces.length > 0)).toMatchObject({
		...{ since: DAY, from: { version: OLD }, to: { version: NEW, hasText: true } }
	});
});

test('the review shows both texts and where they differ', async () => {
	const [id] = citing(3);
	const page = valueOf(await readReview(on(DAY, trainer), await reviewOf(DAY, id!)));
	expect(page).toMatchObject({ standing: 'open', mayDecide: false, piece: { id, kind: 'item', asOf: '2026-10-01' } });
	const [compared] = page.articles;
	expect(compared).toMatchObject({ article: '3', counterpart: '3', isGuess: false });
	const removed = compared!.parts!.filter(({ change }) => change === 'removed').map((part) => part.text);
	expect(removed.join('')).toContain('五千');
	expect(page.change).toContain('自2027年1月1日起由2026年12月20日版取代');
});

describe('the decision', () => {
	const [id] = citing(3) as [string];

	test('released brings it back at once, with a note under the answer', async () => {
		const review = await reviewOf(DAY, id);
		expect(valueOf(await decide(DAY, review, 'released'))).toEqual({ next: null });
		expect(await drawKind(DAY)).toContain(id);
		expect((await readChangedBasis(on(DAY), 'item')).get(id)).toMatchObject({ standing: 'released' });
		const page = valueOf(await readReview(on(DAY, reviewer), review));
		expect(page.decisions).toMatchObject([{ verdict: 'released', by: '沈知微', on: DAY, isOwn: true }]);
		expect(await countOpenReviews(on(DAY, reviewer))).toBe(0);
	});

	test('posted twice, it is stored once; against a newer one it is refused and says whose', async () => {
		const review = (await readChanges(on(DAY, reviewer), ALL)).changes
			.flatMap(({ pieces }) => pieces)
			.find((one) => one.id === id)!.reviewId;
		const stored = () => sql`select number, verdict from currency_decision where review_id = ${review} order by number`;
		valueOf(await decide(DAY, review, 'released'));
		expect(await stored()).toHaveLength(1);
		expect(refusalOf(await decide(DAY, review, 'retired')).message).toMatch(/沈知微已于2027年1月1日作出“放行”的决定/);
		expect(await stored()).toHaveLength(1);
		const both = await Promise.all([1, 2].map(() => decide(DAY, review, 'retired', 1, '罚款档次已变，题目作废。')));
		expect(both.map(({ ok }) => ok)).toEqual([true, true]);
		expect(await stored()).toHaveLength(2);
		const audit =
			await sql`select detail->>'verdict' as verdict from audit_entry where use_case = 'law.decideChange' order by at, id`;
		expect(audit.map(({ verdict }) => verdict as string)).toEqual(['released', 'retired']);
	});

	test('retired keeps it out, also of the next changes, until the piece has a new version', async () => {
		expect(await drawKind(DAY)).not.toContain(id);
		await loadLaws(on(DAY), [TWICE]);
		expect((await readChangedBasis(on(AFTER), 'item')).get(id)).toMatchObject({ standing: 'retired' });
		const rewritten = changed(makeItem(Number(id.slice(-3))), '按新法重写');
		const cited = rewritten.body.citations.map((one) => ({ ...one, version: NEW }));
		const body = { ...rewritten.body, asOf: '2027-02-01', citations: cited };
		await loadItems(
			on('2027-02-01'),
			ITEMS.map((one) => (one.id === id ? { ...rewritten, body } : one))
		);
		expect(await drawKind('2027-02-01')).toContain(id);
		expect((await readChangedBasis(on('2027-02-01'), 'item')).has(id)).toBe(false);
		expect(refusalOf(await readReview(on('2027-02-01', reviewer), '0'.repeat(32))).message).toBe('没有这条复核。');
	});

	test('what was released is open again when a later version comes', async () => {
		// Loading the law's file again took the imported texts with it, so all that cite it have to be looked at.
		await sql`delete from law_article where law_id = ${LAW.id}`;
		const [first] = citing(1) as [string];
		const review = await reviewOf(DAY, first);
		valueOf(await decide(DAY, review, 'released'));
		expect((await readChangedBasis(on('2027-06-30'), 'item')).get(first)).toMatchObject({ standing: 'released' });
		expect((await readChangedBasis(on(AFTER), 'item')).get(first)).toMatchObject({ standing: 'open' });
		expect(await openReviews(on(AFTER))).toBeGreaterThan(0);
		const again = await reviewOf(AFTER, first);
		expect(again).not.toBe(review);
		expect(refusalOf(await readReview(on(AFTER, reviewer), review)).message).toContain('这条复核已不需要');
		valueOf(await decide(AFTER, again, 'released'));
		expect((await readChangedBasis(on(AFTER), 'item')).get(first)).toMatchObject({ standing: 'released' });
	});
});

describe('a case', () => {
	const cards = async (day: string) =>
		(
			await readCases(
				on(day, lin),
				readCaseFilter(() => '')
			)
		).cases;

	test('stays on its shelf with a note that names the day of its law; released it says why', async () => {
		const [one] = await cards(DAY);
		expect(one!.basisNote).toContain('按2026年10月1日行为时的法读；正在法制复核');
		expect((await cards(BEFORE)).every(({ basisNote }) => basisNote === null)).toBe(true);
		expect(valueOf(await readCase(on(DAY, lin), 'one')).basisNote).toBe(one!.basisNote);
		const next = valueOf(await decide(DAY, await reviewOf(DAY, 'one'), 'released', 0, '行为时的法没有读错。')).next;
		expect(next).not.toBeNull();
		expect(valueOf(await readCase(on(DAY, lin), 'one')).basisNote).toContain('复核意见：行为时的法没有读错。');
	});

	test('retired it leaves the shelf, and its address still tells what became of it', async () => {
		valueOf(await decide(DAY, await reviewOf(DAY, 'two'), 'retired', 0, '引用的制度已经不存在。'));
		expect((await cards(DAY)).map(({ id }) => id)).toEqual(['one']);
		expect((await readNextCase(on(DAY, lin)))?.id).toBe('one');
		expect(valueOf(await readCase(on(DAY, lin), 'two')).basisNote).toMatch(
			/^本案已停用.*停用理由：引用的制度已经不存在。$/
		);
		expect(valueOf(await readCase(on(DAY, auditor), 'one')).after?.related).toEqual([]);
	});
});

describe('who cites an article', () => {
	const citedBy = async () => valueOf(await readArticle(on(DAY, lin), LAW.id, '1', null)).citedBy.map(({ id }) => id);

	test('names no piece that is not shown any more, and names it again when it comes back', async () => {
		expect(await citedBy()).toContain('two');
		await loadCases(on(DAY), [makeCase('one')]);
		await loadItems(on(DAY), ITEMS.slice(1));
		expect(await citedBy()).toEqual(['one', ...citing(1).slice(1)]);
		const listed = valueOf(await readAffectedByLaw(on(DAY), '《中华人民共和国测试法》', '1'));
		expect(listed.kinds).toMatchObject({ case: ['one'], item: citing(1).slice(1) });
		await loadCases(on(DAY), [makeCase('one'), makeCase('two')]);
		expect(await citedBy()).toContain('two');
	});

	test('a law is found by id, title or short title, whole or by article, with what is set aside', async () => {
		for (const name of [LAW.id, '测试法', '中华人民共和国测试法']) {
			const { law, kinds, setAside } = valueOf(await readAffectedByLaw(on(DAY), name, null));
			expect(law.id).toBe(LAW.id);
			expect(kinds.case).toEqual(['one', 'two']);
			expect(setAside.case).toEqual(['two']);
			expect(setAside.item.every((one) => kinds.item.includes(one))).toBe(true);
		}
		expect(refusalOf(await readAffectedByLaw(on(DAY), '没有的法', null)).code).toBe('no-such-law');
		expect(valueOf(await readAffectedByLaw(on(DAY), LAW.id, '99')).kinds).toMatchObject({ case: [], item: [] });
	});
});
