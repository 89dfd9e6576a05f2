import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test.each([
	['', true],
	['https://sso.example.gov.cn/', true],
	['https://sso.example.gov.cn/realms/gov', true],
	['http://127.0.0.1:4000', true],
	['http://localhost:4000/oidc', true],
	['http://[::1]:4000', true],
	['http://sso.example.gov.cn/', false],
	['http://127.0.0.1.example.cn/', false],
	['ftp://127.0.0.1/', false],
	['sso.example.gov.cn', false]
])('the issuer %j: %s', (issuer, isRight) => {
	const read = () => readEnvironment({ LEITAI_OIDC_ISSUER: issuer }).LEITAI_OIDC_ISSUER;
	if (isRight) expect(read()).toBe(issuer);
	else expect(read).toThrow('LEITAI_OIDC_ISSUER 应为 https 网址');
});

test('a secret key is long or absent', () => {
	const read = (key?: string) => readEnvironment({ LEITAI_SECRET_KEY: key }).LEITAI_SECRET_KEY;
	expect([read(), read(''), read('k'.repeat(32))]).toEqual(['', '', 'k'.repeat(32)]);
	expect(() => read('short')).toThrow('至少 32 个随机字符');
});
