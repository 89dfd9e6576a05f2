import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { Document, Packer, Paragraph } from 'docx';
import { readFrontMatter } from '#lib/studio/domain/source-text.ts';
import { CASE_FIELDS } from '#lib/studio/server/kinds/case-fields.ts';
import { expect, expectSound, signIn, test, visit } from '../support/e2e.ts';
import { ROOT } from '../support/cluster.ts';
import { valueOf } from '../support/people.ts';

/** Real in form, nobody's. */
const PLANTED = { number: '110101190001010014', phone: '13800138000' };
const SLUG = 'laundry-told-again';
const PUBLIC_SLUG = 'a-drill-that-is-owed';
const TITLE = '又一次没有练的演练';
const WORD = [
	'这一天店里一共来了三拨人。',
	`登记簿上写着值班的人，身份证号${PLANTED.number}，电话${PLANTED.phone}，后来都要涂掉。`
];
const WRITTEN = `## 发生了什么

${'某洗涤店写好了应急预案，却一年多没有演练。机器冒烟那天，店里的人有的往前门跑，有的往后门跑，又跑了回来。烟很快灭了，没有人受伤，可是谁也说不清自己该走哪个门。'.repeat(4)}

## 哪条规定

有应急预案的单位要按期演练，练过要有记录。逾期不改的，会受到处罚。

## 明天就做

- 关门前全店走一遍，每个人走自己的门
- 地上贴好箭头，一眼看得见
- 把日期和谁在场写下来
`;

async function as(browser: Browser, url: string, account: string): Promise<Page> {
	const page = await browser.newPage({ baseURL: url });
	await signIn(page, account);
	return page;
}

/** The parts of a shipped case, as the form has them. */
const partsOfShipped = () =>
	valueOf(readFrontMatter(CASE_FIELDS, readFileSync(`${ROOT}/content/cases/laundry-missed-drill.md`, 'utf8')));

/** Saves parts of a manuscript as its editor does. */
async function write(page: Page, path: string, parts: Record<string, string>, was: Record<string, string>) {
	const changes = Object.entries(parts).map(([field, now]) => ({ field, was: was[field] ?? '', now }));
	const saved = await page.request.post(`${path}/save`, { data: { changes } });
	expect(await saved.json()).toMatchObject({ data: { conflicts: [] } });
}

async function act(page: Page, path: string, name: string, then: string) {
	await visit(page, path);
	await page.getByRole('button', { name, exact: true }).click();
	await expect(page.getByRole('list', { name: '流程' })).toContainText(then);
}

