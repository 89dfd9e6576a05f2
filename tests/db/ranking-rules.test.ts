import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readAudit } from '#lib/platform/audit.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { currentRules, forgetRules } from '#lib/ranking/server/use-cases/current-rules.server.ts';
import { decideRule, readRuleProposals } from '#lib/ranking/server/use-cases/decide-rule.server.ts';
import { type RuleDraft, previewDraft, proposeRule } from '#lib/ranking/server/use-cases/propose-rule.server.ts';
import { readRuleForm, readRules } from '#lib/ranking/server/use-cases/read-rules.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { recordMonth } from '../support/ledger-month.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(8);
const { bureau, lin, xu, wei, trainer, reviewer } = await makeBureau(db);
const supervise = (account: string, name: string) =>
	addActor(db, { account, name, unitId: bureau, roles: ['supervisor'] });
const [chief, deputy] = [await supervise('wei.dongli', '卫东篱'), await supervise('he.ping', '何平')];
const as = (actor: Actor | null, day = '2026-11-22', clock = '10:00') =>
	contextOf(db, { actor, now: instantOf(day, clock) });
const REASON = '题目太多，想让案卷多一点分量。';

async function draft(change: Readonly<Record<string, string>> = {}, more: Partial<RuleDraft> = {}): Promise<RuleDraft> {
	const { base, fields } = valueOf(await readRuleForm(as(chief), '1'));
	const changed = { ...fields, 'weight/fresh': '55', 'weight/retained': '45', ...change };
	return { base, effectiveFrom: '2026-12-01', reason: REASON, fields: changed, ...more };
}
const versions = async () => (await currentRules(as(null))).map(({ version }) => version);
const stored = async () => (await sql<{ count: number }[]>`select count(*)::int as count from ranking_rule`)[0]!.count;

beforeAll(async () => {
	await recordMonth(as(null, '2026-10-01'), '2026-10', [
		{ actor: lin, marks: [100, 100, 100, 100, 75] },
		{ actor: xu, marks: [100, 100, 100, 75, 75] },
		{ actor: wei, marks: [100, 100, 100, 100, 0] }
	]);
	await closeCycles(as(null, '2026-11-01'));
});

describe('a draft', () => {
	test.each<[string, Record<string, string>, string, RegExp]>([
		['weights that are not 100', { 'weight/fresh': '56' }, 'components', /合计|之和应为 100/],
		['a weight that is no number', { 'weight/fresh': '六十' }, 'weight/fresh', /写一个整数/],
		['a weight of a fraction', { 'weight/retained': '44.5' }, 'weight/retained', /写一个整数/],
		['a floor beyond a month', { sets: '40' }, 'sets', /至多 31/],
		['a tie-break that is not scored', { tie1: 'drafting' }, 'tie1', /并列比较/],
		[
			'ceilings that fall',
			{ 'weight/fresh': '25', 'weight/drafting': '30', 'ceiling/drafting/1': '90' },
			'ceiling/drafting/1',
			/不能低于/
		]
	])('with %s is refused at its field', async (_, change, field, message) => {
		const made = await draft(change);
		for (const run of [previewDraft, proposeRule]) {
			const refusal = refusalOf(await run(as(chief), made));
			expect([refusal.field, message.test(refusal.message)]).toEqual([field, true]);
		}
		expect(await stored()).toBe(0);
	});

	test('shows who would have moved last month, and changes nothing', async () => {
		const before = await sql`select md5(string_agg(t::text, '' order by t::text)) from tally t`;
		const made = await draft({ 'weight/fresh': '90', 'weight/retained': '10' });
		const preview = valueOf(await previewDraft(as(chief), made));
		// 首答：林 95、许 90、韦 80；保持：80、60、80。
		expect(preview).toMatchObject({ title: '2026年10月', version: 1, people: 3, moved: 2, ranked: [3, 3] });
		expect(preview.rows.map(({ name, from, to }) => [name, from, to])).toEqual([
			['许漫青', 3, 2],
			['韦小满', 2, 3]
		]);
		expect(preview.rows.every(({ isPodium }) => isPodium)).toBe(true);
		expect(await sql`select md5(string_agg(t::text, '' order by t::text)) from tally t`).toEqual(before);
		expect(await stored()).toBe(0);
	});

	test('begins on the first of a month to come, has a reason, and says something new', async () => {
		const refused = async (more: Partial<RuleDraft>, change = {}) =>
			refusalOf(await proposeRule(as(chief), await draft(change, more)));
		for (const effectiveFrom of ['2026-11-01', '2026-10-01', '2028-01-01']) {
			expect(await refused({ effectiveFrom })).toMatchObject({ code: 'bad-day', field: 'effectiveFrom' });
		}
		expect(await refused({ reason: '改' })).toMatchObject({ code: 'no-reason', field: 'reason' });
		const { base, fields } = valueOf(await readRuleForm(as(chief), null));
		const same = { base, fields, effectiveFrom: '2027-01-01', reason: REASON };
		expect(refusalOf(await proposeRule(as(chief), same)).code).toBe('same');
		expect(refusalOf(await proposeRule(as(chief), { ...same, base: '77' })).code).toBe('no-such-rule');
		expect(await stored()).toBe(0);
	});
});

