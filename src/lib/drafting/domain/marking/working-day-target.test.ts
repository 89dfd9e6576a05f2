import { describe, expect, test } from 'vitest';
import { describeTarget, targetOf } from './working-day-target.ts';

describe('two working days', () => {
	test.each([
		['a Monday ends on Wednesday', '2026-11-16', '2026-11-16', '2026-11-18', '还有 2 个工作日'],
		['a Friday ends on Tuesday', '2026-11-20', '2026-11-23', '2026-11-24', '还有 1 个工作日'],
		['the last day itself is in time', '2026-11-20', '2026-11-24', '2026-11-24', '今天到期'],
		['the day after is not', '2026-11-20', '2026-11-25', '2026-11-24', '逾期 1 个工作日'],
		['a weekend after the last day counts no working day', '2026-11-18', '2026-11-21', '2026-11-20', '已逾期'],
		['the national holiday does not count', '2026-09-30', '2026-10-08', '2026-10-09', '还有 1 个工作日'],
		['a make-up Saturday does', '2026-10-09', '2026-10-10', '2026-10-12', '还有 1 个工作日']
	])('%s', (_, start, today, due, words) => {
		const target = targetOf(start, 2, today);
		expect(target.due).toBe(due);
		expect(describeTarget(target)).toBe(words);
	});
});
