import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, hydrated, signIn, test, visit } from '../support/e2e.ts';

const WELDER = '刚换岗的电焊工';

/** Chooses in the group whose legend holds the words. */
const choose = (page: Page, question: string, option: string | RegExp) =>
	page.getByRole('group', { name: question }).getByRole('radio', { name: option }).check();
const submit = (page: Page) => page.getByRole('button', { name: '定下这一步' }).click();
const next = (page: Page) => page.getByRole('link', { name: /^下一步/ }).click();

test('林岳 decides a case from the file to the reasons, with one wrong early step and a reload in the middle', async ({
	page
}) => {
	test.setTimeout(120_000);
	const complaints = complaintsOf(page);
	await signIn(page, 'lin.yue');
	await visit(page, '/discretion/cases');
	await expectSound(page);
	await page.getByRole('listitem').filter({ hasText: WELDER }).first().getByRole('button').click();
	await page.waitForURL('**/discretion/cases/attempts/*');

	await test.step('which law: the wrong day is told at once, with the reason', async () => {
		await expect(page.getByRole('heading', { level: 1, name: WELDER })).toBeVisible();
		await expectSound(page);
		await choose(page, '按哪一天的法', /发现之日/);
		await choose(page, '适用哪部法', /安全生产法/);
		await submit(page);
		await expect(page.getByRole('heading', { name: '适用的法：3 / 5 分' })).toBeVisible();
		await expect(page.getByText('应为：行为终了之日（2026年9月13日）')).toBeVisible();
		await expectSound(page);
	});

	await test.step('going back does not give a second try', async () => {
		const here = page.url().replace(/\?.*/, '');
		await visit(page, here);
		await expect(page.getByRole('heading', { name: '有没有关口' })).toBeVisible();
		await choose(page, '应当停下来', /没有关口/);
		await submit(page);
		await next(page);
	});

	await test.step('what is chosen survives a reload', async () => {
		await choose(page, '适用哪一条罚则', /特种作业人员/);
		await page.reload();
		await hydrated(page);
		await expect(page.getByRole('radio', { name: /特种作业人员/ })).toBeChecked();
		await choose(page, '到了哪个阶段', '首次查实');
		await submit(page);
		await next(page);
	});

	await test.step('claims one by one; an unproven one counted costs its own points', async () => {
		await choose(page, '近两年没有', '计入');
		await choose(page, '期限没到就换上', '计入');
		await choose(page, '全程陪同', '计入');
		await choose(page, '经营困难', /不是裁量因子/);
		await submit(page);
		await expect(page.getByText('应为：不计：没有证据')).toBeVisible();
		await next(page);
	});

	await test.step('the tier, and an amount that cannot be read keeps what was typed', async () => {
		await choose(page, '落在哪一档', '从轻');
		await submit(page);
		await next(page);
		await page.getByLabel('罚款多少').fill('两万多');
		await choose(page, '听证权', '不需要');
		await submit(page);
		await expect(page.getByRole('alert').filter({ hasText: '读不出金额“两万多”' })).toBeVisible();
		await expect(page.getByLabel('罚款多少')).toHaveValue('两万多');
		await expectSound(page);
		await page.getByLabel('罚款多少').fill('２万元');
		await submit(page);
		await next(page);
	});

	await test.step('reasons, and the result with every step', async () => {
		await page
			.getByLabel('写说理')
			.fill(
				'9月8日查实一名焊工无证上岗，违反安全生产法第三十条，依第九十七条第一款第七项，首次查实，幅度10万元以下。' +
					'初次违法有查询件，及时改正有复查意见书；经营困难、态度好的主张不予采纳。从轻，依训练用裁量基准，罚款2万元。'
			);
		await submit(page);
		await expect(page.getByRole('heading', { name: '这个案子判完了' })).toBeVisible();
		await expect(page.getByText('得分92分')).toBeVisible();
		await expect(page.getByRole('img', { name: /写的是2万元，在区间内/ })).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: '没有证据就从轻' })).toContainText('✕ 中了');
		await expect(page.getByText('机器只查要素有没有写到')).toBeVisible();
		await expectSound(page);
		await page.reload();
		await expect(page.getByRole('heading', { name: '这个案子判完了' })).toBeVisible();
	});

	await test.step('the list knows it', async () => {
		await visit(page, '/discretion/cases?done=yes');
		await expect(page.getByRole('listitem').filter({ hasText: WELDER }).first()).toContainText('最好');
	});
	expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
});

test('a step is given with the keyboard alone, on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await signIn(page, 'su.yan');
	await visit(page, '/discretion/cases');
	await expectSound(page);
	await page.getByRole('listitem').filter({ hasText: WELDER }).first().getByRole('button').press('Enter');
	await page.waitForURL('**/discretion/cases/attempts/*');
	await expectSound(page);
	await page.getByRole('radio', { name: /行为终了之日/ }).focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: /^适用的法：/ })).toBeVisible();
	await expectSound(page);
});

