import { describe, expect, test } from 'vitest';
import { decide, file, first, proven, said } from '../support/decisions.ts';

const LISTED =
	'listConditions: {noSeriousAccidentIn3Years: true, notOnDishonestyList: true, notHighRiskUnit: true, noMajorHazard: true}';

describe('the steps, each told once and in order', () => {
	test('of a plain fine, also those that decide nothing', async () => {
		const { reasons } = await decide(file());
		expect(reasons.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
			...['事实与证据 通过', '法律适用 适用', '处罚对象 适格', '涉嫌犯罪 通过', '年龄 通过', '责任能力 通过'],
			...['追责时效 通过', '主观过错 通过', '轻微不罚 通过', '首违不罚 通过', '阶段 通过', '法定幅度 首次查实'],
			...[
				'裁量阶次 一般',
				'数额 7.5万元',
				'听证 应当告知听证权',
				'程序 普通程序',
				'法制审核 需要',
				'缴纳 15日',
				'公示 公开'
			]
		]);
	});

	test.each([
		['N0', { facts: 'proven: false' }, ['事实与证据']],
		['N3', { ended: '2023-10-15', facts: 'discoveredOn: 2026-01-01' }, ['追责时效']],
		['F1', { rule: 'awsf-108-obstruct-inspection' }, ['阶段']]
	])('%s is the last of its party', async (gate, change, [step]) => {
		const found = await decide(file(change));
		expect(first(found)).toMatchObject({ gate, punish: false, suggested: null, bracket: null, statutory: null });
		expect(found.reasons.at(-1)).toMatchObject({ step, outcome: gate });
	});
});

describe('gates', () => {
	test.each([
		['two years later to the day', '2024-02-10', 'discoveredOn: 2026-02-10', null],
		['a day more', '2024-02-10', 'discoveredOn: 2026-02-11', 'N3'],
		['from 29 February to 28 February', '2024-02-29', 'discoveredOn: 2026-02-28', null],
		['and not to 1 March', '2024-02-29', 'discoveredOn: 2026-03-01', 'N3'],
		['five years with harm', '2021-10-01', 'discoveredOn: 2026-10-01, lifeHealthHarm: true', null],
		['and not more', '2021-10-01', 'discoveredOn: 2026-10-02, lifeHealthHarm: true', 'N3'],
		['still going on', 'null', 'discoveredOn: 2026-10-02', null]
	])('time bar: %s', async (_, ended, facts, gate) => {
		expect(first(await decide(file({ ended, facts }))).gate).toBe(gate);
	});

	test('an unknown day of discovery is asked for when the bar may have fallen', async () => {
		expect((await decide(file({ ended: '2023-10-15' }))).warnings.join()).toContain('没有写发现日期');
		expect((await decide(file())).warnings.join()).not.toContain('没有写发现日期');
	});

	test('reduced capacity is a ground that the officer may use, and no factor', async () => {
		const parties = '[{party: 个人, facts: {reducedCapacity: true}}]';
		const found = await decide(file({ rule: 'yhbz-36-1-unlicensed', parties }));
		expect(first(found).tier).toBe('一般');
		expect(said(found, '责任能力')?.text).toContain('可以从轻或者减轻');
	});

	const minor = `minor: true, correctedInTime: true, noHarm: true, listRowMet: true, ${LISTED}`;
	const ROW = 'awsf-97-1-5-hazard-records-or-notice';
	test('each of the three legal conditions is needed, the row, and each condition of the lists', async () => {
		expect(first(await decide(file({ rule: ROW, facts: minor }))).gate).toBe('N5');
		const facts = minor.replace(/[{}]|listConditions: /g, '').split(', ');
		for (const one of facts) {
			const name = one.split(':')[0]!;
			const lacking = await decide(file({ rule: ROW, facts: minor.replace(`${name}: true`, `${name}: false`) }));
			expect([name, first(lacking).gate]).toEqual([name, null]);
		}
	});
	test('the three conditions without the list go on to the tiers, and say so', async () => {
		const found = await decide(file({ facts: 'minor: true, correctedInTime: true, noHarm: true' }));
		expect(first(found)).toMatchObject({ gate: null, punish: true });
		expect(found.warnings.join()).toContain('轻微不罚的三个法定条件都具备');
	});
	test('a major hazard in the file shuts the lists', async () => {
		const found = await decide(file({ rule: ROW, facts: minor, factors: proven('a5') }));
		expect(first(found).gate).toBeNull();
	});
	test('first time alone is not enough', async () => {
		const found = await decide(
			file({ rule: 'awsf-97-1-6-no-plan-or-drill', facts: `firstTime: true, listRowMet: true, ${LISTED}` })
		);
		expect(said(found, '首违不罚')?.text).toContain('危害后果轻微');
		expect(first(found).punish).toBe(true);
	});
	test('a decision not to punish has its reasons too', async () => {
		const { statement, orderToCorrect } = first(await decide(file({ rule: ROW, facts: minor })));
		expect(statement).toMatch(/违反的义务条款：安全生产法第四十一条.*应当不予处罚.*责令限期改正/);
		expect(orderToCorrect).toBe('责令限期改正');
	});
});