test('from a Word file to a public page: planted data is caught, and both gates are passed twice', async ({
	browser,
	server,
	sql
}) => {
	test.setTimeout(240_000);
	const [liang, fang, shen] = await Promise.all(
		['liang.ruochuan', 'fang.yanqiu', 'shen.zhiwei'].map((account) => as(browser, server.url, account))
	);
	const fieldsOf = async (path: string) => {
		const [row] = await sql<{ fields: Record<string, string> }[]>`
			select fields from manuscript where id = ${path.split('/').at(-1)!}`;
		return row!.fields;
	};
	let path = '';

	await test.step('a Word file becomes a manuscript', async () => {
		const word = new Document({ sections: [{ children: WORD.map((text) => new Paragraph(text)) }] });
		await visit(liang!, '/studio/import');
		await liang!.getByLabel('导入成').selectOption('case');
		await liang!.getByLabel(/^文件/).setInputFiles({
			...{ name: `${TITLE}.docx`, buffer: await Packer.toBuffer(word) },
			mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
		});
		await liang!.getByRole('button', { name: '导入' }).click();
		await liang!.getByRole('link', { name: /^打开/ }).click();
		await liang!.waitForURL(/\/studio\/manuscripts\//);
		path = new URL(liang!.url()).pathname.replace(/\/edit$/, '');
		expect((await fieldsOf(path))['body']).toContain(WORD[0]);
	});

	await test.step('its author puts it into the form of a case; what was planted is told', async () => {
		const came = await fieldsOf(path);
		const shipped = partsOfShipped();
		const body = shipped['body']!.replace(/\n(?=## 查处经过)/, `\n${came['body']}\n\n`);
		await write(liang!, path, { ...shipped, id: SLUG, title: TITLE, note: '', body }, came);
		await visit(liang!, path);
		await expect(liang!.getByText(PLANTED.number).first()).toBeVisible();
		await expect(liang!.getByText(PLANTED.phone).first()).toBeVisible();
		await expectSound(liang!);
	});

	await test.step('unanswered it does not pass the last gate', async () => {
		await act(liang!, path, '提交内审', '内审现在');
		await act(fang!, path, '内审通过', '法审现在');
		await visit(shen!, path);
		await shen!.getByRole('button', { name: '法审通过并发布' }).click();
		await expect(shen!.getByRole('alert')).toContainText('疑似个人信息没有处理');
		await shen!.getByLabel(/^理由或说明/).fill('身份证号和电话要去掉');
		await shen!.getByRole('button', { name: '法审退回' }).click();
		await expect(shen!.getByRole('list', { name: '流程' })).toContainText('身份证号和电话要去掉');
	});

	await test.step('changed away, and the rest answered, it is published for officers', async () => {
		const was = await fieldsOf(path);
		const body = was['body']!.replace(`身份证号${PLANTED.number}，电话${PLANTED.phone}，`, '');
		expect(body).not.toContain(PLANTED.number);
		await write(liang!, path, { body }, was);
		await act(liang!, path, '提交内审', '内审现在');
		await act(fang!, path, '内审通过', '法审现在');
		await visit(liang!, path);
		await liang!.getByLabel(/都是虚构的/).fill('人名、单位均为虚构');
		await liang!.getByRole('button', { name: /^确认这/ }).click();
		await expect(liang!.getByText('未处理')).toHaveCount(0);
		await act(shen!, path, '法审通过并发布', '发布已过');
		await visit(fang!, `/cases/${SLUG}`);
		await expect(fang!.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
	});

	let open = '';
	await test.step('its public version is another manuscript: without names, in own words, through both gates', async () => {
		await visit(liang!, `/studio/public-draft?case=${SLUG}`);
		await liang!.getByRole('button', { name: '做公开版本' }).click();
		await liang!.waitForURL(/\/studio\/manuscripts\//);
		open = new URL(liang!.url()).pathname;
		const was = await fieldsOf(open);
		expect(was['body']).not.toMatch(/苗素云|阮青|祝同|柳溪镇/);
		const parts = { id: PUBLIC_SLUG, title: '写了预案，也要走一遍', lead: '预案锁在抽屉里，人跑错了门。' };
		await write(liang!, open, { ...parts, warning: '练过的门，才是出得去的门。', body: WRITTEN }, was);
		await act(liang!, open, '提交内审', '内审现在');
		await act(fang!, open, '内审通过', '法审现在');
		await act(shen!, open, '法审通过并发布', '发布已过');
	});

	await test.step('anybody reads it; nothing of the case is in it, and no cookie is set', async () => {
		const visitor = await browser.newContext({ baseURL: server.url });
		await expect
			.poll(async () => (await visitor.request.get(`/public/cases/${PUBLIC_SLUG}`)).status(), { timeout: 7000 })
			.toBe(200);
		const page = await visitor.newPage();
		const answer = await page.goto(`/public/cases/${PUBLIC_SLUG}`);
		const text = await answer!.text();
		expect(text).toContain('练过的门，才是出得去的门');
		for (const secret of [SLUG, TITLE, '苗素云', '皂篱', ...Object.values(PLANTED)]) expect(text).not.toContain(secret);
		expect(await visitor.cookies()).toEqual([]);
		expect((await visitor.request.get(`/cases/${SLUG}`, { maxRedirects: 0 })).status()).not.toBe(200);
	});
});
