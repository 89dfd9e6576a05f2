import type { BrowserContext, Page } from '@playwright/test';
import type postgres from 'postgres';
import { complaintsOf, expect, expectSound, fillSignIn, hydrated, signIn, test, visit } from '../support/e2e.ts';

const TASK = '/drafting/gauge-inspection-record';
const SITE = '检查场所';

// Typing at a person's pace, ending servers and sessions takes its time.
test.describe.configure({ timeout: 150_000 });

const begin = async (page: Page) => {
	await visit(page, TASK);
	await page.getByRole('button', { name: '开始写' }).click();
	await expect(page.getByRole('button', { name: /^检查一下/ })).toBeVisible();
};
const isSaved = (page: Page) =>
	expect(page.getByRole('status').filter({ hasText: /^✓ 已保存/ })).toBeVisible({ timeout: 30_000 });
const site = (page: Page) => page.getByLabel(SITE, { exact: true });

/** What the server holds of an officer's open draft. */
async function storedSite(sql: postgres.Sql, account: string): Promise<string> {
	const [row] = await sql<{ site: string | null }[]>`
		select entries->>'site' as site from draft d join person p on p.id = d.officer_id
		where p.account = ${account} and d.submitted_at is null`;
	return row?.site ?? '';
}

/** Ends the page as a killed browser does: nothing of it runs any more. */
async function kill(page: Page, context: BrowserContext): Promise<void> {
	const devtools = await context.newCDPSession(page);
	const crashed = page.waitForEvent('crash');
	devtools.send('Page.crash').catch(() => undefined);
	await crashed;
	await page.close();
}

