import type { Browser, Page } from '@playwright/test';
import type postgres from 'postgres';
import { complaintsOf, expect, expectSound, hydrated, signIn, test, visit } from '../support/e2e.ts';

const TASK = '/drafting/gauge-penalty-decision';
const CRITERIA = ['事实写得清', '证据对得上', '法律用得准', '裁量讲道理', '听得进，答得上'];

/** A person in a browser of their own. */
async function enter(browser: Browser, baseURL: string, account: string): Promise<Page> {
	const context = await browser.newContext({ baseURL, locale: 'zh-CN' });
	const page = await context.newPage();
	await signIn(page, account);
	return page;
}

/** Who was drawn for a place, and the marking; nobody learns it on a page. */
async function drawn(sql: postgres.Sql, place: number): Promise<{ account: string; id: string }> {
	const rows = await sql<{ account: string; id: string }[]>`
		select p.account, m.id from marking m join person p on p.id = m.marker_id
		join draft d on d.id = m.draft_id join person o on o.id = d.officer_id
		where m.place = ${place} and o.account = 'lin.yue' and d.task_id = 'gauge-penalty-decision'`;
	expect(rows, `drawn for place ${place}`).toHaveLength(1);
	return rows[0]!;
}

async function choose(page: Page, level: number): Promise<void> {
	for (const criterion of CRITERIA) {
		await page.getByRole('group', { name: criterion }).getByRole('radio').nth(level).check();
	}
}

/** Opens a document out of a marker's queue. */
async function open(page: Page, id: string): Promise<void> {
	await visit(page, '/drafting/marking');
	await expectSound(page);
	await page.locator(`a[href$="${id}"]`).click({ timeout: 10_000 });
	await expect(page.getByRole('heading', { level: 1, name: /行政处罚决定书$/ })).toBeVisible();
	await hydrated(page);
}

test('double marking, a third, an objection and its answer, as five people who do not know of one another', async ({
	browser,
	baseURL,
	page,
	sql
}) => {
	test.setTimeout(240_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'lin.yue');

	await test.step('林岳 hands a decision in, with his own name in it', async () => {
		await visit(page, TASK);
		await page.getByRole('button', { name: '开始写' }).click();
		await page.getByLabel('违法事实', { exact: true }).fill('2026年4月20日复查，林岳在1号除尘器旁看到压差表仍未更换。');
		await page.keyboard.press('Control+s');
		await expect(page.getByRole('status').filter({ hasText: /^✓ 已保存/ })).toBeVisible({ timeout: 30_000 });
		await page.getByRole('button', { name: '提交文书' }).click();
		await page.getByRole('button', { name: '确定提交' }).click();
		await page.waitForURL('**/drafting/submissions/*');
		await expect(page.getByText('正在派阅卷人')).toBeVisible();
		await expectSound(page);
	});
	const report = page.url();

	// A marker who opens the queue has the draw made.
	const trainer = await enter(browser, baseURL!, 'liang.ruochuan');
	await visit(trainer, '/drafting/marking');

	const place1 = await drawn(sql, 1);
	const first = await enter(browser, baseURL!, place1.account);
	await test.step('the first marker does not learn whose it is, keeps a comment by keyboard, and is told what is missing', async () => {
		await open(first, place1.id);
		await expectSound(first);
		await expect(first.getByText('〔执法人员〕在1号除尘器旁')).toBeVisible();
		expect(await first.content()).not.toMatch(/林岳|lin\.yue|综合行政执法大队/);
		await first.locator('summary', { hasText: '批注：违法事实' }).press('Enter');
		await first.keyboard.press('Tab');
		await first.keyboard.type('没有写第一次检查和责令期限。');
		await expect(first.getByText(/^草稿已保存/)).toBeVisible();
		await first.reload();
		await hydrated(first);
		await expect(first.getByLabel('批注：违法事实')).toHaveValue('没有写第一次检查和责令期限。');
		await first.getByRole('group', { name: CRITERIA[0]! }).getByRole('radio').nth(3).press('Space');
		await first.getByRole('button', { name: '交出评分' }).click();
		await expect(first.getByRole('alert').first()).toContainText('还有 4 项没有评');
		await expect(first.getByRole('group', { name: CRITERIA[0]! }).getByRole('radio').nth(3)).toBeChecked();
		await choose(first, 3);
		await first.getByRole('button', { name: '交出评分' }).click();
		await expect(first.getByText('✓ 评分已交')).toBeVisible();
	});

	await test.step('the second is far apart, on a phone; the officer is told of a third and of no mark', async () => {
		const place2 = await drawn(sql, 2);
		const second = await enter(browser, baseURL!, place2.account);
		await second.setViewportSize({ width: 360, height: 740 });
		await open(second, place2.id);
		await expectSound(second);
		await choose(second, 0);
		await second.getByRole('button', { name: '交出评分' }).click();
		await expect(second.getByText('✓ 评分已交')).toBeVisible();
		await visit(page, report);
		await expect(page.getByText('由第三人评阅')).toBeVisible();
	});

	await test.step('the third settles it: the two nearest count', async () => {
		const place3 = await drawn(sql, 3);
		const third = await enter(browser, baseURL!, place3.account);
		await open(third, place3.id);
		await choose(third, 2);
		await third.getByRole('button', { name: '交出评分' }).click();
		await expect(third.getByText('✓ 评分已交')).toBeVisible();
		await visit(page, report);
		await expect(page.getByText(/取三份中最接近的两份/)).toBeVisible();
		await expect(page.getByText('没有写第一次检查和责令期限。')).toBeVisible();
		await expectSound(page);
	});

	await test.step('林岳 objects: too short a reason keeps what was typed', async () => {
		await page.getByRole('link', { name: '对评分有异议' }).click();
		await page.getByLabel('异议理由').fill('太低');
		await page.getByRole('button', { name: '提出异议' }).click();
		await expect(page.getByLabel('异议理由')).toHaveValue('太低');
		await expect(page.getByText('至少写 10 个字')).toBeVisible();
		await expectSound(page);
		await page.getByLabel('异议理由').fill('责令期限写在案件来源一栏，评分时没有看到，请林岳的这一点重新看。');
		await page.getByRole('button', { name: '提出异议' }).click();
		await expect(page.getByText('由没有评过这份文书的人复核，答复会写在这里')).toBeVisible();
	});

	await test.step('somebody else looks again and answers with reasons', async () => {
		const place4 = await drawn(sql, 4);
		const fourth = await enter(browser, baseURL!, place4.account);
		await open(fourth, place4.id);
		await expectSound(fourth);
		await expect(fourth.getByText('请〔执法人员〕的这一点重新看')).toBeVisible();
		await fourth.getByRole('radio', { name: '改按复核评分' }).check();
		await fourth.getByLabel('答复').fill('责令期限确在案件来源一栏，事实一项提高一档，其余不变。');
		await choose(fourth, 3);
		await fourth.getByRole('button', { name: '交出答复' }).click();
		await expect(fourth.getByText('✓ 复核答复已交')).toBeVisible();
		await visit(page, report);
		await expect(page.getByText('改按复核评分，100 分')).toBeVisible();
		await expect(page.getByText('责令期限确在案件来源一栏')).toBeVisible();
		await expectSound(page);
		expect(await page.content()).not.toMatch(/梁若川|顾晓棠|沈知微|裴明远|康若兰|方砚秋/);
	});
	expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
});

