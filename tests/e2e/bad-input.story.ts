import type postgres from 'postgres';
import {
	expect,
	expectAccessible,
	fillSignIn,
	pick,
	picksFor,
	signIn,
	submitAnswer,
	test,
	visit
} from '../support/e2e.ts';
import { countAnswers, drawTypes, findUnreadCase, readKeys } from '../support/story-database.ts';

async function countSessions(sql: postgres.Sql, account: string): Promise<number> {
	const rows = await sql`select 1 from session s join person p on p.id = s.person_id where p.account = ${account}`;
	return rows.length;
}

test('a sign-in that fails says why at the field and keeps the account', async ({ page, sql }) => {
	const before = await countSessions(sql, 'qin.wangshu');
	await visit(page, '/login');
	await page.getByRole('button', { name: '登录' }).click();
	await expect(page.getByLabel('账号')).toHaveAccessibleDescription(/请填写账号。/);
	await expect(page.getByLabel('密码')).toHaveAccessibleDescription(/请填写密码。/);
	await expect(page.getByLabel('账号')).toBeFocused();
	await expectAccessible(page);

	await fillSignIn(page, 'qin.wangshu', '不是这个');
	await expect(page.getByLabel('密码')).toHaveAccessibleDescription(/账号或密码不对。/);
	await expect(page.getByLabel('密码')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('密码')).toBeFocused();
	await expect(page.getByLabel('账号')).toHaveValue('qin.wangshu');
	await fillSignIn(page, 'nobody.here', '不是这个');
	await expect(page.getByLabel('账号')).toHaveValue('nobody.here');
	await expect(page.getByLabel('密码')).toHaveAccessibleDescription(/账号或密码不对。/);
	await visit(page, '/me');
	await expect(page).toHaveURL(/\/login\?next=%2Fme$/);
	expect(await countSessions(sql, 'qin.wangshu')).toBe(before);
});

test('an answer that is none is refused at the field and nothing is stored', async ({ page, sql }) => {
	await signIn(page, 'qin.wangshu');
	const setId = await drawTypes(sql, 'qin.wangshu', ['numeric', 'single', 'multiple', 'truefalse']);
	const items = await readKeys(sql, setId);
	await visit(page, `/drills/sets/${setId}`);
	const number = page.getByLabel('填写数值');
	for (const [typed, said] of [
		['', '请填写一个数。'],
		['十五个工作日', '“十五个工作日”不是数'],
		['１２３４５６７８９０１２３４', '不是数']
	] as const) {
		await number.fill(typed);
		await submitAnswer(page);
		await expect(number).toHaveAccessibleDescription(new RegExp(said));
		await expect(number).toHaveValue(typed);
	}
	await expectAccessible(page);
	expect(await countAnswers(sql, setId)).toBe(0);
	await pick(page, items[0]!.task, picksFor(items[0]!.task, true));
	await submitAnswer(page);
	await expect(page.locator('#verdict')).toBeFocused();

	for (const said of ['请先选择一项。', '请至少选择一项。', '请先选择一项。']) {
		await visit(page, `/drills/sets/${setId}`);
		await submitAnswer(page);
		await expect(page.getByRole('group')).toHaveAccessibleDescription(new RegExp(said));
		const place = await countAnswers(sql, setId);
		await pick(page, items[place]!.task, picksFor(items[place]!.task, true));
		await submitAnswer(page);
		await expect(page.locator('#verdict')).toBeFocused();
	}
	expect(await countAnswers(sql, setId)).toBe(4);
});

test('two submits at once and a stale tab leave one answer, the first', async ({ page, context, sql, server }) => {
	await signIn(page, 'qin.wangshu');
	const setId = await drawTypes(sql, 'qin.wangshu', ['single', 'multiple']);
	const [single, multiple] = await readKeys(sql, setId);
	const stale = await context.newPage();
	await visit(page, `/drills/sets/${setId}`);
	await visit(stale, `/drills/sets/${setId}`);
	await pick(page, single!.task, picksFor(single!.task, true));
	await submitAnswer(page);
	await expect(page.getByText('全对', { exact: true })).toBeVisible();
	await pick(stale, single!.task, picksFor(single!.task, false));
	await submitAnswer(stale);
	await expect(stale.getByText('以第一次作答为准')).toBeVisible();
	await expect(stale.getByText('全对', { exact: true })).toBeVisible();

	const post = (isKnown: boolean) => {
		const body = new URLSearchParams([
			['position', '1'],
			...picksFor(multiple!.task, isKnown).map((one) => ['pick', one])
		]);
		return page.request.post(`/drills/sets/${setId}/answer`, {
			data: body.toString(),
			headers: {
				...{ origin: server.url, accept: 'application/json' },
				'content-type': 'application/x-www-form-urlencoded'
			}
		});
	};
	const answers = await Promise.all([post(true), post(false), post(true), post(false)]);
	for (const answer of answers) expect(await answer.json()).toHaveProperty('data.feedback');
	expect(await countAnswers(sql, setId)).toBe(2);
});