describe('facts that cannot be', () => {
	const overdue = { rule: 'awsf-97-1-3-training-or-informing', stage: 'overdue', ended: 'null' };
	test.each([
		['an act after the decision', { ended: '2026-11-21' }, 'impossible-dates'],
		['found after the decision', { facts: 'discoveredOn: 2026-11-21' }, 'impossible-dates'],
		['an order after the decision', { facts: 'orderServedOn: 2026-11-21' }, 'impossible-dates'],
		['a re-inspection after it', { facts: 'orderServedOn: 2026-11-01, reinspectedOn: 2026-11-21' }, 'impossible-dates'],
		[
			'a re-inspection before the order',
			{ facts: 'orderServedOn: 2026-11-10, reinspectedOn: 2026-11-09' },
			'impossible-dates'
		],
		[
			'an order before the discovery',
			{ facts: 'discoveredOn: 2026-11-10, orderServedOn: 2026-11-09' },
			'impossible-dates'
		],
		[
			'a deadline before the order',
			{ facts: 'orderServedOn: 2026-11-10, correctionDueOn: 2026-11-09' },
			'impossible-dates'
		],
		[
			'overdue on the last day',
			{ ...overdue, facts: 'orderServedOn: 2026-10-01, correctionDueOn: 2026-10-15, reinspectedOn: 2026-10-15' },
			'deadline-not-passed'
		],
		['overdue without an order', { ...overdue, facts: 'orderServedOn: null' }, 'no-order'],
		['overdue, re-inspected, no order', { ...overdue, facts: 'reinspectedOn: 2026-10-15' }, 'no-order'],
		[
			'overdue without a re-inspection',
			{ ...overdue, facts: 'orderServedOn: 2026-10-15, reinspectedOn: null' },
			'no-reinspection'
		],
		['overdue and corrected in time', { ...overdue, facts: 'correctedInTime: true' }, 'impossible-facts'],
		['first time, fined this year', { facts: 'firstTime: true', factors: proven('a1') }, 'impossible-facts'],
		['first time, fined twice this year', { facts: 'firstTime: true', factors: proven('A3') }, 'impossible-facts'],
		['no harm, and somebody hurt', { facts: 'noHarm: true', factors: proven('A2') }, 'impossible-facts'],
		['no harm, and actual harm', { facts: 'noHarm: true, lifeHealthHarm: true' }, 'impossible-facts']
	])('%s', async (_, change, code) => {
		const { refused, parties } = await decide(file(change));
		expect([refused?.code, parties]).toEqual([code, []]);
		expect(refused?.source).toMatch(/法第.+条/);
	});

	test.each([
		['overdue without any date', overdue, '案卷里必须有'],
		['overdue with the order only', { ...overdue, facts: 'orderServedOn: 2026-10-01' }, '没有写复查日'],
		[
			'first time, and an earlier fine that nobody has shown',
			{ facts: 'firstTime: true', factors: '{id: a1}' },
			'a1没有计入'
		]
	])('what is left out is unknown: %s', async (_, change, warning) => {
		const { refused, warnings } = await decide(file(change));
		expect(refused).toBeUndefined();
		expect(warnings.join()).toContain(warning);
	});

	test('overdue on the day after the last one', async () => {
		const facts = 'orderServedOn: 2026-10-01, correctionDueOn: 2026-10-15, reinspectedOn: 2026-10-16';
		expect(first(await decide(file({ ...overdue, facts }))).tier).toBe('一般');
	});
});

