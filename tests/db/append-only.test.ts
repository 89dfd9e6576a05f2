import { answerCheckpoint } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { loadPracticeCases } from '#lib/discretion/server/use-cases/load-practice-cases.server.ts';
import { answerStep } from '#lib/discretion/server/use-cases/practice-answer.server.ts';
import { startCase } from '#lib/discretion/server/use-cases/practice-start.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readChanges } from '#lib/law/server/use-cases/read-changes.server.ts';
import { decideReview } from '#lib/law/server/use-cases/review-change.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { LAW, makeCase, makeItems } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { doDaily, loadBank } from '../support/drilling.ts';
import { contextOf, makeBureau, valueOf } from '../support/people.ts';
import { uncitedCases } from '../support/practice.ts';

const { db, sql } = await freshDatabase();

beforeAll(async () => {
	const { lin, reviewer } = await makeBureau(db);
	const october = contextOf(db, { now: instantOf('2026-10-20', '09:00'), actor: lin });
	await loadBank(october, makeItems(10));
	await loadCases(october, [makeCase('one')]);
	await doDaily(october);
	valueOf(await answerCheckpoint(october, 'one', 'first', ['a']));
	await closeCycles(contextOf(db));
	await loadLaws(october, [
		{ ...LAW, digest: 'ended', versions: [{ ...LAW.versions[0]!, inForceUntil: '2026-10-31' }] }
	]);
	const asReviewer = contextOf(db, { actor: reviewer });
	const { changes } = await readChanges(asReviewer, { standing: 'open', kind: 'case' });
	await loadPracticeCases(october, uncitedCases);
	const attempt = valueOf(await startCase(october, 'welder-without-certificate'));
	const law = { 'day.0': 'ended', 'law.0': 'work-safety-law' };
	valueOf(await answerStep(october, attempt, { step: 'law', posted: law }));
	const verdict = { verdict: 'retired', reason: '所引的法已经失效。', seen: 0 } as const;
	valueOf(await decideReview(asReviewer, changes[0]!.pieces[0]!.reviewId, verdict));
});

const COLUMNS: Record<string, string> = {
	audit_entry: 'subject',
	drill_answer: 'mark',
	checkpoint_answer: 'mark',
	ledger_entry: 'body',
	closed_cycle: 'root',
	currency_review: 'title',
	currency_decision: 'reason',
	practice_step: 'given',
	unit_change: 'reason'
};

describe.each(Object.entries(COLUMNS))('%s is only ever added to', (table, column) => {
	const content = () =>
		sql.unsafe(`select md5(string_agg(t::text, '|' order by t::text)), count(*)::int from ${table} t`);

	test.each([
		['UPDATE', `update ${table} set ${column} = ${column}`],
		['UPDATE of no row', `update ${table} set ${column} = ${column} where false`],
		['DELETE', `delete from ${table}`],
		['DELETE of one row', `delete from ${table} where ctid = (select min(ctid) from ${table})`],
		['TRUNCATE', `truncate ${table} cascade`],
		['TRUNCATE from below', `truncate person, unit, drill_set, law, ${table} cascade`]
	])('%s', async (_, text) => {
		const [before] = await content();
		expect(before!.count).toBeGreaterThan(0);
		// restrict_violation
		await expect(sql.unsafe(text)).rejects.toMatchObject({ code: '23001' });
		expect((await content())[0]).toEqual(before);
	});
});
