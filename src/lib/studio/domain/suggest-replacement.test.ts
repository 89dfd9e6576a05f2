import { expect, test } from 'vitest';
import { PERSONAL_DATA, type PersonalDataKind } from './redaction-found.ts';
import { findPersonalData } from './redaction.ts';
import { suggestReplacement } from './suggest-replacement.ts';

const FOUND: Record<PersonalDataKind, string> = {
	name: '邱桂平',
	'id-card': '110101190001010014',
	phone: '13800138000',
	plate: '京A12345',
	'credit-code': '91110000MA0000000H',
	address: '临江路66号',
	'bank-card': '6217000000000000004',
	'e-mail': 'a@example.cn'
};

test.each(Object.keys(PERSONAL_DATA) as PersonalDataKind[])('%s: what is put in its place points to nobody', (kind) => {
	expect(findPersonalData(`店主${suggestReplacement(kind, FOUND[kind])}到场`)).toEqual([]);
});

test('a name of two signs keeps its surname', () => {
	expect(suggestReplacement('name', '欧阳明')).toBe('欧阳某');
});