describe('a proposed version', () => {
	test('is one, also after a double click, and counts for nothing before it is confirmed', async () => {
		const made = await draft();
		const both = await Promise.all([1, 2].map(() => proposeRule(as(chief), made)));
		expect(both.map(valueOf)).toEqual([3, 3]);
		expect(await stored()).toBe(1);
		expect(refusalOf(await proposeRule(as(deputy), await draft({ sets: '7' }))).code).toBe('pending');
		forgetRules();
		expect(await versions()).toEqual([1, 2]);
		const { pending } = await readRules(as(lin));
		expect(pending).toMatchObject({ version: 3, by: '卫东篱', reason: REASON, mayDecide: false, mayWithdraw: false });
	});

	test('is decided by somebody else: not by whoever proposed it, not by a trainer', async () => {
		const decide = (actor: Actor, verdict: 'confirmed' | 'refused' | 'withdrawn', reason = '') =>
			decideRule(as(actor), { version: 3, verdict, reason });
		expect(refusalOf(await decide(chief, 'confirmed')).code).toBe('not-second');
		expect(refusalOf(await decide(deputy, 'withdrawn')).code).toBe('not-mine');
		expect(refusalOf(await decide(reviewer, 'refused'))).toMatchObject({ code: 'no-reason', field: 'reason' });
		await expect(decide(trainer, 'confirmed')).rejects.toBeInstanceOf(NotAllowed);
		await expect(decide(reviewer, 'withdrawn')).rejects.toBeInstanceOf(NotAllowed);
		valueOf(await decide(reviewer, 'refused', '首答的权重没有依据。'));
		valueOf(await decide(reviewer, 'refused', '首答的权重没有依据。'));
		expect(refusalOf(await decide(deputy, 'confirmed')).code).toBe('decided');
		expect(await versions()).toEqual([1, 2]);
	});

	test('may be taken back by whoever proposed it, and the next one gets the next number', async () => {
		expect(valueOf(await proposeRule(as(chief), await draft()))).toBe(4);
		valueOf(await decideRule(as(chief), { version: 4, verdict: 'withdrawn', reason: '' }));
		expect(valueOf(await proposeRule(as(chief), await draft({ sets: '5' })))).toBe(5);
		expect(
			refusalOf(await decideRule(as(deputy, '2026-11-30', '23:55'), { version: 5, verdict: 'confirmed', reason: '' }))
				.message
		).toContain('起用日');
		const both = await Promise.all(
			[deputy, reviewer].map((one) => decideRule(as(one), { version: 5, verdict: 'confirmed', reason: '' }))
		);
		expect(both.map(valueOf)).toEqual([null, null]);
		// Version 2 would have begun on the same day and never ranks anything now.
		expect(await versions()).toEqual([1, 5]);
		const { versions: told } = await readRules(as(lin));
		expect(told.map(({ version, state }) => [version, state])).toEqual([
			[5, '已公布，将起用'],
			[4, '已撤回'],
			[3, '已退回'],
			[2, '未起用'],
			[1, '现行']
		]);
		expect(await readRuleProposals(as(null))).toEqual([]);
	});

	test('leaves its traces in the audit log, and no way to change it', async () => {
		expect((await readAudit(as(null), 'ranking.proposeRule')).map(({ subject }) => subject)).toEqual([
			'rule:3',
			'rule:4',
			'rule:5'
		]);
		expect(await readAudit(as(null), 'ranking.rule.confirmed')).toMatchObject([
			{ subject: 'rule:5', detail: { effectiveFrom: '2026-12-01' } }
		]);
		for (const text of [
			'update ranking_rule set reason = reason',
			'delete from ranking_rule_decision',
			'truncate ranking_rule cascade'
		]) {
			await expect(sql.unsafe(text)).rejects.toMatchObject({ code: '23001' });
		}
		const own = sql`insert into ranking_rule_decision (version, proposed_by, verdict, reason, decided_by, decided_at)
			select version, proposed_by, 'confirmed', '', proposed_by, now() from ranking_rule where version = 3`;
		await expect(own).rejects.toMatchObject({ code: '23514' });
	});
});
