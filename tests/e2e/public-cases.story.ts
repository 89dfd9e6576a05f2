import type { APIRequestContext, Page } from '@playwright/test';
import { connect } from '#db/connect.ts';
import {
	publishPublicCase,
	readPublicCaseSource,
	withdrawPublicCase
} from '#lib/cases/server/use-cases/studio-public-cases.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { expect, expectSound, signIn, test } from '../support/e2e.ts';
import { contextOf, valueOf } from '../support/people.ts';
import { PAYLOADS } from '../support/xss-corpus.ts';

/** How long a node goes on with what it has rendered, and a bit. */
const STALE_MILLISECONDS = 7000;
const SLUG = 'hot-work-needs-a-watcher';
const PARAGRAPH = '某作坊的后门常年挂锁，楼道里堆着纸箱。检查的人请一位工人从最里面走到门口，花了三分钟。'.repeat(10);

/** A text of the format, as the studio would hand it over. */
const textOf = (id: string, paragraph: string) => `---
id: ${id}
title: 夜里的一扇门
lead: 门锁着，人就出不来。
warning: 先开门，再开工。
industry: 工贸
month: 2026-10
audience: both
asOf: 2026-11-20
citations:
  - {law: work-safety-law, article: "42", paragraph: 2}
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-11-18}
legalReview: {by: 沈知微, on: 2026-11-19}
sources: [安全生产法（2021年修正）第四十二条]
---
## 发生了什么

${paragraph}

## 哪条规定

出口要随时能走。

## 明天就做

- 摘锁
- 清通道
- 走一遍
`;

async function inDatabase<T>(database: object, work: (ctx: Ctx) => Promise<T>): Promise<T> {
	const { db, close } = connect({ ...database }, 1);
	try {
		return await work(contextOf(db));
	} finally {
		await close();
	}
}

/** The status of a page once the server no longer answers from memory. */
async function settled(request: APIRequestContext, path: string, status: number): Promise<string> {
	await expect
		.poll(async () => (await request.get(path)).status(), { timeout: STALE_MILLISECONDS, intervals: [500] })
		.toBe(status);
	return (await request.get(path)).text();
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('a shop owner reads what to do tomorrow; nothing is kept of it', async ({ page, context }) => {
		await page.goto('/public');
		await expect(page).toHaveURL(/\/public\/cases$/);
		await page.getByRole('link', { name: '火星离保温板一米' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('火星离保温板一米');
		await expect(page.getByRole('heading', { level: 2 })).toHaveText(['发生了什么', '哪条规定', '明天就做', '依据']);
		await expect(page.getByRole('link', { name: '《安全生产法》第四十三条' })).toHaveAttribute('rel', 'nofollow');
		expect(await context.cookies()).toEqual([]);
		await page.goto('/');
		await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '案例' }).click();
		await expect(page).toHaveURL(/\/public\/cases$/);
		await page.goto('/cases');
		await expect(page).toHaveURL(/\/login\?next=%2Fcases$/);
	});
});

test('it is sound on a phone, at night and on paper, and loads no script', async ({ page }) => {
	for (const path of ['/public/cases', `/public/cases/${SLUG}`, '/public/cases/nope']) {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width: 360, height: 740 });
			const scripts: string[] = [];
			page.on('request', (one) => one.resourceType() === 'script' && scripts.push(one.url()));
			await page.goto(path);
			await expectSound(page);
			expect(scripts).toEqual([]);
		}
	}
	await page.goto(`/public/cases/${SLUG}`);
	await page.emulateMedia({ media: 'print', colorScheme: 'light' });
	await expect(page.getByRole('navigation')).toBeHidden();
	await expect(page.getByText('先培训、取证，再上岗', { exact: false })).toBeVisible();
});

