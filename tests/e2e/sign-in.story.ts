import type { Page } from '@playwright/test';
import { fromBase32 } from '#lib/identity/domain/base32.ts';
import { codeAt, stepAt } from '#lib/identity/domain/totp.ts';
import { test as base, complaintsOf, expect, expectSound, fillSignIn, signIn, visit } from '../support/e2e.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';

/** A real provider beside the server, which is told of it. */
const test = base.extend<object, { provider: IdentityProvider }>({
	provider: [
		// Playwright wants the first parameter to be a pattern, also where nothing is taken from it.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const provider = await startIdentityProvider();
			await use(provider);
			await provider.stop();
		},
		{ scope: 'worker' }
	],
	environment: async ({ provider }, use) => {
		await use({ ...provider.environment, LEITAI_SECRET_KEY: 'x9XbPqk0mP0m3W4mZ4cN3o0mV1b2n3m4' });
	}
});

const LOOKS = [
	{ width: 360, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' }
] as const;
async function look(page: Page): Promise<void> {
	for (const { width, colorScheme } of LOOKS) {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		await expectSound(page);
	}
}

/** The telephone: it knows the key, and how far the clock of the server is ahead of ours. */
class Telephone {
	readonly #key: Uint8Array;
	readonly #ahead: number;
	#last: string | null = null;
	constructor(key: string, ahead: number) {
		this.#key = fromBase32(key);
		this.#ahead = ahead;
	}
	/** A code that it has not shown yet. */
	async code(page: Page): Promise<string> {
		const show = () => codeAt(this.#key, stepAt(new Date(Date.now() + this.#ahead)));
		while (show() === this.#last) await page.waitForTimeout(500);
		return (this.#last = show());
	}
}

test('林岳 takes up a second factor and signs in with the telephone, then without it', async ({ page, sql }) => {
	test.setTimeout(240_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'lin.yue');
	await visit(page, '/me');
	await expectSound(page);
	await page.getByRole('link', { name: '动态口令（没有启用）' }).click();
	await expect(page.getByRole('heading', { level: 1, name: '动态口令' })).toBeVisible();
	await look(page);
	const pressedAt = Date.now();
	await page.getByRole('button', { name: '开始启用' }).click();
	await expect(page.getByRole('img', { name: '密钥的二维码' })).toBeVisible();
	await look(page);
	const key = (await page.getByLabel('密钥', { exact: true }).innerText()).replace(/\s/g, '');
	const [row] = await sql<{ made: number; key: string }[]>`
		select extract(epoch from created_at)::float8 * 1000 as made, key from second_factor`;
	expect(row!.key, 'sealed in the database').toMatch(/^sealed:/);
	const telephone = new Telephone(key, row!.made - pressedAt);

	await page.getByLabel('验证码').fill('000000');
	await page.getByRole('button', { name: '启用', exact: true }).click();
	await expect(page.getByLabel('验证码')).toHaveAccessibleDescription(/验证码不对/);
	await page.getByLabel('验证码').fill(await telephone.code(page));
	await page.getByRole('button', { name: '启用', exact: true }).click();
	await expect(page.getByRole('heading', { name: '恢复码，只显示这一次' })).toBeVisible();
	const codes = await page.getByRole('status').getByRole('listitem').allInnerTexts();
	expect(codes).toHaveLength(10);
	await look(page);
	await visit(page, '/me/second-factor');
	await expect(page.getByText('恢复码还剩 10 个')).toBeVisible();
	expect(await page.content()).not.toContain(codes[0]!);

	const leave = async () => {
		await visit(page, '/me');
		await page.getByRole('button', { name: '退出登录' }).click();
		await page.waitForURL('/');
	};
	await test.step('with the telephone, and on to where she was going', async () => {
		await leave();
		await visit(page, '/login?next=/drills');
		await fillSignIn(page, 'lin.yue');
		await page.waitForURL('/login/code?next=%2Fdrills');
		await look(page);
		// Half a session opens nothing.
		await visit(page, '/me');
		await expect(page).toHaveURL(/\/login/);
		await visit(page, '/login/code?next=%2Fdrills');
		await page.getByLabel('验证码').fill('123456');
		await page.getByRole('button', { name: '登录' }).click();
		await expect(page.getByLabel('验证码')).toHaveAccessibleDescription(/验证码不对/);
		await page.getByLabel('验证码').fill(await telephone.code(page));
		await page.getByRole('button', { name: '登录' }).click();
		await page.waitForURL('/drills');
	});
	await test.step('without it, by a recovery code', async () => {
		await leave();
		await visit(page, '/login');
		await fillSignIn(page, 'lin.yue');
		await page.waitForURL('/login/code');
		await page.getByLabel('验证码').fill(codes[3]!.toLowerCase());
		await page.getByRole('button', { name: '登录' }).click();
		await page.waitForURL('/');
		await visit(page, '/me');
		await expect(page.getByRole('link', { name: '动态口令（已启用，恢复码剩 9 个）' })).toBeVisible();
		await leave();
	});
	await test.step('when both are gone: an administrator resets it, and the next sign-in says so', async () => {
		await signIn(page, 'guan.ziyuan');
		await visit(page, '/admin/second-factors');
		await look(page);
		await page.getByText('重置林岳的动态口令').click();
		await page.getByRole('button', { name: '停用林岳的动态口令' }).click();
		await expect(page.getByLabel('怎样核实了本人')).toHaveAccessibleDescription(/核实/);
		await page.getByLabel('怎样核实了本人').fill('本人持执法证到办公室，当面核对');
		await page.getByRole('button', { name: '停用林岳的动态口令' }).click();
		await expect(page.getByText('重置林岳的动态口令')).toHaveCount(0);
		await leave();
		await visit(page, '/login');
		await fillSignIn(page, 'lin.yue');
		await page.waitForURL('/me/second-factor');
		await expect(page.getByText(/系统管理员 管子渊 于 .* 停用了本账号的动态口令/)).toBeVisible();
		await look(page);
		await page.getByRole('button', { name: '已经知道' }).click();
		await page.waitForURL('/');
		await leave();
	});
	expect(complaints.filter((one) => !one.includes('400 (Bad Request)'))).toEqual([]);
});

test('by the provider of the district: who has an account is in, who has none is told so', async ({ page, server }) => {
	test.setTimeout(120_000);
	const enterThere = async (account: string) => {
		await visit(page, '/login?next=/drills');
		await page.getByRole('link', { name: '区统一身份认证登录' }).click();
		await page.waitForURL(/\/interaction\//);
		await page.locator('input[name=login]').fill(account);
		await page.locator('input[name=password]').fill('any');
		await page.locator('button[type=submit]').click();
		// It knows the browser by now and asks for consent; the same button.
		await page.waitForURL((url) => url.pathname.startsWith('/interaction/'));
		await page.locator('form button[type=submit]').click();
		await page.waitForURL((url) => url.origin === server.url);
	};
	await visit(page, '/login');
	await look(page);
	await enterThere('lin.yue');
	await expect(page).toHaveURL(/\/drills$/);
	await visit(page, '/me');
	await expect(page.getByRole('heading', { level: 1, name: '林岳' })).toBeVisible();
	await page.getByRole('button', { name: '退出登录' }).click();
	await page.waitForURL('/');

	await page.context().clearCookies();
	await enterThere('nobody.here');
	await expect(page.getByRole('heading', { level: 1, name: '没有对应的账号' })).toBeVisible();
	await expect(page.getByText('nobody.here')).toBeVisible();
	await look(page);
	await page.getByRole('link', { name: '回到登录' }).click();
	await expect(page).toHaveURL(/\/login$/);
	await visit(page, '/login/provider/callback?code=stolen&state=guessed');
	await expect(page.getByRole('heading', { level: 1, name: '没有登录成功' })).toBeVisible();
});
