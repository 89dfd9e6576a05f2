import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operand, ruleOf, scopeWith } from '../../../../tests/support/small-rules.ts';
import { isPath } from './check.ts';
import { checkRules } from './check-rules.ts';
import type { Condition } from './condition.ts';
import { type Path, type Values, parsePath } from './path.ts';
import type { Rule } from './rule.ts';

describe('conditions', () => {
	const holdsOn = (condition: object, fields: Values, p: Record<string, number> = {}) => {
		const rule = ruleOf({ op: 'required', path: 'f.x' }, { when: [operand(condition) as Condition] });
		return checkRules([rule], scopeWith({ x: 1, ...fields }, { p }), { fatalCap: 59 }).passed.length === 1;
	};
	test.each([
		[{ path: 'f.a', op: 'eq', value: true }, { a: true }, true],
		[{ path: 'f.a', op: 'eq', value: true }, { a: 'true' }, false],
		[{ path: 'f.a', op: 'eq', value: true }, {}, false],
		[{ path: 'f.a', op: 'eq', value: 'unit' }, { a: ' unit' }, true],
		[{ path: 'f.a', op: 'ne', value: true }, {}, true],
		[{ path: 'f.a', op: 'ne', value: true }, { a: false }, true],
		[{ path: 'f.a', op: 'ne', value: true }, { a: true }, false],
		[{ path: 'f.a', op: 'in', value: ['x', 'y'] }, { a: 'y' }, true],
		[{ path: 'f.a', op: 'in', value: ['x', 'y'] }, {}, false],
		[{ path: 'f.a', op: 'includes_any', value: ['x'] }, { a: ['y', 'x'] }, true],
		[{ path: 'f.a', op: 'includes_any', value: ['x'] }, { a: ['y'] }, false],
		[{ path: 'f.a', op: 'includes_any', value: ['x'] }, {}, false],
		[{ path: 'f.a', op: 'gt', value: 0 }, { a: 0.01 }, true],
		[{ path: 'f.a', op: 'gt', value: 0 }, { a: 0 }, false],
		[{ path: 'f.a', op: 'gt', value: -1 }, {}, false],
		[{ path: 'f.a', op: 'gte_param', value: 'limit' }, { a: 30_000 }, true],
		[{ path: 'f.a', op: 'gte_param', value: 'limit' }, { a: 29_999.99 }, false],
		[{ path: 'f.a', op: 'gte_param', value: 'limit' }, {}, false],
		[{ path: 'f.a', op: 'exists' }, { a: 0 }, true],
		[{ path: 'f.a', op: 'exists' }, { a: ' ' }, false],
		[{ path: 'f.a', op: 'missing' }, { a: [] }, true],
		[{ path: 'f.a', op: 'missing' }, { a: false }, false]
	])('%j on %j: %s', (condition, fields, expected) => {
		expect(holdsOn(condition, fields, { limit: 30_000 })).toBe(expected);
	});

	test('all of when must hold; one whole row of unless sets the rule aside', () => {
		const has = (key: string) => operand({ path: `f.${key}`, op: 'exists' }) as Condition;
		const rule = ruleOf(
			{ op: 'required', path: 'f.x' },
			{ when: [has('a'), has('b')], unless: [[has('c'), has('d')], [has('e')]] }
		);
		const isSetAside = (fields: Values) =>
			checkRules([rule], scopeWith(fields), { fatalCap: 59 }).notApplicable.length === 1;
		expect(
			[{ a: 1 }, { a: 1, b: 1 }, { a: 1, b: 1, c: 1 }, { a: 1, b: 1, c: 1, d: 1 }, { a: 1, b: 1, e: 1 }].map(isSetAside)
		).toEqual([...[true, false, false, true, true]]);
	});
});

describe('the score', () => {
	const rules = (marks: string, severity: Rule['severity'], points: number) =>
		[...marks].map((mark) =>
			ruleOf({ op: 'required', path: mark === '+' ? 'f.there' : 'f.gone' }, { severity, points })
		);
	const score = (...list: Rule[][]) => checkRules(list.flat(), scopeWith({ there: 1 }), { fatalCap: 59 });

	test.each([
		['nothing applies', [], 100, false],
		['all passed', [rules('+++', 'major', 5)], 100, false],
		['one of three, rounded', [rules('+--', 'major', 5)], 33.3, false],
		['two of three, rounded', [rules('++-', 'minor', 2)], 66.7, false],
		['points weigh', [rules('+', 'major', 5), rules('-', 'minor', 2)], 71.4, false],
		['a fatal violation limits', [rules('+++++++++', 'major', 10), rules('-', 'fatal', 10)], 59, true],
		['a lower score stays', [rules('+', 'minor', 2), rules('-', 'fatal', 10)], 16.7, true]
	])('%s', (_, list, expected, capped) => {
		expect(score(...list)).toMatchObject({ score: expected, capped });
	});

	test('every rule is passed, violated or not applicable, once; a repaired violation never lowers the score', () => {
		const anyRule = fc.record({
			key: fc.constantFrom('a', 'b', 'c', 'd'),
			severity: fc.constantFrom<Rule['severity']>('fatal', 'major', 'minor'),
			points: fc.integer({ min: 1, max: 10 }),
			op: fc.constantFrom('required', 'is_true', 'eq')
		});
		const anyFields = fc.record(
			{ a: fc.boolean(), b: fc.boolean(), c: fc.boolean(), d: fc.boolean() },
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(fc.array(anyRule, { minLength: 1, maxLength: 12 }), anyFields, (list, fields) => {
				const made = list.map(({ key, op, ...more }, index) => {
					const check = op === 'eq' ? { op, a: `f.${key}`, b: 'f.d' } : { op, path: `f.${key}` };
					return ruleOf(check, { ...more, id: `X-${index}` });
				});
				const report = checkRules(made, scopeWith(fields), { fatalCap: 59 });
				const seen = [...report.passed, ...report.notApplicable, ...report.violations.map(({ rule }) => rule)];
				expect(seen.sort()).toEqual(made.map(({ id }) => id).sort());
				const repaired = checkRules(made, scopeWith({ a: true, b: true, c: true, d: true }), { fatalCap: 59 });
				expect(repaired).toMatchObject({ score: 100, capped: false, violations: [] });
				expect(report.score).toBeLessThanOrEqual(repaired.score);
			})
		);
	});

	test('years without a holiday list are told once', () => {
		const check = { op: 'deadline', start: 'f.a', end: 'f.b', unit: 'workday', n: 3, mode: 'within' };
		const report = checkRules([ruleOf(check), ruleOf(check)], scopeWith({ a: '2027-01-04', b: '2027-01-05' }), {
			fatalCap: 59
		});
		expect(report.unlistedYears).toEqual(['2027']);
	});
});

test('paths are found inside operands, and nothing else is taken for one', () => {
	expect(isPath(parsePath('f.a'))).toBe(true);
	expect([{ path: 'f.a' }, 'f.a', null, /a/].some(isPath)).toBe(false);
	expect((operand({ a: 'f.a' }) as { a: Path }).a.steps).toHaveLength(1);
});