test('anybody may keep it, asks with its tag and hears 304; nobody gets a cookie', async ({
	page,
	request,
	browser,
	server
}) => {
	await signIn(page, 'lin.yue');
	const [cookie] = await page.context().cookies();
	for (const path of ['/public/cases', `/public/cases/${SLUG}`, '/public/cases/feed.xml']) {
		const first = await request.get(path, { headers: { 'accept-encoding': 'gzip' } });
		const { etag, 'last-modified': changed, ...headers } = first.headers();
		expect(etag).toMatch(/^"[0-9a-f]{32}-gzip"$/);
		expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-encoding': 'gzip' });
		expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=30');
		expect(headers['set-cookie']).toBeUndefined();
		for (const condition of [{ 'if-none-match': etag! }, { 'if-modified-since': changed! }]) {
			const again = await request.get(path, { headers: { 'accept-encoding': 'gzip', ...condition } });
			expect([again.status(), (await again.body()).length, again.headers()['etag']]).toEqual([304, 0, etag]);
		}
		// Who is signed in gets the same bytes.
		const signed = await request.get(path, {
			headers: { 'accept-encoding': 'gzip', cookie: `${cookie!.name}=${cookie!.value}` }
		});
		expect([signed.headers()['etag'], signed.headers()['set-cookie']]).toEqual([etag, undefined]);
		expect(await signed.text()).toBe(await first.text());
	}
	const data = await request.get('/public/cases/__data.json', {
		headers: { cookie: `${cookie!.name}=${cookie!.value}` }
	});
	expect(await data.text()).not.toContain('林岳');
	const elsewhere = await browser.newContext({ baseURL: server.url });
	await (await elsewhere.newPage()).goto(`/public/cases/${SLUG}`);
	expect(await elsewhere.cookies()).toEqual([]);
	await elsewhere.close();
});

test('a shared link has a card whose picture is there, and the feed is Atom', async ({ page, request, server }) => {
	await page.goto(`/public/cases/${SLUG}`);
	const card = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
	expect(await card('title')).toBe('火星离保温板一米');
	expect(await card('url')).toBe(`${server.url}/public/cases/${SLUG}`);
	const picture = await request.get((await card('image'))!);
	expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png']);

	const answer = await request.get('/public/cases/feed.xml');
	expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
	const feed = await page.evaluate(
		(xml) => {
			const tree = new DOMParser().parseFromString(xml, 'application/xml');
			const texts = (of: Element | Document, name: string) => [
				...of.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)
			];
			return {
				isBroken: tree.querySelector('parsererror') !== null,
				root: `${tree.documentElement.namespaceURI} ${tree.documentElement.localName}`,
				entries: texts(tree, 'entry').map((entry) =>
					['id', 'title', 'updated', 'summary'].map((name) => texts(entry, name).map((one) => one.textContent))
				)
			};
		},
		await answer.text()
	);
	expect(feed).toMatchObject({ isBroken: false, root: 'http://www.w3.org/2005/Atom feed' });
	expect(feed.entries.length).toBeGreaterThanOrEqual(8);
	for (const [id, title, updated, summary] of feed.entries) {
		expect([id, title, updated, summary].map((one) => one!.length)).toEqual([1, 1, 1, 1]);
		expect((await request.get(id![0]!)).status()).toBe(200);
		expect(updated![0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
	}
});

test('what is published is there within seconds, what is withdrawn answers 410 and is gone everywhere', async ({
	request,
	server
}) => {
	const places = ['/public/cases', '/public/cases/feed.xml', '/search?q=夜里的一扇门', '/laws/work-safety-law/42', '/'];
	/** Each page is kept for seconds of its own. */
	const textAt = (path: string) =>
		expect.poll(async () => (await request.get(path)).text(), { message: path, timeout: STALE_MILLISECONDS });
	expect((await request.get('/public/cases/a-door-at-night')).status()).toBe(404);
	const text = textOf('a-door-at-night', PARAGRAPH);
	await inDatabase(server.database, async (ctx) => valueOf(await publishPublicCase(ctx, text, null)));
	expect(await settled(request, '/public/cases/a-door-at-night', 200)).toContain('常年挂锁');
	for (const path of places) await textAt(path).toContain('/public/cases/a-door-at-night');

	await inDatabase(server.database, (ctx) => withdrawPublicCase(ctx, 'a-door-at-night'));
	const gone = await settled(request, '/public/cases/a-door-at-night', 410);
	expect(gone).toContain('已经撤下');
	expect(gone).not.toMatch(/夜里的一扇门|常年挂锁|先开门/);
	for (const path of places) await textAt(path).not.toContain('/public/cases/a-door-at-night');
	const headers = (await request.get('/public/cases/a-door-at-night')).headers();
	expect(headers['cache-control']).toBe('private, no-cache');
	// Its old tag brings nothing back.
	const old = await request.get('/public/cases/a-door-at-night', { headers: { 'if-none-match': '*' } });
	expect(old.status()).toBe(410);
});

/** Watches a page for anything that runs, loads from elsewhere or breaks the policy. */
async function watch(page: Page): Promise<string[]> {
	const seen: string[] = [];
	await page.exposeFunction('tellStory', (what: string) => seen.push(what));
	await page.addInitScript(() => {
		const tell = (what: string) => (window as unknown as { tellStory(text: string): void }).tellStory(what);
		Object.defineProperty(window, '__xss', { set: () => tell('__xss was set') });
		for (const name of ['alert', 'confirm', 'prompt'] as const) window[name] = () => tell(name) as never;
		document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
			tell(`policy: ${violatedDirective}`)
		);
	});
	page.on('request', (one) => new URL(one.url()).hostname !== '127.0.0.1' && seen.push(`asked ${one.url()}`));
	page.on('dialog', (dialog) => (seen.push(`dialog ${dialog.message()}`), void dialog.dismiss()));
	return seen;
}

