import type { Page } from '@playwright/test';
import { expect, expectSound, signIn, signInByForm, test, visit } from '../support/e2e.ts';
import { bookOf, gbk } from '../support/workbook-files.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = (name: string, buffer: Buffer) => ({ name, mimeType: WORKBOOK, buffer });
const PASSWORD = '河湾里的白鹭飞起来了';

/** A roster as a bureau keeps it: a title, heads of its own, a namesake, an identity card where the account should be. */
const ROSTER = bookOf([
	['青岚区应急管理局新进人员花名册'],
	['平台登录', '姓名', '所属单位', '执法证编号', '证件有效期'],
	['lu.jianqiu', '陆见秋', '综合行政执法大队', '鲁A2026001', '2030-06-30'],
	['lin.yue.2', '林岳', '综合行政执法大队', '', ''],
	['11010519491231002X', '单小满', '综合行政执法大队', '', '']
]);

async function upload(page: Page, name: string, buffer: Buffer) {
	await page.goto('/admin/people/import');
	await page.getByLabel('选择表格').setInputFiles(file(name, buffer));
	await page.getByRole('button', { name: '上传并预览' }).click();
	await page.waitForURL(/\/admin\/people\/import\/[0-9a-f-]{36}/);
}

test('from a roster in Excel to an officer who signs in with the slip', async ({ page, sql }) => {
	await signIn(page, 'guan.ziyuan');
	await visit(page, '/admin/people/import');
	await expect(page.getByText('还没有导入过')).toBeVisible();
	await expectSound(page);
	await page.getByRole('button', { name: '上传并预览' }).click();
	await expect(page.getByRole('alert')).toContainText('请选择一个表格文件');
	await expect(page.getByRole('alert')).toBeFocused();

	await upload(page, '花名册.xlsx', ROSTER);
	// The account has a head of its own: by name everybody is judged without one, until somebody says which column it is.
	await page.getByText('列的对应：认出').click();
	await page.getByRole('combobox', { name: '账号', exact: true }).selectOption({ label: 'A 平台登录' });
	await page.getByRole('button', { name: '按这样核对' }).click();
	await expect(page.getByRole('link', { name: '新增 1' })).toBeVisible();
	await expect(page.getByText('像身份证号，本平台不收集身份证号')).toBeVisible();
	await expectSound(page);
	await page.setViewportSize({ width: 360, height: 760 });
	await expectSound(page);
	await page.setViewportSize({ width: 1280, height: 800 });

	await page.getByRole('link', { name: '待判断 1' }).click();
	await page.getByLabel('是另一个人：新增，账号 lin.yue.2').check();
	await page.getByRole('button', { name: '保存判断' }).click();
	await expect(page.getByRole('button', { name: '确认导入 2 人' })).toBeVisible();
	await page.getByRole('button', { name: '确认导入 2 人' }).click();
	await expect(page.getByText('2 人还没有密码')).toBeVisible();
	await expectSound(page);

	await page.getByRole('link', { name: '打印密码条' }).click();
	await page.getByRole('button', { name: '生成 2 张密码条' }).click();
	const slip = page.getByRole('listitem').filter({ hasText: '陆见秋' });
	await expect(slip).toContainText('lu.jianqiu');
	const password = /[a-z2-9]{4}(-[a-z2-9]{4}){3}/.exec(await slip.innerText())![0];
	await expectSound(page);
	const stored = await sql`select password_hash from person where account = 'lu.jianqiu'`;
	expect(String(stored[0]!['password_hash'])).toMatch(/^first\$/);
	await page.reload();
	await expect(page.getByText(password)).toHaveCount(0);

	await page.context().clearCookies();
	await page.goto('/login');
	await signInByForm(page, 'lu.jianqiu', password.toUpperCase());
	await expect(page).toHaveURL(/\/password$/);
	await page.getByLabel('初始密码').fill(password);
	await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
	await page.getByLabel(/再.*新密码/).fill(PASSWORD);
	await page.getByRole('button', { name: /更换|保存|改/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/陆见秋|今日|早上好|上午好|下午好/);
});

test('without JavaScript: GBK in, taken back, and a table out', async ({ browser, server }) => {
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, 'guan.ziyuan');
	await upload(page, '新人.csv', gbk('账号,姓名,单位\r\ngu.changfeng,顾长风,综合行政执法大队\r\n'));
	await page.getByRole('button', { name: '确认导入 1 人' }).click();
	await expect(page.getByText('1 人还没有密码')).toBeVisible();
	await page.getByRole('link', { name: '打印密码条' }).click();
	await page.getByRole('button', { name: '生成 1 张密码条' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'gu.changfeng' })).toBeVisible();
	const exported = await page.request.get('/admin/people/export?as=csv');
	expect(await exported.text()).toContain('gu.changfeng,顾长风,综合行政执法大队');
	await page.goto('/admin/people/import');
	await page.getByRole('link', { name: '新人.csv' }).click();
	await page.getByRole('button', { name: '撤销这次导入' }).click();
	await expect(page.getByText('已撤销')).toBeVisible();
	await context.close();
});
