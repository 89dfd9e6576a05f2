import { describe, expect, test } from 'vitest';
import * as deadline from '../../src/cli/deadline.ts';
import { call } from '../support/commands.ts';

const ask = (words: string) => call(deadline, ...words.split(' '));

describe('deadline', () => {
	test('one JSON document with every key of the contract', async () => {
		const { code, out, err } = await ask('--start 2026-09-16 --length 15 --unit day --law 行政处罚法 --json');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		const document = JSON.parse(out) as Record<string, unknown>;
		expect(document).toMatchObject({ lastDay: '2026-10-08', warnings: [] });
		expect(document['skipped']).toHaveLength(7);
		expect((document['skipped'] as unknown[])[0]).toEqual({ date: '2026-10-01', why: '国庆节放假' });
		expect(document).not.toHaveProperty('end');
		expect((document['reasons'] as unknown[]).length).toBeGreaterThan(2);
	});

	test('hours have an end', async () => {
		const { out } = await ask('--start 2026-10-09T09:30 --length 24 --unit hour --law 行政强制法 --json');
		expect(JSON.parse(out)).toMatchObject({ lastDay: '2026-10-10', end: '2026-10-10T09:30' });
	});

	test('people read the day, why days were skipped, and what is not certain', async () => {
		const { out } = await ask('--start 2026-12-28 --length 5 --unit day --law 行政处罚法');
		expect(out).toContain('最后一日：2027年1月4日（星期一），5个工作日');
		expect(out).toContain('跳过 2027-01-02　星期六');
		expect(out).toContain('注意：2027年的放假安排没有收录');
	});

	test('the last day moves or stays as wished', async () => {
		const filed = '--start 2026-05-18 --length 90 --unit naturalday --law APL --json';
		const lastDay = async (wish: string) =>
			(JSON.parse((await ask(`${filed}${wish}`)).out) as { lastDay: string }).lastDay;
		expect(await lastDay('')).toBe('2026-08-16');
		expect(await lastDay(' --no-roll')).toBe('2026-08-16');
		expect(await lastDay(' --roll')).toBe('2026-08-17');
	});

	test.each([
		['--start 2026-02-30 --length 5 --unit day --law 行政处罚法', '--start'],
		['--start 2026-03-02 --length 24 --unit hour --law 行政强制法', '--start'],
		['--start 2026-03-02 --length 0 --unit day --law 行政处罚法', '--length'],
		['--start 2026-03-02 --length 2.5 --unit day --law 行政处罚法', '--length'],
		['--start 2026-03-02 --length 5 --unit week --law 行政处罚法', '--unit'],
		['--start 2026-03-02 --length 5 --unit day --law 交通法', '--law'],
		['--start 2026-03-02 --length 5 --unit day', '--law'],
		['--start 2026-03-02 --length 5 --unit day --law 行政处罚法 --roll --no-roll', '--roll']
	])('%s is malformed at %s', async (words, field) => {
		const { code, out, err } = await ask(words);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(new RegExp(`^deadline:0:${field}: .*\\p{Script=Han}`, 'u'));
	});

	test('every fault at once', async () => {
		const { err } = await ask('--start heute --unit week more');
		expect(err.trim().split('\n')).toHaveLength(5);
	});
});
