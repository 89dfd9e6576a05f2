import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { findPasswordFault } from './password.ts';

const LIN_YUE = { account: 'lin.yue', name: '林岳' };

test.each(['qinglan-2026', 'correct horse battery staple', '南屏镇的第三盏路灯亮了', '🔥🧯🚒🧑‍🚒⛑️🪜🧰🪓', 'x7#kQ2!mZ9'])(
	'%s may be a password',
	(password) => {
		expect(findPasswordFault(password, LIN_YUE)).toBeNull();
	}
);

describe('faults', () => {
	test.each([
		['', '密码至少 10 位，现在是 0 位。'],
		['abcde1234', '密码至少 10 位，现在是 9 位。'],
		['南屏镇的第三盏灯亮', '密码至少 10 位，现在是 9 位。'],
		['🔥🧯🚒🪜🧰', '密码至少 10 位，现在是 5 位。'],
		['xyz12'.repeat(26), '密码最多 128 位。'],
		['my-lin.yue-2026', '密码不能包含账号或姓名。'],
		['MY-LIN.YUE-2026', '密码不能包含账号或姓名。'],
		['青岚区的林岳二零二六', '密码不能包含账号或姓名。'],
		['aaaaaaaaaa', '密码里重复的字符太多，请换一个。'],
		['AaBbAaBbAaBb', '密码里重复的字符太多，请换一个。'],
		['1234567890', '这个密码太常见，请换一个。'],
		['0123456789abc', '这个密码太常见，请换一个。'],
		['Password123', '这个密码太常见，请换一个。'],
		['qwertyuiop[]', '这个密码太常见，请换一个。'],
		['1qaz2wsx3edc', '这个密码太常见，请换一个。'],
		['WoAiNi5201314', '这个密码太常见，请换一个。'],
		['Admin@20261123', '这个密码太常见，请换一个。'],
		['2026!Zhongguo!', '这个密码太常见，请换一个。']
	])('%j: %s', (password, message) => {
		expect(findPasswordFault(password, LIN_YUE)).toEqual({ code: 'weak-password', message, field: 'fresh' });
	});

	test('128 characters are enough, 129 too many', () => {
		const long = 'abcdefgh'.repeat(16);
		expect(findPasswordFault(long, LIN_YUE)).toBeNull();
		expect(findPasswordFault(`${long}x`, LIN_YUE)?.message).toBe('密码最多 128 位。');
	});

	test('the office may ask for more, or for less: the commonest stay out', () => {
		expect(findPasswordFault('x7#kQ2!mZ9', LIN_YUE, 11)?.message).toBe('密码至少 11 位，现在是 10 位。');
		expect(findPasswordFault('x7#kQ2!m', LIN_YUE, 8)).toBeNull();
		for (const common of ['1qaz2wsx', 'q1w2e3r4', 'passw0rd', 'abc123456'])
			expect(findPasswordFault(common, LIN_YUE, 8)?.message).toBe('这个密码太常见，请换一个。');
	});

	test('no entry of the list can get past: each is one word of eight to twenty small characters', () => {
		for (const one of COMMON_PASSWORDS) expect(one).toMatch(/^[^\sA-Z]{8,20}$/);
	});

	test('the account is found wherever it stands', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (before, after) => {
				expect(findPasswordFault(`${before}Lin.Yue${after}`, LIN_YUE)).not.toBeNull();
			})
		);
	});
});
