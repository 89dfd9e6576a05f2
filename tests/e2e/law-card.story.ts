import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectAccessible, hydrated, signIn, test, visit } from '../support/e2e.ts';

const CASE = '/cases/cold-store-welder-again';
const card = (page: Page) => page.locator('#law-card');
const linkOf = (page: Page) => page.locator('main .prose a.law-link').first();

// Somebody who reads cases without being asked: everything stands open.
test.beforeEach(({ page }) => signIn(page, 'wei.dongli'));

/** Where everything on the page stands; a card must not move any of it. */
const heightOf = (page: Page) => page.evaluate(() => document.body.scrollHeight);

test('resting on a citation shows the article of that day, and leaving takes it away', async ({ page }) => {
	const complaints = complaintsOf(page);
	const loaded: string[] = [];
	page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
	await visit(page, CASE);
	const link = linkOf(page);
	const before = await heightOf(page);
	expect(loaded.filter((path) => path.endsWith('/card'))).toEqual([]);
	await link.hover();
	await expect(card(page)).toBeVisible();
	const { pathname } = new URL((await link.getAttribute('href'))!, page.url());
	expect(loaded.filter((path) => path.endsWith('/card'))).toEqual([`${pathname}/card`]);
	await expect(card(page)).toContainText(/《.+》第.+条/);
	await expect(card(page)).toContainText('起施行');
	expect(await heightOf(page)).toBe(before);
	const box = (await card(page).boundingBox())!;
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width);
	await expectAccessible(page);

	await test.step('the pointer may go onto the card', async () => {
		await card(page).getByRole('link', { name: '查看这一条' }).hover();
		await page.waitForTimeout(500);
		await expect(card(page)).toBeVisible();
	});
	await test.step('away from both it closes', async () => {
		await page.mouse.move(2, 2);
		await expect(card(page)).toHaveCount(0);
	});
	await test.step('a click follows the link at once', async () => {
		await link.click();
		await expect(page).toHaveURL(new RegExp(`${pathname}\\?on=`));
		await expect(card(page)).toHaveCount(0);
	});
	expect(complaints).toEqual([]);
});

test('by keyboard: focus shows it, Esc closes it, Tab moves on, Enter follows', async ({ page }) => {
	await visit(page, CASE);
	const link = linkOf(page);
	await link.evaluate((element) => {
		const before = document.createElement('button');
		before.id = 'before';
		before.textContent = '前';
		element.before(before);
	});
	await page.locator('#before').focus();
	await page.keyboard.press('Tab');
	await expect(link).toBeFocused();
	await expect(card(page)).toBeVisible();
	await expect(link).toHaveAccessibleDescription(/《.+》第.+条/);
	await page.keyboard.press('Escape');
	await expect(card(page)).toHaveCount(0);
	await expect(link).toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await expect(card(page)).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(link).not.toBeFocused();
	await page.keyboard.press('Shift+Tab');
	await expect(link).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/laws\/.+\?on=/);
});

test('on a phone the first tap shows it, a tap elsewhere closes it, the second tap follows', async ({
	browser,
	server
}) => {
	const context = await browser.newContext({
		...{ baseURL: server.url, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } },
		colorScheme: 'dark',
		locale: 'zh-CN'
	});
	const page = await context.newPage();
	await signIn(page, 'wei.dongli');
	await visit(page, CASE);
	const link = linkOf(page);
	await link.tap();
	await expect(card(page)).toBeVisible();
	expect(new URL(page.url()).pathname).toBe(CASE);
	const box = (await card(page).boundingBox())!;
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(360);
	expect(box.y).toBeGreaterThanOrEqual(0);
	expect(box.y + box.height).toBeLessThanOrEqual(740);
	const words = (await link.boundingBox())!;
	expect(box.y >= words.y + words.height || box.y + box.height <= words.y, 'the card covers its link').toBe(true);
	await expectAccessible(page);
	await page.locator('h1').tap();
	await expect(card(page)).toHaveCount(0);
	await link.tap();
	await expect(card(page)).toBeVisible();
	await link.tap();
	await expect(page).toHaveURL(/\/laws\/.+\?on=/);
	await page.goBack();
	await hydrated(page);
	await link.tap();
	await card(page).getByRole('link', { name: '查看这一条' }).tap();
	await expect(page).toHaveURL(/\/laws\/.+\?on=/);
	await context.close();
});

test('without the card a link is a link', async ({ page, browser, server }) => {
	await page.route('**/card?*', (route) => route.abort());
	await visit(page, CASE);
	await linkOf(page).hover();
	await page.waitForTimeout(600);
	await expect(card(page)).toHaveCount(0);
	await linkOf(page).click();
	await expect(page).toHaveURL(/\/laws\/.+\?on=/);
	const storageState = await page.context().storageState();
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, storageState });
	const plain = await context.newPage();
	await plain.goto(CASE);
	await linkOf(plain).click();
	await expect(plain).toHaveURL(/\/laws\/.+\?on=/);
	await context.close();
});

test('the card has a tag, is kept for a while, and is not there for what is not there', async ({ request }) => {
	const path = '/laws/work-safety-law/97/card?on=2026-06-16';
	const first = await request.get(path);
	expect(await first.json()).toMatchObject({
		law: 'work-safety-law',
		article: '97',
		label: '第九十七条',
		isCut: expect.any(Boolean)
	});
	const { etag, 'cache-control': kept } = first.headers();
	expect(kept).toBe('private, max-age=300');
	const again = await request.get(path, { headers: { 'if-none-match': etag! } });
	expect(again.status()).toBe(304);
	for (const none of ['/laws/work-safety-law/999/card', '/laws/no-such-law/1/card', '/laws/work-safety-law/x/card']) {
		expect((await request.get(none)).status(), none).toBe(404);
	}
});
