import { describe, expect, test } from 'vitest';
import { MalformedInput } from '../../src/cli/command.ts';
import { decideText } from '../support/decisions.ts';

const decide = async (text: string) => (await decideText(text)).document;
const SHIPPED = 'decidedOn: 2026-11-20\njurisdiction: default\n';
/** The first decision of the first party. */
const first = ({ parties }: Awaited<ReturnType<typeof decide>>) => parties[0]!.decisions[0]!;

describe('other gates and refusals', () => {
	const plain = (change: {
		candidates?: string;
		stage?: string;
		facts?: string;
		party?: string;
	}) => `${SHIPPED}actEndedOn: 2023-10-15
candidates: [${change.candidates ?? 'awsf-109-no-liability-insurance'}]
stage: ${change.stage ?? 'first'}
facts: {${change.facts ?? ''}}
parties: [{${change.party ?? 'party: 单位'}}]
`;
	test.each([
		['facts not proven', { facts: 'proven: false' }, 'N0'],
		['a child', { candidates: 'yhbz-36-1-unlicensed', party: 'party: 个人, facts: {age: 13}' }, 'N1'],
		[
			'no capacity',
			{ candidates: 'yhbz-36-1-unlicensed', party: 'party: 个人, facts: {mentalIncapacity: true}' },
			'N2'
		],
		['found too late', { facts: 'discoveredOn: 2025-10-16' }, 'N3'],
		['found on the last day', { facts: 'discoveredOn: 2025-10-15' }, null],
		['found late, but with harm', { facts: 'discoveredOn: 2025-10-16, lifeHealthHarm: true' }, null],
		['no fault', { party: 'party: 单位, facts: {noFaultProven: true}' }, 'N4'],
		['an order comes first', { candidates: 'awsf-108-obstruct-inspection' }, 'F1'],
		['an order to stop building comes first', { candidates: 'whp-76-1-no-safety-review' }, 'F1']
	])('%s', async (_, change, gate) => {
		expect(first(await decide(plain(change)))).toMatchObject({ gate, punish: gate === null });
	});

	test('fifteen is young, which counts by itself', async () => {
		const party = 'party: 个人, facts: {age: 15}';
		expect(first(await decide(plain({ candidates: 'yhbz-36-1-unlicensed', party })))).toMatchObject({ tier: '从轻' });
	});

	test('a first violation with slight harm on the list may stay unpunished', async () => {
		const conditions =
			'listConditions: {noSeriousAccidentIn3Years: true, notOnDishonestyList: true, notHighRiskUnit: true, noMajorHazard: true}';
		const facts = `firstTime: true, slightHarm: true, correctedInTime: true, listRowMet: true, ${conditions}`;
		const found = await decide(plain({ candidates: 'awsf-97-1-6-no-plan-or-drill', facts }));
		expect(first(found)).toMatchObject({ gate: 'N6', tier: '不予处罚' });
	});

	test.each([
		['a pointer', 'awsf-100-unlicensed-dangerous-goods', 'first', 'not-scorable'],
		['an unverified row', 'whpf-100-unlicensed-trade-2026', 'first', 'not-in-force'],
		['a stage that is not there', 'awsf-109-no-liability-insurance', 'refused', 'no-such-stage'],
		['a level that is missing', 'awsf-114-accident-unit', 'accident', 'facts-missing']
	])('%s is refused', async (_, candidates, stage, code) => {
		expect((await decide(plain({ candidates, stage }))).refused?.code).toBe(code);
	});

	test('an unverified row in force is refused as such', async () => {
		const text = plain({ candidates: 'whpf-100-unlicensed-trade-2026' }).replace('2023-10-15', '2026-10-15');
		expect((await decide(text)).refused?.code).toBe('unverified');
	});

	test('a statutory ground must show: from 从重 to 一般, discussed', async () => {
		const factors = ['M3', 'a2', 'a3', 'A4', 'a1'].map((id) => `{id: ${id}, evidence: [x]}`).join(', ');
		const found = await decide(plain({ party: `party: 单位, factors: [${factors}]` }));
		expect(first(found)).toMatchObject({ tier: '一般' });
		expect(found.parties[0]!.collectiveDiscussion).toBe(true);
	});
});

