import { readFile } from 'node:fs/promises';
import { expect, expectSound, signIn, test, visit } from '../support/e2e.ts';
import { archiveOf } from '../support/tar.ts';

const text = (title: string, ...articles: string[]) => [`# ${title}`, '<!-- INFO END -->', ...articles].join('\n\n');
const BAMBOO = text('中华人民共和国竹林法', '第一条 护竹。', '第二条 本法自2019年6月1日起施行。');
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test('an administrator uploads an archive, watches it, reads the report and takes it along', async ({ page, sql }) => {
	await signIn(page, 'guan.ziyuan');
	await visit(page, '/');
	await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '管理', exact: true }).click();
	await page
		.getByRole('main')
		.getByRole('link', { name: /法律文本/ })
		.click();
	await expect(page.getByRole('heading', { level: 1, name: '法律文本导入' })).toBeVisible();
	await expect(page.getByText('还没有导入过')).toBeVisible();
	await expectSound(page);

	await page.getByRole('button', { name: '上传并导入' }).click();
	await expect(page.getByRole('alert')).toContainText('请选择要导入的文件');
	await expect(page.getByRole('alert')).toBeFocused();

	const archive = await archiveOf({
		'社会法/竹林法(2019-03-05).md': BAMBOO,
		'行政法/竹林法(2019-03-05).md': BAMBOO.replace('护竹', '砍竹'),
		'社会法/_index.md': '---'
	});
	await page.getByLabel('选择文件').setInputFiles(file('texts.tar.gz', archive));
	await page.getByRole('button', { name: '上传并导入' }).click();
	await page.waitForURL(/\/admin\/laws\/[0-9a-f-]{36}$/);
	await expect(page.getByText('已完成')).toBeVisible({ timeout: 30_000 });
	await expect(page.getByText('格式模版').or(page.getByText('目录说明文件，不是法律文本'))).toBeVisible();
	await expect(page.getByText('两个文件的文字不同')).toBeVisible();
	await expectSound(page);
	await page.setViewportSize({ width: 360, height: 760 });
	await expectSound(page);
	await page.setViewportSize({ width: 1280, height: 800 });

	const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载报告（CSV）').click()]);
	const csv = await readFile(await download.path(), 'utf8');
	expect(csv).toContain('未导入,行政法/竹林法(2019-03-05).md,0,');
	const rows = await sql`select title from law where id = '竹林法'`;
	expect(rows).toEqual([{ title: '中华人民共和国竹林法' }]);

	await page.getByRole('link', { name: '法律文本导入' }).click();
	await expect(page.getByRole('row', { name: /texts\.tar\.gz/ })).toContainText('已完成');
	await expectSound(page);
});

test('without JavaScript the form works and the report comes by reload', async ({ browser, server }) => {
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/login');
	await page.getByLabel('账号').fill('shen.zhiwei');
	await page.getByLabel('密码').fill('qinglan-2026');
	await page.getByRole('button', { name: '登录' }).click();
	await page.goto('/admin/laws');
	await page
		.getByLabel('选择文件')
		.setInputFiles([file('竹林法(2019-03-05).md', Buffer.from(BAMBOO)), file('茶.md', Buffer.from([0xb2, 0xe8]))]);
	await page.getByRole('button', { name: '上传并导入' }).click();
	await expect(page.getByText('已完成')).toBeVisible({ timeout: 30_000 });
	await expect(page.getByText('不是 UTF-8 编码')).toBeVisible();
	await context.close();
});

test('an officer finds no such page, and a visitor is asked to sign in', async ({ page, request }) => {
	const answer = await page.goto('/admin/laws');
	expect(answer!.status()).toBe(200);
	await expect(page).toHaveURL(/\/login\?next=/);
	await signIn(page, 'lin.yue');
	await visit(page, '/');
	await expect(page.getByRole('link', { name: '管理', exact: true })).toHaveCount(0);
	expect((await page.goto('/admin/laws'))!.status()).toBe(404);
	await visit(page, '/laws');
	await expect(page.getByRole('link', { name: '导入文本' })).toHaveCount(0);
	const large = await request.post('/login', {
		data: Buffer.alloc(600 * 1024),
		headers: { 'content-type': 'text/plain' }
	});
	expect(large.status()).toBe(413);
});
