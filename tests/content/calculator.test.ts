import { describe, expect, test } from 'vitest';
import { searchProvisions } from '#lib/discretion/domain/calculator-search.ts';
import { reasonsText } from '#lib/discretion/domain/calculator-text.ts';
import { calculateOver } from '#lib/discretion/server/use-cases/calculate.server.ts';
import { currentProvisionIndex, currentRuleBooks } from '#lib/discretion/server/use-cases/current-rule-book.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { decideText } from '../support/decisions.ts';

/** Nothing of a database is needed: what is computed over are the shipped files. */
const ctx = { now: new Date('2026-11-20T02:00:00Z'), actor: null } as Ctx;
const ask = async (query: Record<string, string> | string) =>
	Promise.resolve(calculateOver(currentRuleBooks(), ctx.now, new URLSearchParams(query)));
const WELDER = 'awsf-97-1-7-special-operators-uncertified';
const STAFFING = 'awsf-97-1-1-safety-org-staffing';
const parties = async (query: Record<string, string> | string) => (await ask(query)).result!.parties;

describe('the address is the state', () => {
	test('example 1: what the address says is what the command decides', async () => {
		const query = {
			...{ rule: WELDER, decided: '2026-11-20', ended: '2026-10-15' },
			...{ 'u.m1': '1', 'u.m1.e': '查询打印件', 'u.m2': '1', 'u.m2.e': '复查意见书' }
		};
		const [unit] = await parties(query);
		const { document } = await decideText(`decidedOn: 2026-11-20
actEndedOn: 2026-10-15
candidates: [${WELDER}]
stage: first
parties: [{party: 单位, factors: [{id: m1, evidence: [查询打印件]}, {id: m2, evidence: [复查意见书]}]}]
`);
		const [decision] = document.parties[0]!.decisions;
		expect(unit!.decisions[0]).toMatchObject({ tier: decision!.tier, suggested: decision!.suggested! * 100 });
		expect(unit!.decisions[0]!.statement).toBe(decision!.statement);
	});

	test('the permalink gives the same page', async () => {
		const query = `rule=${STAFFING}&stage=overdue&place=local-example&decided=2026-11-20&ongoing=1&u.a1=1&u.a1.e=决定书&d.name=副经理&d2.name=厂长&who-overdue=u&who-overdue=d&who-overdue=d2`;
		const page = await ask(query);
		expect(page.result!.parties.map(({ title }) => title)).toEqual(['单位', '副经理', '厂长']);
		expect(await ask(page.permalink)).toEqual(page);
	});

	test('a later stage brings the persons in without being told', async () => {
		expect(await parties({ rule: STAFFING })).toHaveLength(1);
		expect(await parties({ rule: STAFFING, stage: 'overdue' })).toHaveLength(2);
	});

	test('two parties never share a name', async () => {
		const page = await ask(`rule=${STAFFING}&stage=overdue&u.name=甲&d.name=甲`);
		expect(new Set(page.result!.parties.map(({ title }) => title)).size).toBe(2);
	});
});

describe('only what matters is asked', () => {
	test.each([
		[WELDER, 'first', { asksIncome: false, asksLevel: false, asksDaily: false, listRows: [] }],
		['awsf-103-1-contract-to-unqualified', 'first', { asksIncome: true, asksLevel: false }],
		['awsf-114-accident-unit', 'accident', { asksIncome: false, asksLevel: true }],
		['awsf-112-daily-penalty', 'daily', { asksIncome: false, asksDaily: true }]
	])('%s at %s', async (rule, stage, asked) => {
		const { acts } = await ask({ rule, stage });
		expect(acts[0]).toMatchObject({ stage, ...asked });
	});

	test('conditions of no-penalty lists only where a row exists at the first stage', async () => {
		const rows = async (stage: string) => (await ask({ rule: STAFFING, stage })).acts[0]!.listRows.length;
		expect(await rows('first')).toBe(1);
		expect(await rows('overdue')).toBe(0);
	});

	test('income of last year and no factors where the percentage is fixed', async () => {
		const { acts, result } = await ask({ rule: 'awsf-95-principal-accident', level: '一般', 'p.income': '36万元' });
		expect(acts[0]!.parties[0]).toMatchObject({ asksIncome: true, isWeighed: false });
		expect(result!.parties[0]!.decisions[0]).toMatchObject({ tier: '固定', suggested: 14_400_000, ruler: null });
	});

	test('an element of the violation cannot be claimed, and the reason is given', async () => {
		const [unit] = (await ask({ rule: WELDER })).acts[0]!.parties;
		expect(unit!.excluded.find(({ ids }) => ids.includes('a5'))!.why).toContain('构成要件');
	});

	test('five years are asked for where two have passed', async () => {
		const asked = async (found: string) => (await ask({ rule: WELDER, ended: '2023-01-10', found })).acts[0]!.asksHarm;
		expect(await asked('2024-01-10')).toBe(false);
		expect(await asked('2026-01-10')).toBe(true);
	});
});

