import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { BrowserContext, Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#lib/identity/domain/demo-accounts.ts';
import { environmentOf, ROOT, type Address } from '../support/cluster.ts';
import { expect, expectSound, fillSignIn, signIn, signInByForm, test, visit } from '../support/e2e.ts';
import { DEMO_CLOCK } from '../support/story-database.ts';

const FIRST_PASSWORD = '临时密码 824163';
const OWN_PASSWORD = '青岚山下有条河 2026';

/** `leitai people add` on the database of the stories. */
async function addPerson(database: Address, account: string, name: string): Promise<void> {
	const words = [
		'--name',
		name,
		'--account',
		account,
		'--role',
		'officer',
		'--unit',
		'综合行政执法大队',
		'--password-stdin'
	];
	const child = spawn(process.execPath, ['src/start.mjs', '--cli', 'people', 'add', ...words], {
		cwd: ROOT,
		env: { ...process.env, ...environmentOf(database), LEITAI_CLOCK: DEMO_CLOCK },
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (printed += String(piece)));
	child.stdin.end(`${FIRST_PASSWORD}\n`);
	const [code] = (await once(child, 'exit')) as [number | null];
	expect(code, printed).toBe(0);
}

async function signInElsewhere(context: BrowserContext, account: string, password?: string): Promise<Page> {
	const page = await context.newPage();
	await signInByForm(page, account, password);
	return page;
}

test('a person added on the command line must choose a password first', async ({ page, browser, server }) => {
	await addPerson(server.database, 'xin.laizhe', '辛来者');
	const elsewhere = await browser.newContext({ baseURL: server.url });
	const other = await signInElsewhere(elsewhere, 'xin.laizhe', FIRST_PASSWORD);
	await expect(other).toHaveURL(/\/password$/);
	await signInByForm(page, 'xin.laizhe', FIRST_PASSWORD);
	await expect(page.getByText('首次登录须更换初始密码')).toBeVisible();
	await expectSound(page);
	for (const path of ['/', '/drills', '/me', '/ranking', '/cases']) {
		await visit(page, path);
		await expect(page).toHaveURL(/\/password$/);
	}

	const current = page.getByLabel('初始密码');
	const fresh = page.getByLabel('新密码', { exact: true });
	const repeat = page.getByLabel('再输一次新密码');
	const change = async (old: string, one: string, two = one) => {
		await current.fill(old);
		await fresh.fill(one);
		await repeat.fill(two);
		await page.getByRole('button', { name: '更换密码' }).click();
	};
	await change('', '');
	await expect(current).toHaveAccessibleDescription(/请填写/);
	await change(FIRST_PASSWORD, '短密码');
	await expect(fresh).toHaveAccessibleDescription(/至少 10 位，现在是 3 位/);
	for (const weak of ['1234567890', 'aaaaaaaaaaaa', 'xin.laizhe-2026', '我是辛来者，今年入职']) {
		await change(FIRST_PASSWORD, weak);
		await expect(fresh).toHaveAccessibleDescription(/太常见|太多|不能包含/);
		await expect(fresh).toBeFocused();
	}
	await change(FIRST_PASSWORD, OWN_PASSWORD, `${OWN_PASSWORD}。`);
	await expect(repeat).toHaveAccessibleDescription(/不一致/);
	await change('不是这个密码', OWN_PASSWORD);
	await expect(current).toHaveAccessibleDescription(/密码不对/);
	await change(FIRST_PASSWORD, FIRST_PASSWORD);
	await expect(fresh).toHaveAccessibleDescription(/不能和现在的一样/);
	await expectSound(page);

	await change(FIRST_PASSWORD, OWN_PASSWORD);
	await expect(page.getByText('密码已修改，其他设备上的登录已结束。')).toBeVisible();
	await visit(other, '/me');
	await expect(other).toHaveURL(/\/login/);
	await elsewhere.close();
	await visit(page, '/drills');
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('更换密码');
});

test('叶清嘉 sees where she is signed in and ends one of the places', async ({ page, browser, server }) => {
	const elsewhere = await browser.newContext({ baseURL: server.url });
	const other = await signInElsewhere(elsewhere, 'ye.qingjia');
	await signInByForm(page, 'ye.qingjia');
	await visit(page, '/me');
	const sessions = page.getByRole('table', { name: '登录中的设备' });
	await expect(sessions.getByRole('row')).toHaveCount(3);
	await sessions.getByRole('button', { name: /^退出/ }).click();
	await expect(sessions.getByRole('row')).toHaveCount(2);
	await visit(other, '/me');
	await expect(other).toHaveURL(/\/login/);
	await elsewhere.close();
	await page.getByRole('button', { name: '退出登录' }).click();
	await expect(page.getByRole('link', { name: '登录开始练兵' })).toBeVisible();
	await visit(page, '/me');
	await expect(page).toHaveURL(/\/login\?next=%2Fme$/);
});

test('a visitor reads public cases and laws, sees no drill and is led to the sign-in', async ({ page, sql }) => {
	test.setTimeout(120_000);
	await visit(page, '/');
	await expect(page.getByRole('table', { name: '演示账号' })).toContainText('lin.yue');
	await page.getByRole('navigation').getByRole('link', { name: '案例' }).click();
	// What is written for the public: pages without scripts.
	await expect(page).toHaveURL(/\/public\/cases$/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expectSound(page);
	await page.locator('main').getByRole('heading', { level: 2 }).getByRole('link').first().click();
	await expect(page).toHaveURL(/\/public\/cases\/[a-z0-9-]+$/);
	await expect(page.getByRole('heading', { name: '明天就做' })).toBeVisible();
	await expectSound(page);

	await visit(page, '/laws');
	await page
		.getByRole('link', { name: /行政处罚法/ })
		.first()
		.click();
	await expectSound(page);
	await page
		.getByRole('link', { name: /第五十六条/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name: '第五十六条' })).toBeVisible();
	await expectSound(page);
	const titles = await sql<{ title: string }[]>`
		select v.title from item i join item_version v on v.id = i.id and v.version = i.current_version`;
	const text = await page.content();
	expect(titles.length).toBeGreaterThan(80);
	expect(titles.filter(({ title }) => text.includes(title))).toEqual([]);

	await page.getByRole('searchbox').fill('处罚法');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^找到 \d+ 条$/)).toBeVisible();
	const found = await page.content();
	expect(titles.filter(({ title }) => found.includes(title))).toEqual([]);

	for (const path of [
		'/cases',
		'/drills',
		'/drills/daily',
		'/drills/evidence',
		'/drills/mistakes',
		'/ranking/2026-11',
		'/me',
		'/password'
	]) {
		await visit(page, path);
		await expect(page).toHaveURL(new RegExp(`/login\\?next=${encodeURIComponent(path)}$`));
	}
	await visit(page, '/login?next=/drills/mistakes');
	await fillSignIn(page, 'ye.qingjia');
	await expect(page).toHaveURL(/\/drills\/mistakes$/);
});