describe('another place, the same code', () => {
	const at = (place: string, candidates: string, factors = '') => `decidedOn: 2026-11-20
jurisdiction: ${place}
actEndedOn: 2026-10-15
candidates: [${candidates}]
stage: first
parties: [{party: 单位, factors: [${factors}]}]
`;
	test.each([
		['fractions', 'awsf-101-1-3-dangerous-work-no-supervisor', [30000, 70000], [40000, 60000]],
		['a local range', 'awsf-97-1-3-training-or-informing', [30000, 70000], [58000, 72000]],
		['a local table', 'awsf-109-no-liability-insurance', [65000, 85000], [60000, 80000]]
	])('%s', async (_, rule, here, there) => {
		const [usual, local] = [await decide(at('default', rule)), await decide(at('local-example', rule))];
		expect(first(usual).bracket).toEqual({ min: here[0], max: here[1] });
		expect(first(local).bracket).toEqual({ min: there[0], max: there[1] });
		expect([usual.benchmark.id, local.benchmark.id]).toEqual(['bracket-default-v1', 'bracket-example-v1']);
	});

	test('the hearing threshold', async () => {
		const text = (place: string) =>
			at(place, 'whp-81-2-no-filing', '{id: a2, evidence: [日志]}')
				.replace('stage: first', 'stage: refused')
				.replace('2026-10-15', '2026-03-15');
		expect((await decide(text('default'))).parties[0]).toMatchObject({ totalSuggested: 30000, hearingRequired: true });
		expect((await decide(text('local-example'))).parties[0]).toMatchObject({ hearingRequired: false });
	});
});

describe('malformed input', () => {
	const good = `decidedOn: 2026-11-20
actEndedOn: 2026-10-15
candidates: [awsf-109-no-liability-insurance]
stage: first
facts: {illegalIncome: 160000}
parties:
  - party: 单位
    factors: [{id: m1, evidence: [x]}]
`;
	test.each([
		['an unknown key', 'stage: first', 'stage: first\ncolour: red', 5, 'colour'],
		['a day that is none', 'decidedOn: 2026-11-20', 'decidedOn: 2026-02-30', 1, 'decidedOn'],
		['no rule', '[awsf-109-no-liability-insurance]', '[]', 3, 'candidates'],
		['a rule that is not there', 'awsf-109', 'awsf-999', 3, 'candidates.0'],
		['a stage that is not there', 'stage: first', 'stage: second', 4, 'stage'],
		['an amount that is none', '160000', '十六万', 5, 'facts.illegalIncome'],
		['an amount below nothing', '160000', '-5', 5, 'facts.illegalIncome'],
		['a fact that is not there', 'illegalIncome', 'ilegalIncome', 5, 'facts.ilegalIncome'],
		['a party that is none', 'party: 单位', 'party: 老板', 7, 'parties.0.party'],
		['a factor that is not there', 'id: m1', 'id: m9', 8, 'parties.0.factors.0.id'],
		['a place that is not there', 'stage: first', 'stage: first\njurisdiction: moon', 5, 'jurisdiction']
	])('%s', async (_, passage, replacement, line, field) => {
		const failure = await decideText(good.replace(passage, replacement)).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(MalformedInput);
		const faults = (failure as MalformedInput).faults.map((one) => [one.line, one.field]);
		expect(faults).toContainEqual([line, field]);
	});

	test.each(['160,000', '16万元', '１６００００', '"160,000元"', '16.0万'])('the amount %s is read', async (amount) => {
		const text = good
			.replace('160000', amount.startsWith('"') ? amount : `"${amount}"`)
			.replace('awsf-109-no-liability-insurance', 'awsf-103-1-contract-to-unqualified');
		expect(first(await decide(text)).confiscate).toBe(160000);
	});

	test('JSON is read too, and the text for people names tier and amount', async () => {
		const json = JSON.stringify({
			decidedOn: '2026-11-20',
			actEndedOn: '2026-10-15',
			candidates: ['awsf-109-no-liability-insurance'],
			stage: 'first',
			parties: [{ party: '单位' }]
		});
		const { document, lines } = await decideText(json);
		expect(first(document)).toMatchObject({ tier: '一般', suggested: 75000 });
		expect(lines.join('\n')).toContain('一般　6.5万元—8.5万元，建议 7.5万元');
	});
});
