import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';

test('on a phone nobody has more than five places, the own page among them', () => {
	const officer = ROOMS.filter(({ who, where }) => who !== 'visitor' && where === 'everywhere');
	const others = ROOMS.filter(({ who, where }) => !['visitor', 'officer'].includes(who) && where !== 'desk');
	expect([officer.length + 1, others.length + 1]).toEqual([5, 5]);
	expect(officer.map(({ label }) => label)).toContain('擂台');
});

test('every room has its drawing', () => {
	const sheet = readFileSync(new URL('styles/icons.css', import.meta.url), 'utf8');
	for (const { icon } of ROOMS) expect(sheet).toContain(`.icon.${icon} {`);
});
