import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS } from './rooms.ts';

test('every room has its drawing', () => {
	const sheet = readFileSync(new URL('styles/icons.css', import.meta.url), 'utf8');
	for (const { icon } of ROOMS) expect(sheet).toContain(`.icon.${icon} {`);
});
