import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { missingYear, readHolidayTable } from './holiday-table.ts';

const read = (text: string) => readHolidayTable('2027', text);
const off = (day: string, name: string) => ({ day, works: false, name });

describe('a line', () => {
	test.each<[string, unknown[]]>([
		['2027-01-01,放假,元旦', [off('2027-01-01', '元旦')]],
		['2027/1/1\t放假\t元旦', [off('2027-01-01', '元旦')]],
		['2027年1月1日，放假，元旦', [off('2027-01-01', '元旦')]],
		['2027-01-01 放假 元旦', [off('2027-01-01', '元旦')]],
		['"2027-01-01","放假","元旦"', [off('2027-01-01', '元旦')]],
		['\ufeff日期,安排,节日\r\n2027-01-01,放假,元旦\r\n\r\n', [off('2027-01-01', '元旦')]],
		['2027-01-09,上班,元旦', [{ day: '2027-01-09', works: true, name: '元旦' }]],
		['2027-02-05至2027-02-07,放假,春节', ['05', '06', '07'].map((date) => off(`2027-02-${date}`, '春节'))],
		['2026-12-31,放假,元旦', [off('2026-12-31', '元旦')]],
		['2027-01-01,放假', [off('2027-01-01', '节假日')]],
		['2027-01-01,放假,元旦\n2027-01-01,放假,元旦', [off('2027-01-01', '元旦')]]
	])('%j', (text, days) => expect(read(text)).toMatchObject({ days, faults: [] }));

	test.each<[string, number, string]>([
		['2027-02-30,放假,春节', 1, '日期不能识别'],
		['元旦\n明天,放假,元旦', 2, '日期不能识别'],
		['2027-02-11至2027-02-05,放假,春节', 1, '日期不能识别'],
		['2027-02-01至2027-03-31,放假,春节', 1, '日期不能识别'],
		['2027-01-01,元旦,放假', 1, '第二列'],
		['2026-10-01,放假,国庆', 1, '不是 2027 年'],
		['2028-01-01,放假,元旦', 1, '不是 2027 年'],
		['2027-01-05,上班,元旦', 1, '本来就上班'],
		['2027-01-09,放假,元旦\n2027-01-09,上班,元旦', 2, '前面写过放假'],
		['', 1, '没有读到'],
		['x\n'.repeat(300), 0, '最多']
	])('%j is refused in line %i', (text, line, message) => {
		expect(read(text).faults[0]).toMatchObject({ line, message: expect.stringContaining(message) as string });
	});

	test('whatever is pasted is read or refused, never thrown', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const { days, faults } = read(text);
				expect(days.length + faults.length).toBeGreaterThan(0);
			})
		);
	});
});

test('what a notice always has and this one has not is asked about', () => {
	expect(read('2027-01-01,放假,元旦').doubts).toEqual([expect.stringContaining('春节、清明')]);
	const long = Array.from({ length: 20 }, (_, n) => `${addDays('2027-02-01', n)},放假,春节`).join('\n');
	expect(read(long).doubts.join()).toContain('少写了上班');
});

test.each([
	['2026-10-31', ['2026'], null],
	['2026-11-01', ['2026'], '2027'],
	['2026-12-31', ['2026', '2027'], null],
	['2027-01-02', ['2026'], '2027'],
	['2027-03-01', ['2027'], null]
])('on %s, with %j known, %j is missing', (today, known, missing) => {
	expect(missingYear(today, (day) => known.includes(day.slice(0, 4)))).toBe(missing);
});
