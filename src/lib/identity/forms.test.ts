import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { nextPath, passwordForm, signInForm } from './forms.ts';

const ORIGIN = 'https://leitai.example';
const faultsOf = (schema: v.GenericSchema, input: unknown) => {
	const read = v.safeParse(schema, input);
	return read.success ? {} : Object.fromEntries(read.issues.map((one) => [v.getDotPath(one) ?? '', one.message]));
};

describe('nextPath', () => {
	test.each(['/', '/drills/daily', '/cases/laundry-missed-drill#first', '/laws/work-safety-law/97?on=2026-03-18'])(
		'%s is kept',
		(path) => {
			expect(v.parse(nextPath, path)).toBe(path);
		}
	);

	test.each([
		...['', 'drills', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\\/evil.example'],
		...['https://evil.example', 'http:evil.example', 'HTTPS://evil.example', 'javascript:alert(1)', 'data:text/html,x'],
		...[' //evil.example', '\t//evil.example', '@evil.example', '.evil.example'],
		...['/login', '/login?next=/login', '/login/']
	])('%j leads home', (path) => {
		expect(v.parse(nextPath, path)).toBe('/');
	});

	test('nothing leads home', () => {
		expect(v.parse(nextPath, undefined)).toBe('/');
	});

	const pieces = ['/', '\\', ':', '@', '.', '?', '#', ' ', 'https', 'evil.example', '%2f', '%09'];
	const pathOf = (parts: readonly string[]) =>
		fc
			.array(fc.constantFrom(...parts), { maxLength: 8 })
			.chain((list) => fc.constantFrom(list.join(''), `/${list.join('')}`));
	const leaves = (text: string) => new URL(v.parse(nextPath, text), ORIGIN).origin !== ORIGIN;

	test('whatever comes, a browser stays on this site', () => {
		fc.assert(
			fc.property(fc.oneof(pathOf(pieces), fc.string()), (text) => !leaves(text)),
			{ numRuns: 2000 }
		);
	});

	// Browsers drop tabs and line ends from an address before they read it: `/<tab>/evil.example` is `//evil.example`.
	test('also with control characters in between', () => {
		expect(['/\t/evil.example', '/\n/evil.example', '/\r\\evil.example'].filter(leaves)).toEqual([]);
	});
});

describe('signInForm', () => {
	test('reads account, password and next', () => {
		const input = { account: ' lin.yue ', password: ' qinglan-2026 ', next: '/drills/daily' };
		expect(v.parse(signInForm, input)).toEqual({ ...input, account: 'lin.yue' });
	});

	test.each([
		[{}, { account: '请填写账号。', password: '请填写密码。' }],
		[{ account: '   ', password: 'x' }, { account: '请填写账号。' }],
		[{ account: 'a'.repeat(65), password: 'x' }, { account: '最多 64 个字。' }],
		[{ account: 'lin.yue', password: 'x'.repeat(513) }, { password: '密码过长。' }]
	])('%j', (input, faults) => {
		expect(faultsOf(signInForm, input)).toEqual(faults);
	});
});

describe('passwordForm', () => {
	const input = { current: 'qinglan-2026', fresh: '南屏镇的第三盏灯', repeat: '南屏镇的第三盏灯' };

	test('the same twice', () => {
		expect(v.parse(passwordForm, input)).toEqual(input);
	});

	test.each([
		[{ ...input, repeat: '南屏镇的第四盏灯' }, { repeat: '两次填写的新密码不一致。' }],
		[{ ...input, repeat: `${input.repeat} ` }, { repeat: '两次填写的新密码不一致。' }],
		[{}, { current: '请填写现在的密码。', fresh: '请填写新密码。', repeat: '请再填一次新密码。' }]
	])('%j', (given, faults) => {
		expect(faultsOf(passwordForm, given)).toEqual(faults);
	});
});
