import type { Page } from '@playwright/test';
import type { Task } from '#lib/drills/domain/item.ts';
import {
	complaintsOf,
	expect,
	expectSound,
	fillSignIn,
	goOn,
	hydrated,
	pick,
	picksFor,
	submitAnswer,
	test,
	visit
} from '../support/e2e.ts';
import { type KnownItem, readKeys } from '../support/story-database.ts';

/** Places of the set that are answered with a mistake. */
const SLIPS = new Set([1, 4, 8]);

for (const { account, name, width, colorScheme } of [
	{ account: 'lin.yue', name: '林岳', width: 1280, colorScheme: 'light' },
	{ account: 'wei.xiaoman', name: '韦小满', width: 360, colorScheme: 'dark' }
] as const) {
	test(`${name}’s day from the front page to the month’s board, ${width} px wide, ${colorScheme}`, async ({
		page,
		sql
	}) => {
		test.setTimeout(240_000);
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		const complaints = complaintsOf(page);

		await test.step('signs in from the front page', () => enter(page, account, name));
		const setId = await test.step('starts the daily drill from 今日', () => start(page));
		const items = await readKeys(sql, setId);
		expect(items).toHaveLength(10);
		await test.step('answers ten questions', () => answerAll(page, items));
		await test.step('finds the mistakes with their reasons', () => readMistakes(page, items));
		await test.step('reads a case and answers where it stops', () => readCase(page));
		await test.step('opens every point of the month', () => openPoints(page, items));
		await test.step('walks through the other rooms', async () => {
			for (const path of [
				'/drills',
				'/drills/daily',
				'/drills/evidence',
				'/cases',
				'/laws',
				'/search?q=处罚',
				'/me',
				'/password'
			]) {
				await visit(page, path);
				await expectSound(page);
			}
		});
		expect(complaints).toEqual([]);
	});
}

async function enter(page: Page, account: string, name: string): Promise<void> {
	await visit(page, '/');
	await expectSound(page);
	await page.getByRole('link', { name: '登录开始练兵' }).click();
	await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
	await expectSound(page);
	await fillSignIn(page, account);
	await expect(page.getByRole('heading', { name: '今日待办' })).toBeVisible();
	await expect(page.getByRole('navigation', { name: '主导航' })).toContainText(
		page.viewportSize()!.width > 600 ? name : '我的'
	);
	await expectSound(page);
}

async function start(page: Page): Promise<string> {
	await page.getByRole('button', { name: '开始练兵' }).click();
	await page.waitForURL('**/drills/sets/*');
	return new URL(page.url()).pathname.split('/').at(-1)!;
}

async function answerAll(page: Page, items: readonly KnownItem[]): Promise<void> {
	const looked = new Set<string>();
	for (const [place, { task }] of items.entries()) {
		await expect(page.getByRole('heading', { name: `第 ${place + 1} 题`, exact: true })).toBeVisible();
		const isNew = !looked.has(task.type);
		if (isNew) await expectSound(page);
		looked.add(task.type);
		await pick(page, task, picksFor(task, !SLIPS.has(place)));
		await submitAnswer(page);
		await expectVerdict(page, task, !SLIPS.has(place));
		if (isNew) await expectSound(page);
		await goOn(page);
	}
	await expect(page.getByRole('heading', { level: 1, name: '今日练兵：已完成' })).toBeVisible();
	await hydrated(page);
	await expect(page.getByText('7 题全对')).toBeVisible();
	await expect(page.getByRole('list', { name: '逐题得分' }).getByRole('listitem')).toHaveCount(10);
	await expectSound(page);
}

