import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, visit } from '../support/e2e.ts';

const QUESTION = '没有电工证就上岗';
const hits = (page: Page) => page.getByRole('main').locator('ol li, ul li').filter({ hasText: '安全生产法' });

async function ask(page: Page, question: string) {
	await page.getByLabel('事情经过、关键词，或法律名称和条号').fill(question);
	await page.getByRole('button', { name: '查找' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(`“${question}”`);
}

for (const width of [360, 1280]) {
	test.describe(`${width} px wide`, () => {
		test.use({ viewport: { width, height: 800 } });

		test('a question in everyday words finds the article of law, and the hit opens it', async ({ page }) => {
			await visit(page, '/laws');
			await ask(page, QUESTION);
			// 特种作业人员 is said nowhere in the question: the lexicon knows it.
			await expect(hits(page).filter({ hasText: '第三十条' }).first()).toBeVisible();
			await expectAccessible(page);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			await hits(page).filter({ hasText: '第三十条' }).first().getByRole('link').first().click();
			await expect(page).toHaveURL(/\/laws\/work-safety-law\/30/);
		});

		test('a kind that has nothing says so and offers the way back', async ({ page }) => {
			await visit(page, '/laws');
			await page.getByLabel('种类').selectOption({ label: '宪法' });
			await ask(page, QUESTION);
			await expect(page.getByText('这个种类、这一天的法规里没有找到')).toBeVisible();
			await expectAccessible(page);
			await page.getByRole('link', { name: '去掉筛选再查' }).click();
			await expect(page.getByLabel('种类')).toHaveValue('');
			await expect(hits(page).first()).toBeVisible();
		});

		test('nothing found: advice and examples that find something', async ({ page }) => {
			await visit(page, '/laws?q=zzzz');
			await expect(page.getByText('换成更短、更平常的说法')).toBeVisible();
			await expectAccessible(page);
			await page.getByRole('link', { name: '安全生产法97条' }).click();
			await expect(hits(page).first()).toContainText('第九十七条');
		});
	});
}

test('the kind narrows what is found', async ({ page }) => {
	await visit(page, `/laws?q=${encodeURIComponent(QUESTION)}&kind=regulation`);
	const kinds = await page.getByRole('main').locator('li .caption').allTextContents();
	expect(kinds.length).toBeGreaterThan(0);
	for (const one of kinds) expect(one).toContain('行政法规');
});

test('two days: the old and the new law of one article stand beside each other', async ({ page }) => {
	const days = 'on=2026-01-20&decided=2026-06-01';
	await visit(page, `/laws?q=${encodeURIComponent('危险化学品')}&${days}`);
	await expect(page.getByLabel('行为终了日')).toHaveValue('2026-01-20');
	await expect(page.getByLabel('处理决定日')).toHaveValue('2026-06-01');
	await expect(page.getByRole('main').getByText('行为时的法').first()).toBeVisible();
	await visit(page, `/laws?q=x&on=2026-06-01&decided=2026-01-20`);
	await expect(page.getByText('处理决定日不能早于行为终了日')).toBeVisible();
	await expectAccessible(page);
});