test('what is not there says so in Chinese and leads back', async ({ page, sql }) => {
	const foreign = await drawTypes(sql, 'lu.chenzhou', ['single']);
	await signIn(page, 'ye.qingjia');
	for (const path of [
		`/drills/sets/${foreign}`,
		'/drills/sets/0190a1b2-0000-7000-8000-000000000000',
		'/drills/sets/none',
		'/drills/none',
		'/laws/nope/1',
		'/laws/work-safety-law/9999',
		'/cases/nope',
		'/ranking/2026-13',
		'/ranking/2026-11/none',
		'/nope'
	]) {
		const answer = await page.goto(path);
		expect(answer!.status(), path).toBe(404);
		await expect(page.getByRole('heading', { level: 1, name: '没有找到这一页' })).toBeVisible();
		expect(await page.locator('main').innerText()).not.toMatch(/not found/i);
	}
	await expectAccessible(page);
	await page.getByRole('link', { name: '回到首页' }).click();
	await expect(page.getByRole('heading', { name: '今日待办' })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('贺知远 signs in, answers three questions and a checkpoint', async ({ page, sql }) => {
		const setId = await drawTypes(sql, 'he.zhiyuan', ['numeric', 'ordering', 'multiple']);
		const [numeric, ordering, multiple] = await readKeys(sql, setId);
		await page.goto(`/drills/sets/${setId}`);
		await expect(page).toHaveURL(/\/login\?next=/);
		await fillSignIn(page, 'he.zhiyuan');
		await expect(page).toHaveURL(new RegExp(`/drills/sets/${setId}$`));

		await page.getByLabel('填写数值').fill('约十五');
		await submitAnswer(page);
		await expect(page.getByLabel('填写数值')).toHaveAccessibleDescription(/“约十五”不是数/);
		await expect(page.getByLabel('填写数值')).toHaveValue('约十五');
		await page.getByLabel('填写数值').fill(picksFor(numeric!.task, true)[0]!);
		await submitAnswer(page);
		await expect(page).toHaveURL(/\?after=0$/);
		await expect(page.getByText('全对', { exact: true })).toBeVisible();
		await expect(page.getByRole('complementary', { name: '旁注' }).getByRole('link').first()).toBeAttached();
		await page.reload();
		await page.getByRole('link', { name: '下一题' }).click();

		const places = page.getByRole('combobox', { name: /^这一步排第几/ });
		await places.first().selectOption('2');
		await submitAnswer(page);
		await expect(page.getByText(/请先选择一项|请把所有步骤都排进顺序|两步/)).toBeVisible();
		for (const [place, key] of picksFor(ordering!.task, true).entries())
			await page.locator(`select[name="at-${key}"]`).selectOption(String(place + 1));
		await submitAnswer(page);
		await expect(page.getByText('全对', { exact: true })).toBeVisible();
		await page.getByRole('link', { name: '下一题' }).click();

		await submitAnswer(page);
		await expect(page.getByText('请至少选择一项。')).toBeVisible();
		await pick(page, multiple!.task, picksFor(multiple!.task, false));
		await submitAnswer(page);
		await expect(page.getByText(/^(部分得分|不得分)$/)).toBeVisible();
		await page.getByRole('link', { name: '查看结果' }).click();
		await expect(page.getByText('2 题全对')).toBeVisible();
		expect(await countAnswers(sql, setId)).toBe(3);

		await page.goto(`/cases/${await findUnreadCase(sql, 'he.zhiyuan')}`);
		await expect(page.getByText('后文折着')).toBeVisible();
		await page.getByRole('button', { name: '提交，往下读' }).click();
		await expect(page.getByText(/请先选择一项|请至少选择一项/)).toBeVisible();
		await page.getByRole('group').locator('label').first().click();
		await page.getByRole('button', { name: '提交，往下读' }).click();
		await expect(page).toHaveURL(/#/);
		await expect(page.getByText('为什么', { exact: true })).toHaveCount(1);
	});
});
