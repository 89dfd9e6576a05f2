import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '#lib/discretion/domain/decide.ts';
import type { RuleBook } from '#lib/discretion/domain/decision.ts';
import type { DecisionInput } from '#lib/discretion/domain/decision-input.ts';
import { SANCTIONS } from '#lib/discretion/domain/sanctions.ts';
import { SUBJECTS } from '#lib/discretion/domain/subjects.ts';
import {
	BOOKS,
	DEFAULT,
	FACTS,
	books,
	decisionsOf,
	files,
	fineOf,
	rules,
	withFactors
} from '../support/decision-files.ts';

const RUNS = { numRuns: 400 };
/** Two files as one, the second violation under another name. */
const together = (one: DecisionInput, other: DecisionInput): DecisionInput => ({
	...one,
	violations: [one.violations[0]!, { ...other.violations[0]!, id: 'v2' }]
});
const amounts = (input: DecisionInput, book: RuleBook) =>
	decide(input, book).parties.map(({ party, decisions }) => [
		party,
		decisions.map((one) => [one.violation, one.suggested])
	]);

describe('several violations', () => {
	test('each is decided as if it stood alone, and the total is the sum', () => {
		let pairs = 0;
		fc.assert(
			fc.property(files, files, books, (one, other, book) => {
				const both = decide(together(one, other), book);
				if (both.refused) return;
				pairs++;
				const alone = [
					...decisionsOf(one, book),
					...decisionsOf(together(other, other), book).filter(({ violation }) => violation === 'v2')
				];
				const found = both.parties.flatMap(({ decisions }) => decisions);
				const key = (list: typeof found) => list.map((each) => JSON.stringify(each)).sort();
				expect(key(found)).toEqual(key(alone));
				for (const { decisions, totalSuggested } of both.parties) {
					const fines = decisions.flatMap(({ suggested }) => suggested ?? []);
					expect(totalSuggested).toBe(fines.length === 0 ? null : fines.reduce((sum, fine) => sum + fine));
				}
			}),
			RUNS
		);
		expect(pairs).toBeGreaterThan(50);
	});

	test('a sanction stands once, and a hearing is offered exactly where the total or a sanction asks for it', () => {
		fc.assert(
			fc.property(files, files, books, (one, other, book) => {
				const { unit, person, inclusive } = book.jurisdiction.hearing;
				expect(inclusive).toBe(true);
				for (const { party, decisions, totalSuggested, otherSanctions, ...hooks } of decide(together(one, other), book)
					.parties) {
					expect(new Set(otherSanctions).size).toBe(otherSanctions.length);
					const threshold = SUBJECTS[party] === 'unit' ? unit : person;
					const taken = decisions.reduce((sum, { confiscate = 0 }) => sum + confiscate, 0);
					const isHeavy = otherSanctions.some((code) => SANCTIONS[code].hearing);
					const isHeard = (totalSuggested ?? 0) >= threshold || taken >= threshold || isHeavy;
					expect([party, hooks.hearingRequired, hooks.legalReview]).toEqual([party, isHeard, isHeard]);
				}
			}),
			RUNS
		);
	});
});

describe('what may not matter', () => {
	test('the order of factors, of parties and of candidates', () => {
		fc.assert(
			fc.property(files, books, fc.constantFrom(...rules), (input, book, beside) => {
				const turned = withFactors(input, (list) => [...list].reverse());
				expect(fineOf(turned, book)).toBe(fineOf(input, book));
				const [violation] = input.violations;
				const back = { ...input, violations: [{ ...violation!, parties: [...violation!.parties].reverse() }] };
				expect(amounts(back, book)).toEqual([...amounts(input, book)].reverse());
				if (violation!.candidates.includes(beside.id)) return;
				const list = [...violation!.candidates, beside.id];
				const [forth, other] = [list, [...list].reverse()].map((candidates) => ({
					...input,
					violations: [{ ...violation!, candidates }]
				}));
				const [left, right] = [decide(forth!, book), decide(other!, book)];
				expect(left.refused?.code).toBe(right.refused?.code);
				const figures = ({ parties }: typeof left) =>
					parties.flatMap(({ decisions }) =>
						decisions.map(({ statutory, suggested, tier }) => [statutory, suggested, tier])
					);
				// Of rules with equal ranges either may be named; what is paid is the same.
				if (!left.refused) expect(figures(left)).toEqual(figures(right));
			}),
			RUNS
		);
	});

	test('a claim without evidence', () => {
		fc.assert(
			fc.property(files, books, (input, book) => {
				const bare = withFactors(input, (list) => list.map((one) => ({ ...one, evidence: [] })));
				const none = withFactors(input, () => []);
				expect(amounts(bare, book)).toEqual(amounts(none, book));
			}),
			RUNS
		);
	});
});

describe('what data alone decides', () => {
	const halves = (book: RuleBook): RuleBook => ({
		...book,
		benchmark: { ...book.benchmark, fractions: { light: [0, 45], normal: [45, 55], heavy: [55, 100] } }
	});
	test('other fractions move every tier that has a span, and nothing else', () => {
		let moved = 0;
		fc.assert(
			fc.property(files, (input) => {
				const [usual, other] = [decisionsOf(input, DEFAULT), decisionsOf(input, halves(DEFAULT))];
				other.forEach((now, at) => {
					const { tier, bracket, statutory } = usual[at]!;
					expect([now.tier, now.statutory]).toEqual([tier, statutory]);
					if (!['从轻', '一般', '从重'].includes(tier) || bracket === null) expect(now.bracket).toEqual(bracket);
					else {
						moved++;
						expect(now.bracket).not.toEqual(bracket);
					}
				});
			}),
			RUNS
		);
		expect(moved).toBeGreaterThan(30);
	});

	test('two places decide the same files differently, by their data', () => {
		const [here, there] = BOOKS as [RuleBook, RuleBook];
		let different = 0;
		fc.assert(
			fc.property(files, (input) => {
				const [one, other] = [decide(input, here), decide(input, there)];
				expect([one.benchmark.id, other.benchmark.id]).toEqual(['bracket-default-v1', 'bracket-example-v1']);
				const brackets = (book: RuleBook) => JSON.stringify(decisionsOf(input, book).map(({ bracket }) => bracket));
				if (brackets(here) !== brackets(there)) different++;
			}),
			RUNS
		);
		expect(different).toBeGreaterThan(30);
	});

	test('a rule that proof of no fault does not help', () => {
		const rule = DEFAULT.provisions.get('awsf-109-no-liability-insurance')!;
		const strict: RuleBook = {
			...DEFAULT,
			provisions: new Map([[rule.id, { ...rule, faultException: '虚构的特别规定' }]])
		};
		const input: DecisionInput = {
			...{ decidedOn: '2026-11-20', jurisdiction: 'default' },
			violations: [
				{
					...{ id: 'v1', actEndedOn: '2026-10-01', candidates: [rule.id], stage: 'first' },
					facts: FACTS,
					parties: [{ party: '单位', factors: [], facts: { mentalIncapacity: false, noFaultProven: true } }]
				}
			]
		};
		expect(decisionsOf(input, DEFAULT)[0]).toMatchObject({ gate: 'N4', suggested: null });
		expect(decisionsOf(input, strict)[0]).toMatchObject({ gate: null, tier: '一般' });
	});
});
