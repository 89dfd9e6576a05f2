import { expect, test } from 'vitest';
import { assessmentTerms } from './term.ts';

test.each<[string, string, string, string, boolean, boolean, boolean]>([
	// 31 October 2026 is a Saturday; five working days are 2–6 November, five more 9–13.
	['2026-10', '2026-10-31', '2026-11-06', '2026-11-13', false, false, false],
	['2026-10', '2026-11-06', '2026-11-06', '2026-11-13', true, false, false],
	['2026-10', '2026-11-07', '2026-11-06', '2026-11-13', true, true, false],
	['2026-10', '2026-11-14', '2026-11-06', '2026-11-13', true, true, true],
	// The National Day holiday is passed over, 10 October is worked.
	['2026-09', '2026-10-08', '2026-10-13', '2026-10-20', true, false, false],
	['2026-Q3', '2026-11-22', '2026-10-13', '2026-10-20', true, true, true]
])('%s seen on %s', (period, today, reportBy, confirmBy, ...[isOver, isReportLate, isConfirmLate]) => {
	const workdays = { report: 5, confirm: 5, norm: 'D' } as const;
	expect(assessmentTerms({ workdays }, period, today)).toMatchObject({
		...{ reportBy, confirmBy, isOver, isReportLate, isConfirmLate }
	});
});

test('a year without a list of holidays is said to be one', () => {
	const workdays = { report: 5, confirm: 5, norm: 'D' } as const;
	expect(assessmentTerms({ workdays }, '2090', '2090-11-22').explanation).toContain('2091年的放假安排还没有载入');
	expect(assessmentTerms({ workdays }, '2026-10', '2026-11-22').explanation).not.toContain('放假安排');
});
