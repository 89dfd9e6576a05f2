import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

const REPORTER = 'yin.qianfan';
const SUPERVISOR = 'wei.dongli';
const UNIT = '南屏镇应急管理办公室';

/** Months of the demo bureau: of the newest one this unit forgot one figure, 责令改正事项按期复查办结. */
test('a forgotten figure: entered, sent back, corrected, confirmed – and on the scorecard down to its proof', async ({
	page,
	browser,
	server,
	sql
}) => {
	test.setTimeout(180_000);
	const complaints = complaintsOf(page);
	const button = (name: string) => page.getByRole('button', { name });
	const become = async (account: string, path: string) => {
		await page.context().clearCookies();
		await signIn(page, account);
		await visit(page, path);
	};
	const name = '责令改正事项按期复查办结';
	const field = (label: string | RegExp) => page.locator('#s-corrections').getByLabel(label);

	await become(REPORTER, '/ranking');
	await page.getByRole('link', { name: '六维考核' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026年10月六维考核');
	await expect(page.getByText('处罚件数和罚款数额一律不计入').first()).toBeVisible();
	await expect(page.getByRole('row')).toHaveCount(2);
	await page.getByRole('link', { name: UNIT, exact: true }).click();
	await expect(page.getByText('◐ 暂定：还有数据未报、未确认')).toBeVisible();
	await expect(page.getByText(`${name}：未填报`)).toBeVisible();
	const card = new URL(page.url()).pathname;
	const before = await totalOf(page);
	await expectSound(page);

	await test.step('the unit enters it on a phone; what is wrong is said at its place, nothing typed is lost', async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.getByRole('link', { name: '填报', exact: true }).click();
		await page.locator('#s-corrections > summary').click();
		await field('项按期办结').fill('9');
		await field('项到期').fill('8');
		await field('数字从哪里来').fill('按十月复查台账逐件核对。');
		await field('文号、编号或者材料名称').fill('复查台账 10 月');
		await button('提交填报').click();
		await expect(page.getByText('“项按期办结”不能多于“项到期”')).toBeVisible();
		await expect(field('数字从哪里来')).toHaveValue('按十月复查台账逐件核对。');
		await expectSound(page);
		await field('项按期办结').fill('6');
		await field(/^材料日期/).fill('2026-10-31');
		await button('提交填报').dblclick();
		await expect(page.getByText('已填报，等督导机关的另一人核对')).toBeVisible();
		await expect(page.getByText(`${name}：已填报，等第二人确认`)).toBeVisible();
		const [{ count }] = await sql<[{ count: number }]>`select count(*)::int from assessment_entry
			where subject = 'corrections' and period = '2026-10' and account like '按十月复查%'`;
		expect(count).toBe(1);
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	await test.step('the supervisor sends it back, not without a reason', async () => {
		await become(SUPERVISOR, '/ranking/assessment/2026-10');
		await expectSound(page);
		await expect(page.getByRole('row')).toHaveCount(8);
		await page
			.getByRole('row', { name: UNIT })
			.getByRole('link', { name: /^核对 1 项/ })
			.click();
		await page.getByLabel('退回').check();
		await button('提交核对意见').click();
		await expect(page.getByText('写明为什么退回、要补什么')).toBeVisible();
		await page.getByLabel(`${name}：理由`).fill('少了 10 月 28 日到期的一项，请补上复查意见书。');
		await expectSound(page);
		await button('提交核对意见').click();
		await expect(page.getByText('核对意见已记下')).toBeVisible();
	});

	await test.step('without JavaScript the unit reads why and corrects it', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
		const plain = await context.newPage();
		await plain.goto(`${server.url}/login`);
		await plain.getByLabel('账号').fill(REPORTER);
		await plain.getByLabel('密码').fill('qinglan-2026');
		await plain.getByRole('button', { name: '登录' }).click();
		await plain.goto(`${server.url}${card}/report`);
		await expect(plain.getByText('少了 10 月 28 日到期的一项')).toBeVisible();
		const part = plain.locator('#s-corrections');
		await expect(part.getByLabel('项到期')).toHaveValue('8');
		await part.getByLabel('项按期办结').fill('8');
		await part.getByLabel('项到期').fill('9');
		await part.getByLabel('数字从哪里来').fill('补上 10 月 28 日的一项，共九项，八项按期。');
		await plain.getByRole('button', { name: '提交填报' }).click();
		await expect(plain.getByText('已填报，等督导机关的另一人核对')).toBeVisible();
		await context.close();
	});

	await test.step('confirmed', async () => {
		await visit(page, `${card}/check`);
		await expect(page.getByText('以前填报的 1 次')).toBeVisible();
		await page.getByLabel('确认').check();
		await button('提交核对意见').click();
		await expect(page.getByText('核对意见已记下')).toBeVisible();
	});

	await test.step('the scorecard shows it, with the proof and both people', async () => {
		await become(REPORTER, card);
		await expect(page.getByText('✓ 数据齐全')).toBeVisible();
		expect(await totalOf(page)).not.toBe(before);
		await page.locator('#i-corrections > summary').click();
		const detail = page.locator('#i-corrections');
		await expect(detail.getByText('8 项按期办结，9 项到期，88.89 分')).toBeVisible();
		await expect(detail.getByText('补上 10 月 28 日的一项')).toBeVisible();
		await expect(detail.getByText('卫东篱')).toBeVisible();
		await expect(page.getByRole('img', { name: /六维得分：组织建设/ })).toBeVisible();
		await expectSound(page);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectSound(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		await expectSound(page);
	});

	await test.step('the table opens in a spreadsheet', async () => {
		const table = await page.request.get(`${card}/table`);
		const text = await table.text();
		expect(text.startsWith('\ufeff维度,权重,指标')).toBe(true);
		expect(text).toContain('88.89');
	});
	expect(complaints).toEqual([]);
});

const totalOf = async (page: Page) => (await page.locator('.total .figure').first().textContent())!.trim();