test('four hundred smuggled scripts lie on pages as text: nothing runs, nothing is asked for elsewhere', async ({
	page,
	server,
	sql
}) => {
	test.setTimeout(180_000);
	const seen = await watch(page);
	const body = PAYLOADS.map(({ text }) => text.replaceAll('\u0000', '')).join('\n\n');
	const html = await inDatabase(server.database, async (ctx) => {
		const { piece } = await readPublicCaseSource(ctx, textOf('a-door-at-night', body));
		return piece!.html;
	});
	const value = PAYLOADS.filter(({ name }) => name.startsWith('value'))
		.map(({ text }) => text)
		.join(' ');
	await sql`update public_case_version set html = ${html}, title = ${value}, lead = ${value}, warning = ${value}, industry = ${value}
		where id = ${SLUG}`;
	const blocks = [{ kind: 'html', html, notes: [] }];
	await sql`update case_version set title = ${value}, lead = ${value}, body = jsonb_set(body, '{blocks}', (${JSON.stringify(blocks)}::text)::jsonb)
		where id = 'laundry-missed-drill'`;
	const look = async (path: string) => {
		await page.goto(path);
		await expect(page.locator('h1')).toHaveCount(1);
		// Whatever waits for a pointer, the focus or time gets it.
		const links = page.locator('main a, main summary');
		for (const link of (await links.all()).slice(0, 40)) await link.dispatchEvent('mouseover');
		await page.keyboard.press('Tab');
		await page.waitForTimeout(300);
	};
	await settled(request(page), `/public/cases/${SLUG}`, 200);
	await page.waitForTimeout(STALE_MILLISECONDS - 1000);
	for (const path of [`/public/cases/${SLUG}`, '/public/cases', '/']) await look(path);
	await expect(page.getByText(value.slice(0, 20)).first()).toBeVisible();
	await signIn(page, 'shen.zhiwei');
	for (const path of ['/cases/laundry-missed-drill', '/cases']) await look(path);
	expect(seen).toEqual([]);
});

const request = (page: Page) => page.request;
