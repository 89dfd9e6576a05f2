import { readFileSync } from 'node:fs';
import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

const ADMINISTRATOR = 'guan.ziyuan';

/** Both themes and widths that every page has to stand. */
const LOOKS = [
	{ width: 360, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' }
] as const;

test('林岳 reads what the own answers say, practises a weak article, and takes the whole copy along', async ({
	page,
	sql
}) => {
	test.setTimeout(180_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'lin.yue');
	await visit(page, '/');
	await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /林岳/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: '林岳' })).toBeVisible();

	await test.step('five kinds with intervals, articles, months, and what counts next', async () => {
		for (const heading of ['接下来', '五类本领', '先补的条文', '逐月', '手头的文书、评查和案例', '档案']) {
			await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
		}
		const skills = page.getByRole('region', { name: '五类本领' });
		await expect(skills.getByRole('listitem')).toHaveCount(5);
		await expect(skills.getByText(/^\d+–\d+%$/).first()).toBeVisible();
		await expect(page.getByRole('region', { name: '接下来' }).getByText('执法证有效')).toBeVisible();
		for (const { width, colorScheme } of LOOKS) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await expectSound(page);
		}
	});

	await test.step('a weak article is practised at once', async () => {
		const weak = page.getByRole('region', { name: '先补的条文' }).getByRole('listitem').first();
		const link = await weak.getByRole('link').first().getAttribute('href');
		await weak.getByRole('button', { name: /^练/ }).click();
		await page.waitForURL('**/drills/sets/*');
		const [, law, article] = /laws\/([^/]+)\/([^/]+)$/.exec(link!)!;
		const setId = new URL(page.url()).pathname.split('/').at(-1)!;
		const [row] = await sql<{ drawn: number; citing: number }[]>`
			select count(*)::int as drawn, count(*) filter (where exists (select 1 from citation c where c.kind = 'item'
				and c.piece_id = p->>'id' and c.law_id = ${law!} and c.article = ${article!}))::int as citing
			from drill_set s cross join jsonb_array_elements(s.picks) p where s.id = ${setId}`;
		expect(row!.drawn).toBeGreaterThan(0);
		expect(row!.citing).toBe(row!.drawn);
	});

	await test.step('the copy is on a page, and whole in a file', async () => {
		await visit(page, '/me');
		await page.getByRole('link', { name: '本人的数据和更正' }).click();
		await expect(page.getByRole('heading', { level: 1, name: '本人的数据' })).toBeVisible();
		for (const { width, colorScheme } of LOOKS) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await expectSound(page);
		}
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: '下载全部（JSON）' }).click()
		]);
		expect(download.suggestedFilename()).toMatch(/^林岳的数据 2026-11-20\.json$/);
		const copy = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
			数据: { 部分: string; 内容: { 名称: string; 记录: unknown[] }[] }[];
		};
		const answers = copy.数据.flatMap(({ 内容 }) => 内容).find(({ 名称 }) => 名称 === '作答')!;
		const [counted] = await sql<{ count: number }[]>`select count(*)::int as count from drill_answer a
			join person p on p.id = a.officer_id where p.account = 'lin.yue'`;
		expect(answers.记录).toHaveLength(counted!.count);
		expect(counted!.count).toBeGreaterThan(100);
	});
	expect(complaints).toEqual([]);
});

test('a request for correction: nothing typed is lost, the administrator answers, both see it', async ({ page }) => {
	test.setTimeout(180_000);
	await signIn(page, 'lin.yue');
	await visit(page, '/me/corrections');
	await expectSound(page);
	await page.getByRole('radio', { name: '档案、角色和登录' }).check();
	await page.getByRole('textbox', { name: '位置' }).fill('档案里的执法证号');
	await page.getByLabel('错在哪里，或者缺什么').fill('末位应当是 8');
	await page.getByRole('button', { name: '提交请求' }).click();
	await expect(page.getByText('写明应当是什么')).toBeVisible();
	await expect(page.getByLabel('错在哪里，或者缺什么')).toHaveValue('末位应当是 8');
	await expect(page.getByRole('radio', { name: '档案、角色和登录' })).toBeChecked();
	await page.getByLabel('应当是什么').fill('演示-QL0008');
	await page.getByRole('button', { name: '提交请求' }).click();
	await expect(page.getByText('已提交，答复会写在下面。')).toBeVisible();
	await expect(page.getByText('待办理')).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, ADMINISTRATOR);
	await visit(page, '/me');
	await page.getByRole('link', { name: '办理更正请求（待办 1 项）' }).click();
	await expect(page.getByText('档案里的执法证号')).toBeVisible();
	await expectSound(page);
	await page.getByRole('radio', { name: '已更正' }).check();
	await page.getByRole('button', { name: /^答复/ }).click();
	await expect(page.getByText('写明查到了什么、怎样处理，至少四个字。')).toBeVisible();
	await expect(page.getByRole('radio', { name: '已更正' })).toBeChecked();
	await page.getByLabel('理由').fill('查了发证记录，名册已改。');
	await page.getByRole('button', { name: /^答复/ }).click();
	await expect(page.getByText('没有待办理的请求。')).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, 'lin.yue');
	await visit(page, '/me/corrections');
	await expect(page.getByText('查了发证记录，名册已改。')).toBeVisible();
	await expectSound(page);
});

test('whoever does not want to be named is not, on the month and on the quarter; groups and neighbours have their addresses', async ({
	page
}) => {
	test.setTimeout(180_000);
	await signIn(page, 'lin.yue');
	await visit(page, '/me/data');
	await page.getByRole('radio', { name: '不显示姓名' }).check();
	await page.getByRole('button', { name: '保存' }).click();
	await expect(page.getByRole('radio', { name: '不显示姓名' })).toBeChecked();
	await visit(page, '/ranking/2026-10');
	await expect(page.getByRole('cell', { name: /^林岳/ })).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, 'su.yan');
	for (const path of ['/ranking/2026-10', '/ranking/2026-Q4', '/ranking/2026']) {
		await visit(page, path);
		await expect(page.getByText('（不公开）')).toHaveCount(1);
		expect(await page.content()).not.toContain('林岳');
		for (const { width, colorScheme } of LOOKS) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({ colorScheme });
			await expectSound(page);
		}
	}
	await expect(page.getByRole('heading', { level: 1, name: '2026年度榜单' })).toBeVisible();
	await visit(page, '/ranking/2026-10');
	await page.getByRole('link', { name: '前后三位' }).click();
	await expect(page).toHaveURL(/view=near/);
	const rows = page.locator('tbody tr');
	await expect.poll(() => rows.count()).toBeLessThanOrEqual(7);
	await expect(page.getByRole('cell', { name: /^苏砚/ })).toBeVisible();
	await page.getByRole('link', { name: '镇街' }).click();
	await expect(page).toHaveURL(/group=town/);
	await expect(rows.first()).toContainText('1');
	await expect(rows.filter({ hasText: '综合行政执法大队' })).toHaveCount(0);
	await expectSound(page);
});
