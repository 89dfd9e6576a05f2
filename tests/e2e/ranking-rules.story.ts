import type { Locator, Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, fillSignIn, signIn, test, visit } from '../support/e2e.ts';

const SUPERVISOR = 'wei.dongli';
const REVIEWER = 'shen.zhiwei';

const figure = (page: Page, component: string, label: string | RegExp): Locator =>
	page.getByRole('group', { name: component }).getByLabel(label);
const become = async (page: Page, account: string, path: string) => {
	await page.context().clearCookies();
	await signIn(page, account);
	await visit(page, path);
};

test('a rule is changed: tried while typing, refused at its place, proposed, confirmed by another person, announced', async ({
	page,
	sql
}) => {
	test.setTimeout(120_000);
	const complaints = complaintsOf(page);
	const button = (name: string) => page.getByRole('button', { name });

	await become(page, SUPERVISOR, '/ranking');
	await page.getByRole('link', { name: '各版规则和提出修改' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('月榜规则');
	await expectSound(page);
	await page.getByRole('link', { name: '以第 1 版为底稿' }).click();
	await expectSound(page);

	await test.step('every change is tried at once', async () => {
		await figure(page, '首答正确率', /权重/).fill('20');
		await figure(page, '保持率', /权重/).fill('80');
		await figure(page, '保持率', /权重/).blur();
		await expect(page.getByRole('heading', { name: '2026年10月如果按这一版' })).toBeVisible();
		await expect(page.getByText(/\d+ 人中 \d+ 人的名次会变/)).toBeVisible();
		await expectSound(page);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectSound(page);
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	await test.step('what cannot be is refused at its place, and nothing typed is lost', async () => {
		await figure(page, '首答正确率', /权重/).fill('25');
		await page.getByLabel('为什么改').fill('到期复习最能看出记没记住，保持率多占一些。');
		await button('提出这一版').click();
		await expect(page.getByText('各项权重之和应为 100')).toBeVisible();
		await expect(page.getByLabel('为什么改')).toHaveValue(/到期复习/);
		await figure(page, '首答正确率', /权重/).fill('20');
		await button('提出这一版').click();
		await expect(page.getByText('已提出。')).toBeVisible();
		await expect(page.getByText('自己提出的由另一名督导或者法制审核员确认')).toBeVisible();
		await expectSound(page);
	});

	await test.step('the legal reviewer confirms; the running month keeps its rule and announces the next', async () => {
		await become(page, REVIEWER, '/ranking/rules');
		await button('确认第 3 版').click();
		await expect(page.getByText('已确认，到起用日自动生效')).toBeVisible();
		await visit(page, '/ranking');
		await expect(page.getByText('起改用第 3 版规则')).toBeVisible();
		const rows = await sql`select version, verdict from ranking_rule_decision`;
		expect(rows.map((row) => ({ ...row }))).toEqual([{ version: 3, verdict: 'confirmed' }]);
	});
	expect(complaints).toEqual([]);
});

test('without JavaScript the preview is a button, and the form comes back filled', async ({ browser, server }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	try {
		const page = await context.newPage();
		await page.goto(`${server.url}/login`);
		await fillSignIn(page, SUPERVISOR);
		await page.goto(`${server.url}/ranking/rules/new?base=1`);
		await figure(page, '首答正确率', /权重/).fill('70');
		await figure(page, '保持率', /权重/).fill('30');
		await page.getByRole('button', { name: '试算上个月' }).click();
		await expect(page.getByRole('heading', { name: '2026年10月如果按这一版' })).toBeVisible();
		await expect(figure(page, '首答正确率', /权重/)).toHaveValue('70');
	} finally {
		await context.close();
	}
});

test('a month of the assessment is closed with its reason and says so', async ({ page }) => {
	await become(page, SUPERVISOR, '/ranking/assessment/2026-10');
	await page.locator('summary', { hasText: '定稿' }).click();
	await page.getByRole('button', { name: '定稿' }).click();
	await expect(page.getByText(/现在定稿的写明理由/)).toBeVisible();
	await page.getByLabel('还没有报齐，为什么现在定稿').fill('缺的一项材料已经补正，先定稿。');
	await page.getByRole('button', { name: '定稿' }).dblclick();
	await expect(page.getByText('✓ 已定稿。')).toBeVisible();
	await expect(page.getByText('第 1 版：')).toBeVisible();
	await expectSound(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectSound(page);
});
