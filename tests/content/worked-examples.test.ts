import { describe, expect, test } from 'vitest';
import { decideText } from '../support/decisions.ts';

const decide = async (text: string) => (await decideText(text)).document;
const SHIPPED = 'decidedOn: 2026-11-20\njurisdiction: default\n';
/** One decision of one party. */
const first = ({ parties }: Awaited<ReturnType<typeof decide>>, party = 0) => parties[party]!.decisions[0]!;
const bracket = (min: number, max: number) => ({ bracket: { min, max } });

describe('the twelve worked examples', () => {
	test('1: one welder without a certificate, first time, corrected', async () => {
		const found = await decide(`${SHIPPED}actEndedOn: 2026-10-15
candidates: [awsf-97-1-7-special-operators-uncertified]
stage: first
facts: {firstTime: true, correctedInTime: true, minor: true}
parties:
  - party: 单位
    label: 丁山五金厂
    factors:
      - {id: m1, evidence: [处罚数据库查询打印件 2026-10-16]}
      - {id: m2, evidence: [复查意见书]}
      - {id: a5, evidence: [判定标准]}
  - party: 直接责任人员
`);
		expect(first(found)).toMatchObject({
			punish: true,
			gate: null,
			tier: '从轻',
			suggested: 15000,
			...bracket(0, 30000)
		});
		expect(found.parties[0]).toMatchObject({ totalSuggested: 15000, hearingRequired: false });
		expect(first(found, 1)).toMatchObject({
			punish: false,
			gate: 'F1',
			tier: '暂不罚款',
			suggested: null,
			statutory: null
		});
		expect(found.parties[1]!.totalSuggested).toBeNull();
		// The fact is the violation itself and no aggravating factor.
		expect(found.warnings.join()).toContain('a5没有计入');
		expect(found.reasons.find(({ step }) => step === '首违不罚')).toMatchObject({ outcome: '通过' });
	});

	test('2: overdue: unit and person decided each for itself, suspension, hearing', async () => {
		const found = await decide(`${SHIPPED}actEndedOn: null
candidates: [awsf-97-1-1-safety-org-staffing]
stage: overdue
parties:
  - {party: 单位, label: 恒越铸造, factors: [{id: a1, evidence: [处罚决定书]}]}
  - {party: 直接责任人员, label: 副经理}
`);
		expect(first(found)).toMatchObject({ tier: '一般', suggested: 150000, ...bracket(130000, 170000) });
		expect(first(found).statutory).toEqual({ min: 100000, max: 200000 });
		expect(first(found, 1)).toMatchObject({ tier: '一般', suggested: 35000, ...bracket(29000, 41000) });
		expect(found.parties[0]).toMatchObject({
			otherSanctions: ['suspend_operation'],
			hearingRequired: true,
			legalReview: true
		});
		expect(found.parties[1]).toMatchObject({ otherSanctions: [], hearingRequired: true });
	});

	test('3: fractions of the span, and each party’s own factors', async () => {
		const found = await decide(`${SHIPPED}actEndedOn: 2026-09-30
candidates: [awsf-98-1-4-in-use-before-acceptance]
stage: first
parties:
  - party: 单位
    factors: [{id: a2, evidence: [采购合同]}, {id: a4, evidence: [评价机构来函及签收]}]
  - party: 直接责任人员
    factors: [{id: a2}, {id: a4, evidence: [来函签收]}]
`);
		expect(first(found)).toMatchObject({ tier: '从重', suggested: 440000, ...bracket(380000, 500000) });
		expect(first(found, 1)).toMatchObject({ tier: '一般', suggested: 35000, ...bracket(29000, 41000) });
		expect(found.parties[0]!.otherSanctions).toEqual(['stop_construction_or_suspend']);
		expect(found.warnings.join()).toContain('a2没有计入，没有证据');
	});

	test('4: crime first; when it comes back, the range of the stage holds however bad it was', async () => {
		const text = (facts: string) => `${SHIPPED}actEndedOn: 2026-10-15
candidates: [awsf-99-1-4-disable-or-falsify]
stage: first
facts: {${facts}}
parties:
  - party: 单位
    factors: [{id: a2, evidence: [日志]}, {id: a3, evidence: [12/20台]}, {id: a4, evidence: [日志]}]
`;
		const suspected = await decide(text('crimeSuspected: true'));
		expect(suspected.refused?.code).toBe('crime-first');
		expect(suspected.criminalCheck).toEqual(['134-1', '134', '135']);
		expect(first(suspected)).toMatchObject({ punish: false, suggested: null });
		const returned = await decide(text('crimeSuspected: true, crimeReturned: true'));
		expect(returned.refused).toBeUndefined();
		expect(first(returned)).toMatchObject({ tier: '从重', suggested: 43000, ...bracket(35000, 50000) });
		expect(returned.warnings.join()).toContain('a4没有计入');
	});

	test('5: two violations are decided apart and added', async () => {
		const found = await decide(`${SHIPPED}violations:
  - id: v1
    actEndedOn: 2026-10-15
    candidates: [awsf-101-1-3-dangerous-work-no-supervisor]
    stage: first
    parties: [{party: 单位, label: 立群木业}]
  - id: v2
    actEndedOn: 2026-10-15
    candidates: [awsf-97-1-3-training-or-informing]
    stage: first
    parties:
      - party: 单位
        label: 立群木业
        factors: [{id: m1, evidence: [打印件]}, {id: m2, evidence: [复查意见书]}]
`);
		expect(found.parties).toHaveLength(1);
		const [party] = found.parties;
		expect(party!.decisions).toMatchObject([
			{ violation: 'v1', tier: '一般', suggested: 50000, ...bracket(30000, 70000) },
			{ violation: 'v2', tier: '从轻', suggested: 15000, ...bracket(0, 30000) }
		]);
		expect(party).toMatchObject({ totalSuggested: 65000, hearingRequired: true });
	});

	test.each([
		[160000, [320000, 800000], [464000, 656000], 560000, 160000],
		[100000, [200000, 500000], [290000, 410000], 350000, 100000],
		[99999, [100000, 200000], [130000, 170000], 150000, 99999],
		[0, [100000, 200000], [130000, 170000], 150000, undefined]
	])('6: illegal income %d', async (income, statutory, [min, max], suggested, confiscate) => {
		const found = await decide(`${SHIPPED}actEndedOn: 2026-10-15
candidates: [awsf-103-1-contract-to-unqualified]
stage: first
facts: {illegalIncome: ${income}}
parties: [{party: 单位}, {party: 直接责任人员}]
`);
		expect(first(found)).toMatchObject({ tier: '一般', suggested, ...bracket(min!, max!) });
		expect(first(found).statutory).toEqual({ min: statutory[0], max: statutory[1] });
		expect(first(found).confiscate).toBe(confiscate);
		expect(first(found, 1)).toMatchObject({ suggested: 15000, ...bracket(13000, 17000) });
	});

	const seven = (change: { ended?: string; stage?: string }) => `decidedOn: 2026-11-20
actEndedOn: ${change.ended ?? '2026-03-20'}
candidates: [awsf-99-1-3-equipment-maintenance, whp-80-1-2-facilities-missing-or-unmaintained]
stage: ${change.stage ?? 'first'}
parties:
  - {party: 单位, factors: [{id: m2, evidence: [复查意见书]}]}
`;
	test('7: one act under two rules: one fine, by the higher one at this stage', async () => {
		const found = await decide(seven({}));
		expect(first(found)).toMatchObject({
			...{ provision: 'whp-80-1-2-facilities-missing-or-unmaintained', tier: '一般', suggested: 75000 },
			...bracket(65000, 85000)
		});
		expect(found.warnings.join()).toContain('从旧兼从轻');
		const overdue = await decide(seven({ stage: 'overdue' }));
		expect(first(overdue)).toMatchObject({
			...{ provision: 'awsf-99-1-3-equipment-maintenance' },
			statutory: { min: 50000, max: 200000 }
		});
	});
	test.each(['2026-05-01', '2026-09-30', 'null'])(
		'7: an act that ended on %s falls under the new law: refused',
		async (ended) => {
			const found = await decide(seven({ ended }));
			expect(found.refused).toMatchObject({ code: 'superseded', source: '行政处罚法第三十七条' });
			expect(found.refused?.text).toContain('危险化学品安全法');
			expect(found.parties).toEqual([]);
		}
	);

	const LISTED =
		'listConditions: {noSeriousAccidentIn3Years: true, notOnDishonestyList: true, notHighRiskUnit: true, noMajorHazard: true}';
	test('8: minor, corrected, no harm, on the list: must not be punished, still ordered to correct', async () => {
		const text = (more: string) => `${SHIPPED}actEndedOn: 2026-10-15
candidates: [awsf-97-1-5-hazard-records-or-notice]
stage: first
facts: {minor: true, correctedInTime: true, noHarm: true${more}}
parties: [{party: 单位, label: 启禾印刷}]
`;
		const found = await decide(text(`, listRowMet: true, ${LISTED}`));
		expect(first(found)).toMatchObject({ gate: 'N5', punish: false, tier: '不予处罚', suggested: null, bracket: null });
		expect(first(found).orderToCorrect).toBe('责令限期改正');
		for (const lacking of [
			'',
			`, ${LISTED}`,
			', listRowMet: true',
			`, listRowMet: true, ${LISTED.replace('notHighRiskUnit: true', 'notHighRiskUnit: false')}`
		]) {
			expect(first(await decide(text(lacking)))).toMatchObject({ gate: null, punish: true });
		}
	});

	test('9: refused: persons only, the unit is suspended and not fined', async () => {
		const found = await decide(`${SHIPPED}actEndedOn: null
candidates: [awsf-102-hazard-not-eliminated]
stage: refused
parties:
  - party: 单位
  - party: 直接责任人员
    label: 厂长
    factors: [{id: a4, evidence: [内审提醒签收]}, {id: a5, evidence: [判定标准]}]
  - {party: 直接责任人员, label: 车间主任, factors: [{id: a5, evidence: [判定标准]}]}
`);
		expect(found.parties[0]).toMatchObject({
			totalSuggested: null,
			otherSanctions: ['suspend_operation'],
			hearingRequired: true
		});
		expect(first(found)).toMatchObject({ punish: true, gate: null, suggested: null, statutory: null });
		expect(first(found, 1)).toMatchObject({ tier: '从重', suggested: 92500, ...bracket(85000, 100000) });
		expect(first(found, 2)).toMatchObject({ tier: '一般', suggested: 75000, ...bracket(65000, 85000) });
		expect(found.criminalCheck).toContain('134-1');
	});

	test('10: an accident: the unit in its range, the head by a fixed percentage', async () => {
		const found = await decide(`${SHIPPED}violations:
  - id: unit
    actEndedOn: 2026-08-01
    candidates: [awsf-114-accident-unit]
    stage: accident
    facts: {accidentLevel: 一般}
    parties:
      - party: 单位
        factors: [{id: M1, evidence: [抢险记录]}, {id: m4, evidence: [资料移交清单]}]
  - id: head
    actEndedOn: 2026-08-01
    candidates: [awsf-95-principal-accident]
    stage: accident
    facts: {accidentLevel: 一般}
    parties: [{party: 主要负责人, facts: {annualIncome: 36万元}, factors: [{id: a2, evidence: [合同]}]}]
`);
		expect(first(found)).toMatchObject({ tier: '从轻', suggested: 405000, ...bracket(300000, 510000) });
		expect(first(found, 1)).toMatchObject({ tier: '固定', suggested: 144000, ...bracket(144000, 144000) });
		expect(found.warnings.join()).toContain('没有启用事故罚款的细分档次');
	});

	test.each([
		['', '减轻', 5000, 50000, 28000, true],
		[', {id: a2, evidence: [日志]}', '从轻', 50000, 65000, 58000, false]
	])('11: two statutory grounds%s: %s', async (more, tier, min, max, suggested, discussed) => {
		const found = await decide(`${SHIPPED}actEndedOn: 2026-10-15
candidates: [xkz-20-expired]
stage: first
facts: {illegalIncome: 20000}
parties:
  - party: 单位
    label: 云岭爆竹
    factors: [{id: M1, evidence: [清运记录]}, {id: M3, evidence: [询问笔录]}${more}]
`);
		expect(first(found)).toMatchObject({ tier, suggested, ...bracket(min, max), confiscate: 20000 });
		expect(found.parties[0]).toMatchObject({
			...{ collectiveDiscussion: discussed, otherSanctions: ['stop_activity', 'confiscate_income'] }
		});
	});

	test('12: the daily fine counts from the day after the order to the re-inspection', async () => {
		const text = (facts: string) => `${SHIPPED}actEndedOn: null
candidates: [awsf-112-daily-penalty]
stage: daily
facts: {${facts}}
parties: [{party: 单位}]
`;
		const found = await decide(text('originalFine: 40000, orderServedOn: 2026-09-01, reinspectedOn: 2026-09-11'));
		expect(first(found)).toMatchObject({ tier: '固定', suggested: 400000, ...bracket(400000, 400000) });
		expect(found.warnings.join()).toContain('逾期未改正');
		expect((await decide(text('orderServedOn: 2026-09-01, reinspectedOn: 2026-09-11'))).refused?.code).toBe(
			'no-original-fine'
		);
		expect(
			(await decide(text('originalFine: 40000, orderServedOn: 2026-09-11, reinspectedOn: 2026-09-01'))).refused?.code
		).toBe('impossible-dates');
	});
});
