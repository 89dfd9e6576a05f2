import type { Browser, Page } from '@playwright/test';
import { expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

const TITLE = '被裁掉的灭火器';
const NOTE = '补充原图的取证经过，读者反映这里跳得太快。';

/** Signs another person in, in a browser of their own. */
async function open(browser: Browser, url: string, account: string, path: string): Promise<Page> {
	const page = await browser.newPage({ baseURL: url });
	await signIn(page, account);
	await visit(page, path);
	return page;
}

test('a case is changed, talked about at its paragraphs, passes both gates and is withdrawn again', async ({
	page,
	browser,
	server,
	sql
}) => {
	test.setTimeout(180_000);
	let path = '';

	await test.step('the desk says whose turn it is', async () => {
		await signIn(page, 'liang.ruochuan');
		await visit(page, '/');
		await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '教研' }).click();
		await expect(page.getByRole('heading', { level: 1, name: '教研' })).toBeVisible();
		await expect(page.getByRole('list', { name: '等着处理' }).getByRole('listitem')).toHaveCount(2);
		await expectSound(page);
		await visit(page, '/studio?state=withdrawn');
		await expect(page.getByRole('list', { name: '全部稿件' }).getByRole('listitem')).toHaveCount(1);
	});

	await test.step('an author changes a published case', async () => {
		const response = await page.request.post('/studio?/start', {
			form: { kind: 'case', pieceId: 'photo-cropped-in-chat' },
			headers: { origin: server.url },
			maxRedirects: 0
		});
		path = new URL(
			response.headers()['location'] ?? ((await response.json()) as { location: string }).location,
			server.url
		).pathname;
		await visit(page, path);
		await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
		await expect(page.getByText('写明这一版改了什么，读者会看到。').first()).toBeVisible();
		const changes = [{ field: 'note', was: '', now: NOTE }];
		const saved = await page.request.post(`${path}/save`, { data: { changes } });
		expect(await saved.json()).toMatchObject({ data: { conflicts: [] } });
		await visit(page, path);
		await page.getByRole('button', { name: '提交内审' }).click();
		await expect(page.getByRole('list', { name: '流程' })).toContainText('内审现在');
		await expectSound(page);
	});

	const fang = await open(browser, server.url, 'fang.yanqiu', path);
	await test.step('a colleague remarks at a paragraph and sends it back, which needs a reason', async () => {
		const slip = fang.locator('details').filter({ hasText: '提意见' }).nth(5);
		await slip.locator('summary').click();
		await slip.getByLabel('对这一段的意见').fill('原图是谁交出来的？');
		await slip.getByRole('button', { name: '提交意见' }).click();
		await expect(fang.getByRole('article', { name: '方砚秋的意见' })).toContainText('原图是谁交出来的？');
		await fang.getByRole('button', { name: '内审退回' }).click();
		await expect(fang.getByRole('alert')).toContainText('写明理由');
		await fang.getByLabel(/^理由或说明/).fill('原图的来历要写清楚');
		await fang.getByRole('button', { name: '内审退回' }).click();
		await expect(fang.getByRole('list', { name: '流程' })).toContainText('原图的来历要写清楚');
		await expectSound(fang);
	});

	await test.step('the author answers, hands in again, and cannot pass the own text', async () => {
		await visit(page, '/studio');
		await expect(page.getByRole('list', { name: '等着处理' })).toContainText(TITLE);
		await visit(page, path);
		await page.getByRole('button', { name: '提交内审' }).click();
		await expect(page.getByRole('alert')).toContainText('没有答复');
		await page.getByText('答复', { exact: true }).click();
		await page.getByLabel('答复方砚秋').fill('面馆老板的儿子当面交的，正文已有，已加一句。');
		await page.getByRole('button', { name: '提交答复' }).click();
		await expect(page.getByRole('article', { name: '方砚秋的意见' })).toContainText('（作者）');
		await page.getByRole('button', { name: '提交内审' }).click();
		await expect(page.getByRole('list', { name: '流程' })).toContainText('内审现在');
		await expect(page.getByRole('button', { name: '内审通过' })).toHaveCount(0);
	});

	await test.step('the remark is closed, the text passes to legal review', async () => {
		await visit(fang, path);
		await fang.getByRole('button', { name: '内审通过' }).click();
		await expect(fang.getByRole('alert')).toContainText('意见没有了结');
		await fang.getByRole('button', { name: '了结' }).click();
		await expect(fang.getByRole('article', { name: '方砚秋的意见' })).toContainText('了结');
		await fang.getByRole('button', { name: '内审通过' }).click();
		await expect(fang.getByRole('list', { name: '流程' })).toContainText('法审现在');
	});

	const shen = await open(browser, server.url, 'shen.zhiwei', path);
	await test.step('what looks like personal data holds the last gate until its author has answered', async () => {
		await shen.getByRole('button', { name: '法审通过并发布' }).click();
		await expect(shen.getByRole('alert')).toContainText('疑似个人信息没有处理');
		await visit(page, path);
		await page.getByLabel(/都是虚构的/).fill('人名、单位均为虚构');
		await page.getByRole('button', { name: /^确认这/ }).click();
		await expect(page.getByText('未处理')).toHaveCount(0);
	});

	await test.step('published, officers read it with the note; only then there is nothing left to do for the author', async () => {
		await visit(shen, path);
		await shen.getByRole('button', { name: '法审通过并发布' }).click();
		await expect(shen.getByRole('list', { name: '流程' })).toContainText('发布已过');
		await expectSound(shen);
		const officer = await open(browser, server.url, 'lin.yue', '/cases/photo-cropped-in-chat');
		await expect(officer.getByText(NOTE)).toBeVisible();
		const hidden = await officer.goto(path);
		expect(hidden?.status()).toBe(404);
		expect((await officer.goto('/studio'))?.status()).toBe(404);
	});

	await test.step('withdrawn with a reason, it is gone for its readers and stays in the log', async () => {
		await shen.getByLabel(/^理由或说明/).fill('照片的来源还要核实');
		await shen.getByRole('button', { name: '撤回' }).click();
		await expect(shen.getByRole('list', { name: '流程' })).toContainText('照片的来源还要核实');
		const officer = await open(browser, server.url, 'lin.yue', '/');
		expect((await officer.goto('/cases/photo-cropped-in-chat'))?.status()).toBe(404);
		const log =
			await sql`select act from manuscript_step where manuscript_id = ${path.split('/').at(-1)!} order by number`;
		expect(log.map(({ act }) => act as string)).toEqual([
			...['start', 'submit', 'return-internal', 'submit', 'approve-internal', 'approve-legal', 'withdraw']
		]);
	});

	await test.step('at 360 px, by keyboard', async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		for (const address of ['/studio', path, `${path}/versions?from=1`]) {
			await visit(page, address);
			await expectSound(page);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		}
	});
});
