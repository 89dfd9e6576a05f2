import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

const LOOKS = [
	{ width: 360, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' }
] as const;

test('林岳 is told what became of her work, opens it once for both tabs, and switches a kind off', async ({
	page,
	context
}) => {
	test.setTimeout(120_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'lin.yue');
	await visit(page, '/');
	const bell = page.getByRole('link', { name: /^通知：/ });
	await expect(bell).toHaveAccessibleName(/^通知：\d+ 项$/);
	const told = Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0]);
	const fresh = page.getByRole('region', { name: '通知' }).getByRole('link', { name: /^\d+ 条新的结果/ });
	const news = Number(/\d+/.exec(await fresh.innerText())?.[0]);
	expect(news).toBeGreaterThan(1);
	const other = await context.newPage();
	await visit(other, '/cases');

	await test.step('the list', async () => {
		await bell.click();
		await expect(page.getByRole('heading', { level: 1, name: '通知' })).toBeVisible();
		for (const { width, colorScheme } of LOOKS) {
			await page.setViewportSize({ width, height: 800 });
			// Without it the button is still on its way between the colours.
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await expectSound(page);
		}
	});

	await test.step('opening leads to it and leaves it read, here and in the other tab', async () => {
		await page
			.getByRole('region', { name: '最近发生的' })
			.getByRole('button', { name: /^文书评定了/ })
			.first()
			.click();
		await page.waitForURL('**/drafting/submissions/*');
		await expect(bell).toHaveAccessibleName(`通知：${told - 1} 项`);
		await visit(other, '/laws');
		await expect(other.getByRole('link', { name: /^通知：/ })).toHaveAccessibleName(`通知：${told - 1} 项`);
		await visit(other, '/me/notices');
		await expect(other.getByText('（未读）')).toHaveCount(news - 1);
	});

	await test.step('all at once, and what is switched off is told no more', async () => {
		await visit(page, '/me/notices');
		await page.getByRole('button', { name: `全部标为已读（${news - 1}）` }).click();
		await expect(bell).toHaveAccessibleName(told === news ? '通知：没有待办' : `通知：${told - news} 项`);
		await page.getByRole('checkbox', { name: '点评意见审过了' }).uncheck();
		await page.getByRole('checkbox', { name: /^工作日早晨/ }).check();
		await page.getByLabel('邮箱地址').fill('lin.yue@example');
		await page.getByRole('button', { name: '保存设置' }).click();
		// Nothing typed is lost.
		await expect(page.getByText('写成 name@example.gov.cn 这样的邮箱地址')).toBeVisible();
		await expect(page.getByLabel('邮箱地址')).toHaveValue('lin.yue@example');
		await expect(page.getByRole('checkbox', { name: '点评意见审过了' })).not.toBeChecked();
		await page.getByLabel('邮箱地址').fill('lin.yue@example.gov.cn');
		await page.getByRole('button', { name: '保存设置' }).click();
		await expect(page.getByText('设置已保存。')).toBeVisible();
		const kept = page.getByRole('region', { name: '最近发生的' }).getByRole('listitem');
		await expect(kept.filter({ hasText: '点评' })).toHaveCount(0);
		await expect(kept).not.toHaveCount(0);
	});
	expect(complaints).toEqual([]);
});

test.describe('without a script', () => {
	test.use({ javaScriptEnabled: false });
	test('梁若川 goes from the bell to what waits, and opens what was decided', async ({ page }) => {
		await page.goto('/login');
		await page.locator('input[name=account]').fill('liang.ruochuan');
		await page.locator('input[name=password]').fill('qinglan-2026');
		await page.locator('form button').last().click();
		await page.goto('/');
		await page.getByRole('link', { name: /^通知：\d+ 项/ }).click();
		await page.getByRole('button', { name: /内审退回/ }).click();
		await expect(page).toHaveURL(/\/studio\/manuscripts\//);
		await page.goto('/me/notices');
		await page.getByRole('region', { name: '等着办的' }).getByRole('link', { name: '点评意见待审核' }).click();
		await expect(page).toHaveURL(/\/studio\/commentary/);
	});
});
