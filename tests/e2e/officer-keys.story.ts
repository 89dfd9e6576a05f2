import type { Locator, Page } from '@playwright/test';
import type { Task } from '#lib/drills/domain/item.ts';
import { DEMO_PASSWORD } from '#lib/identity/domain/demo-accounts.ts';
import { expect, hydrated, picksFor, test, visit } from '../support/e2e.ts';
import { countAnswers, drawTypes, readKeys } from '../support/story-database.ts';

test('苏砚 does the daily drill and an ordering without touching the mouse', async ({ page, sql }) => {
	test.setTimeout(120_000);
	const { keyboard } = page;

	await test.step('signs in', async () => {
		await visit(page, '/');
		await tabTo(page, page.getByRole('link', { name: '登录开始练兵' }));
		await keyboard.press('Enter');
		await tabTo(page, page.getByLabel('账号'));
		await keyboard.type('su.yan');
		await keyboard.press('Tab');
		await keyboard.type(DEMO_PASSWORD);
		await keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: '今日待办' })).toBeVisible();
		await tabTo(page, page.getByRole('button', { name: '开始练兵' }));
		await keyboard.press('Enter');
		await page.waitForURL('**/drills/sets/*');
	});
	await test.step('answers ten questions', async () => {
		const setId = new URL(page.url()).pathname.split('/').at(-1)!;
		const items = await readKeys(sql, setId);
		for (const [place, { task }] of items.entries()) {
			await answerByKeys(page, task, place % 3 !== 2);
			await goOnByKeys(page, place < 9 ? `第 ${place + 2} 题` : null);
		}
		await expect(page.getByRole('heading', { level: 1, name: '今日练兵：已完成' })).toBeVisible();
		expect(await countAnswers(sql, setId)).toBe(10);
	});
	await test.step('puts steps in order', async () => {
		const setId = await drawTypes(sql, 'su.yan', ['ordering', 'numeric']);
		await visit(page, `/drills/sets/${setId}`);
		const [ordering, numeric] = await readKeys(sql, setId);
		await answerByKeys(page, ordering!.task, true);
		await expect(page.getByText('全对', { exact: true })).toBeVisible();
		await goOnByKeys(page, '第 2 题');
		await answerByKeys(page, numeric!.task, true);
		await goOnByKeys(page, null);
		await expect(page.getByText('2 题全对')).toBeVisible();
	});
});

/** Presses Tab until the focus is where a person would want it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await hydrated(page);
	for (let presses = 0; presses < 60; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`sixty presses of Tab do not lead to ${String(target)}`);
}

async function answerByKeys(page: Page, task: Task, isKnown: boolean): Promise<void> {
	const picks = picksFor(task, isKnown);
	const valuesShown = () =>
		page
			.locator('#answer input[name=pick]')
			.evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).value));
	if (task.type === 'numeric') await page.keyboard.type(picks[0]!);
	else if (task.type === 'ordering') {
		for (const [place, key] of picks.entries()) {
			const { text } = task.steps.find((step) => step.key === key)!;
			let at = (await valuesShown()).indexOf(key);
			if (at > place) await tabTo(page, page.getByRole('button', { name: `上移：${text}`, exact: true }));
			for (; at > place; at--) await page.keyboard.press('Alt+ArrowUp');
			await expect.poll(async () => (await valuesShown()).indexOf(key)).toBe(place);
		}
		await tabTo(page, page.getByRole('button', { name: '提交答案' }));
	} else {
		const shown = await valuesShown();
		for (const key of picks) await page.keyboard.press(String(shown.indexOf(key) + 1));
	}
	await page.keyboard.press('Enter');
	await expect(page.locator('#verdict')).toBeFocused();
}

/** Enter leads on, and the focus to the new stem. */
async function goOnByKeys(page: Page, heading: string | null): Promise<void> {
	// A second press on the same spot is not taken at once: what came back is to be read first.
	await page.waitForTimeout(400);
	await page.keyboard.press('Enter');
	if (heading) await expect(page.getByRole('heading', { name: heading, exact: true })).toBeFocused();
}
