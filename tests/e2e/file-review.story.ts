import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

const FILE = '/drafting/files/review-gauge-signatures';

/** Tabs until the focus is on what the words name. */
async function tabTo(page: Page, words: string | RegExp): Promise<void> {
	for (let presses = 0; presses < 200; presses++) {
		await page.keyboard.press('Tab');
		const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		if (typeof words === 'string' ? text === words : words.test(text)) return;
	}
	throw new Error(`nothing to tab to: ${words}`);
}

test('林岳 reviews a file by keyboard, hands it in and reads the result', async ({ page, sql }) => {
	test.setTimeout(180_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'lin.yue');
	await visit(page, '/drafting/files');
	await expectSound(page);
	await visit(page, FILE);
	await expectSound(page);
	await page.getByRole('button', { name: '开始评查' }).press('Enter');
	await expect(page.getByText('已经标了 0 处')).toBeVisible();

	await test.step('pages turn with the arrow keys', async () => {
		await page.locator('h1').focus();
		await page.keyboard.press('ArrowRight');
		await expect(page).toHaveURL(/page=onsite-inspection-plan/);
		await expectSound(page);
		await page.keyboard.press('ArrowLeft');
		await expect(page).toHaveURL(/page=cover/);
	});

	await test.step('a field is pointed at, the rule found by its words, and marked', async () => {
		await visit(page, `${FILE}?page=penalty-decision`);
		await tabTo(page, '标问题：机关印章');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/field=seal/);
		await expect(page.getByRole('combobox', { name: '位置' })).toHaveValue('seal');
		await page.getByLabel('违反了哪条要求').fill('印章');
		await expect(page.getByText('1 条要求')).toBeVisible();
		await page.getByRole('radio', { name: /印章/ }).press('Space');
		await page.getByRole('radio', { name: /致命/ }).press('Space');
		await page.getByLabel('会有什么后果').selectOption('revoke');
		await page.getByRole('button', { name: '标上' }).press('Enter');
		await expect(page.getByText('已经标了 1 处')).toBeVisible();
		await expectSound(page);
	});

	await test.step('what was taken back comes back', async () => {
		await page.getByRole('button', { name: /^撤掉/ }).press('Enter');
		await expect(page.getByText('已经标了 0 处')).toBeVisible();
		await page.getByRole('button', { name: '恢复' }).press('Enter');
		await expect(page.getByText('已经标了 1 处')).toBeVisible();
	});

	await test.step('a defect that is there', async () => {
		await visit(page, `${FILE}?page=onsite-inspection-record&field=officers`);
		await page.getByLabel('违反了哪条要求').fill('不少于两名');
		await page.getByRole('radio', { name: /检查人员不少于两名/ }).check();
		await page.getByRole('radio', { name: /致命/ }).check();
		await page.getByLabel('会有什么后果').selectOption('revoke');
		await page.getByRole('button', { name: '标上' }).click();
		await expect(page.getByText('已经标了 2 处')).toBeVisible();
	});

	await test.step('on a phone nothing leaves the screen', async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		await expectSound(page);
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	await test.step('a sheet with gaps keeps what was typed', async () => {
		await page.getByText('打分并交卷').press('Enter');
		await page.getByLabel(/^立案/).fill('9');
		await page.getByRole('button', { name: '交卷' }).press('Enter');
		await expect(page.getByText(/有 \d+ 处没有填好/)).toBeVisible();
		await expect(page.getByLabel(/^立案/)).toHaveValue('9');
		for (const group of await page.getByRole('radiogroup').all()) await group.getByLabel('通过').check();
		for (const [label, points] of Object.entries({ 调查取证: '25', 审核与告知: '18', 处罚决定: '15' })) {
			await page.getByLabel(new RegExp(`^${label}`)).fill(points);
		}
		await page.getByLabel(/^送达与执行/).fill('9.5');
		await page.getByLabel(/^文书与归档/).fill('8');
		await page.getByRole('button', { name: '交卷' }).press('Enter');
		await expect(page.getByRole('heading', { name: '评查结果' })).toBeVisible();
		await expect(page.getByText('84.5 分 · 良好')).toBeVisible();
		// One of four, and one that waits for a trainer: P = 1/2, R = 1/4.
		await expect(page.getByText('F1 33.3')).toBeVisible();
		await expect(page.getByText(/^\W*待认定/).first()).toBeVisible();
		await expect(page.getByRole('heading', { name: '机器评分' })).toBeVisible();
		await expectSound(page);
	});
	const [row] = await sql`
		select count(*)::int from review_finding f join review_attempt a on a.id = f.attempt_id join person p on p.id = a.officer_id
		where f.withdrawn_at is null and p.account = 'lin.yue' and a.piece_id = 'review-gauge-signatures'`;
	expect(row).toEqual({ count: 2 });
	expect(complaints).toEqual([]);
});

test('梁若川 accepts what stood beside the key, and the score follows', async ({ page }) => {
	test.setTimeout(120_000);
	await signIn(page, 'liang.ruochuan');
	await visit(page, `${FILE}/findings`);
	await expectSound(page);
	await expect(page.getByText('1 人标过')).toBeVisible();
	await page.getByRole('radio', { name: '成立', exact: true }).check();
	await page.getByLabel('理由').fill('印章处空白，字段却记为已盖。');
	await page.getByRole('button', { name: /^认定/ }).click();
	await expect(page.getByText('已认定，成绩已经重新计算')).toBeVisible();
	await expectSound(page);
	await page.context().clearCookies();
	await signIn(page, 'lin.yue');
	await visit(page, FILE);
	await expect(page.getByText('认定成立')).toBeVisible();
	await expect(page.getByText('F1 57.1')).toBeVisible();
});