test('梁若川 sees how things stand and gives a guide a new version', async ({ page }) => {
	test.setTimeout(90_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'liang.ruochuan');
	await visit(page, '/studio/drafting');
	await expectSound(page);

	await test.step('agreement says that one document is too few', async () => {
		await page.getByRole('link', { name: '阅卷一致性' }).click();
		await expect(page.getByText('不足 8 份，说明不了什么').first()).toBeVisible();
		await expectSound(page);
	});

	await test.step('the weakest rules lead to tasks, and come as a table', async () => {
		await visit(page, '/studio/drafting/weak-rules?order=severity');
		await expect(page.getByRole('cell', { name: '致命' }).first()).toBeVisible();
		await expectSound(page);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: '下载表格' }).click()
		]);
		expect(download.suggestedFilename()).toBe('weak-rules.csv');
	});

	await test.step('newcomers', async () => {
		await visit(page, '/studio/drafting/newcomers');
		await expect(page.getByRole('row').filter({ hasText: '韦小满' })).toContainText(/未交|已过|逾期/);
		await expectSound(page);
	});

	await test.step('a guide whose weights are not 100 is refused with everything kept, then becomes a manuscript for the reviewers', async () => {
		await visit(page, '/studio/drafting/guides');
		await expectSound(page);
		await page.getByRole('link', { name: '告知与决定的说理' }).click();
		await expectSound(page);
		const weight = page.getByLabel('权重（%）').first();
		await weight.fill('30');
		await page.getByRole('button', { name: '送去审核' }).click();
		await expect(page.getByRole('alert').first()).toContainText('应为 100');
		await expect(weight).toHaveValue('30');
		await weight.fill('25');
		await page.getByLabel('相差限度（分）').fill('20');
		await page.getByRole('button', { name: '检查并预览' }).click();
		await expect(page.getByRole('heading', { name: '阅卷人看到的' })).toBeVisible();
		await expectSound(page);
		await page.getByRole('button', { name: '送去审核' }).click();
		await page.waitForURL(/\/studio\/manuscripts\//);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('告知与决定的说理');
		await expect(page.getByRole('button', { name: '提交内审' })).toBeVisible();
	});
	expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
});
