import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

const TITLE = '周五下午的点评会';
const GOOD = '面罩掀起来，还是他';
const BAD = '小年那天抱走的主机';

async function become(page: Page, account: string): Promise<void> {
	await page.context().clearCookies();
	await signIn(page, account);
}

/** Looks at the page on a desk and on a phone. */
async function expectSoundEverywhere(page: Page): Promise<void> {
	await expectSound(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectSound(page);
	await page.setViewportSize({ width: 1280, height: 800 });
}

const itemOf = (page: Page, title: string) =>
	page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) });

test('a meeting from the plan to the ledger', async ({ page, sql }) => {
	test.setTimeout(300_000);
	const complaints = complaintsOf(page);
	let path = '';

	await test.step('梁若川 plans it; without a bad case it cannot be opened, and the page says so', async () => {
		await signIn(page, 'liang.ruochuan');
		await visit(page, '/commentary');
		await expectSoundEverywhere(page);
		await page.getByRole('link', { name: '安排点评会' }).click();
		await expectSoundEverywhere(page);
		await page.getByLabel('名称').fill(TITLE);
		await page.getByLabel('会期').fill('2026-11-20');
		await page.getByLabel('记录人').selectOption({ label: '许漫青（白渡镇应急管理办公室）' });
		await page.getByRole('button', { name: '下一步：排议程' }).press('Enter');
		await expect(page.getByText('地点，至少两个字').or(page.getByText('写明地点'))).toBeVisible();
		await expect(page.getByLabel('名称')).toHaveValue(TITLE);
		await page.getByLabel('地点').fill('三楼会议室');
		await page.getByRole('button', { name: '下一步：排议程' }).press('Enter');
		await expect(page.getByText('已安排，接着排议程')).toBeVisible();
		path = new URL(page.url()).pathname;
		await addCase(page, GOOD);
		await expect(page.getByRole('note')).toContainText('还缺一个反面案例');
		await expect(page.getByRole('button', { name: '开会' })).toHaveCount(0);
		await expectSoundEverywhere(page);
		await addCase(page, BAD);
		await expect(page.getByRole('button', { name: '开会' })).toBeVisible();
	});

	await test.step('林岳 writes comments, takes one back, and does not see colleagues’ before they are accepted', async () => {
		await become(page, 'lin.yue');
		await visit(page, path);
		await writeComment(page, BAD, '调查程序', '七日过了还没有处理决定，应当当天退还并写明');
		await expect(page.getByText('意见已提交，等教员审核')).toBeVisible();
		await writeComment(page, BAD, '案件证据', '写错了地方，这一条我要撤回来');
		await itemOf(page, BAD)
			.getByRole('button', { name: /撤回.*写错了地方/ })
			.press('Enter');
		await expect(itemOf(page, BAD).getByText('已撤回')).toBeVisible();
		await expectSoundEverywhere(page);
		await become(page, 'wei.xiaoman');
		await visit(page, path);
		await expect(page.getByText('七日过了还没有处理决定')).toHaveCount(0);
		await writeComment(page, BAD, '调查程序', '过了七日就应当把东西退给人家，说的是同一件事');
		await writeComment(page, GOOD, '自由裁量', '跟这个案例没有什么关系的一句话');
	});

	await test.step('方砚秋 accepts, merges, and returns with a reason', async () => {
		await become(page, 'fang.yanqiu');
		await visit(page, '/studio/commentary');
		await expectSoundEverywhere(page);
		const one = (text: string) => page.getByRole('article').filter({ hasText: text });
		await one('应当当天退还并写明').getByRole('button', { name: /^定下/ }).click();
		await expect(page.getByText('已定下')).toBeVisible();
		// Chosen here already while another one is being decided: the answer to that one leaves it alone.
		const returned = one('没有什么关系的一句话');
		await returned.getByRole('radio', { name: '退回' }).check();
		const same = one('说的是同一件事');
		await same.getByRole('radio', { name: '并入' }).check();
		await same.getByLabel(/并入哪一条/).selectOption({ index: 1 });
		await same.getByRole('button', { name: /^定下/ }).click();
		await expect(same.getByText('已并入')).toBeVisible();
		await expect(returned.getByRole('radio', { name: '退回' })).toBeChecked();
		await returned.getByRole('button', { name: /^定下/ }).click();
		await expect(returned.getByText('退回要写明理由')).toBeVisible();
		await returned.getByLabel(/^理由/).fill('没有说到裁量的依据');
		await returned.getByRole('button', { name: /^定下/ }).click();
		await expect(returned.getByText('已退回')).toBeVisible();
	});

	await test.step('the meeting is held: the clock runs, and what the recorder writes reaches an open page by itself', async () => {
		await become(page, 'liang.ruochuan');
		await visit(page, path);
		await page.getByRole('button', { name: '开会' }).click();
		await expect(page.getByText('正在开')).toBeVisible();
		await itemOf(page, BAD)
			.getByRole('button', { name: /^开始点评/ })
			.click();
		await expect(itemOf(page, BAD).getByRole('timer')).toContainText('还剩');
		await expectSoundEverywhere(page);
		const recorder = await page
			.context()
			.browser()!
			.newContext({ baseURL: new URL(page.url()).origin });
		const desk = await recorder.newPage();
		await signIn(desk, 'xu.manqing');
		await visit(desk, path);
		const line = desk.getByLabel(`记一条：${BAD}`);
		await line.fill('程北辰介绍案情');
		await line.press('Enter');
		await expect(desk.getByText('已记下')).toBeVisible();
		await expect(line).toHaveValue('');
		await desk.getByRole('textbox', { name: /\d\d:\d\d 的记录/ }).fill('程北辰介绍案情和判决');
		await expect(desk.getByText('已保存')).toBeVisible();
		await expectSoundEverywhere(desk);
		await expect(page.getByText('程北辰介绍案情和判决')).toBeVisible({ timeout: 15_000 });
		await recorder.close();
		await visit(page, `${path}/screen`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(BAD);
		await expectSoundEverywhere(page);
	});

	await test.step('the minutes wait for the expert; published, they stand and give points once', async () => {
		await visit(page, path);
		await page.getByRole('button', { name: '散会' }).click();
		await expect(page.getByRole('note')).toContainText('还没有专家意见');
		await become(page, 'shen.zhiwei');
		await visit(page, path);
		const verdict = itemOf(page, BAD);
		await verdict.getByLabel('更好的做法').fill('第七日下班前作出处理决定');
		await verdict.getByLabel('启示').fill('登记保存的期限写进日历');
		await verdict.getByRole('button', { name: /^存专家意见/ }).click();
		await expect(page.getByText('专家意见已存')).toBeVisible();
		await become(page, 'liang.ruochuan');
		await visit(page, path);
		await page.getByRole('button', { name: '发布纪要' }).click();
		await expect(page.getByText('纪要已发布，采纳的意见已经入账')).toBeVisible();
		await page.getByRole('link', { name: '看纪要' }).click();
		await expect(page.getByText('（韦小满持同样意见）')).toBeVisible();
		await expectSoundEverywhere(page);
		const file = await page.request.get(`${path}/minutes.docx`);
		expect(file.headers()['content-type']).toContain('wordprocessingml');
		expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
		const entries = await sql`
			select p.account from ledger_entry e join person p on p.id = e.officer_id
			where e.source = 'commentary' and e.source_id like ${`${path.split('/').at(-1)!}%`}`;
		expect(entries.map(({ account }) => account as string)).toEqual(['lin.yue']);
	});

	await test.step('林岳 finds the entry in the ledger, not scored by the rule of this month', async () => {
		await become(page, 'lin.yue');
		await visit(page, '/ranking');
		const [lin] = await sql`select id from person where account = 'lin.yue'`;
		await visit(page, `/ranking/2026-11/${lin!.id as string}`);
		const today = page.locator('details').filter({ hasText: '2026年11月20日' }).filter({ hasText: '案例点评' });
		await today.getByText('1 条意见，本期规则未计分').click();
		await expect(page.getByText(`${BAD} · 调查程序`)).toBeVisible();
		await expectSound(page);
	});
	expect(complaints).toEqual([]);
});

test('excellent cases: named, graded with reasons at the extremes, the mean after signing', async ({ page }) => {
	test.setTimeout(120_000);
	await signIn(page, 'liang.ruochuan');
	await visit(page, '/commentary/excellent?quarter=2026-Q3');
	await expect(page.getByText('推荐优秀案例').first()).toBeVisible();
	await expect(page.getByText(/5 份评分表，去掉最高/).first()).toBeVisible();
	await expectSoundEverywhere(page);
	await visit(page, '/commentary/excellent');
	await page.getByLabel('案例', { exact: true }).selectOption({ label: GOOD });
	await page.getByLabel('推荐理由').fill('两次查处之间证据衔接得好');
	await page.getByRole('button', { name: '推荐参评' }).click();
	await expect(page.getByText('已推荐参评')).toBeVisible();
	await page.getByText('填评分表').click();
	const points = { 事实与证据: '20', 程序: '18', 法律适用: '18', 裁量: '13', 办案效果: '8', 写作与说理: '13' };
	for (const [label, value] of Object.entries(points)) await page.getByLabel(new RegExp(`^${label}（`)).fill(value);
	await page.getByRole('button', { name: /^签评分表/ }).press('Enter');
	await expect(page.getByText('打了满分，写明理由')).toBeVisible();
	await expectSoundEverywhere(page);
	await page.getByRole('textbox', { name: /理由.*事实与证据/ }).fill('证据链完整，两次查处衔接得上');
	await page.getByRole('button', { name: /^签评分表/ }).press('Enter');
	await expect(page.getByText('你签了 90 分')).toBeVisible();
	await expect(page.getByText('还差 2 份')).toBeVisible();
	await expectSoundEverywhere(page);
});

test('one click makes a reviewed file the draft of a case, with its facts, defects, rules and tasks', async ({
	page,
	sql
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'liang.ruochuan');
	await visit(page, '/drafting/files/review-gauge-signatures/findings');
	await expectSoundEverywhere(page);
	await page.getByRole('link', { name: '先看带进什么' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('写成案例稿');
	await expectSoundEverywhere(page);
	await visit(page, '/drafting/files/review-gauge-signatures/findings');
	await page.getByRole('button', { name: '写成案例稿' }).press('Enter');
	await expect(page).toHaveURL(/\/studio\/manuscripts\/[0-9a-f-]{36}$/);
	const [draft] = await sql`select kind, fields from manuscript where id = ${page.url().split('/').at(-1)!}`;
	const { defects, body, polarity } = draft!.fields as Record<string, string>;
	expect([draft!.kind, polarity, defects!.split('\n').length]).toEqual(['case', 'negative', 4]);
	expect(body).toMatch(/^## 案情\n\n.{10,}/);
	for (const rule of defects!.matchAll(/"rule":"([^"]+)"/g)) expect(body).toContain(`（${rule[1]!}）`);
});

async function addCase(page: Page, title: string): Promise<void> {
	const form = page.locator('details.add');
	if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
	const option = form.getByLabel('案例', { exact: true }).locator('option').filter({ hasText: title });
	await form.getByLabel('案例', { exact: true }).selectOption(await option.getAttribute('value'));
	await form.getByLabel('发言人 1').selectOption({ label: '程北辰（综合行政执法大队）' });
	await form.getByLabel('点评专家').selectOption({ label: '沈知微（青岚区应急管理局）' });
	await form.getByRole('button', { name: '列入议程' }).press('Enter');
	await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

async function writeComment(page: Page, title: string, area: string, text: string): Promise<void> {
	const item = itemOf(page, title);
	const form = item.locator('details').filter({ hasText: '写意见' });
	if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
	await form.getByRole('radio', { name: area }).check();
	await form.getByLabel('哪一段').selectOption({ index: 2 });
	await form.getByLabel('意见', { exact: true }).fill(text);
	await form.getByRole('button', { name: /^提交意见/ }).press('Enter');
	await expect(item.getByText(text)).toBeVisible();
}
