import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import * as scores from '#lib/cases/server/use-cases/case-scores.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { LAW, makeCase } from '../support/bank.ts';
import { sheetOf } from '../support/commentary.ts';
import { freshDatabase } from '../support/database.ts';
import { TODAY, addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { bureau, town, lin, xu, trainer, townTrainer, reviewer } = await makeBureau(db);
const judges = await Promise.all(
	['甲', '乙', '丙', '丁'].map((name, index) =>
		addActor(db, { account: `judge.${index}`, name: `评委${name}`, unitId: bureau, roles: ['judge'] })
	)
);
const QUARTER = '2026-Q4';
const as = (actor: Actor, day = TODAY) => contextOf(db, { actor, now: instantOf(day, '10:00') });
const sign = (actor: Actor, caseId: string, sheet = sheetOf(), day = TODAY) =>
	scores.signCaseSheet(as(actor, day), QUARTER, { caseId, sheet });
const byAuthor = (id: string, author: string) => {
	const made = makeCase(id);
	return { ...made, body: { ...made.body, author } };
};

beforeAll(async () => {
	await loadLaws(contextOf(db), [LAW]);
	const cases = [byAuthor('by-town', xu.name), byAuthor('by-trainer', trainer.name), byAuthor('by-guest', '外聘专家')];
	await loadCases(contextOf(db), [...cases, byAuthor('unnamed', '外聘专家')]);
	for (const caseId of ['by-town', 'by-trainer', 'by-guest']) {
		valueOf(await scores.nominateCase(as(trainer), QUARTER, { caseId, reason: '证据链讲得清楚' }));
	}
});

test('a case stands once, in a quarter that is on, and only trainers name it', async () => {
	const given = { caseId: 'by-town', reason: '再推荐一次试试' };
	expect(refusalOf(await scores.nominateCase(as(trainer), QUARTER, given)).code).toBe('nominated');
	expect(refusalOf(await scores.nominateCase(as(trainer), '2026-Q2', given)).code).toBe('closed');
	expect(refusalOf(await scores.nominateCase(as(trainer), 'Q4', given)).code).toBe('no-such-quarter');
	expect(refusalOf(await scores.nominateCase(as(trainer), QUARTER, { ...given, caseId: 'none' })).field).toBe('caseId');
	await expect(scores.nominateCase(as(reviewer), QUARTER, given)).rejects.toBeInstanceOf(NotAllowed);
});

describe('who grades', () => {
	test('not the author, not the author’s unit, no officer', async () => {
		expect(refusalOf(await sign(trainer, 'by-trainer')).code).toBe('conflict');
		expect(refusalOf(await sign(townTrainer, 'by-town')).code).toBe('conflict');
		await expect(sign(lin, 'by-town')).rejects.toBeInstanceOf(NotAllowed);
		expect(refusalOf(await sign(reviewer, 'unnamed')).code).toBe('no-such-case');
		const rows = await sql`select 1 from case_score_sheet`;
		expect(rows).toHaveLength(0);
	});
	test('the page says so instead of asking', async () => {
		const { cases } = await scores.readScoreQuarter(as(townTrainer), QUARTER);
		const own = cases.find(({ caseId }) => caseId === 'by-town')!;
		expect(own).toMatchObject({ isDue: false, conflict: expect.stringContaining('同在一个单位') as string });
		expect(
			cases
				.filter(({ isDue }) => isDue)
				.map(({ caseId }) => caseId)
				.sort()
		).toEqual(['by-guest', 'by-trainer']);
	});
});

describe('grading', () => {
	test('extremes need reasons, and what is signed stands – also when it is signed twice at once', async () => {
		const refused = refusalOf(await sign(judges[0]!, 'by-guest', sheetOf({ facts: 20 })));
		expect(refused).toMatchObject({ code: 'no-reason', field: 'reason-facts' });
		await Promise.all([sign(judges[0]!, 'by-guest'), sign(judges[0]!, 'by-guest')]);
		valueOf(await sign(judges[0]!, 'by-guest', sheetOf({ facts: 14 })));
		const rows = await sql`select 1 from case_score_sheet where case_id = 'by-guest'`;
		expect(rows).toHaveLength(1);
		const [audit] = await sql`select count(*)::int from audit_entry where use_case = 'cases.scoreCases'`;
		expect(audit).toEqual({ count: 1 });
	});
	test('a reviewer sees no result of a case before grading it; others see mean and spread, never sheets', async () => {
		const of = async (actor: Actor) =>
			(await scores.readScoreQuarter(as(actor), QUARTER)).cases.find(({ caseId }) => caseId === 'by-guest')!;
		expect(await of(judges[1]!)).toMatchObject({ isDue: true, score: null });
		expect((await of(judges[0]!)).score).toMatchObject({ sheets: 1 });
		const seen = await of(lin);
		expect(seen).toMatchObject({ isDue: false, own: null, score: { sheets: 1, isRecommended: false } });
		expect(JSON.stringify(seen)).not.toContain(judges[0]!.personId);
	});
	test('with five sheets the extremes are left out; awards read the recommended first', async () => {
		const totals = [sheetOf({ facts: 19 }), sheetOf({ facts: 17 }), sheetOf({ facts: 16 })];
		for (const [index, sheet] of totals.entries()) valueOf(await sign(judges[index + 1]!, 'by-guest', sheet));
		valueOf(await sign(reviewer, 'by-guest', sheetOf({ facts: 13 })));
		const [first, ...rest] = valueOf(await scores.readCaseScores(as(lin), QUARTER));
		expect(first).toMatchObject({
			...{ caseId: 'by-guest', caseVersion: 1, author: '外聘专家' },
			score: { sheets: 5, mean: 87, dropped: [89, 83], lowest: 83, highest: 89, isRecommended: true }
		});
		expect(rest.map(({ score }) => score.isRecommended)).toEqual([false, false]);
		expect(refusalOf(await scores.readCaseScores(as(lin), 'nonsense')).code).toBe('no-such-quarter');
	});
	test('until thirty days after the quarter', async () => {
		expect(refusalOf(await sign(reviewer, 'by-trainer', sheetOf(), '2027-01-31')).code).toBe('closed');
		valueOf(await sign(reviewer, 'by-trainer', sheetOf(), '2027-01-30'));
		const { cases, isOpen } = await scores.readScoreQuarter(as(judges[3]!, '2027-01-31'), QUARTER);
		expect([isOpen, cases.some(({ isDue, score }) => isDue || score === null)]).toEqual([false, false]);
	});
});

test('two people of one name are nobody in particular', async () => {
	const first = await addActor(db, { account: 'same.1', name: '同名', unitId: town, roles: ['trainer'] });
	await addActor(db, { account: 'same.2', name: '同名', unitId: bureau, roles: ['officer'] });
	await loadCases(contextOf(db), [byAuthor('by-same', '同名')]);
	valueOf(await scores.nominateCase(as(trainer), QUARTER, { caseId: 'by-same', reason: '两人同名，作者不定' }));
	expect(refusalOf(await sign(first, 'by-same')).code).toBe('conflict');
	valueOf(await sign(townTrainer, 'by-same'));
});

test.each(['case_nomination', 'case_score_sheet'])('%s is only ever added to', async (table) => {
	for (const text of [`update ${table} set quarter = quarter`, `delete from ${table}`, `truncate ${table} cascade`]) {
		await expect(sql.unsafe(text)).rejects.toMatchObject({ code: '23001' });
	}
});