test('another case is drawn, another one than any that was written', async ({ page }) => {
	await signIn(page, 'qin.wangshu');
	await visit(page, '/discretion/cases?level=3');
	await page.getByRole('button', { name: /^随机出一个/ }).click();
	await page.waitForURL('**/discretion/cases/attempts/*');
	await expect(page.getByText(/^随机出题 · 第 3 级/)).toBeVisible();
	await expect(page.getByText('卷内证据')).toBeVisible();
	await expectSound(page);
});

test('a session that ended while somebody wrote loses nothing', async ({ page, sql }) => {
	await signIn(page, 'he.zhiyuan');
	await visit(page, '/discretion/cases');
	await page.getByRole('listitem').filter({ hasText: WELDER }).first().getByRole('button').click();
	await page.waitForURL('**/discretion/cases/attempts/*');
	await choose(page, '按哪一天的法', /行为终了之日/);
	await choose(page, '适用哪部法', /安全生产法/);
	await sql`delete from session`;
	// Sessions are kept for seconds by a node (decision 0017).
	await page.waitForTimeout(6_000);
	await submit(page);
	await page.waitForURL('**/login?*');
	await page.getByLabel('账号').fill('he.zhiyuan');
	await page.getByLabel('密码').fill('qinglan-2026');
	await page.getByRole('button', { name: '登录' }).click();
	await page.waitForURL('**/discretion/cases/attempts/**');
	await expect(page.getByText('登录前填的还在')).toBeVisible();
	await expect(page.getByRole('radio', { name: /行为终了之日/ })).toBeChecked();
	await submit(page);
	await expect(page.getByRole('heading', { name: '适用的法：5 / 5 分' })).toBeVisible();
});

test('without JavaScript a step is given, refused and told like with it', async ({ browser, server }) => {
	const plain = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await plain.newPage();
	await page.goto('/login');
	await page.getByLabel('账号').fill('wen.yining');
	await page.getByLabel('密码').fill('qinglan-2026');
	await page.getByRole('button', { name: '登录' }).click();
	await page.goto('/discretion/cases');
	await page.getByRole('listitem').filter({ hasText: WELDER }).first().getByRole('button').click();
	await page.waitForURL('**/discretion/cases/attempts/*');
	await choose(page, '按哪一天的法', /行为终了之日/);
	await choose(page, '适用哪部法', /安全生产法/);
	await submit(page);
	await expect(page.getByRole('heading', { name: '适用的法：5 / 5 分' })).toBeVisible();
	await next(page);
	await expect(page.getByRole('heading', { name: '有没有关口' })).toBeVisible();
	await plain.close();
});

test('consistency: an officer sees the bureau without names and the own place; a trainer sees who', async ({
	page,
	browser,
	server
}) => {
	await test.step('the case that is still owed shows nothing, the other one everything but names', async () => {
		await signIn(page, 'lin.yue');
		await visit(page, '/discretion/consistency');
		await expect(page.getByText('本季度还没有答完这个案例')).toHaveCount(1);
		await expect(page.getByRole('img', { name: /沐川化工的罚款：法定幅度10万元至50万元/ })).toBeVisible();
		await expect(page.getByText(/自己写了 .+区间[内外]；比 \d+% 的同事高/).first()).toBeVisible();
		await expect(page.getByText('变异系数').first()).toBeVisible();
		await expect(page.getByText('各人的作答')).toHaveCount(0);
		await expectSound(page);
		await page.getByRole('link', { name: '2026年第三季度' }).click();
		await page.waitForURL('**/discretion/consistency?quarter=2026-Q3');
		await expectSound(page);
	});

	await test.step('a reference case tells nothing after a step', async () => {
		await visit(page, '/discretion/consistency');
		await page.getByRole('button', { name: /^开始作答/ }).click();
		await page.waitForURL('**/discretion/cases/attempts/*');
		await choose(page, '按哪一天的法', /作出决定之日/);
		await choose(page, '适用哪部法', /安全生产法/);
		await submit(page);
		await expect(page.getByRole('heading', { name: '有没有关口' })).toBeVisible();
		await expect(page.getByText('应为')).toHaveCount(0);
		await expectSound(page);
	});

	await test.step('the trainer sees names', async () => {
		const trainer = await browser.newPage({ baseURL: server.url });
		await signIn(trainer, 'liang.ruochuan');
		await visit(trainer, '/discretion/consistency');
		await trainer.getByText('各人的作答').first().click();
		await expect(trainer.getByRole('cell', { name: /苏砚|贺知远|温以宁|秦望舒/ }).first()).toBeVisible();
		await expectSound(trainer);
		await trainer.setViewportSize({ width: 360, height: 740 });
		await expectSound(trainer);
		await trainer.close();
	});
});
