import { expect, test } from 'vitest';
import { plainFirstPassword } from './plain-first-password.ts';

test.each([
	'k7mp-2xqd-9rtw-hn4e',
	'K7MP 2XQD 9RTW HN4E',
	' k7mp2xqd9rtwhn4e ',
	'ｋ７ｍｐ－２ｘｑｄ－９ｒｔｗ－ｈｎ４ｅ',
	'k7mp—2xqd–9rtw\u200b-hn4e'
])('%s is the same password', (typed) => expect(plainFirstPassword(typed)).toBe('k7mp2xqd9rtwhn4e'));
