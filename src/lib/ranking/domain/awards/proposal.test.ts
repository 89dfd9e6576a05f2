import { describe, expect, test } from 'vitest';
import { STAR, noticeOf } from '../../../../../tests/support/award-run.ts';
import type { Board, Standing } from '../board.ts';
import { type Candidate, checkEligibility, failuresOf } from './eligibility.ts';
import { figuresOf } from './figures.ts';
import { describeHonour } from './honour.ts';
import { decisionNumber, decisionSheet, noticeSheet } from './official-text.ts';
import { propose, reasonsFor } from './proposal.ts';

const standing = (officerId: string, total: number, rank: number | null = 1): Standing => ({
	...{ officerId, unitId: `unit-${officerId}`, rank },
	tally: { sets: 20, fresh: 90, freshMarks: 8000, reviews: 9, retained: 8 },
	score: { total, fresh: total, retained: null, missing: rank === null ? ['还差'] : [] }
});
const board = (cycle: string, ...standings: Standing[]): Board => ({ cycle, ruleVersion: 1, standings, units: [] });

describe('the figures of a cycle', () => {
	test('a month is its board; equal ones share the rank; whoever is not ranked is not there', () => {
		const figures = figuresOf([
			board('2026-10', standing('a', 9000), standing('b', 9000), standing('c', 8000), standing('d', 9900, null))
		]);
		expect(figures.map(({ officerId, rank }) => [officerId, rank])).toEqual([
			['a', 1],
			['b', 1],
			['c', 3]
		]);
	});
	test('a quarter is the mean of the months in which one was ranked, two of three at least', () => {
		const months = [
			board('2026-07', standing('a', 9000), standing('b', 6000)),
			board('2026-08', standing('a', 7000), standing('b', 6100)),
			board('2026-09', standing('b', 6200), standing('c', 9900))
		];
		expect(figuresOf(months)).toMatchObject([
			{ officerId: 'a', total: 8000, ranked: 2, months: 3 },
			{ officerId: 'b', total: 6100, ranked: 3 }
		]);
	});
	test('how much somebody did changes nothing', () => {
		const busy = {
			...standing('b', 9000),
			tally: { sets: 400, fresh: 9000, freshMarks: 810_000, reviews: 900, retained: 800 }
		};
		const [first, second] = figuresOf([board('2026-10', standing('a', 9000), busy)]);
		expect([first!.rank, second!.rank]).toEqual([1, 1]);
	});
});

describe('eligibility on a day', () => {
	const fit: Candidate = { isActive: true, certificateExpiresOn: '2026-11-02', hadLast: false, veto: null };
	const failed = (change: Partial<Candidate>, inARow = false) =>
		failuresOf(
			checkEligibility({ ...fit, ...change }, { honour: { ...STAR, inARow }, today: '2026-11-02', before: '2026-09' })
		).map(({ id }) => id);
	test.each([
		['fits on the last day of the certificate', {}, false, []],
		['certificate ended yesterday', { certificateExpiresOn: '2026-11-01' }, false, ['certificate']],
		['no certificate', { certificateExpiresOn: null }, false, ['certificate']],
		['left', { isActive: false }, false, ['active']],
		['had the last one', { hadLast: true }, false, ['in-a-row']],
		['had the last one where that is allowed', { hadLast: true }, true, []],
		['a veto', { veto: '受处分期间' }, false, ['veto']]
	] as const)('%s', (_, change, inARow, checks) => expect(failed(change, inARow)).toEqual(checks));
});

test('the proposal goes down the ranks, passes over who fails, and takes everybody of the last rank', () => {
	const figures = figuresOf([
		board(
			'2026-10',
			standing('a', 9900),
			standing('b', 9000),
			standing('c', 8000),
			standing('d', 8000),
			standing('e', 7000)
		)
	]);
	const check = (officerId: string) =>
		checkEligibility(
			{ isActive: officerId !== 'a', certificateExpiresOn: '2028-01-01', hadLast: false, veto: null },
			{ honour: STAR, today: '2026-11-02', before: '2026-09' }
		);
	const { nominees, passedOver } = propose(figures, check, 2);
	expect(nominees.map(({ officerId }) => officerId)).toEqual(['b', 'c', 'd']);
	expect(passedOver.map(({ officerId }) => officerId)).toEqual(['a']);
	expect(reasonsFor(figures[1]!, '2026-10').join('')).toContain('2026年10月榜单第 2 名，总分 90.00');
	expect(describeHonour(STAR).join('')).toContain('罚款数额');
});

test('both documents carry name, unit, deeds and the figures that they stand on', () => {
	const facts = { honour: '2026年10月执法之星', bureau: '青岚区应急管理局', people: [noticeOf('林岳')], what: '人员' };
	const notice = noticeSheet(facts, { from: '2026-11-06', lastDay: '2026-11-13', explanation: '5 个工作日' });
	expect(JSON.stringify(notice)).toMatch(/2026年11月6日至2026年11月13日.*实名/);
	const number = decisionNumber('2026', 10);
	const decision = decisionSheet(facts, { number, on: '2026-11-16', signer: '局长 周山' });
	expect(decision).toMatchObject({ number: '评优〔2026〕11号', title: '关于授予2026年10月执法之星的决定' });
	expect(JSON.stringify(decision)).toContain('局长 周山');
});
