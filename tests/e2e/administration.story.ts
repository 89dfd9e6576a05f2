import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, fillSignIn, signIn, test, visit } from '../support/e2e.ts';

const ADMINISTRATOR = 'guan.ziyuan';
const SUPERVISOR = 'wei.dongli';

const become = async (page: Page, account: string, path: string) => {
	await page.context().clearCookies();
	await signIn(page, account);
	await visit(page, path);
};
/** Opens a fold of the page and fills in what is in it. */
const unfold = async (page: Page, title: string) => {
	const fold = page.locator('details', { has: page.locator('summary', { hasText: title }) });
	await fold.locator('summary').click();
	return fold;
};
const onAPhone = async (page: Page, work: () => Promise<void>) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await work();
	await page.setViewportSize({ width: 1280, height: 800 });
};

test('a unit, a person with a first password, a duty that two confirm, and an account that is closed while it is used', async ({
	page,
	browser,
	server,
	sql
}) => {
	test.setTimeout(150_000);
	const complaints = complaintsOf(page);
	let password = '';

	await test.step('the administrator sets up a unit, after a name that is taken', async () => {
		await become(page, ADMINISTRATOR, '/admin');
		await expectSound(page);
		await page.getByRole('link', { name: '单位', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('单位');
		await page.getByLabel('隶属').selectOption({ label: '　综合行政执法大队' });
		await page.getByLabel('名称').fill('直属中队');
		await page.getByLabel('类别').selectOption('brigade');
		await page.getByRole('button', { name: '设立' }).click();
		await expect(page.getByText('✓ 已设立。')).toBeVisible();
		await expectSound(page);
		const rename = await unfold(page, '更名');
		await rename.getByLabel('新名称').fill('机动中队');
		await rename.getByRole('button', { name: '更名' }).click();
		await expect(page.getByText('更名：直属中队 → 机动中队')).toBeVisible();
		await onAPhone(page, () => expectSound(page));
		const close = await unfold(page, '撤销');
		await close.getByRole('button', { name: '撤销单位' }).click();
		await expect(page.getByText('写明撤销的依据或者理由。')).toBeVisible();
	});

	await test.step('a person: what was typed stays when it is refused; the password is shown once', async () => {
		await visit(page, '/admin/people');
		await expect(page.getByRole('status').filter({ hasText: '人' })).toContainText('41 人');
		await expectSound(page);
		await onAPhone(page, () => expectSound(page));
		await page.getByRole('link', { name: '新增人员' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('新增人员');
		await page.getByLabel('姓名').fill('樊青禾');
		await page.getByLabel('账号').fill('lin.yue');
		await page.getByLabel('单位').selectOption({ label: '　　机动中队' });
		await page.getByRole('button', { name: '建档并生成初始密码' }).click();
		await expect(page.getByText('账号 lin.yue 已有人使用。')).toBeVisible();
		await expect(page.getByLabel('姓名')).toHaveValue('樊青禾');
		await page.getByLabel('账号').fill('fan.qinghe');
		await page.getByRole('button', { name: '建档并生成初始密码' }).click();
		password = (await page.locator('.first .code').last().textContent())!.trim();
		expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
		await expectSound(page);
		await page.getByRole('link', { name: '查看樊青禾的档案' }).click();
		await expectSound(page);
		await onAPhone(page, () => expectSound(page));
	});

	await test.step('supervisor is asked for, and is nobody’s before another person agrees', async () => {
		const grant = await unfold(page, '授予角色');
		await grant.getByLabel('角色').selectOption('supervisor');
		await grant.getByLabel('理由').fill('分管领导指定。');
		await grant.getByRole('button', { name: '授予或者提出申请' }).click();
		await expect(page.getByText('七天内由第二个人确认后生效')).toBeVisible();
		await expect(page.getByText('待第二人确认')).toBeVisible();
		await visit(page, '/admin/duties');
		await expect(page.getByText('等督导卫东篱确认')).toBeVisible();
		await become(page, SUPERVISOR, '/admin');
		await expect(page.getByText('1 项等本人确认')).toBeVisible();
		await page.getByRole('link', { name: '三员变更' }).click();
		await expectSound(page);
		await onAPhone(page, () => expectSound(page));
		await page.getByLabel('同意，立即生效').check();
		await page.getByRole('button', { name: '确认处理' }).click();
		await expect(page.getByText('已办理。')).toBeVisible();
		await expect(page.getByText('已确认')).toBeVisible();
	});

	await test.step('signed in with the first password, and out at once when two close the account', async () => {
		const theirs = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
		const own = await theirs.newPage();
		await own.goto('/login');
		await fillSignIn(own, 'fan.qinghe', password);
		await own.waitForURL('**/password');
		await own.getByLabel('初始密码').fill(password);
		await own.getByLabel('新密码', { exact: true }).fill('机动中队的桂花 2026');
		await own.getByLabel('再输一次新密码').fill('机动中队的桂花 2026');
		await own.getByRole('button', { name: /密码/ }).click();
		await own.goto('/admin');
		await expect(own.getByRole('link', { name: '三员变更' })).toBeVisible();

		await become(page, ADMINISTRATOR, '/admin/people?q=青禾');
		await page.getByRole('link', { name: '樊青禾' }).click();
		const account = await unfold(page, '申请停用或者重设密码');
		await account.getByLabel('停用账号').check();
		await account.getByLabel('理由').fill('借调期满。');
		await account.getByRole('button', { name: '提出申请' }).click();
		await expect(page.getByText('待第二人确认')).toBeVisible();
		expect((await own.goto('/me'))?.status()).toBe(200);
		await become(page, SUPERVISOR, '/admin/duties');
		await page.getByLabel('同意，立即生效').check();
		await page.getByRole('button', { name: '确认处理' }).click();
		await expect(page.getByText('已办理。')).toBeVisible();
		await own.goto('/me');
		expect(new URL(own.url()).pathname).toBe('/login');
		await fillSignIn(own, 'fan.qinghe', '机动中队的桂花 2026');
		await expect(own.getByText('账号或密码不对。')).toBeVisible();
		await theirs.close();
	});

	const [row] = await sql`select count(*)::int as open from role_grant g join person p on p.id = g.person_id
		where p.account = 'fan.qinghe' and g.role = 'supervisor' and g.ended_at is null`;
	expect(row!['open']).toBe(0);
	expect(complaints.filter((text) => !text.includes('status of 400'))).toEqual([]);
});

test('without JavaScript: a role is granted and ended, days away are recorded, and refusals keep what was typed', async ({
	browser,
	server
}) => {
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, ADMINISTRATOR);
	await page.goto('/admin/people?q=lin.yue');
	await page.getByRole('link', { name: '林岳' }).click();
	const grant = await unfold(page, '授予角色');
	await grant.getByLabel('角色').selectOption('judge');
	await grant.getByLabel('起', { exact: true }).fill('2027-01-10');
	await grant.getByLabel('至', { exact: true }).fill('2027-01-05');
	await grant.getByLabel('理由').fill('区级比赛评委');
	await grant.getByRole('button', { name: '授予或者提出申请' }).click();
	await expect(page.getByText('截止日不能早于起始日。')).toBeVisible();
	await expect(grant.getByLabel('理由')).toHaveValue('区级比赛评委');
	await grant.getByLabel('至', { exact: true }).fill('');
	await grant.getByRole('button', { name: '授予或者提出申请' }).click();
	await expect(page.getByText('✓ 角色已授予。')).toBeVisible();
	const leave = await unfold(page, '登记离岗');
	await leave.getByLabel('哪一种').selectOption('training');
	await leave.getByLabel('最后一天').fill('2027-01-15');
	await leave.getByRole('button', { name: '登记离岗' }).click();
	await expect(page.getByText('✓ 离岗已登记。')).toBeVisible();
	await page.goto('/admin/people?state=away');
	await expect(page.getByRole('link', { name: '林岳' })).toBeVisible();
	// Nobody’s register: the same as an address that is not there.
	await context.clearCookies();
	await signIn(page, 'su.yan');
	for (const path of ['/admin', '/admin/people', '/admin/units', '/admin/duties']) {
		expect((await page.goto(path))?.status(), path).toBe(404);
	}
	await context.close();
});
