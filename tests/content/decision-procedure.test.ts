import { describe, expect, test } from 'vitest';
import { type Change, decide, file, first, proven, said } from '../support/decisions.ts';

describe('stage, subject, rule', () => {
	test('a person in a stage that fines units only, and one whom the rule never means', async () => {
		const parties = '[{party: 单位}, {party: 直接责任人员}, {party: 从业人员}]';
		const found = await decide(file({ rule: 'awsf-97-1-3-training-or-informing', parties }));
		expect(first(found, 1)).toMatchObject({ gate: 'F1', tier: '暂不罚款', punish: false });
		expect(first(found, 2)).toMatchObject({ gate: null, tier: '不予处罚', punish: false });
	});

	test('the unit is suspended for what its head did not do', async () => {
		const parties = '[{party: 主要负责人}, {party: 单位}]';
		const found = await decide(file({ rule: 'awsf-94-1-principal-duties', stage: 'overdue', ended: 'null', parties }));
		expect(first(found, 1)).toMatchObject({ punish: true, suggested: null, gate: null });
		expect(found.parties[1]).toMatchObject({ otherSanctions: ['suspend_operation'], hearingRequired: true });
	});

	test('a contractor is a unit, an individual no addressee of a rule for units', async () => {
		const parties = '[{party: 施工单位}, {party: 个人}]';
		const rule = 'awsf-98-1-3-build-off-design';
		const found = await decide(file({ rule, parties }));
		expect(first(found)).toMatchObject({ punish: true, suggested: 300000 });
		expect(first(found, 1)).toMatchObject({ punish: false, gate: null, tier: '不予处罚' });
		const overdue = await decide(
			file({ rule: 'awsf-101-1-4-risk-grading', stage: 'overdue', ended: 'null', parties: '[{party: 个人}]' })
		);
		expect(first(overdue)).toMatchObject({ punish: false, tier: '不予处罚' });
	});

	test('a forgotten party is named', async () => {
		const found = await decide(file({ rule: 'awsf-98-1-4-in-use-before-acceptance' }));
		expect(found.warnings.join()).toContain('还应对直接责任人员处罚款');
	});

	test('29: a person is judged by the rule that means persons, and the loser’s sanctions are named', async () => {
		const pair = 'awsf-99-1-3-equipment-maintenance, whp-80-1-2-facilities-missing-or-unmaintained';
		const parties = '[{party: 单位}, {party: 直接责任人员}]';
		const found = await decide(file({ rule: pair, ended: '2026-03-20', parties }));
		expect(first(found).provision).toBe('whp-80-1-2-facilities-missing-or-unmaintained');
		expect(first(found, 1)).toMatchObject({ provision: 'awsf-99-1-3-equipment-maintenance', gate: 'F1' });
		expect(found.warnings.join()).toContain('其他处罚仍可能适用：责令停产停业整顿');
	});

	test('29: of equal ranges the rule made for the act goes before the catch-all', async () => {
		const rule = 'awsf-102-hazard-not-eliminated, awsf-99-1-3-equipment-maintenance';
		expect(first(await decide(file({ rule }))).provision).toBe('awsf-99-1-3-equipment-maintenance');
	});

	test('an income of nothing is no base for a percentage', async () => {
		const parties = '[{party: 主要负责人, facts: {annualIncome: 0}}]';
		const { refused } = await decide(file({ rule: 'awsf-110-2-accident-conceal', stage: 'accident', parties }));
		expect(refused?.code).toBe('facts-missing');
	});

	test('a fixed percentage leaves nothing to the factors', async () => {
		const parties = `[{party: 主要负责人, facts: {annualIncome: 360000}, factors: [${proven('M1', 'M3')}]}]`;
		const found = await decide(
			file({ rule: 'awsf-95-principal-accident', stage: 'accident', facts: 'accidentLevel: 较大', parties })
		);
		expect(first(found)).toMatchObject({ tier: '固定', suggested: 216000 });
		expect(found.warnings.join()).toContain('成立的因子不改变数额');
		expect(found.warnings.join()).toContain('较大事故已达到刑事追诉的后果标准');
	});

	test('unknown income: the lower branch, with a word', async () => {
		const found = await decide(file({ rule: 'awsf-103-1-contract-to-unqualified' }));
		expect(first(found).statutory).toEqual({ min: 100000, max: 200000 });
		expect(found.warnings.join()).toContain('没有写违法所得');
	});
});

