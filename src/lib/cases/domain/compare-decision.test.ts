import { expect, test } from 'vitest';
import type { PartyVerdict, VerdictFine } from '#lib/discretion/domain/practice-verdict.ts';
import { compareDecisions } from './compare-decision.ts';
import type { DecideResult } from './own-decision.ts';

const wan = (count: number) => count * 1_000_000;
const fine = (min: number, max: number, tier: VerdictFine['tier'] = '一般'): VerdictFine => ({
	...{ act: null, tier, statutory: { min: 0, max: wan(10) } },
	...{ bracket: { min: wan(min), max: wan(max) }, suggested: wan((min + max) / 2) }
});
const verdict = (outcome: PartyVerdict['outcome'], fines: VerdictFine[] = []): PartyVerdict => ({
	...{ name: '灯铺', outcome, fines, reasons: [] }
});

test.each<[string, DecideResult, number | null, PartyVerdict, string]>([
	['in the bracket', 'fine', 3, verdict('fine', [fine(2, 5)]), 'inside'],
	['at its lower end', 'fine', 2, verdict('fine', [fine(2, 5)]), 'inside'],
	['at its upper end', 'fine', 5, verdict('fine', [fine(2, 5)]), 'inside'],
	['at the end that a reduction does not reach', 'fine', 5, verdict('fine', [fine(2, 5, '减轻')]), 'above'],
	['below', 'fine', 1, verdict('fine', [fine(2, 5)]), 'below'],
	['above', 'fine', 6, verdict('fine', [fine(2, 5)]), 'above'],
	['two fines are one sum', 'fine', 7, verdict('fine', [fine(2, 5), fine(3, 4)]), 'inside'],
	['a fine where there is none', 'fine', 1, verdict('none'), 'other'],
	['none where there is a fine', 'none', null, verdict('fine', [fine(2, 5)]), 'other'],
	['none, and so says the engine', 'none', null, verdict('none'), 'same'],
	['no rule governs', 'fine', 1, verdict(null), 'open']
])('%s', (_, result, amount, engine, standing) => {
	const own = { party: '灯铺', result, amount: amount === null ? null : wan(amount) };
	expect(compareDecisions([own], [engine])[0]?.standing).toBe(standing);
});

test('both sides are said in words', () => {
	const own = { party: '灯铺', result: 'fine' as const, amount: wan(3) };
	const [said] = compareDecisions([own], [verdict('fine', [fine(2, 5)])]);
	expect(said).toMatchObject({ own: '罚款 3万元', engine: '罚款 2万元—5万元，建议 3.5万元（一般）' });
	expect(compareDecisions([own], [])[0]).toMatchObject({ standing: 'open' });
});
