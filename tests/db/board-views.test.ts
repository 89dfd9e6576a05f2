import { beforeAll, describe, expect, test } from 'vitest';
import { chooseVisibility, readOwnVisibility } from '#lib/own/server/use-cases/visibility.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { readOwnChances, readOwnMonths } from '#lib/ranking/server/use-cases/own-record.server.ts';
import { readBoard, readOwnStanding } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import type { View } from '#lib/ranking/server/board-rows.server.ts';
import { readPeriodBoard } from '#lib/ranking/server/use-cases/read-period-board.server.ts';
import { startArticle } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { readSkills } from '#lib/drills/server/use-cases/read-skills.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { LAW } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { NOVEMBER, OCTOBER, playDays } from '../support/month.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { brigade, lin, xu, wei, trainer, townTrainer, auditor, administrator } = await makeBureau(db);
const su = await addActor(db, { account: 'su.yan', name: '苏砚', unitId: brigade });
const at = (day: string, actor = lin) => contextOf(db, { now: instantOf(day, '09:00'), actor });
const TODAY = '2026-11-20';
const knows = (share: number) => (id: string) => Number(id.slice(-2)) % 10 < share;

beforeAll(async () => {
	await sql`update person set joined_on = '2026-09-01' where id = ${wei.personId}`;
	await sql`update person set certificate_expires_on = '2026-10-31' where id = ${su.personId}`;
	const team = [
		{ actor: lin, knows: knows(10) },
		{ actor: su, knows: knows(8) },
		{ actor: xu, knows: knows(6) },
		{ actor: wei, knows: knows(4) }
	];
	await playDays(db, team, OCTOBER);
	await playDays(db, team.slice(0, 2), NOVEMBER);
	await closeCycles(at('2026-11-03'));
});

describe('a board of a quarter or a year', () => {
	const quarterOf = async (actor = lin) => valueOf(await readPeriodBoard(at(TODAY, actor), '2026-Q4'));

	test('says which months stand behind it and which is still running; the closed one is its own board', async () => {
		const board = await quarterOf();
		expect(board.months.map(({ month, isClosed }) => [month, isClosed])).toEqual([
			['2026-10', true],
			['2026-11', false]
		]);
		expect(board).toMatchObject({ title: '2026年第四季度', least: 1, isOver: false, me: { rank: 1 } });
		const october = valueOf(await readBoard(at(TODAY), '2026-10'));
		expect(board.people.map(({ name, months }) => [name, months[0]])).toEqual(
			october.people.map(({ name, total }) => [name, total])
		);
		// Two sets in November are no place: the month is left out, not counted as nothing.
		expect(board.people.every(({ total, months }) => total === months[0] && months[1] === null)).toBe(true);
		expect(board.units.map(({ name, ranked }) => [name, ranked])).toEqual([
			['综合行政执法大队', 2],
			['白渡镇应急管理办公室', 2]
		]);
		expect(board.periods.map(({ period }) => period)).toEqual(['2026-S1', '2026-Q4', '2026']);
		expect(valueOf(await readPeriodBoard(at(TODAY), '2026')).people.map(({ name }) => name)).toEqual(
			board.people.map(({ name }) => name)
		);
	});

	test('what is no period, or not begun, is refused', async () => {
		for (const period of ['2026-10', '2025', '2027', '2025-Q4', 'x']) {
			expect(refusalOf(await readPeriodBoard(at(TODAY), period)).code, period).toBe('no-such-period');
		}
	});
});

test('groups: newcomers by the day they joined, the others by their unit', async () => {
	const { people } = valueOf(await readBoard(at(TODAY), '2026-10'));
	expect(people.map(({ name, group }) => [name, group])).toEqual([
		['林岳', 'office'],
		['苏砚', 'office'],
		['许漫青', 'town'],
		['韦小满', 'newcomer']
	]);
});

describe('a page of a board', () => {
	const see = async (view: Partial<View>, actor = lin) =>
		valueOf(await readBoard(at(TODAY, actor), '2026-10', { kind: 'people', group: null, query: '', page: 1, ...view }));
	const told = ({ people }: Awaited<ReturnType<typeof see>>) =>
		people.map(({ name, rank, place }) => [name, rank, place]);

	test('of a group has places of its own and the ranks of all', async () => {
		expect(told(await see({ group: 'town' }))).toEqual([['许漫青', 3, 1]]);
		expect(told(await see({ group: 'newcomer' }))).toEqual([['韦小满', 4, 1]]);
	});
	test('finds people and units by a part of their names, and keeps the reader’s own place beside it', async () => {
		const found = await see({ query: '白渡' }, su);
		expect(told(found)).toEqual([
			['许漫青', 3, 3],
			['韦小满', 4, 4]
		]);
		expect(found).toMatchObject({ count: 2, pages: 1, me: { name: '苏砚', rank: 2 } });
		expect(told(await see({ query: '查无此人' }))).toEqual([]);
	});
	test('shows the neighbours of whoever is ranked', async () => {
		expect(told(await see({ kind: 'near' }, xu)).map(([name, rank]) => [name, rank])).toEqual([
			['林岳', 1],
			['苏砚', 2],
			['许漫青', 3],
			['韦小满', 4]
		]);
		expect(told(await see({ kind: 'near' }, trainer))).toEqual([]);
	});
	test('beyond the last one is empty', async () => {
		expect(await see({ page: 2 })).toMatchObject({ people: [], count: 4, pages: 1, page: 2 });
	});
	test('of units says their means', async () => {
		const { units, people } = await see({ kind: 'units' });
		expect(people).toEqual([]);
		const whole = valueOf(await readPeriodBoard(at('2026-10-31'), '2026-Q4'));
		expect(units.map(({ name, mean }) => [name, mean])).toEqual(whole.units.map(({ name, mean }) => [name, mean]));
	});
});

