import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '#lib/discretion/domain/decide.ts';
import type { RuleBook } from '#lib/discretion/domain/decision.ts';
import type { DecisionInput } from '#lib/discretion/domain/decision-input.ts';
import { STAGES, type Stage } from '#lib/discretion/domain/stages.ts';
import { SUBJECTS, meets } from '#lib/discretion/domain/subjects.ts';
import { bracketOf } from '#lib/discretion/domain/tier.ts';
import { fenOf } from '#lib/shared/money.ts';
import {
	BOOKS,
	DEFAULT,
	FACTS,
	books,
	decisionsOf,
	factorIds,
	files,
	fineOf,
	rules,
	withFactors
} from '../support/decision-files.ts';

describe('whatever the file says', () => {
	test('the amount lies in the bracket and the bracket in the statutory range, except below it when reduced', () => {
		let fined = 0;
		fc.assert(
			fc.property(files, books, (input, book) => {
				for (const { punish, tier, statutory, bracket, suggested } of decisionsOf(input, book)) {
					if (suggested === null || !statutory || !bracket) {
						expect([suggested, statutory, bracket]).toEqual([null, null, null]);
						continue;
					}
					fined++;
					expect(punish).toBe(true);
					expect(suggested).toBeGreaterThan(0);
					expect(suggested).toBeGreaterThanOrEqual(bracket.min);
					expect(suggested).toBeLessThanOrEqual(bracket.max);
					if (tier === '减轻') {
						expect(suggested).toBeLessThan(statutory.min);
						expect(bracket.max).toBe(statutory.min);
					} else {
						expect(bracket.min).toBeGreaterThanOrEqual(statutory.min);
						expect(bracket.max).toBeLessThanOrEqual(statutory.max);
					}
				}
			}),
			{ numRuns: 600 }
		);
		expect(fined).toBeGreaterThan(100);
	});

	test('从轻 stands below 一般 and 一般 below 从重, without gap or overlap', () => {
		const scored = rules.flatMap((rule) =>
			Object.entries(rule.stages).flatMap(([stage, block]) =>
				(block?.fines ?? []).flatMap((fine) =>
					'min' in fine && fine.max !== null ? [{ rule, stage: stage as Stage, fine }] : []
				)
			)
		);
		expect(scored.length).toBeGreaterThan(100);
		for (const book of BOOKS) {
			for (const { rule, stage, fine } of scored) {
				const { min, max } = fine as { min: number; max: number };
				const statutory = { min, max, isFixed: false, fine, text: '', replacedBy: null };
				const place = { provision: rule.id, stage };
				const [light, normal, heavy] = (['从轻', '一般', '从重'] as const).map((tier) =>
					bracketOf(tier, statutory, { book, place })
				);
				expect([light!.min, light!.max, normal!.max, heavy!.max]).toEqual([min, normal!.min, heavy!.min, max]);
				expect(light!.max).toBeLessThanOrEqual(normal!.max);
			}
		}
	});

	test('losing a mitigating factor never lowers the fine', () => {
		fc.assert(
			fc.property(files, books, fc.nat(), (input, book, pick) => {
				const mitigating = input.violations[0]!.parties[0]!.factors.filter(({ id }) => /^[Mm]/.test(id));
				fc.pre(mitigating.length > 0);
				const lost = mitigating[pick % mitigating.length]!.id;
				const before = fineOf(input, book);
				const without = withFactors(input, (list) => list.filter(({ id }) => id !== lost));
				const unproven = withFactors(input, (list) =>
					list.map((one) => (one.id === lost ? { ...one, evidence: [' '] } : one))
				);
				expect(fineOf(without, book) ?? 0).toBeGreaterThanOrEqual(before ?? 0);
				expect(fineOf(unproven, book)).toBe(fineOf(without, book));
			}),
			{ numRuns: 600 }
		);
	});

	test('an aggravating factor more never lowers it', () => {
		fc.assert(
			fc.property(files, books, fc.constantFrom(...factorIds.filter((id) => /^[aA]/.test(id))), (input, book, id) => {
				const plus = withFactors(input, (list) => [...list.filter((one) => one.id !== id), { id, evidence: ['材料'] }]);
				const minus = withFactors(input, (list) => list.filter((one) => one.id !== id));
				expect(fineOf(plus, book) ?? 0).toBeGreaterThanOrEqual(fineOf(minus, book) ?? 0);
			}),
			{ numRuns: 600 }
		);
	});

	test('the same file gives the same decision, and a label changes no amount', () => {
		fc.assert(
			fc.property(files, books, (input, book) => {
				expect(decide(structuredClone(input), book)).toEqual(decide(input, book));
				const named = structuredClone(input) as { violations: { parties: { label?: string }[] }[] } & DecisionInput;
				named.violations[0]!.parties[0]!.label = '某某';
				expect(fineOf(named, book)).toBe(fineOf(input, book));
			})
		);
	});

	test('a fine tells duty, penalty article and stage; what is not scored gets none', () => {
		fc.assert(
			fc.property(files, (input) => {
				const [violation] = input.violations;
				const rule = DEFAULT.provisions.get(violation!.candidates[0]!)!;
				for (const { suggested, statement, provision } of decisionsOf(input, DEFAULT)) {
					if (suggested === null || statement.includes('次日起')) continue;
					expect(rule.scorable && rule.verified).toBe(true);
					expect(provision).toBe(rule.id);
					expect(statement).toMatch(/违反的义务条款：\S*[法例]第.+条.*处罚依据：\S*[法例]第.+条/);
					expect(statement).toContain(`阶段：${STAGES[violation!.stage as Stage]}`);
				}
			})
		);
	});

	test('a person is fined only in a stage that fines this person', () => {
		fc.assert(
			fc.property(files, (input) => {
				const [{ candidates, stage }] = input.violations as [DecisionInput['violations'][0]];
				const fines = DEFAULT.provisions.get(candidates[0]!)!.stages[stage as Stage]!.fines;
				for (const { party: who, decisions } of decide(input, DEFAULT).parties) {
					if (decisions[0]!.suggested === null || SUBJECTS[who] === 'unit') continue;
					expect(fines.some(({ subject }) => meets(subject, who))).toBe(true);
				}
			})
		);
	});

	test('no reason is without a source, and every step is told once per party at most', () => {
		fc.assert(
			fc.property(files, (input) => {
				const { reasons } = decide(input, DEFAULT);
				for (const { source, text } of reasons) expect([source !== '', text !== '']).toEqual([true, true]);
				const steps = reasons
					.filter(({ step }) => step !== '裁量因子')
					.map(({ violation, party: who, step }) => `${violation}/${who}/${step}`);
				expect(new Set(steps).size).toBe(steps.length);
			})
		);
	});
});

test('other fractions give other results without other code', () => {
	const halves: RuleBook = {
		...DEFAULT,
		benchmark: { ...DEFAULT.benchmark, fractions: { light: [0, 50], normal: [50, 80], heavy: [80, 100] } }
	};
	const input: DecisionInput = {
		...{ decidedOn: '2026-11-20', jurisdiction: 'default' },
		violations: [
			{
				...{
					id: 'v1',
					actEndedOn: '2026-10-01',
					candidates: ['awsf-109-no-liability-insurance'],
					stage: 'first',
					facts: FACTS
				},
				parties: [{ party: '单位', factors: [], facts: { mentalIncapacity: false, noFaultProven: false } }]
			}
		]
	};
	expect([fineOf(input, DEFAULT), fineOf(input, halves)]).toEqual([fenOf(75000), fenOf(83000)]);
});