test('every answer is hardened, and a form of another site is refused', async ({ page, request, server, context }) => {
	for (const path of ['/', '/cases', '/login', '/laws', '/nope']) {
		const headers = (await request.get(path)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy.match(/script-src [^;]*/)?.[0], path).toMatch(/^script-src 'self' 'nonce-[^']+'$/);
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).toContain("object-src 'none'");
		expect(headers).toMatchObject({
			...{ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' },
			'content-encoding': expect.stringMatching(/^(br|gzip)$/)
		});
		expect(headers['x-powered-by']).toBeUndefined();
	}
	const script = /\/_app\/immutable\/[^"]+\.js/.exec(await (await request.get('/')).text())![0];
	const asset = (await request.get(script)).headers();
	expect(asset['cache-control']).toContain('immutable');
	expect(asset['content-encoding']).toMatch(/^(br|gzip)$/);

	const form = { account: 'lin.yue', password: DEMO_PASSWORD, next: '/' };
	for (const origin of ['https://elsewhere.example', 'null']) {
		const answer = await request.post('/login', { form, headers: { origin }, maxRedirects: 0 });
		expect(answer.status(), origin).toBe(403);
	}
	await signIn(page, 'lin.yue');
	const [cookie] = await context.cookies();
	expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', secure: false, path: '/' });
	for (const next of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
		const headers = { origin: server.url, accept: 'text/html' };
		const answer = await request.post('/login', { form: { ...form, next }, headers, maxRedirects: 0 });
		expect(answer.headers()['location'], next).toBe('/');
	}
});
