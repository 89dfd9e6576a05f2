import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { checkFile } from '#lib/drafting/domain/check-file.ts';
import { explainRefusal } from '#lib/drafting/domain/seeder/explain-refusal.ts';
import { ownedRules, passedIn } from '#lib/drafting/domain/seeder/problem.ts';
import { type Seeding, seedDefects } from '#lib/drafting/domain/seeder/seed-defects.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { readDrafting } from '#lib/drafting/server/use-cases/rule-book.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { cleanSample } from '../support/break-rules.ts';

const book = bookOf(readDrafting(projectRoot()), 'default')!;
const file = { ...cleanSample(), parameters: {} };
const passed = passedIn(file, book);

const ruleOf = (id: string) => ownedRules(book).get(id)?.rule;
const violatedIn = (made: Extract<Seeding, { ok: true }>, by = book) => {
	const { documents, fileRules } = checkFile(made.file, by);
	return [...Object.values(documents), fileRules]
		.flatMap(({ violations }) => violations.map(({ rule }) => rule))
		.sort();
};
const made = (rules: readonly string[], seed = 1) => seedDefects({ file, rules, seed, book });
const refusalOf = (seeding: Seeding) => (seeding.ok ? null : seeding.refusal);

/** What cannot be broken alone in this file, and what breaks with it: in each case the second follows from the first. */
const TOGETHER: Record<string, readonly string[]> = {
	// The same two values are compared by a rule on the document and by one on the whole file.
	...{ 'CLO-10': ['FILE-05'], 'RPT-12': ['FILE-05'], 'DEC-18': ['FILE-06'], 'NOT-13': ['FILE-06'] },
	...{
		'DEC-25': ['FILE-07'],
		'NOT-11': ['FILE-02'],
		'RPT-08': ['FILE-02'],
		'DEC-21': ['LPF-08'],
		'LPF-08': ['DEC-21']
	},
	// A document that is missing has no date, and one without date or review lacks what it must have.
	...{ 'FILE-03': ['DEC-19'], 'FILE-04': ['DEC-20'], 'DEC-19': ['LEG-08'] },
	// One officer planned, two inspecting; more than the principal is never what days and rate come to.
	...{ 'PLAN-02': ['REC-03'], 'LPF-02': ['LPF-01'] }
};

describe('each rule that the file keeps', () => {
	test.each(passed)('%s is broken alone, or with what follows from it', (rule) => {
		const alone = made([rule]);
		const breaks = TOGETHER[rule];
		if (!breaks) expect(alone.ok && violatedIn(alone)).toEqual([rule]);
		else {
			expect(refusalOf(alone)).toEqual({ code: 'not-alone', rule, breaks });
			const both = made([rule, ...breaks]);
			expect(both.ok && violatedIn(both)).toEqual([rule, ...breaks].sort());
		}
	});

	test('are nearly all', () => {
		expect(passed.length).toBeGreaterThan(250);
		expect(Object.keys(TOGETHER).filter((rule) => !passed.includes(rule))).toEqual([]);
	});
});

describe('500 seeds', () => {
	test.each(Array.from({ length: 10 }, (_, part) => part))('%s of 10 parts', (part) => {
		for (let seed = part * 50; seed < part * 50 + 50; seed++) {
			const count = 1 + (seed % 9);
			const seeding = seedDefects({ file, rules: { count }, seed, book });
			expect([seed, refusalOf(seeding)]).toEqual([seed, null]);
			if (!seeding.ok) continue;
			const rules = seeding.defects.map(({ rule }) => rule).sort();
			expect([seed, rules]).toEqual([seed, violatedIn(seeding)]);
			expect(rules).toHaveLength(count);
			for (const { message, path } of seeding.defects) {
				expect(message).not.toMatch(/undefined|NaN|\[object/);
				expect(path).toMatch(/^([fc]|d\.[a-z-]+)(\.|$)/);
			}
			// Who and what the case is about stays as it was: a slip is in the papers.
			expect(seeding.file.case['party']).toEqual(file.case['party']);
			expect(seeding.file.case['officers']).toEqual(file.case['officers']);
		}
	});

	test('the same seed gives the same file, another one another', () => {
		const draw = (seed: number) => canonical(seedDefects({ file, rules: { count: 5 }, seed, book }));
		expect(draw(7)).toBe(draw(7));
		expect(draw(7)).not.toBe(draw(8));
	});

	test('only of the severities asked for', () => {
		for (let seed = 0; seed < 10; seed++) {
			const seeding = seedDefects({ file, rules: { count: 4, severities: ['minor', 'major'] }, seed, book });
			expect(seeding.ok && seeding.defects.map(({ severity }) => severity)).not.toContain('fatal');
		}
	});
});

const { drafting, draftingPieces } = readContent(projectRoot()).content;
const SEEDS = Math.ceil(500 / draftingPieces.file.length);

describe('500 seeds over the shipped files', () => {
	test.each(draftingPieces.file.map(({ id, body }) => [id, body] as const))(
		'%s',
		(id, { place, documents, ...body }) => {
			const clean = { documents, case: body.case, parameters: {} };
			const itsBook = bookOf(drafting!, place)!;
			for (let seed = 0; seed < SEEDS; seed++) {
				const count = 1 + (seed % 6);
				const seeding = seedDefects({ file: clean, rules: { count }, seed, book: itsBook });
				expect([id, seed, refusalOf(seeding)]).toEqual([id, seed, null]);
				if (!seeding.ok) continue;
				const rules = seeding.defects.map(({ rule }) => rule).sort();
				expect([id, seed, rules]).toEqual([id, seed, violatedIn(seeding, itsBook)]);
				expect(rules).toHaveLength(count);
			}
		}
	);
});

describe('what cannot be is refused by name', () => {
	test.each([
		[['NOPE-01'], { code: 'unknown-rule', rule: 'NOPE-01' }, '没有规则 NOPE-01'],
		[['SUM-08'], { code: 'not-applicable', rule: 'SUM-08' }, '不适用'],
		[['DEC-09', 'NOT-15', 'HRG-06'], { code: 'clash', clash: ['NOT-15', 'HRG-06'] }, 'NOT-15 与 HRG-06 不能同时违反'],
		[['CLO-10', 'DEC-09'], { code: 'not-alone', rule: 'CLO-10', breaks: ['FILE-05'] }, '请一并选择']
	])('%j', (rules, refusal, words) => {
		const seeding = made(rules);
		expect(refusalOf(seeding)).toEqual(refusal);
		expect(seeding.ok || explainRefusal(seeding.refusal)).toContain(words);
	});

	test('a file with violations of its own', () => {
		const broken = made(['DEC-09', 'CLO-03']);
		if (!broken.ok) throw new Error('not made');
		const again = seedDefects({ file: broken.file, rules: { count: 1 }, seed: 1, book });
		expect(refusalOf(again)).toEqual({ code: 'not-clean', rules: ['DEC-09', 'CLO-03'] });
	});

	test('more than there are', () => {
		const seeding = seedDefects({ file, rules: { count: 300, severities: ['fatal'] }, seed: 1, book });
		const refusal = refusalOf(seeding);
		if (refusal?.code !== 'too-few') throw new Error(`${refusal?.code}`);
		const fatal = passed.filter((id) => ruleOf(id)?.severity === 'fatal');
		expect(refusal.possible).toBeGreaterThan(20);
		expect(refusal.possible).toBeLessThanOrEqual(fatal.length);
	});
});
