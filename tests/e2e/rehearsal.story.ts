import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, hydrated, signIn, test, visit } from '../support/e2e.ts';

const BUNDLE = '三箱烟花和一段视频';
const KEPT = '他是谁的焊工';

/** Chooses case, side and stage on the page of rehearsals, and begins. */
async function begin(page: Page, side: string, stage: string) {
	await page.getByRole('radio', { name: new RegExp(BUNDLE) }).check();
	await page.getByRole('radio', { name: new RegExp(`^${side}`) }).check();
	await page.getByRole('radio', { name: new RegExp(`^${stage}`) }).check();
	await page.getByRole('button', { name: '开始排练' }).click();
	await page.waitForURL(/\/arena\/rehearsal\/[0-9a-f-]{36}$/);
}

async function reply(page: Page, { text, exhibit, law }: { text: RegExp; exhibit: RegExp; law: RegExp }) {
	await page.getByRole('radio', { name: text }).check();
	await pick(page, '指向哪份证据', exhibit);
	await pick(page, '依据哪一条', law);
	await page.getByRole('button', { name: '就这样回应' }).click();
	await page.waitForURL(/\?after=/);
}

/** The option of a list whose words hold these. */
async function pick(page: Page, label: string, words: RegExp) {
	const option = page.getByLabel(label).locator('option').filter({ hasText: words }).first();
	await page.getByLabel(label).selectOption(await option.getAttribute('value'));
}

test('林岳 reads a file, argues a stage alone, and is shown what was missed', async ({ page }) => {
	test.setTimeout(120_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'lin.yue');

	await test.step('the file has exhibits and law, and nothing that is the panel’s', async () => {
		await visit(page, '/arena/bundles');
		await expectSound(page);
		await expect(page.getByRole('listitem').filter({ hasText: KEPT })).toContainText('留作正式擂台，开庭前不公开');
		await expect(page.getByRole('link', { name: KEPT })).toHaveCount(0);
		await page.getByRole('link', { name: BUNDLE }).click();
		await expect(page.getByRole('heading', { level: 1, name: BUNDLE })).toBeVisible();
		await expect(page.getByRole('img', { name: /货架与价签照片/ })).toBeVisible();
		await expect(page.getByText('评委用卷')).toHaveCount(0);
		await expectSound(page);
		expect((await page.request.get('/arena/bundles/whose-welder')).status()).toBe(404);
	});

	await test.step('a case, a side, a stage', async () => {
		await visit(page, '/arena/rehearsal?bundle=three-boxes-and-a-video');
		await expect(page.getByRole('radio', { name: new RegExp(BUNDLE) })).toBeChecked();
		await expectSound(page);
		await begin(page, '原告', '举证质证');
		await expectSound(page);
	});

	await test.step('what was picked and written survives a reload', async () => {
		await page.getByRole('radio', { name: /四盒标价是事实/ }).check();
		await page.getByLabel('自己说一遍').fill('三箱没有拆封。');
		await page.reload();
		await hydrated(page);
		await expect(page.getByRole('radio', { name: /四盒标价是事实/ })).toBeChecked();
		await expect(page.getByLabel('自己说一遍')).toHaveValue('三箱没有拆封。');
	});

	await test.step('by keyboard alone, and a full mark', async () => {
		await page.getByLabel('指向哪份证据').focus();
		for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
		await expect(page.getByLabel('指向哪份证据')).toHaveValue('d3');
		await page.keyboard.press('Tab');
		await pick(page, '依据哪一条', /行政处罚法第四十条/);
		await page.getByRole('button', { name: '就这样回应' }).focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: '第 1 轮：100 / 100 分' })).toBeVisible();
		await expect(page.getByText('三箱没有拆封。')).toBeVisible();
		await expect(page.getByRole('heading', { name: '可以这样说' })).toBeVisible();
		await expectSound(page);
		await page.getByRole('link', { name: '下一轮' }).click();
	});

	await test.step('going back gives no second try', async () => {
		await page.goBack();
		await visit(page, page.url().replace(/\?.*/, ''));
		await expect(page.getByText('第 2 轮')).toBeVisible();
	});

	await test.step('the last round brings the mark, the areas, what was missed and what trains it', async () => {
		await reply(page, { text: /96元/, exhibit: /不用证据/, law: /行政处罚法第五条/ });
		await expect(page.getByRole('heading', { name: '五个领域' })).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: '违法事实' })).toBeVisible();
		await expect(page.getByText('没有全接住的')).toBeVisible();
		await expectSound(page);
		await page.getByRole('button', { name: /^练这 \d+ 道题$/ }).click();
		await page.waitForURL('**/drills/sets/*');
	});
	expect(complaints).toEqual([]);
});

test('a trainer reads what is hidden', async ({ page }) => {
	await signIn(page, 'liang.ruochuan');
	await visit(page, '/arena/bundles');
	await page.getByRole('link', { name: KEPT }).click();
	await expect(page.getByRole('heading', { name: '埋下的问题' })).toBeVisible();
	await expect(page.getByText('这个案卷留作正式擂台')).toBeVisible();
	await page
		.getByText('他是谁的焊工，持证义务')
		.or(page.getByText(/持证义务，落在公司还是安装队/))
		.first()
		.click();
	await expect(page.getByText('怎么接').first()).toBeVisible();
	await expectSound(page);
	expect((await page.request.get('/arena/rehearsal')).status()).toBe(404);
});

test('without JavaScript, on a phone', async ({ browser, server }) => {
	const plain = await browser.newContext({
		...{ baseURL: server.url, javaScriptEnabled: false, viewport: { width: 360, height: 780 } }
	});
	const page = await plain.newPage();
	await page.goto('/login');
	await page.getByLabel('账号').fill('wei.xiaoman');
	await page.getByLabel('密码').fill('qinglan-2026');
	await page.getByRole('button', { name: '登录' }).click();
	await page.goto('/arena/rehearsal');
	await begin(page, '被告', '举证质证');
	await reply(page, { text: /我方不再用视频/, exhibit: /现场检查记录/, law: /行政诉讼法第四十三条/ });
	await expect(page.getByRole('heading', { name: '第 1 轮：100 / 100 分' })).toBeVisible();
	await page.getByRole('link', { name: '下一轮' }).click();
	await expect(page.getByText('第 2 轮')).toBeVisible();
	await plain.close();
});
