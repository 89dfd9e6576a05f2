import { complaintsOf, expect, expectAccessible, test, visit } from '../support/e2e.ts';

const ADDRESS = '/drafting/deadline?start=2026-09-16&length=15&unit=day&law=行政处罚法&roll=';

test('a deadline is counted, explained and linked', async ({ page }) => {
	const complaints = complaintsOf(page);
	await visit(page, '/drafting/deadline');
	await page.getByLabel('起算日').fill('2026-09-16');
	await page.getByLabel('期限', { exact: true }).fill('15');
	await page.getByRole('button', { name: '计算' }).click();
	await expect(page).toHaveURL(/start=2026-09-16&length=15/);
	await expect(page.getByRole('heading', { name: /最后一日：2026年10月8日（星期四）/ })).toBeVisible();
	await expect(page.locator('.skipped')).toContainText(['国庆节放假']);
	await expectAccessible(page);

	await test.step('one of the common periods, from the same day', async () => {
		await page.getByRole('link', { name: '申请行政复议' }).click();
		await expect(page).toHaveURL(/length=60/);
		await expect(page.getByRole('heading', { name: /最后一日/ })).toBeVisible();
	});
	await test.step('a year without a list is said', async () => {
		await visit(page, '/drafting/deadline?start=2026-12-28&length=10&unit=workday&law=行政强制法&roll=');
		await expect(page.getByText('2027年的放假安排没有收录')).toBeVisible();
	});
	await test.step('what was mistyped stays and is told at its field', async () => {
		await visit(page, '/drafting/deadline?start=2026-02-30&length=x&unit=day&law=行政处罚法&roll=');
		await expect(page.getByLabel('起算日')).toHaveValue('2026-02-30');
		await expect(page.getByText('并且是真实存在的日子')).toBeVisible();
		await expectAccessible(page);
	});
	expect(complaints).toEqual([]);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 } });
	test('the whole answer fits and is accessible', async ({ page }) => {
		await visit(page, ADDRESS);
		await expect(page.getByRole('heading', { name: /最后一日/ })).toBeVisible();
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(wide).toBeLessThanOrEqual(0);
		await expectAccessible(page);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the address is the state, and the form asks', async ({ page }) => {
		await page.goto(ADDRESS);
		await expect(page.getByText('2026年10月8日（星期四）').first()).toBeVisible();
		await page.getByLabel('期限', { exact: true }).fill('7');
		await page.getByRole('button', { name: '计算' }).click();
		await expect(page).toHaveURL(/length=7/);
		await expect(page.getByRole('heading', { name: /最后一日：2026年9月24日/ })).toBeVisible();
	});
});