test('林岳 writes a record with the keyboard, asks for a check, hands it in and reads the report', async ({
	page,
	sql
}) => {
	const complaints = complaintsOf(page);
	const countSubmissions = async () => Number((await sql`select count(*) from draft_submission`)[0]!.count);
	const before = await countSubmissions();
	await signIn(page, 'lin.yue');
	await visit(page, '/drafting');
	await expectSound(page);
	await page.getByRole('link', { name: /^压差表一动不动/ }).press('Enter');
	await page.waitForURL(`**${TASK}`);
	await expectSound(page);
	await page.getByRole('button', { name: '开始写' }).press('Enter');
	await expect(page.getByRole('heading', { level: 2, name: '现场检查记录' })).toBeVisible();
	await expectSound(page);

	await test.step('fields, a flag, a row that is added, filled, removed and brought back', async () => {
		await site(page).focus();
		await page.keyboard.type('除尘器间');
		await page.getByRole('radiogroup', { name: '已出示执法证件' }).getByRole('radio', { name: '是' }).focus();
		await page.keyboard.press('Space');
		const findings = page.getByRole('group', { name: /^检查情况（逐项）/ });
		await findings.getByRole('button', { name: /加一行/ }).press('Enter');
		await page.keyboard.type('1');
		await page.keyboard.press('Tab');
		await page.keyboard.type('1号除尘器');
		await findings.getByRole('button', { name: '删除第1行' }).press('Enter');
		await expect(findings.getByText('第 1 行已删除。')).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page.getByLabel(/第1行位置$/)).toHaveValue('1号除尘器');
		await page.keyboard.press('Control+s');
		await isSaved(page);
	});

	await test.step('an article is offered and taken', async () => {
		const text = page.getByLabel('检查情况全文');
		await text.focus();
		await page.keyboard.type('涉嫌违反《安全生产');
		await expect(page.getByRole('option', { name: '《安全生产法》' })).toBeVisible();
		await page.keyboard.press('Enter');
		await page.keyboard.type('第三十');
		await expect(page.getByRole('option').first()).toBeVisible();
		await expectSound(page);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(text).toHaveValue(/《安全生产法》第三十.*条$/);
	});

	await test.step('a check is counted and stands at the fields', async () => {
		await page.getByRole('button', { name: /^检查一下/ }).press('Enter');
		await expect(page.getByRole('heading', { name: /^检查结果：\d+ 处不合规则/ })).toBeVisible();
		await expect(page.getByRole('button', { name: /用过 1 次/ })).toBeVisible();
		await expect(page.getByText('没有写明检查场所')).toHaveCount(0);
		await expectSound(page);
	});

	await test.step('a version is kept, compared and brought back', async () => {
		await page.getByText('版本', { exact: true }).press('Enter');
		await page.getByRole('button', { name: '把现在的存为版本' }).press('Enter');
		await site(page).fill('写坏了');
		await page
			.getByRole('button', { name: /^看后来改了什么/ })
			.first()
			.press('Enter');
		await expect(page.locator('del', { hasText: '除尘器间' })).toBeVisible();
		await expectSound(page);
		await page.getByRole('button', { name: /^恢复/ }).first().press('Enter');
		await expect(site(page)).toHaveValue('除尘器间');
	});

	await test.step('handed in, and the report stands at the fields, on a phone too', async () => {
		await page.getByRole('button', { name: '提交文书' }).press('Enter');
		await expect(page.getByText('提交以后不能再改')).toBeVisible();
		await expectSound(page);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/drafting/submissions/*');
		await expect(page.getByText('提交前检查 1 次')).toBeVisible();
		await expectSound(page);
		await page
			.getByText(/^参考写法/)
			.first()
			.click();
		await page.setViewportSize({ width: 360, height: 740 });
		await expectSound(page);
		await visit(page, '/drafting');
		await expectSound(page);
		await expect(page.getByRole('listitem').filter({ hasText: '提交前检查 1 次' })).toBeVisible();
	});
	expect(await countSubmissions()).toBe(before + 1);
	expect(complaints).toEqual([]);
});

test('on a phone the material and the form take turns', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await signIn(page, 'su.yan');
	await visit(page, TASK);
	await page.getByRole('button', { name: '开始写' }).click();
	await expect(page.getByRole('group', { name: '看材料还是写文书' })).toBeVisible();
	await expect(site(page)).toBeHidden();
	await expectSound(page);
	await page.getByRole('button', { name: '文书', exact: true }).click();
	await expect(site(page)).toBeVisible();
	await expectSound(page);
});

test('贺知远 types without a pause when the browser is killed: another computer has all but five seconds', async ({
	page,
	context,
	browser,
	server
}) => {
	await signIn(page, 'he.zhiyuan');
	await begin(page);
	await site(page).focus();
	const typed: { at: number; text: string }[] = [];
	let text = '';
	for (let count = 0; count < 60; count++) {
		const sign = '除尘器间东侧风管'[count % 8]!;
		await page.keyboard.insertText(sign);
		typed.push({ at: performance.now(), text: (text += sign) });
		await page.waitForTimeout(150);
	}
	// The last sign is on its way into this browser's store for an instant.
	await page.waitForTimeout(350);
	const end = performance.now();
	await kill(page, context);
	const elsewhere = await browser.newContext({ baseURL: server.url });
	const other = await elsewhere.newPage();
	await signIn(other, 'he.zhiyuan');
	await visit(other, TASK);
	const found = await site(other).inputValue();
	expect(text.startsWith(found)).toBe(true);
	const sure = typed.filter(({ at }) => at <= end - 5_000).at(-1)!.text;
	expect(found.length).toBeGreaterThanOrEqual(sure.length);

	// On the same computer nothing at all is lost.
	const again = await context.newPage();
	await visit(again, TASK);
	await expect(site(again)).toHaveValue(text);
	await elsewhere.close();
});

test('温以宁 loses the network, the browser, and not a word', async ({ page, context, sql }) => {
	await signIn(page, 'wen.yining');
	await begin(page);
	await context.setOffline(true);
	await site(page).fill('没有网的时候写的');
	await expect(page.getByText('离线，已存在本机')).toBeVisible();
	expect(await storedSite(sql, 'wen.yining')).toBe('');
	await context.setOffline(false);
	await isSaved(page);
	expect(await storedSite(sql, 'wen.yining')).toBe('没有网的时候写的');

	await context.setOffline(true);
	await site(page).fill('断网又断电');
	await page.waitForTimeout(500);
	await kill(page, context);
	await context.setOffline(false);
	const again = await context.newPage();
	await visit(again, TASK);
	await expect(again.getByText('已找回存在本机')).toBeVisible();
	await expect(site(again)).toHaveValue('断网又断电');
	await isSaved(again);
	expect(await storedSite(sql, 'wen.yining')).toBe('断网又断电');
});

test('秦望舒 writes in two tabs and on two computers: nothing is overwritten', async ({
	page,
	context,
	browser,
	server,
	sql
}) => {
	await signIn(page, 'qin.wangshu');
	await begin(page);
	await test.step('two tabs tell each other', async () => {
		const tab = await context.newPage();
		await visit(tab, TASK);
		await expect(page.getByText('在另一个标签页也开着')).toBeVisible();
		await site(tab).fill('第二个标签页写的');
		await isSaved(tab);
		await expect(site(page)).toHaveValue('第二个标签页写的');
		await tab.close();
	});
	await test.step('two computers: both texts are shown, one is chosen', async () => {
		const elsewhere = await browser.newContext({ baseURL: server.url });
		const other = await elsewhere.newPage();
		await signIn(other, 'qin.wangshu');
		await visit(other, TASK);
		await site(page).fill('单位电脑上写的');
		await isSaved(page);
		await site(other).fill('家里写的');
		const conflict = other.getByRole('group', { name: `${SITE}有两份内容` });
		await expect(conflict.getByText('家里写的')).toBeVisible();
		await expect(conflict.getByText('单位电脑上写的')).toBeVisible();
		await expectSound(other);
		expect(await storedSite(sql, 'qin.wangshu')).toBe('单位电脑上写的');
		await conflict.getByRole('button', { name: /^留这里的/ }).click();
		await isSaved(other);
		expect(await storedSite(sql, 'qin.wangshu')).toBe('家里写的');
		await elsewhere.close();
	});
});

test('程北辰 types on while the server is killed, and while the session ends', async ({ page, sql, server }) => {
	await signIn(page, 'cheng.beichen');
	await begin(page);
	await server.kill();
	await site(page).fill('服务器不在的时候写的');
	await expect(page.getByText('未保存，正在重试')).toBeVisible();
	await server.reopen();
	await isSaved(page);
	expect(await storedSite(sql, 'cheng.beichen')).toBe('服务器不在的时候写的');

	await sql`delete from session`;
	// Sessions are kept for seconds by a node (decision 0017).
	await page.waitForTimeout(6_000);
	await site(page).fill('登录失效以后写的');
	await expect(page.getByText('登录已失效')).toBeVisible();
	await page.getByRole('link', { name: '登录后继续' }).click();
	await page.waitForURL('**/login?*');
	await fillSignIn(page, 'cheng.beichen');
	await page.waitForURL(`**${TASK}`);
	await hydrated(page);
	await expect(site(page)).toHaveValue('登录失效以后写的');
	await isSaved(page);
});

test('without JavaScript the material is read, what is written is seen, and the page says what writing needs', async ({
	browser,
	server
}) => {
	const plain = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await plain.newPage();
	await page.goto(`/login?next=${TASK}`);
	await fillSignIn(page, 'fan.yuan');
	await page.getByRole('button', { name: '开始写' }).click();
	await expect(page.getByText('写文书要用到浏览器的脚本')).toBeVisible();
	await expect(page.getByRole('region', { name: '材料' })).toContainText('0.32');
	await expect(site(page)).toBeHidden();
	await plain.close();
});
