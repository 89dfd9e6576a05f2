import type { Page } from '@playwright/test';
import type postgres from 'postgres';
import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

// Two people, one of them without a network, take their time.
test.describe.configure({ timeout: 150_000 });

const FIRST = 'liang.ruochuan';
const SECOND = 'fang.yanqiu';

const text = (page: Page) => page.getByRole('textbox', { name: '正文' });
const isSaved = (page: Page) =>
	expect(page.getByRole('status').filter({ hasText: /^✓ 已保存/ })).toBeVisible({ timeout: 30_000 });

/** Begins a manuscript from the desk. @returns its address */
async function begin(page: Page): Promise<string> {
	await visit(page, '/studio');
	await page.getByRole('button', { name: '写案例' }).first().click();
	await page.waitForURL(/\/studio\/manuscripts\/[^/]+/);
	const address = new URL(page.url()).pathname.replace(/\/edit$/, '');
	await open(page, address);
	return address;
}

async function open(page: Page, address: string): Promise<void> {
	await visit(page, `${address}/edit`);
	await expect(page.locator('.cm-content').last()).toBeVisible();
}

/** Everything that stands in a long text is replaced by what is pasted. */
async function write(page: Page, words: string): Promise<void> {
	await text(page).focus();
	await page.keyboard.press('Control+a');
	await text(page).evaluate((node, pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', pasted);
		node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, words);
}

const titleField = async (page: Page) => {
	const title = page.getByLabel('标题', { exact: true });
	if (!(await title.isVisible())) await page.getByText('基本信息').click();
	return title;
};

async function stored(sql: postgres.Sql, address: string): Promise<Record<string, string>> {
	const [row] = await sql<{ fields: Record<string, string> }[]>`
		select fields from manuscript where id = ${address.split('/').at(-1)!}`;
	return row!.fields;
}

test('two editors: different parts are both kept; the same part is shown with both texts, nothing is overwritten', async ({
	page,
	browser,
	server,
	sql
}) => {
	await signIn(page, FIRST);
	const address = await begin(page);
	const elsewhere = await browser.newContext({ baseURL: server.url });
	const other = await elsewhere.newPage();
	await signIn(other, SECOND);
	await open(other, address);

	await (await titleField(page)).fill('腊月二十五，他一个人去了');
	await write(other, '## 案情\n\n老街，晚上七点。');
	await Promise.all([isSaved(page), isSaved(other)]);
	expect(await stored(sql, address)).toMatchObject({
		title: '腊月二十五，他一个人去了',
		body: '## 案情\n\n老街，晚上七点。'
	});

	// The first page has not seen the other's text, and writes the same part.
	await write(page, '## 案情\n\n白渡镇，风里全是硝烟味。');
	const pair = page.getByRole('group', { name: '正文有两份内容' });
	await expect(pair).toBeVisible({ timeout: 20_000 });
	await expect(pair).toContainText('白渡镇，风里全是硝烟味。');
	await expect(pair).toContainText('老街，晚上七点。');
	expect((await stored(sql, address))['body']).toBe('## 案情\n\n老街，晚上七点。');
	await expectSound(page);
	// Meanwhile everything else goes on being saved.
	await (await titleField(page)).fill('他一个人去了');
	await expect.poll(async () => (await stored(sql, address))['title']).toBe('他一个人去了');
	await pair.getByRole('button', { name: /^留这里的/ }).click();
	await isSaved(page);
	expect((await stored(sql, address))['body']).toBe('## 案情\n\n白渡镇，风里全是硝烟味。');
	await elsewhere.close();
});

test('梁若川 writes with the keyboard: an article is offered, planted data is caught, changed away or confirmed', async ({
	page,
	sql
}) => {
	const complaints = complaintsOf(page);
	await signIn(page, FIRST);
	const address = await begin(page);
	await expectSound(page);
	await write(page, '## 案情\n\n店主邱桂平电话13800138000，身份证110101190001010014，车牌京A12345，住临江路66号。');

	await test.step('an article is offered and taken', async () => {
		await page.keyboard.type('依据《安全生产法》第三十');
		await expect(page.locator('.cm-tooltip-autocomplete').getByRole('option').first()).toBeVisible();
		// So soon after it has come up, a key is not taken for an answer to it.
		await page.waitForTimeout(200);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Control+s');
		await isSaved(page);
		expect((await stored(sql, address))['body']).toMatch(/《安全生产法》第三十.*条$/);
	});

	await test.step('the preview follows, Escape leads out of the text', async () => {
		await expect(page.getByRole('region', { name: '预览' })).toContainText('店主邱桂平电话13800138000');
		await page.keyboard.press('Escape');
		await expect(text(page)).not.toBeFocused();
	});

	await test.step('five kinds of personal data stand in the panel', async () => {
		await page.getByRole('button', { name: /^问题/ }).click();
		for (const kind of ['姓名', '身份证号', '电话', '车牌', '地址']) {
			await expect(page.getByRole('group', { name: kind, exact: true })).toBeVisible();
		}
		await expectSound(page);
		await page.getByRole('group', { name: '电话', exact: true }).getByRole('button', { name: /^改掉/ }).click();
		await page.getByRole('group', { name: '身份证号' }).getByRole('button', { name: /^改掉/ }).click();
		await expect(page.getByRole('group', { name: '身份证号' })).toHaveCount(0);
		await expect(page.getByRole('group', { name: '电话', exact: true })).toHaveCount(0);
		const names = page.getByRole('group', { name: '姓名', exact: true });
		await names.getByLabel(/可以留下，理由/).fill('短');
		await names.getByRole('button', { name: /^确认/ }).click();
		await expect(names.getByText(/至少 6 个字/)).toBeVisible();
		await names.getByLabel(/可以留下，理由/).fill('虚构人物，不指向任何人');
		await names.getByRole('button', { name: /^确认/ }).click();
		await expect(names.getByText('已确认：虚构人物，不指向任何人')).toBeVisible();
		const { body } = await stored(sql, address);
		expect(body).not.toContain('13800138000');
		expect(body).not.toContain('110101190001010014');
	});

	await test.step('a click leads to the line of a fault, and to the words of a warning', async () => {
		await page.getByRole('button', { name: /^时间线第 2 行/ }).click();
		await expect(page.getByRole('textbox', { name: '时间线' })).toBeFocused();
		await page.getByRole('button', { name: /^问题/ }).click();
		await page.getByRole('button', { name: /^去看\s*京A12345/ }).click();
		await expect(text(page)).toBeFocused();
	});

	await test.step('on a phone the sides take turns', async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.getByRole('button', { name: '预览', exact: true }).click();
		await expect(page.getByRole('region', { name: '预览' })).toBeVisible();
		await expectSound(page);
		await page.getByRole('button', { name: '写', exact: true }).click();
		await expectSound(page);
	});
	expect(complaints).toEqual([]);
});

