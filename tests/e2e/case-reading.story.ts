import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, fillSignIn, signIn, test, visit } from '../support/e2e.ts';

/** A case in which the officer decides first. */
const CASE = '/cases/noodle-shop-photo-of-an-alarm';
const RESULT = /决定/;

const openQuestion = (page: Page) => page.locator('form[action="?/answer"]');

/** Answers the open question with the option that stands first, with the keyboard alone. */
async function answerByKeys(page: Page) {
	const form = openQuestion(page);
	const option = form.getByRole('radio').or(form.getByRole('checkbox')).first();
	await option.focus();
	await page.keyboard.press('Space');
	const button = form.getByRole('button', { name: '提交，往下读' });
	await button.focus();
	await page.keyboard.press('Enter');
}

test.describe('on a phone, with the keyboard', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	test('林岳 reads a case to its end: questions, a decision of her own, what to practise', async ({
		page,
		browser,
		sql
	}) => {
		test.setTimeout(180_000);
		const complaints = complaintsOf(page);
		await signIn(page, 'lin.yue');
		await visit(page, CASE);
		await expectSound(page);
		// What only the server renders has its styles all the same.
		await expect(page.locator('.notes details').first()).toHaveCSS('border-inline-start-style', 'solid');

		await test.step('the questions one after the other, each opens the text behind it', async () => {
			await expect(page.getByRole('status').filter({ hasText: '后文折着' })).toBeVisible();
			while ((await openQuestion(page).count()) > 0) {
				const id = await openQuestion(page).locator('input[name=checkpoint]').getAttribute('value');
				await answerByKeys(page);
				await expect(page.locator(`#${id} form`)).toHaveCount(0);
			}
		});

		await test.step('nothing tells the result before she has decided; an amount that is none keeps what was typed', async () => {
			const place = page.locator('#decide');
			await expect(place.getByRole('combobox').first()).toBeVisible();
			await expect(page.getByText('说到结果，先裁后看')).toBeAttached();
			await expect(page.getByRole('heading', { name: RESULT })).toHaveCount(0);
			await place.getByRole('combobox').first().selectOption('fine');
			await place.getByRole('textbox').first().fill('不少');
			await place.getByRole('button', { name: '写下，往下读' }).focus();
			await page.keyboard.press('Enter');
			await expect(place.getByText('写下对')).toBeVisible();
			await expect(place.getByRole('textbox').first()).toHaveValue('不少');
			await expectSound(page);
		});

		await test.step('decided, she sees hers beside the engine’s, and goes on', async () => {
			const place = page.locator('#decide');
			const parties = await place.getByRole('combobox').count();
			for (let index = 0; index < parties; index++) {
				await place.getByRole('combobox').nth(index).selectOption('fine');
				await place.getByRole('textbox').nth(index).fill('2000');
			}
			await place.getByRole('button', { name: '写下，往下读' }).click();
			await expect(place.getByText('罚款 2,000元').first()).toBeVisible();
			await expect(place.getByText('按裁量基准算').first()).toBeVisible();
			while ((await openQuestion(page).count()) > 0) {
				const id = await openQuestion(page).locator('input[name=checkpoint]').getAttribute('value');
				await answerByKeys(page);
				await expect(page.locator(`#${id} form`)).toHaveCount(0);
			}
			await expect(page.getByRole('heading', { name: '得与失' })).toBeVisible();
			await expect(page.getByRole('heading', { name: '接着读' })).toBeVisible();
			await expect(page.getByText('同引').first()).toBeVisible();
			await expectSound(page);
		});

		await test.step('her place is found on another device', async () => {
			await page.getByRole('heading', { name: '得与失' }).scrollIntoViewIfNeeded();
			await expect
				.poll(async () => (await sql`select block from case_place`).length, { timeout: 20_000 })
				.toBeGreaterThan(0);
			const { origin } = new URL(page.url());
			const other = await (await browser.newContext({ locale: 'zh-CN', baseURL: origin })).newPage();
			await signIn(other, 'lin.yue');
			await other.goto(page.url());
			await expect(other.getByRole('link', { name: '接着读' })).toHaveAttribute('href', /^#p\d+$/);
			await other.close();
		});

		await test.step('the practice on the same facts is one click away', async () => {
			await page.getByRole('button', { name: '按步骤裁一遍' }).first().click();
			await page.waitForURL('**/discretion/cases/attempts/*');
		});
		expect(complaints).toEqual([]);
	});
});

test('the print has everything, the handbook is a Word file, and the address of the list is its state', async ({
	page
}) => {
	await signIn(page, 'he.zhiyuan');
	await page.goto(`${CASE}/print`);
	await expect(page.getByRole('heading', { name: '参考答案' })).toBeVisible();
	await expectSound(page);

	await visit(page, '/cases?area=procedure&sort=easy');
	await expectSound(page);
	await expect(page.getByLabel('考察方面')).toHaveValue('procedure');
	await page
		.getByRole('checkbox', { name: /编进手册/ })
		.first()
		.check();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: '生成 Word 手册' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^以案释法手册-.*\.docx$/);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a question and the decision are answered by plain forms', async ({ page }) => {
		await page.goto('/login');
		await fillSignIn(page, 'fan.yuan');
		await page.goto(CASE);
		while ((await openQuestion(page).count()) > 0) {
			await openQuestion(page)
				.getByRole('radio')
				.or(openQuestion(page).getByRole('checkbox'))
				.first()
				.check({ force: true });
			await openQuestion(page).getByRole('button', { name: '提交，往下读' }).click();
		}
		const place = page.locator('#decide');
		await place.getByRole('button', { name: '写下，往下读' }).click();
		await expect(place.getByText('怎么处理').first()).toBeVisible();
		await expect(place.getByText('写下对')).toBeVisible();
		const parties = await place.getByRole('combobox').count();
		for (let index = 0; index < parties; index++) await place.getByRole('combobox').nth(index).selectOption('none');
		await place.getByRole('button', { name: '写下，往下读' }).click();
		await expect(place.getByText('不予处罚').first()).toBeVisible();
	});
});
