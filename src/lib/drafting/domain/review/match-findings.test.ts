import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, KeyEntry, Ruling } from './finding.ts';
import { keyFor, matchFindings } from './match-findings.ts';

const entry = (rule: string, more: Partial<KeyEntry> = {}): KeyEntry => ({
	...{ document: 'penalty-decision', rule, path: 'f.seal', severity: 'fatal', message: '', origin: 'seeded' },
	...more
});
const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
	...{ document: 'penalty-decision', field: 'seal', rule, severity: 'fatal', consequence: 'revoke' },
	...more
});
const ruling = (rule: string, verdict: Ruling['verdict']): Ruling => ({
	...{ document: 'penalty-decision', rule, verdict, reason: '见教材' }
});

describe('the score', () => {
	test.each([
		['all found', ['A', 'B'], ['A', 'B'], [100, 100, 100]],
		['half of it', ['A'], ['A', 'B'], [100, 50, 66.7]],
		['one of two right', ['A', 'X'], ['A'], [50, 100, 66.7]],
		['nothing marked', [], ['A'], [0, 0, 0]],
		['nothing right', ['X'], ['A'], [0, 0, 0]],
		['nothing to find and nothing marked', [], [], [0, 100, 0]],
		['two of three, one wrong', ['A', 'B', 'X'], ['A', 'B', 'C'], [66.7, 66.7, 66.7]]
	])('%s', (_, marked, there, [precision, recall, f1]) => {
		const score = matchFindings(
			marked.map((one) => finding(one)),
			there.map((one) => entry(one)),
			[]
		);
		expect(score).toMatchObject({ precision, recall, f1 });
	});

	test('the same rule at another document is no hit', () => {
		const score = matchFindings([finding('A', { document: null })], [entry('A')], []);
		expect([score.found, score.missed.length, score.extra.length]).toEqual([[], 1, 1]);
	});

	test.each([
		[{}, [true, true, true]],
		[{ field: 'fine' }, [false, true, true]],
		[{ field: null }, [false, true, true]],
		[{ severity: 'minor' as const }, [true, false, true]],
		[{ consequence: 'correct' as const }, [true, true, false]]
	])('place, severity and consequence are told beside it: %j', (more, told) => {
		const { found, f1 } = matchFindings([finding('A', more)], [entry('A')], []);
		expect(found.map((one) => [one.isPlaceRight, one.isSeverityRight, one.isConsequenceRight])).toEqual([told]);
		expect(f1).toBe(100);
	});

	test.each(['d.penalty-notice.served_on', 'c.published_on', 'd.service-receipt', ''])(
		'what lies at %j has no one field',
		(path) => {
			expect(matchFindings([finding('A', { field: 'fine' })], [entry('A', { path })], []).found[0]!.isPlaceRight).toBe(
				true
			);
		}
	);

	test('a finding that is not in the key waits for a trainer', () => {
		const marked = [finding('A'), finding('X'), finding('Y')];
		const { extra, reasons } = matchFindings(marked, [entry('A')], [ruling('Y', 'rejected')]);
		expect(extra.map((one) => one.ruling?.verdict ?? 'open')).toEqual(['open', 'rejected']);
		expect(reasons.join()).toContain('1 处不在答案里，待教员认定');
	});
});

const anyRule = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');
const rules = fc.uniqueArray(anyRule);

test('every finding is found or extra, every entry found or missed; F1 lies between precision and recall', () => {
	fc.assert(
		fc.property(rules, rules, (marked, there) => {
			const score = matchFindings(
				marked.map((one) => finding(one)),
				there.map((one) => entry(one)),
				[]
			);
			expect(score.found.length + score.extra.length).toBe(marked.length);
			expect(score.found.length + score.missed.length).toBe(there.length);
			if (score.found.length === 0) return;
			expect(score.f1).toBeGreaterThanOrEqual(Math.min(score.precision, score.recall) - 0.1);
			expect(score.f1).toBeLessThanOrEqual(Math.max(score.precision, score.recall) + 0.1);
		})
	);
});

describe('what was accepted', () => {
	const accepted = (rule: string, at: number) => ({ ...ruling(rule, 'accepted'), severity: 'major' as const, at });
	const rulesIn = (findings: readonly Finding[], at: number) =>
		keyFor([entry('A')], [accepted('X', 5), accepted('A', 1)], { findings, handedInAt: at }).map(({ rule }) => rule);

	test('counts for whoever found it, and for whoever handed in after it', () => {
		expect(rulesIn([finding('X')], 1)).toEqual(['A', 'X']);
		expect(rulesIn([], 6)).toEqual(['A', 'X']);
	});
	test('is not held against whoever handed in before', () => {
		expect(rulesIn([], 4)).toEqual(['A']);
	});
	test('never lowers the score of whoever found it', () => {
		fc.assert(
			fc.property(rules, rules, fc.nat(9), (marked, there, handedInAt) => {
				const findings = marked.map((one) => finding(one));
				const seeded = there.map((one) => entry(one));
				const [own] = marked.filter((one) => !there.includes(one));
				if (own === undefined) return;
				const before = matchFindings(findings, seeded, []);
				const key = keyFor(seeded, [accepted(own, 20)], { findings, handedInAt });
				expect(matchFindings(findings, key, []).f1).toBeGreaterThanOrEqual(before.f1);
			})
		);
	});
});
