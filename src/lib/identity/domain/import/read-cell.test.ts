import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { dayOfSerial } from '#lib/shared/serial-day.ts';
import { isIdCard } from './id-card.ts';
import { cleanText, readDay } from './read-cell.ts';

describe('a number of an identity card', () => {
	test.each([
		'11010519491231002X',
		'11010519491231002x',
		'１１０１０５１９４９１２３１００２Ｘ',
		'110105 19491231 002X',
		'110105491231002'
	])('%s is seen', (text) => expect(isIdCard(text)).toBe(true));
	test.each(['110105194912310021', '123456789012345678', '鲁A001', '37010023', '110105194913310020', ''])(
		'%s is none',
		(text) => {
			expect(isIdCard(text)).toBe(false);
		}
	);
});

describe('a day of a spreadsheet', () => {
	test.each([
		[1, 1900, '1900-01-01'],
		[59, 1900, '1900-02-28'],
		[60, 1900, null],
		[61, 1900, '1900-03-01'],
		[46568, 1900, '2027-06-30'],
		[0, 1904, '1904-01-01'],
		[45106, 1904, '2027-06-30'],
		[0, 1900, null],
		[-1, 1904, null],
		[1.5, 1900, null],
		[401_769, 1900, null]
	] as const)('%d from %d on is %s', (serial, epoch, day) => expect(dayOfSerial(serial, epoch)).toBe(day));

	test('both epochs are 1462 days apart', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1462, max: 60_000 }), (serial) => {
				expect(dayOfSerial(serial, 1900)).toBe(dayOfSerial(serial - 1462, 1904));
			})
		);
	});

	test('is read in every way people write it', () => {
		const days = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1985-01-01', days));
		fc.assert(
			fc.property(days, (day) => {
				const [year, month, date] = day.split('-').map(Number);
				for (const text of [day, `${year}/${month}/${date}`, `${year}年${month}月${date}日`, day.replaceAll('-', '')]) {
					expect(readDay(text, null)).toEqual({ value: day });
				}
			})
		);
	});
});

test('cleaning twice is cleaning once, whatever stands beside what', () => {
	// Letters with accents of their own and beside them, marks without a shape, blanks of every width, ligatures, halves of pairs.
	const signs = [
		'e',
		'\u0301',
		'\u200b',
		'\u3000',
		' ',
		'\u00a8',
		'ﬁ',
		'㎡',
		'Ａ',
		'\ufeff',
		'\u034f',
		'가',
		'\u1161',
		'𠮷',
		'\ud842',
		'\ufe0f',
		'張',
		'\uf90a'
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 8 }), (list) => {
			const once = cleanText(list.join(''));
			expect(cleanText(once)).toBe(once);
			expect(once).not.toMatch(/\u200b|\ufeff|\u034f|^\s|\s$|\s\s/);
		})
	);
});