describe('factors', () => {
	test.each([
		['m1 falls to an earlier penalty', proven('m1', 'a1'), '一般', 'm1没有计入，与a1的事实矛盾'],
		['A3 stands for a1', proven('a1', 'A3'), '从重', 'a1没有计入，由A3取代'],
		['the m’s together count two at most', `${proven('m1', 'm2', 'm4', 'a2')}`, '一般', null],
		['m3 falls to a major hazard', proven('m3', 'm1', 'a5'), '一般', 'm3没有计入，与a5的事实矛盾'],
		['one M alone is enough for 从轻', proven('M4'), '从轻', null],
		['M against a: on the middle, and to be explained', proven('M4', 'a2'), '一般', '决定书要说明'],
		['no evidence, no factor', '{id: m1}, {id: m2, evidence: ["  "]}', '一般', 'm1没有计入，没有证据'],
		[
			'M1 and m2 from the same paper',
			'{id: M1, evidence: [照片, 复查意见书]}, {id: m2, evidence: [复查意见书]}',
			'从轻',
			'm2没有计入，与M1是同一事实'
		],
		['twice the same', `${proven('a2')}, {id: a2, evidence: [另一份]}`, '一般', 'a2没有计入，同一因子只计一次']
	])('%s', async (_, factors, tier, warning) => {
		const found = await decide(file({ factors }));
		expect(first(found).tier).toBe(tier);
		if (warning) expect(found.warnings.join()).toContain(warning);
	});

	test('the papers of the stage prove the stage, no factor beside it', async () => {
		const text = (evidence: string) =>
			file({
				...{ rule: 'awsf-97-1-3-training-or-informing', stage: 'overdue', ended: 'null' },
				factors: `{id: a4, evidence: [${evidence}]}, {id: a2, evidence: [台账]}`
			});
		expect(first(await decide(text('责令限期整改指令书'))).tier).toBe('一般');
		expect(first(await decide(text('责令限期整改指令书, 保险机构来函及签收'))).tier).toBe('从重');
	});

	test('the refusal of 108 is the violation', async () => {
		const found = await decide(file({ rule: 'awsf-108-obstruct-inspection', stage: 'refused', factors: proven('A1') }));
		expect(first(found).tier).toBe('一般');
	});

	test('减轻 needs two statutory grounds, a minimum, and nothing heavier', async () => {
		const tierOf = async (rule: string, ...ids: string[]) =>
			first(await decide(file({ rule, factors: proven(...ids) }))).tier;
		expect(await tierOf('awsf-109-no-liability-insurance', 'M1', 'M3')).toBe('减轻');
		expect(await tierOf('awsf-109-no-liability-insurance', 'M1', 'M3', 'a3')).toBe('从轻');
		expect(await tierOf('awsf-101-1-4-risk-grading', 'M1', 'M3')).toBe('从轻');
		expect(await tierOf('awsf-109-no-liability-insurance', 'M1', 'm1', 'm3', 'm4')).toBe('从轻');
	});

	test('an age is its own evidence, claimed or not', async () => {
		for (const factors of ['', '{id: M5}', '{id: M5, evidence: [身份证]}']) {
			const parties = `[{party: 个人, facts: {age: 16}, factors: [${factors}]}]`;
			expect(first(await decide(file({ rule: 'yhbz-36-1-unlicensed', parties }))).tier).toBe('从轻');
		}
		const grown = '[{party: 个人, facts: {age: 18}, factors: [{id: M5, evidence: [身份证]}]}]';
		expect(first(await decide(file({ rule: 'yhbz-36-1-unlicensed', parties: grown }))).tier).toBe('一般');
	});
});
