import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

const TOWN = '白渡镇应急管理办公室';
const FILE = 'review/review-gauge-signatures';
const ORGANISERS = ['gu.xiaotang', 'liang.ruochuan', 'fang.yanqiu'];

async function become(page: Page, account: string, path: string): Promise<void> {
	await page.context().clearCookies();
	await signIn(page, account);
	await visit(page, path);
}

/** Opens what is folded under a name and fills in the form there. */
async function report(page: Page, fold: string, text: string, button: RegExp): Promise<void> {
	const details = page.locator('details', { has: page.locator('summary', { hasText: fold }) });
	await details.locator('summary').click();
	await details.getByLabel('情况', { exact: true }).fill(text);
	await details.getByRole('button', { name: button }).click();
	await expect(page.getByText('已记下')).toBeVisible();
}

async function signSheet(page: Page, service: string): Promise<void> {
	for (const group of await page.getByRole('radiogroup').all()) await group.getByLabel('通过').check();
	const points = { 立案: '9', 调查取证: '25', 审核与告知: '18', 处罚决定: '15', 文书与归档: '8', 送达与执行: service };
	for (const [label, value] of Object.entries(points)) await page.getByLabel(new RegExp(`^${label}`)).fill(value);
	await page.getByRole('button', { name: '签评查表' }).click();
	await expect(page.getByText('评查表已签')).toBeVisible();
}

test('a round of file review: drawn, graded by two, objected to, answered by a third person, mended, closed', async ({
	page,
	sql
}) => {
	test.setTimeout(240_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'gu.xiaotang');
	await visit(page, '/drafting/panels');
	await expectSound(page);

	await test.step('a round without files is refused at the field and keeps its name', async () => {
		await page.getByLabel('名称', { exact: true }).fill('四季度第一轮');
		await page.getByLabel('抽几卷').fill('1');
		await page.getByRole('button', { name: '抽取' }).click();
		await expect(page.getByText('至少给一个案卷选定责任单位')).toBeVisible();
		await expect(page.getByLabel('名称', { exact: true })).toHaveValue('四季度第一轮');
	});

	await page.locator(`select[name="pool-${FILE}"]`).selectOption({ label: TOWN });
	await page.getByRole('button', { name: '抽取' }).press('Enter');
	await expect(page.getByText('已抽取，评查人现在能看到自己的案卷')).toBeVisible();
	const drawn = await sql<{ account: string; file: string }[]>`select p.account, s.file_id as file from panel_sheet s
		join person p on p.id = s.reviewer_id order by s.place`;
	expect(drawn).toHaveLength(2);
	const path = `/drafting/panels/${drawn[0]!.file}`;
	const [officer] = await sql`select p.account from person p join unit u on u.id = p.unit_id
		join role_grant g on g.person_id = p.id and g.role = 'officer' where u.name = ${TOWN} order by p.account limit 1`;
	const organiser = ORGANISERS.find((account) => !drawn.some((one) => one.account === account))!;
	const town = officer!['account'] as string;

	await test.step('the unit sees nothing before both have signed', async () => {
		await page.context().clearCookies();
		await signIn(page, town);
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
	});

	await test.step('each reviewer signs without seeing the other', async () => {
		await become(page, drawn[0]!.account, '/drafting/panels');
		await expect(page.getByText('等你评查')).toBeVisible();
		await visit(page, path);
		await expectSound(page);
		await signSheet(page, '9.5');
		await become(page, drawn[1]!.account, path);
		await expect(page.getByText('84.5')).toHaveCount(0);
		await signSheet(page, '7.5');
		await expect(page.getByText('83.5 分 · 良好').first()).toBeVisible();
	});

	await test.step('the unit objects, once, without knowing who graded', async () => {
		await become(page, town, path);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectSound(page);
		await page.getByLabel('异议和理由').fill('送达回证在卷末第 38 页，评查时没有翻到，请复核送达与执行一项。');
		await page.getByRole('button', { name: '提出异议' }).click();
		await expect(page.getByText('异议已提出')).toBeVisible();
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	await test.step('a reviewer cannot answer it, another organiser does', async () => {
		const grader = drawn.find(({ account }) => ORGANISERS.includes(account));
		if (grader) {
			await become(page, grader.account, path);
			await expect(page.getByText('评查人不答复对自己评分的异议')).toBeVisible();
			await expect(page.getByRole('button', { name: '答复' })).toHaveCount(0);
		}
		await become(page, organiser, path);
		await page.getByLabel('答复和理由').fill('回证确在卷内，送达与执行改为满分。');
		await page.getByLabel('采纳，改为下面的分数').check();
		await page.getByLabel('改后的总分').fill('85');
		await page.getByRole('button', { name: '答复' }).click();
		await expect(page.getByText('85 分 · 良好（异议后改定）')).toBeVisible();
		await expectSound(page);
	});

	await test.step('what has to be mended is reported, passed, and the file closed', async () => {
		await page.getByText('加一项').click();
		await page.getByLabel('要改什么').fill('卷内目录补写页码');
		await page.getByLabel('整改期限').fill('2026-12-18');
		await page.getByRole('button', { name: '加入清单' }).click();
		await expect(page.getByText('1. 卷内目录补写页码')).toBeVisible();
		await become(page, town, path);
		await report(page, '报告整改', '已补写页码，见卷内目录。', /^报告整改/);
		await become(page, organiser, path);
		await report(page, '复查通过', '翻过，页码齐了。', /^确认通过/);
		await page.getByRole('button', { name: '办结' }).click();
		await expect(page.getByText('已办结')).toBeVisible();
		await expectSound(page);
	});
	expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
});
