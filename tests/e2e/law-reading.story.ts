import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { APIResponse, Page } from '@playwright/test';
import { connect } from '#db/connect.ts';
import { importTexts } from '#lib/law/server/use-cases/import-texts.server.ts';
import { type TextFile, readTextFiles } from '#lib/platform/text-files.server.ts';
import { ROOT, type Address } from '../support/cluster.ts';
import { complaintsOf, expect, expectSound, test, visit } from '../support/e2e.ts';
import { contextOf } from '../support/people.ts';
import { TIDE_NEW, TIDE_NEW_FILE, TIDE_OLD, TIDE_OLD_FILE, textFiles } from '../support/tide-law.ts';

const LAW = '/laws/潮汐站安全法';
const VIEW_BYTES = 100_000;

/** A second import changes nothing, so every story brings what it needs. */
async function bring(database: Address, files: AsyncIterable<TextFile>): Promise<void> {
	const { db, close } = connect({ ...database }, 1);
	await importTexts(contextOf(db), files).finally(close);
}
const tide = () => textFiles({ [TIDE_OLD_FILE]: TIDE_OLD, [TIDE_NEW_FILE]: TIDE_NEW });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(({ server }) => bring(server.database, tide()));

test('an officer goes from the outline to an article, copies how it is cited, and looks at what changed', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const complaints = complaintsOf(page);
	await visit(page, LAW);
	await expect(page.getByText('官方文本。')).toBeVisible();
	await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '第二章 法律责任' }).click();
	await expect(page).toHaveURL(/#h1$/);
	await expect(page.getByRole('heading', { name: '第二章 法律责任' })).toBeInViewport();

	await test.step('a number that is not there is kept and explained; one that is leads there', async () => {
		await page.getByLabel('第几条').fill('第99条');
		await page.getByLabel('第几条').press('Enter');
		await expect(page.getByRole('alert')).toContainText('没有“第99条”');
		await expect(page.getByLabel('第几条')).toHaveValue('第99条');
		await page.getByLabel('第几条').fill('五之一');
		await page.getByLabel('第几条').press('Enter');
		await expect(page).toHaveURL(/part=5-1#a5-1$/);
		await expect(page.locator('#a5-1')).toBeInViewport();
	});
	await test.step('the article says how it is cited, by keyboard too', async () => {
		await page.getByRole('link', { name: '第五条', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name: '第五条' })).toBeVisible();
		await page.getByRole('link', { name: '第五条第一款第（二）项', exact: true }).press('Enter');
		await expect(page).toHaveURL(/#k1-x2$/);
		const button = page.getByRole('button', { name: '复制引用' });
		await button.press('Enter');
		await expect(page.getByText('已复制')).toBeVisible();
		expect(await copied(page)).toBe('《中华人民共和国潮汐站安全法》第五条第一款第（二）项');
		await page.getByLabel('引到').selectOption({ label: '第二款' });
		await expect(page.locator('#k2')).toBeInViewport();
		await button.click();
		await expect.poll(() => copied(page)).toBe('《中华人民共和国潮汐站安全法》第五条第二款');
	});
	await test.step('and what the version before said', async () => {
		await page.getByRole('link', { name: /与上一版.*比较/ }).click();
		const compared = page.getByRole('region', { name: '与上一版比较' });
		await expect(compared.locator('del').last()).toHaveText(/一/);
		await expect(compared.locator('ins').last()).toHaveText(/五/);
		await expect(compared.getByRole('link', { name: '第四条' })).toBeVisible();
	});
	await test.step('an old version says so', async () => {
		await visit(page, `${LAW}?version=2015-03-01`);
		const note = page.getByRole('complementary', { name: '文本说明' });
		await expect(note).toContainText('已不再施行');
		await note.getByRole('link', { name: /看现行的/ }).click();
		await expect(page.getByRole('complementary', { name: '文本说明' })).not.toContainText('已不再施行');
	});
	expect(complaints).toEqual([]);
});

test('two versions stand side by side: what changed first, what did not folded', async ({ page }) => {
	await visit(page, `${LAW}/diff`);
	await expect(page.getByText(/修改 3 条，新增 3 条/)).toBeVisible();
	await page.getByRole('link', { name: '第五条之一' }).first().click();
	await expect(page.locator('#new-5-1')).toBeInViewport();
	await expect(page.locator('#new-5-1')).toContainText('旧版没有这一条');
	await expect(page.locator('#new-4')).toContainText('第三条移为第四条');
	await page.getByText('文字未变的 2 条').click();
	await expect(page.getByRole('link', { name: '第二条移为第三条' })).toBeVisible();
});

const VIEWS = [
	LAW,
	`${LAW}?version=2015-03-01`,
	`${LAW}/5`,
	`${LAW}/4?compare=2015-03-01`,
	`${LAW}/diff`,
	`${LAW}/print`
];

for (const [width, scheme] of [
	[1280, 'light'],
	[1280, 'dark'],
	[360, 'light'],
	[360, 'dark']
] as const) {
	test(`every view is sound at ${width} px, ${scheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await page.setViewportSize({ width, height: 800 });
		for (const view of VIEWS) {
			await page.goto(view);
			await expectSound(page);
		}
	});
}

test('paper has the wording and nothing else', async ({ page }) => {
	for (const view of [LAW, `${LAW}/print`]) {
		await page.goto(view);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByText('潮汐站应当在显著位置公布当日的潮时')).toBeVisible();
		await expect(page.getByText('（三）值守人员擅自离岗的。')).toBeVisible();
		for (const control of await page.getByRole('button').all()) await expect(control).toBeHidden();
		// Where the text belongs stays on paper.
		for (const one of await page.getByRole('navigation').filter({ visible: true }).all())
			await expect(one).toHaveAttribute('aria-label', '位置');
		await page.emulateMedia({ media: 'screen' });
	}
});

test('without JavaScript: outline, jump, the citation to select', async ({ browser, server }) => {
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(LAW);
	await page.getByLabel('第几条').fill('5');
	await page.getByRole('button', { name: '前往' }).click();
	await expect(page).toHaveURL(/part=5#a5$/);
	await page.getByRole('link', { name: '第五条', exact: true }).click();
	await page.getByText('各款、各项的写法').click();
	await expect(page.getByText('《中华人民共和国潮汐站安全法》第五条第一款第（三）项')).toBeVisible();
	await expect(page.getByRole('button', { name: '复制引用' })).toBeHidden();
	await context.close();
});

test('no view of the largest laws weighs more than 100 kB', async ({ request, server, sql }) => {
	const texts = resolve(ROOT, '../shared/laws');
	test.skip(!existsSync(texts), '../shared/laws is absent');
	test.setTimeout(120_000);
	await bring(server.database, readTextFiles([texts]));
	const laws = await sql<{ id: string }[]>`
		select law_id as id from law_article group by law_id order by sum(length(text)) desc limit 4`;
	for (const { id } of laws) {
		let path: string | null = `/laws/${encodeURIComponent(id)}`;
		while (path !== null) {
			const answer: APIResponse = await request.get(path);
			const body = await answer.body();
			expect(body.byteLength, path).toBeLessThanOrEqual(VIEW_BYTES);
			const next: string | undefined = /<a href="([^"]+)" rel="next"/
				.exec(body.toString())?.[1]
				?.replaceAll('&amp;', '&');
			path = next === undefined ? null : new URL(next, answer.url()).href;
		}
	}
});
