import { afterEach, expect, test } from 'vitest';
import { isUnsealed, keepSecretKey, seal, unseal } from './secret-box.server.ts';

const KEY = 'x9XbPqk0mP0m3W4mZ4cN3o0mV1b2n3m4';
afterEach(() => keepSecretKey(''));

test('with a key it is sealed, each time differently, and opens for the same thing only', () => {
	keepSecretKey(KEY);
	const [one, two] = [seal('GEZDGNBV', 'a'), seal('GEZDGNBV', 'a')];
	expect(one).not.toBe(two);
	expect(one).not.toContain('GEZDGNBV');
	expect([unseal(one, 'a'), unseal(two, 'a'), unseal(one, 'b')]).toEqual(['GEZDGNBV', 'GEZDGNBV', null]);
	expect(isUnsealed(one)).toBe(false);
});

test('without the key, or with another, or changed, it does not open', () => {
	keepSecretKey(KEY);
	const sealed = seal('GEZDGNBV', 'a');
	const bytes = Buffer.from(sealed.slice(7), 'base64');
	for (let place = 0; place < bytes.length; place++) {
		const changed = Buffer.from(bytes);
		changed[place]! ^= 1;
		expect(unseal(`sealed:${changed.toString('base64')}`, 'a')).toBeNull();
	}
	expect([unseal('sealed:', 'a'), unseal('sealed:AAAA', 'a'), unseal('GEZDGNBV', 'a')]).toEqual([null, null, null]);
	keepSecretKey('another key, as long as the first');
	expect(unseal(sealed, 'a')).toBeNull();
	keepSecretKey('');
	expect(unseal(sealed, 'a')).toBeNull();
});

test('what was stored before there was a key is still read, and known to lie open', () => {
	const open = seal('GEZDGNBV', 'a');
	expect(open).toBe('plain:GEZDGNBV');
	expect(isUnsealed(open)).toBe(false);
	keepSecretKey(KEY);
	expect([unseal(open, 'a'), isUnsealed(open)]).toEqual(['GEZDGNBV', true]);
});
