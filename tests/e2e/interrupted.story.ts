import {
	expect,
	expectAccessible,
	fillSignIn,
	goOn,
	pick,
	picked,
	picksFor,
	signIn,
	submitAnswer,
	test,
	visit
} from '../support/e2e.ts';
import { countAnswers, drawTypes, findUnreadCase, readKeys } from '../support/story-database.ts';

test('程北辰’s session ends twice in the middle of a drill and the answers are there after sign-in', async ({
	page,
	context,
	sql
}) => {
	await signIn(page, 'cheng.beichen');
	const setId = await drawTypes(sql, 'cheng.beichen', ['multiple', 'ordering', 'numeric']);
	const items = await readKeys(sql, setId);
	const end = [
		() => context.clearCookies(),
		() =>
			sql`update session set expires_at = created_at where person_id = (select id from person where account = 'cheng.beichen')`,
		() => context.clearCookies()
	];
	await visit(page, `/drills/sets/${setId}`);
	for (const [place, { task }] of items.entries()) {
		const picks = picksFor(task, true);
		await pick(page, task, picks);
		await end[place]!();
		await submitAnswer(page);
		await expect(page.getByText('答案还留着')).toBeVisible();
		expect(await countAnswers(sql, setId)).toBe(place);
		await fillSignIn(page, 'cheng.beichen');
		await expect(page.getByText('登录前选的答案还在')).toBeVisible();
		if (task.type === 'numeric') await expect(page.getByLabel('填写数值')).toHaveValue(picks[0]!);
		else if (task.type === 'ordering') expect(await picked(page)).toEqual(picks);
		else expect((await picked(page)).sort()).toEqual([...picks].sort());
		await submitAnswer(page);
		await expect(page.getByText('全对', { exact: true })).toBeVisible();
		await goOn(page);
	}
	await expect(page.getByText('3 题全对')).toBeVisible();
});

test('范予安’s session ends while reading a case and the answer counts all the same', async ({
	page,
	context,
	sql
}) => {
	await signIn(page, 'fan.yuan');
	const path = `/cases/${await findUnreadCase(sql, 'fan.yuan')}`;
	const kept = async () => {
		const rows = await sql`
			select 1 from checkpoint_answer a join person p on p.id = a.person_id
			where p.account = 'fan.yuan' and '/cases/' || a.case_id = ${path}`;
		return rows.length;
	};
	await visit(page, path);
	await page.getByRole('group').locator('label').nth(1).click();
	const chosen = await page.locator('form input:checked').getAttribute('value');
	await context.clearCookies();
	await page.getByRole('button', { name: '提交，往下读' }).click();
	await expect(page.getByText('答案还留着')).toBeVisible();
	expect(await kept()).toBe(0);
	await fillSignIn(page, 'fan.yuan');
	await expect(page.locator('form input:checked')).toHaveAttribute('value', chosen!);
	await page.getByRole('button', { name: '提交，往下读' }).click();
	await expect(page.getByText('为什么', { exact: true })).toHaveCount(1);
	expect(await kept()).toBe(1);
});

test('白景行 loses the network, then the server, and no answer', async ({ page, context, sql, server }) => {
	await signIn(page, 'bai.jingxing');
	const setId = await drawTypes(sql, 'bai.jingxing', ['multiple', 'single', 'truefalse', 'numeric']);
	const items = await readKeys(sql, setId);
	const answer = async (place: number) => pick(page, items[place]!.task, picksFor(items[place]!.task, true));
	const confirm = async () => {
		await expect(page.getByText('全对', { exact: true })).toBeVisible();
		await goOn(page);
	};
	await visit(page, `/drills/sets/${setId}`);

	await test.step('the network is lost and comes back', async () => {
		await answer(0);
		const chosen = await picked(page);
		await context.setOffline(true);
		await submitAnswer(page);
		await expect(page.getByRole('alert')).toContainText('未保存，答案还在这里。网络断开，恢复后自动重试。');
		expect(await picked(page)).toEqual(chosen);
		expect(await countAnswers(sql, setId)).toBe(0);
		await expectAccessible(page);
		await context.setOffline(false);
		await confirm();
		expect(await countAnswers(sql, setId)).toBe(1);
	});
	await test.step('the server is killed between two answers', async () => {
		await answer(1);
		await submitAnswer(page);
		await confirm();
		await server.kill();
		await answer(2);
		await submitAnswer(page);
		await expect(page.getByRole('alert')).toContainText('未保存，答案还在这里。连不上服务器，请稍后重试。');
		await server.reopen();
		await page.getByRole('button', { name: '重试' }).click();
		await confirm();
	});
	await test.step('every acknowledged answer is there', async () => {
		await visit(page, `/drills/sets/${setId}`);
		await expect(page.getByRole('img', { name: /4 题已答 3 题/ })).toBeVisible();
		await answer(3);
		await submitAnswer(page);
		await confirm();
		await expect(page.getByText('4 题全对')).toBeVisible();
		expect(await countAnswers(sql, setId)).toBe(4);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('温以宁’s session ends in the middle of a drill', async ({ page, sql, context }) => {
		const setId = await drawTypes(sql, 'wen.yining', ['multiple', 'ordering']);
		const [multiple] = await readKeys(sql, setId);
		await page.goto(`/login?next=/drills/sets/${setId}`);
		await fillSignIn(page, 'wen.yining');
		const picks = picksFor(multiple!.task, true);
		await pick(page, multiple!.task, picks);
		await context.clearCookies();
		await submitAnswer(page);
		await expect(page.getByText('答案还留着')).toBeVisible();
		await fillSignIn(page, 'wen.yining');
		await expect(page.getByText('登录前选的答案还在')).toBeVisible();
		expect((await picked(page)).sort()).toEqual([...picks].sort());
		await submitAnswer(page);
		await expect(page.getByText('全对', { exact: true })).toBeVisible();
		expect(await countAnswers(sql, setId)).toBe(1);
	});
});