describe('the ruler', () => {
	test('lies on the statutory span: 100000–500000, heavy from 380000', async () => {
		const query = 'rule=awsf-98-1-4-in-use-before-acceptance&u.a2=1&u.a2.e=合同&u.a4=1&u.a4.e=来函';
		const { ruler } = (await parties(query))[0]!.decisions[0]!;
		expect(ruler).toMatchObject({ statutory: { min: 10_000_000, max: 50_000_000 }, suggested: 44_000_000 });
		expect(ruler!.zones.map(({ tier, min, max }) => [tier, min / 100, max / 100])).toEqual([
			['从轻', 100_000, 220_000],
			['一般', 220_000, 380_000],
			['从重', 380_000, 500_000]
		]);
	});

	test('below the minimum where the penalty is reduced', async () => {
		const query = 'rule=xkz-20-expired&u.M1=1&u.M1.e=照片&u.M3=1&u.M3.e=笔录';
		const { ruler } = (await parties(query))[0]!.decisions[0]!;
		expect(ruler!.zones[0]).toEqual({ tier: '减轻', min: 500_000, max: 5_000_000 });
	});

	test('another place draws other tiers and shows the difference', async () => {
		const page = await ask({ rule: STAFFING });
		expect(page.elsewhere).toHaveLength(1);
		const [other] = page.elsewhere[0]!.lines;
		expect(other!.bracket).not.toEqual(page.result!.parties[0]!.decisions[0]!.bracket);
		const [there] = await parties({ rule: STAFFING, place: page.elsewhere[0]!.key });
		expect(there!.decisions[0]!.bracket).toEqual(other!.bracket);
	});
});

describe('several acts and rules', () => {
	test('29条: one fine under the higher rule', async () => {
		const rules = 'rule=awsf-99-1-3-equipment-maintenance&rule=whp-80-1-2-facilities-missing-or-unmaintained';
		const [unit] = await parties(`${rules}&ended=2026-03-10&u.m2=1&u.m2.e=复查意见书`);
		expect(unit!.decisions[0]!.rule.text).toContain('危险化学品安全管理条例');
		expect(unit!.total).toBe(7_500_000);
	});

	test('two acts are decided each for itself and added', async () => {
		const query = `rule=awsf-101-1-3-dangerous-work-no-supervisor&2.rule=awsf-97-1-3-training-or-informing&2.u.m1=1&2.u.m1.e=查询&2.u.m2=1&2.u.m2.e=复查`;
		const [unit] = await parties(query);
		expect(unit!.decisions.map(({ tier }) => tier)).toEqual(['一般', '从轻']);
		expect(unit!.total).toBe(6_500_000);
		expect(unit!.todo.find(({ step }) => step === '听证')!.outcome).toBe('应当告知听证权');
	});
});

describe('bad input', () => {
	test('nonsense changes nothing and is named', async () => {
		const sound = await ask({ rule: WELDER, decided: '2026-11-20' });
		const query = `rule=${WELDER}&decided=2026-11-20&rule=no-such-rule&stage=later&foo=1&place=atlantis&ended=2026-02-30&u.zz=1&crime=maybe`;
		const page = await ask(query);
		expect(page.result).toEqual(sound.result);
		expect(page.notices.join()).toContain('no-such-rule');
		expect(page.notices.join()).toContain('“foo”、“u.zz”');
		for (const word of ['place=atlantis', 'stage=later', 'crime=maybe']) expect(page.notices.join()).toContain(word);
		expect(Object.keys(page.faults)).toEqual(['ended']);
		expect(page.values.ended).toBe('2026-02-30');
	});

	test('a rule that has ended is refused with the law', async () => {
		const { result } = await ask({ rule: 'whp-75-1-prohibited-chemicals', ended: '2026-06-01' });
		expect(result!.refused).toMatchObject({
			code: 'superseded',
			source: { law: 'administrative-penalty-law', article: '37' }
		});
		expect(result!.refused!.text).not.toMatch(/whp-/);
	});

	test('a date after the decision is refused', async () => {
		const { result } = await ask({ rule: WELDER, decided: '2026-11-20', ended: '2026-11-21' });
		expect(result!.refused!.code).toBe('impossible-dates');
	});
});

describe('looking for a rule', () => {
	const find = (words: string) => searchProvisions(currentProvisionIndex(), words).map(({ id }) => id);
	test.each([
		['电工没有证就上岗', WELDER],
		['动火没人看', 'awsf-101-1-3-dangerous-work-no-supervisor'],
		['出口上锁', 'awsf-105-1-2-exits-blocked'],
		['瞒报事故', 'awsf-110-2-accident-conceal'],
		['拒绝检查', 'awsf-108-obstruct-inspection'],
		['没戴安全帽 劳保用品', 'awsf-99-1-5-ppe'],
		['安全生产法第九十七条第一款第（七）项', WELDER],
		['97条7项', WELDER],
		['许可证到期还在生产', 'xkz-20-expired']
	])('%s', (words, id) => {
		expect(find(words).slice(0, 3)).toContain(id);
	});

	test('an article number gives its rules first, then those that punish its breach', () => {
		expect(find('94').at(0)).toBe('awsf-94-1-principal-duties');
		expect(find('21条')).toContain('awsf-94-1-principal-duties');
	});

	test.each(['', '？？', 'zzzz'])('%j finds nothing', (words) => {
		expect(find(words)).toEqual([]);
	});

	test('a law alone gives all its rules', () => {
		expect(find('安全生产许可证条例')).toHaveLength(3);
	});
});

test('说理 as a text names parties, sums, what to do and where the figures come from', async () => {
	const page = await ask({ rule: STAFFING, stage: 'overdue' });
	const text = reasonsText(page.result!, page.benchmark);
	for (const part of [
		'【单位】',
		'【直接责任人员】',
		'处罚依据：安全生产法第九十七条',
		'听证：',
		'以本地裁量基准为准'
	]) {
		expect(text).toContain(part);
	}
});