test('pictures: by their bytes, not their names; with words; shown in the preview', async ({ page }) => {
	await signIn(page, FIRST);
	await begin(page);
	const pixel = Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
		'base64'
	);
	await page.getByRole('button', { name: '图片', exact: true }).click();
	const panel = page.getByRole('group', { name: '插入图片' });
	const send = () => panel.getByRole('button', { name: '上传并插入' }).click();
	const choose = (name: string, buffer: Buffer) =>
		panel.getByLabel(/^图片（PNG/).setInputFiles({ name, mimeType: 'image/png', buffer });
	await choose('gauge.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'));
	await send();
	await expect(panel.getByRole('alert')).toContainText('看不见图的人靠这句话');
	await panel.getByLabel('图片上是什么').fill('压差表');
	await send();
	await expect(panel.getByRole('alert')).toContainText('这不是 PNG、JPEG 或 WebP 图片');
	await choose('gauge.png', Buffer.concat([pixel, Buffer.alloc(2 * 1024 * 1024)]));
	await send();
	await expect(panel.getByRole('alert')).toContainText('超过 2 MB');
	await choose('gauge.png', pixel);
	await send();
	await expect(panel).toHaveCount(0);
	const picture = page.getByRole('region', { name: '预览' }).getByRole('img', { name: '压差表' });
	await picture.scrollIntoViewIfNeeded();
	await expect.poll(() => picture.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(1);
});

test('what is typed without a network is kept, and saved when it is back', async ({ page, context, sql }) => {
	await signIn(page, FIRST);
	const address = await begin(page);
	await context.setOffline(true);
	await write(page, '没有网的时候写的');
	await expect(page.getByText('离线，已存在本机')).toBeVisible();
	expect((await stored(sql, address))['body']).not.toBe('没有网的时候写的');
	await context.setOffline(false);
	await isSaved(page);
	expect((await stored(sql, address))['body']).toBe('没有网的时候写的');
});

test('without scripts it is a form that saves', async ({ browser, server, page, sql }) => {
	await signIn(page, FIRST);
	const address = await begin(page);
	const plain = await browser.newContext({
		baseURL: server.url,
		javaScriptEnabled: false,
		storageState: await page.context().storageState()
	});
	const other = await plain.newPage();
	await other.goto(`${address}/edit`);
	await other.getByLabel('标题', { exact: true }).fill('没有脚本也能写');
	await other.getByRole('button', { name: '保存' }).click();
	await expect.poll(async () => (await stored(sql, address))['title']).toBe('没有脚本也能写');
	await plain.close();
});
