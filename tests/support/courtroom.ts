import type { Browser, Locator, Page } from '@playwright/test';
import { complaintsOf, expect, signIn, visit } from './e2e.ts';

/** Puts somebody on the next seat of a role, on the organiser's page. @returns the link of a guest, shown once */
export async function giveSeat(
	page: Page,
	path: string,
	{
		role,
		place = 1,
		person,
		guest,
		standing
	}: { role: string; place?: number; person?: string; guest?: string; standing?: string }
): Promise<string> {
	await visit(page, `${path}/seats`);
	const fold = page.locator('details', { hasText: '安排或者更换席位' });
	if (!(await fold.evaluate((details) => (details as HTMLDetailsElement).open))) await fold.locator('summary').click();
	await page.locator('select[name=role]').selectOption(role);
	await page.locator('select[name=place]').selectOption(String(place));
	if (person) {
		const option = page.locator('select[name=personId] option', { hasText: person }).first();
		await page.locator('select[name=personId]').selectOption(await option.getAttribute('value'));
	}
	if (guest) await page.getByLabel('局外的人').fill(guest);
	if (standing) await page.locator('select[name=standing]').selectOption(standing);
	await page.getByRole('button', { name: '安排', exact: true }).click();
	await expect(page.getByRole('cell', { name: new RegExp(`^${person ?? guest}`) }).first()).toBeVisible();
	return guest ? (await page.locator('.address').innerText()).trim() : '';
}

/** Somebody in the room, in a browser of the own, on the node of `url`. */
export async function comeIn(
	browser: Browser,
	url: string,
	{ account, link }: { account?: string; link?: string }
): Promise<{ page: Page; complaints: string[] }> {
	const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	const complaints = complaintsOf(page);
	if (account) await signIn(page, account);
	if (link) await visit(page, new URL(link).pathname);
	return { page, complaints };
}

/** Opens one of the parts beside the floor. */
export const openPart = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** One exhibit, unfolded. */
export async function unfold(page: Page, exhibit: string) {
	await openPart(page, '证据');
	const row = page.getByRole('listitem').filter({ hasText: exhibit }).first();
	await row.locator('summary').first().click();
	return row;
}

/** The presiding judge goes on; `reason` where something is left undone. */
export async function advance(page: Page, stage: string, reason = '') {
	if (reason)
		await page
			.locator('form', { hasText: `进入“${stage}”` })
			.getByRole('textbox')
			.fill(reason);
	await page.getByRole('button', { name: `进入“${stage}”` }).click();
	await expect(page.locator('[aria-current=step]')).toContainText(stage);
}

/** Whoever leads gives the word, whoever has it speaks and ends. */
export async function speak(chair: Page, speaker: Page, { name, text }: { name: string; text: string }) {
	const fold = chair.locator('details', { hasText: '请别人发言' });
	if (!(await fold.evaluate((details) => (details as HTMLDetailsElement).open))) await fold.locator('summary').click();
	await fold.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: '请发言' }).click();
	await speaker.getByLabel('发言内容').fill(text);
	await speaker.getByRole('button', { name: '发言', exact: true }).click();
	await expect(speaker.getByRole('region', { name: '庭审笔录' }).getByText(text)).toBeVisible();
	await speaker.getByRole('button', { name: '发言完毕' }).click();
	await expect(chair.getByText('没有人发言')).toBeVisible();
}

type Shares = { plaintiff: number; defendant: number };

/** A judge's two sheets, handed in and confirmed. @param share of the full marks by side */
export async function judge(page: Page, path: string, share: Shares, before?: (sheet: Locator) => Promise<void>) {
	await visit(page, `${path}/ballot`);
	for (const [index, side] of (['plaintiff', 'defendant'] as const).entries()) {
		const sheet = page.locator('main section').nth(index);
		if (index === 0) await before?.(sheet);
		for (const [place, weight] of [15, 10, 20, 15, 15, 10, 10, 5].entries()) {
			await sheet.locator(`[name="${side}.T${place + 1}"]`).fill(String(Math.round(weight * share[side] * 2) / 2));
		}
		await expect(sheet.getByRole('status')).toContainText('填写中 · 已保存');
		await sheet.getByRole('button', { name: '提交', exact: true }).click();
		await sheet.getByRole('button', { name: '再看一遍，确认' }).click();
		await expect(sheet.getByRole('status')).toContainText('已确认 · 已保存');
	}
}

/** A judge's first save arrives but its answer does not; then the network is gone while more is marked. Nothing is lost. */
export async function loseNetworkWhileMarking(page: Page, sheet: Locator): Promise<void> {
	await page.route('**/sheets', async (route) => {
		await route.fetch();
		await route.abort('connectionfailed');
	});
	await sheet.locator('[name="plaintiff.T1"]').fill('1');
	await expect(sheet.getByRole('status')).toContainText('网络断了');
	await page.unroute('**/sheets');
	await page.context().setOffline(true);
	await sheet.locator('[name="plaintiff.T2"]').fill('2');
	await sheet.locator('[name="plaintiff.T3"]').fill('3.5');
	await expect(sheet.getByRole('status')).toContainText('网络断了');
	await page.context().setOffline(false);
	await expect(sheet.getByRole('status')).toContainText('填写中 · 已保存', { timeout: 15_000 });
	await page.reload();
	await expect(sheet.locator('[name="plaintiff.T3"]')).toHaveValue('3.5');
	await expect(sheet.locator('[name="plaintiff.T1"]')).toHaveValue('1');
}

const TRIES = 3;

/** The quickest of some reloads until the record is there again, ms: a busy machine is not the room's fault. */
export async function timeOfComingBack(page: Page, text: string): Promise<number> {
	const times: number[] = [];
	for (let turn = 0; turn < TRIES; turn++) {
		const began = performance.now();
		await page.reload({ waitUntil: 'commit' });
		await expect(page.getByRole('region', { name: '庭审笔录' }).getByText(text)).toBeVisible();
		await expect(page.getByText('实时', { exact: true })).toBeVisible();
		times.push(performance.now() - began);
	}
	return Math.min(...times);
}