describe('several violations', () => {
	const two = (one: string, other: string) => `decidedOn: 2026-11-20
violations:
  - {id: v1, ${one}}
  - {id: v2, ${other}}
`;
	const fined = (rule: string, party: string, more = '') =>
		`actEndedOn: 2026-10-15, candidates: [${rule}], stage: first, parties: [${party}]${more}`;

	test('one suspension for two, the fines added', async () => {
		const overdue = (rule: string) =>
			`actEndedOn: null, candidates: [${rule}], stage: overdue, parties: [{party: 单位}]`;
		const found = await decide(two(overdue('awsf-97-1-3-training-or-informing'), overdue('awsf-101-1-4-risk-grading')));
		expect(found.parties[0]).toMatchObject({ totalSuggested: 300000, otherSanctions: ['suspend_operation'] });
		expect(said(found, '同种处罚')?.text).toContain('只处一次');
		expect(said(found, '合并处罚')?.text).toContain('15万元 + 15万元');
	});

	test('the sum reaches the hearing where no fine alone does', async () => {
		const small = (rule: string) => fined(rule, `{party: 单位, factors: [${proven('m1', 'm4')}]}`);
		const found = await decide(two(small('awsf-97-1-3-training-or-informing'), small('awsf-101-1-4-risk-grading')));
		expect(found.parties[0]!.decisions.map(({ suggested }) => suggested)).toEqual([15000, 15000]);
		expect(found.parties[0]!.hearingRequired).toBe(true);
	});

	test('one man in two capacities: his fines count together for the hearing, and he is asked about', async () => {
		const found = await decide(
			two(
				fined('awsf-103-2-no-agreement-or-coordination', '{party: 直接责任人员, label: 何某}'),
				fined('awsf-105-1-2-exits-blocked', '{party: 直接责任人员, label: 何某}')
			)
		);
		expect(found.parties[0]).toMatchObject({ totalSuggested: 10000, hearingRequired: true });
		const head = await decide(
			two(
				fined('awsf-94-1-principal-duties', '{party: 主要负责人, label: 何某}'),
				fined('awsf-105-1-2-exits-blocked', '{party: 直接责任人员, label: 何某}')
			)
		);
		expect(head.parties.map(({ party, hearingRequired }) => [party, hearingRequired])).toEqual([
			['主要负责人', true],
			['直接责任人员', true]
		]);
		expect(head.warnings.join()).toContain('不得就同一不作为');
	});

	test('the same duty twice may be one act', async () => {
		const unit = '{party: 单位}';
		const found = await decide(
			two(fined('awsf-97-1-3-training-or-informing', unit), fined('awsf-97-1-4-training-records', unit))
		);
		expect(found.warnings.join()).toContain('v1与v2违反的是同一条义务');
	});

	test('逾期 and the daily fine for one period are two routes', async () => {
		const dates = 'orderServedOn: 2026-09-01, reinspectedOn: 2026-09-11';
		const overdue = `actEndedOn: null, candidates: [awsf-99-1-3-equipment-maintenance], stage: overdue, facts: {${dates}}, parties: [{party: 单位}]`;
		const daily = `actEndedOn: null, candidates: [awsf-112-daily-penalty], stage: daily, facts: {originalFine: 40000, ${dates}}, parties: [{party: 单位}]`;
		expect((await decide(two(overdue, daily))).refused?.code).toBe('same-period');
		const later = daily.replace('2026-09-01', '2026-10-01').replace('2026-09-11', '2026-10-11');
		expect((await decide(two(overdue, later))).refused).toBeUndefined();
	});

	test('one violation waits for the criminal side, the other is decided', async () => {
		const waits = fined('awsf-99-1-4-disable-or-falsify', '{party: 单位}', ', facts: {crimeSuspected: true}');
		const found = await decide(two(waits, fined('awsf-109-no-liability-insurance', '{party: 单位}')));
		expect(found.refused).toBeUndefined();
		expect(found.parties[0]!.decisions.map(({ suggested }) => suggested)).toEqual([null, 75000]);
		expect(found.warnings.join()).toContain('涉嫌犯罪，移送前不作罚款决定');
	});
});

describe('the daily fine', () => {
	const daily = (change: Change = {}) =>
		file({
			...{ rule: 'awsf-112-daily-penalty', stage: 'daily', ended: 'null' },
			facts: 'originalFine: 40000, orderServedOn: 2026-09-01, reinspectedOn: 2026-09-11',
			...change
		});
	test('is for the unit alone', async () => {
		const found = await decide(daily({ parties: '[{party: 单位}, {party: 直接责任人员}]' }));
		expect(first(found).suggested).toBe(400000);
		expect(first(found, 1)).toMatchObject({ tier: '不予处罚', suggested: null });
	});
	test('goes through the gates, and tells the late payment apart', async () => {
		expect(first(await decide(daily({ parties: '[{party: 单位, facts: {noFaultProven: true}}]' }))).gate).toBe('N4');
		expect((await decide(daily())).warnings.join()).toMatch(/1,200元，到第34日为止/);
	});
	test('is asked for through the rule of the first fine as well; other laws have none', async () => {
		expect(first(await decide(daily({ rule: 'awsf-99-1-3-equipment-maintenance' })))).toMatchObject({
			...{ provision: 'awsf-112-daily-penalty', suggested: 400000 }
		});
		expect((await decide(daily({ rule: 'yjtl-32-plan-not-filed' }))).refused?.code).toBe('no-such-stage');
	});
});

describe('procedure', () => {
	test('small fines may be imposed on the spot', async () => {
		const found = await decide(file({ rule: 'whp-81-2-no-filing', ended: '2026-03-15', factors: proven('m1', 'm4') }));
		expect(first(found).suggested).toBe(2000);
		expect(said(found, '程序')?.outcome).toBe('可以适用简易程序');
	});
	test('three per cent a day, never more than the fine', async () => {
		expect(said(await decide(file()), '缴纳')?.text).toMatch(/2,250元，加处总额不超过罚款7.5万元/);
	});
	test('a large confiscation needs a hearing by itself', async () => {
		const found = await decide(
			file({ rule: 'xkz-20-expired', facts: 'illegalIncome: 40000', factors: proven('M1', 'M3') })
		);
		expect(first(found)).toMatchObject({ suggested: 28000, confiscate: 40000 });
		expect(found.parties[0]!.hearingRequired).toBe(true);
	});
});