/** The mark, why each option is right or wrong, and the law it stands on. An order that is right needs no more than the why. */
async function expectVerdict(page: Page, task: Task, isRight: boolean): Promise<void> {
	const verdict = page.getByRole('region').filter({ has: page.locator('#verdict') });
	await expect(page.locator('#verdict')).toBeFocused();
	await expect(verdict.getByText(isRight ? '全对' : /^(不得分|部分得分)$/, { exact: true })).toBeVisible();
	if ('options' in task) await expect(verdict.locator('.reason')).toHaveText(task.options.map(() => /.{6,}/s));
	else if (!isRight) await expect(verdict.locator('.reason').first()).toHaveText(/.{6,}/s);
	await expect(verdict.getByRole('heading', { name: '为什么' })).toBeVisible();
	const law = page.getByRole('complementary', { name: '旁注' });
	const fold = law.locator('summary');
	if ((await fold.isVisible()) && (await law.locator('details[open]').count()) === 0) await fold.click();
	await expect(law.getByRole('link', { name: /^《.+》第.+条/ }).first()).toBeVisible();
}

async function readMistakes(page: Page, items: readonly KnownItem[]): Promise<void> {
	await page.getByRole('link', { name: '查看错题' }).click();
	await expect(page.getByRole('heading', { level: 1, name: '错题本' })).toBeVisible();
	for (const place of SLIPS) {
		const mistake = page
			.locator('main details')
			.filter({ has: page.locator('summary', { hasText: items[place]!.title }) });
		await mistake.locator('summary').first().click();
		await expect(mistake.getByText('当时的作答')).toBeVisible();
		await expect(mistake.getByText('正确答案', { exact: true })).toBeVisible();
		await expect(mistake.locator('.reason').first()).toBeVisible();
		await expect(mistake.getByText('为什么', { exact: true })).toBeVisible();
	}
	await expectSound(page);
}

async function readCase(page: Page): Promise<void> {
	await page.getByRole('link', { name: '今日', exact: true }).click();
	await expect(page.getByText('✓ 已办').first()).toBeVisible();
	await expectSound(page);
	await page.getByRole('link', { name: /^(阅读|接着读)/ }).click();
	await expect(page.getByText('后文折着')).toBeVisible();
	await expectSound(page);
	const submit = page.getByRole('button', { name: '提交，往下读' });
	const answers = page.getByText('为什么', { exact: true });
	const question = page.locator('form[action="?/answer"]');
	const decide = page.locator('#decide form');
	while ((await submit.isVisible()) || (await decide.isVisible())) {
		if (await decide.isVisible()) {
			for (const choice of await decide.getByRole('combobox').all()) await choice.selectOption('fine');
			for (const amount of await decide.getByRole('textbox').all()) await amount.fill('20000');
			await decide.getByRole('button', { name: '写下，往下读' }).click();
			await expect(decide).toHaveCount(0);
		} else {
			const before = await answers.count();
			await question.locator('label').first().click();
			await submit.click();
			await expect(answers).toHaveCount(before + 1);
		}
	}
	await expect(page.getByRole('heading', { name: '接着读' })).toBeVisible();
	await expectSound(page);
}

async function openPoints(page: Page, items: readonly KnownItem[]): Promise<void> {
	// On a phone the bar has no place for it: 今日 leads there.
	await page.getByRole('link', { name: '今日', exact: true }).click();
	await page.getByRole('link', { name: '看榜单和每一分的来历' }).click();
	await expect(page.getByRole('heading', { level: 1, name: '2026年11月榜单' })).toBeVisible();
	await expect(page.getByText('2026年12月1日起改用第 2 版规则')).toBeVisible();
	await expectSound(page);
	const mine = page.getByRole('row').filter({ hasText: '本人' });
	await mine.getByRole('link', { name: /总分的入账明细/ }).click();
	await expect(page.getByRole('heading', { name: /^入账记录 \d+ 条$/ })).toBeVisible();
	// A set of the day before that was left open is closed on this day too.
	const entry = page.locator('details').filter({ hasText: '2026年11月20日' }).filter({ hasNotText: '未答完' }).first();
	await entry.locator('summary').click();
	await expect(entry.locator('tbody tr')).toHaveCount(10);
	for (const { title } of items) await expect(entry.getByText(title, { exact: true })).toBeVisible();
	await expectSound(page);
	await entry.getByRole('link', { name: '打开这组练兵' }).click();
	await expect(page.getByRole('heading', { level: 1, name: '今日练兵：已完成' })).toBeVisible();
}