describe('whoever does not want to be named', () => {
	const rowsFor = async (actor: typeof lin) => {
		const month = valueOf(await readBoard(at(TODAY, actor), '2026-10')).people;
		const quarter = valueOf(await readPeriodBoard(at(TODAY, actor), '2026-Q4')).people;
		return [month[2]!, quarter[2]!];
	};

	test('keeps place and total, and gives away neither name nor unit nor id nor entries', async () => {
		const before = await rowsFor(lin);
		await chooseVisibility(at(TODAY, xu), true);
		expect(await readOwnVisibility(at(TODAY, xu))).toEqual({ isHidden: true });
		for (const actor of [lin, su, administrator]) {
			const rows = await rowsFor(actor);
			expect(rows.map(({ rank, total }) => [rank, total])).toEqual(before.map(({ rank, total }) => [rank, total]));
			for (const { name, unitName, officerId } of rows)
				expect([name, unitName, officerId]).toEqual(['（不公开）', '', '']);
			const early = valueOf(await readBoard(at('2026-11-04', actor), '2026-11'));
			const text = JSON.stringify([rows, early]);
			for (const trace of [xu.personId, xu.name]) expect(text).not.toContain(trace);
			expect(refusalOf(await readEntries(at(TODAY, actor), '2026-10', xu.personId)).code).toBe('no-such-record');
		}
	});

	test('is named to oneself and to those who train, supervise or audit the unit; and again to all after a change of mind', async () => {
		for (const actor of [xu, trainer, townTrainer, auditor]) {
			expect((await rowsFor(actor)).map(({ name }) => name)).toEqual(['许漫青', '许漫青']);
			expect(valueOf(await readEntries(at(TODAY, actor), '2026-10', xu.personId)).officer.name).toBe('许漫青');
		}
		await chooseVisibility(at(TODAY, xu), false);
		expect((await rowsFor(lin)).map(({ name }) => name)).toEqual(['许漫青', '许漫青']);
		const choices = await sql`select detail from audit_entry where use_case = 'own.chooseVisibility' order by at, id`;
		expect(choices.map(({ detail }) => detail as unknown)).toEqual([{ isHidden: true }, { isHidden: false }]);
	});
});

describe('one’s own page', () => {
	test('the months are those of the board; one below the minimum says what is missing', async () => {
		const months = await readOwnMonths(at(TODAY, su));
		const board = valueOf(await readBoard(at(TODAY, su), '2026-10'));
		const standing = await readOwnStanding(at(TODAY, su));
		expect(months).toMatchObject([
			{ cycle: '2026-10', total: board.me!.total, isRanked: true, missing: [] },
			{ cycle: '2026-11', total: standing.total, isRanked: false, missing: standing.missing }
		]);
		expect(await readOwnMonths(at(TODAY, trainer))).toEqual([]);
	});

	test('what stands in the way to the star is said with its reason', async () => {
		const [star] = await readOwnChances(at(TODAY, su));
		expect(star).toMatchObject({ name: '执法之星', isEligible: false });
		const failed = star!.checks.filter(({ passed }) => !passed);
		expect(failed.map(({ id }) => id)).toEqual(['certificate']);
		expect(failed[0]!.reason).toContain('2026年10月31日');
	});

	test('skills are of the last answer to each question; an article can be practised from there', async () => {
		const [counted] = await sql<{ seen: number; right: number }[]>`select count(*)::int as seen,
			count(*) filter (where last_mark = 100)::int as right from memory_card where officer_id = ${wei.personId}`;
		const { answered, kinds, weakest } = await readSkills(at(TODAY, wei));
		expect(answered).toBe(counted!.seen);
		expect(kinds.reduce((sum, { right }) => sum + right, 0)).toBe(counted!.right);
		expect(weakest[0]).toMatchObject({
			law: LAW.id,
			lawTitle: '测试法',
			reference: expect.stringMatching(/^第.条$/) as string
		});
		const setId = valueOf(await startArticle(at(TODAY, wei), weakest[0]!.law, weakest[0]!.article));
		const [set] = await sql<{ kind: string; ids: string[] }[]>`select kind,
			array(select p->>'id' from jsonb_array_elements(picks) p) as ids from drill_set where id = ${setId}`;
		expect(set!.kind).toBe('kind');
		const rest = Number(weakest[0]!.article) - 1;
		expect(set!.ids.map((id) => Number(id.slice(-3)) % 3)).toEqual(set!.ids.map(() => rest));
		expect(refusalOf(await startArticle(at(TODAY, wei), LAW.id, '99')).code).toBe('nothing-cites');
	});
});
