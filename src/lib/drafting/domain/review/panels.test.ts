import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPanel, drawThird } from './draw-panel.ts';
import { lastDayToObject, type Standing, stageOf, stepsTo } from './panel-stage.ts';
import { nextSteps } from './rectification.ts';
import { GATES, type Gate, SECTIONS, type ScoreSheet, gradeOf, totalOf } from './score-sheet.ts';
import { settleSheets } from './settle-sheets.ts';

const sheet = (total: number, failed: readonly Gate[] = []): ScoreSheet => {
	const gates = Object.fromEntries(Object.keys(GATES).map((gate) => [gate, !failed.includes(gate as Gate)]));
	const points = { filing: 0, evidence: 0, notice: 0, decision: 0, service: 0, archive: total };
	return { gates: gates as ScoreSheet['gates'], points, remarks: '' };
};

test('the sections add up to a hundred', () => {
	expect(Object.values(SECTIONS).reduce((sum, { most }) => sum + most, 0)).toBe(100);
	expect(totalOf(sheet(37.5))).toBe(37.5);
});

test.each([
	[100, true, 'excellent'],
	[90, true, 'excellent'],
	[89.9, true, 'good'],
	[80, true, 'good'],
	[60, true, 'qualified'],
	[59.9, true, 'unqualified'],
	[100, false, 'unqualified']
])('%s points, gates %s: %s', (total, passed, grade) => {
	expect(gradeOf(total, passed)).toBe(grade);
});

describe('sheets', () => {
	test.each([
		['none', [null, null], { state: 'open', missing: 2 }],
		['one', [sheet(80), null], { state: 'open', missing: 1 }],
		['two that agree', [sheet(80), sheet(90)], { state: 'settled', total: 85, grade: 'good' }],
		['just too far', [sheet(80), sheet(90.5)], { state: 'apart', gap: 10.5, gates: [] }],
		['a gate in dispute', [sheet(80, ['facts']), sheet(80)], { state: 'apart', gap: 0, gates: ['facts'] }],
		['a third is asked', [sheet(60), sheet(90), null], { state: 'open', missing: 1 }],
		['the third is nearer to the second', [sheet(60), sheet(90), sheet(80)], { state: 'settled', total: 85 }],
		[
			'the third agrees on the gate',
			[sheet(80, ['law']), sheet(82), sheet(81, ['law'])],
			{ grade: 'unqualified', failed: ['law'] }
		],
		['the third does not', [sheet(80, ['law']), sheet(82), sheet(81)], { grade: 'good', failed: [] }],
		['both closed a gate', [sheet(95, ['law']), sheet(95, ['law'])], { grade: 'unqualified', failed: ['law'] }]
	])('%s', (_, sheets, outcome) => {
		expect(settleSheets(sheets)).toMatchObject(outcome);
	});

	test('the order of the first two makes no difference; the total lies between the lowest and the highest', () => {
		const total = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
		fc.assert(
			fc.property(total, total, total, (one, two, three) => {
				const result = settleSheets([sheet(one), sheet(two), sheet(three)]);
				if (result.state !== 'settled') throw new Error(result.state);
				expect(result.total).toBeGreaterThanOrEqual(Math.min(one, two, three));
				expect(result.total).toBeLessThanOrEqual(Math.max(one, two, three) + 0.1);
				const isTie = Math.abs(one - three) === Math.abs(two - three);
				if (!isTie) expect(settleSheets([sheet(two), sheet(one), sheet(three)])).toEqual(result);
			})
		);
	});
});

describe('the draw', () => {
	const units = ['/b/brigade/', '/b/town/', '/b/harbour/'];
	const people = fc
		.array(fc.constantFrom('/b/', ...units), { minLength: 4, maxLength: 12 })
		.map((paths) => paths.map((unitPath, index) => ({ personId: `p${index}`, unitPath })));
	const pool = fc
		.array(fc.constantFrom(...units), { minLength: 1, maxLength: 20 })
		.map((paths) => paths.map((unitPath, index) => ({ key: `f${index}`, unitPath })));

	test('two different reviewers for each file, none of its unit, the load even', () => {
		fc.assert(
			fc.property(pool, people, fc.integer(), (files, reviewers, seed) => {
				const draw = drawPanel(files, reviewers, { count: 5, seed });
				const pathOf = (id: string) => reviewers.find(({ personId }) => personId === id)!.unitPath;
				if (!draw.ok) {
					const { unitPath } = files.find(({ key }) => key === draw.key)!;
					expect(reviewers.filter((one) => !one.unitPath.startsWith(unitPath)).length).toBeLessThan(2);
					return;
				}
				expect(draw.files).toHaveLength(Math.min(5, files.length));
				expect(new Set(draw.files.map(({ key }) => key)).size).toBe(draw.files.length);
				for (const { key, reviewers: two } of draw.files) {
					const { unitPath } = files.find((one) => one.key === key)!;
					expect(new Set(two).size).toBe(2);
					for (const id of two) expect(pathOf(id).startsWith(unitPath)).toBe(false);
				}
				expect(drawPanel(files, reviewers, { count: 5, seed })).toEqual(draw);
			})
		);
	});

	test('the third is neither of the two nor of the unit; null when nobody is left', () => {
		const reviewers = ['/b/', '/b/', '/b/town/', '/b/brigade/'].map((unitPath, at) => ({
			personId: `p${at}`,
			unitPath
		}));
		for (let seed = 0; seed < 20; seed++) {
			expect(drawThird('/b/town/', reviewers, { taken: ['p0', 'p1'], seed })).toBe('p3');
		}
		expect(drawThird('/b/town/', reviewers.slice(0, 3), { taken: ['p0', 'p1'], seed: 1 })).toBeNull();
	});
});

describe('where a file stands', () => {
	const standing = (more: Partial<Standing>): Standing => ({
		...{ sheets: { given: 2, signed: 2 }, toldOn: '2026-11-20', objection: 'none', items: [], isClosed: false },
		...more
	});
	test('five working days to object: over a weekend', () => {
		// 20 November 2026 is a Friday.
		expect(lastDayToObject('2026-11-20')).toBe('2026-11-27');
	});
	test.each<[string, Partial<Standing>, string, string]>([
		['sheets are out', { toldOn: null, sheets: { given: 2, signed: 1 } }, '2026-11-20', 'reviewing'],
		['a third is asked', { toldOn: null, sheets: { given: 3, signed: 2 } }, '2026-11-20', 'third'],
		['the last day to object', {}, '2026-11-27', 'objecting'],
		['the day after', {}, '2026-11-28', 'mending'],
		['an objection', { objection: 'open' }, '2026-12-20', 'answering'],
		['answered before the days are over', { objection: 'answered' }, '2026-11-21', 'mending'],
		['reported', { items: ['reported', 'passed'] }, '2026-11-30', 'rechecking'],
		['one sent back', { items: ['reported', 'returned'] }, '2026-11-30', 'mending'],
		['closed', { isClosed: true, items: ['passed'] }, '2026-11-30', 'closed']
	])('%s', (_, more, today, stage) => {
		expect(stageOf(standing(more), today)).toBe(stage);
	});

	test('what did not happen is skipped, not done', () => {
		const states = stepsTo('mending', { third: false, answering: true }).map(({ state }) => state);
		expect(states).toEqual(['done', 'skipped', 'done', 'done', 'now', 'ahead', 'ahead']);
	});
	test.each([
		[null, ['reported']],
		['reported', ['returned', 'passed']],
		['returned', ['reported']],
		['passed', []]
	] as const)('after %s comes %j', (last, next) => {
		expect(nextSteps(last)).toEqual(next);
	});
});
