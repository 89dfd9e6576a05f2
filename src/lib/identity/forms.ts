import * as v from 'valibot';

const text = (empty: string, max: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.minLength(1, empty),
		v.maxLength(max, `最多 ${max} 个字。`),
		v.regex(/^\P{Cc}*$/u, '有不能识别的字符。')
	);
const secret = (empty: string) =>
	v.pipe(v.optional(v.string(), ''), v.minLength(1, empty), v.maxLength(512, '密码过长。'));

/** Only paths of this site: `//other` and `/\other` would lead away. */
export const nextPath = v.pipe(
	v.optional(v.string(), '/'),
	v.transform((path) => (/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(path) && !path.startsWith('/login') ? path : '/'))
);

export const signInForm = v.object({
	account: text('请填写账号。', 64),
	password: secret('请填写密码。'),
	next: nextPath
});

/** Six digits or a recovery code. */
const code = text('请填写验证码。', 64);
export const codeForm = v.object({ code, next: nextPath });
export const switchOffForm = v.object({ password: secret('请填写现在的密码。'), code });

/** What is remembered while somebody is at the provider. */
export const errandText = v.pipe(
	v.string(),
	v.parseJson(),
	v.object({ state: v.string(), nonce: v.string(), verifier: v.string(), next: nextPath })
);

export const resetForm = v.object({ personId: text('选一个人。', 64), reason: text('写明怎样核实了本人。', 200) });

export const passwordForm = v.pipe(
	v.object({
		current: secret('请填写现在的密码。'),
		fresh: secret('请填写新密码。'),
		repeat: secret('请再填一次新密码。')
	}),
	v.forward(
		v.partialCheck([['fresh'], ['repeat']], ({ fresh, repeat }) => fresh === repeat, '两次填写的新密码不一致。'),
		['repeat']
	)
);
