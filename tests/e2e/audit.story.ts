import { readFileSync } from 'node:fs';
import { complaintsOf, expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

/** Both themes and widths that every page has to stand. */
const LOOKS = [
	{ width: 360, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' }
] as const;

test('管子渊 changes a setting, 严守正 finds it with what it was and became, takes it along and checks the log', async ({
	page,
	sql
}) => {
	test.setTimeout(180_000);
	const complaints = complaintsOf(page);
	const looksSound = async () => {
		for (const { width, colorScheme } of LOOKS) {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ colorScheme });
			await expectSound(page);
		}
	};

	await test.step('what cannot be is refused at its field and nothing typed is lost; then it is saved with its reason', async () => {
		await signIn(page, 'guan.ziyuan');
		await visit(page, '/admin/settings');
		await looksSound();
		await page.getByRole('link', { name: '密码最短长度' }).click();
		await expect(page.getByRole('heading', { level: 1, name: '密码最短长度' })).toBeVisible();
		await page.getByLabel('改成（位）').fill('4');
		await page.getByLabel('为什么改').fill('按等保要求加长。');
		await page.getByRole('button', { name: '保存' }).click();
		await expect(page.getByText('应在 8–64位 之内。')).toBeVisible();
		await expect(page.getByLabel('为什么改')).toHaveValue('按等保要求加长。');
		await page.getByLabel('改成（位）').fill('14');
		await page.getByRole('button', { name: '保存' }).click();
		await expect(page.getByRole('status').filter({ hasText: '已记下' })).toBeVisible();
		await expect(page.getByRole('row', { name: /10 位 → 14 位/ })).toBeVisible();
		await looksSound();
	});

	await test.step('what guards others waits for somebody else', async () => {
		await visit(page, '/admin/settings/identity.separate-duties');
		await page.getByLabel('关', { exact: true }).check();
		await page.getByLabel('为什么改').fill('全局只有一个人懂。');
		await page.getByRole('button', { name: '提出，等第二个人确认' }).click();
		await expect(page.getByRole('heading', { name: '等第二个人确认：开 → 关' })).toBeVisible();
		await expect(page.getByText('自己提出的改动由另一个人确认。')).toBeVisible();
		await expect(page.getByLabel('确认，立即生效')).toHaveCount(0);
	});

	await test.step('the notice of next year, pasted, previewed, taken up', async () => {
		await visit(page, '/admin/settings/calendar');
		await expect(page.getByText('还没有 2027 年的安排')).toBeVisible();
		await page.getByLabel('通知的名称和文号').fill('国务院办公厅关于2027年部分节假日安排的通知');
		await page.getByLabel('通知日期').fill('2026-11-04');
		await page.getByLabel('每天一行').fill('2027-01-01至2027-01-03,放假,元旦\n2027-01-05,上班,元旦');
		await page.getByRole('button', { name: '预览' }).click();
		await expect(page.getByText('第 2 行“2027-01-05,上班,元旦”')).toBeVisible();
		await page.getByLabel('每天一行').fill('2027-01-01至2027-01-03,放假,元旦\n2027-01-09,上班,元旦');
		await page.getByRole('button', { name: '预览' }).click();
		await expect(page.getByText('放假 3 天，周末上班 1 天。')).toBeVisible();
		await looksSound();
		await page.getByRole('button', { name: '确认导入' }).click();
		await expect(page.getByText('2027 年的安排已导入')).toBeVisible();
		await expect(page.getByText('还没有 2027 年的安排')).toHaveCount(0);
	});

	await test.step('the auditor finds it by person and part, with before and after', async () => {
		await page.context().clearCookies();
		await signIn(page, 'yan.shouzheng');
		await visit(page, '/');
		await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审计' }).click();
		await page.getByLabel('人员').fill('管子渊');
		await page.getByLabel('事项').selectOption('settings');
		await page.getByRole('button', { name: '查', exact: true }).click();
		await page.waitForURL(/who=/);
		const row = page
			.getByRole('row')
			.filter({ hasText: '密码最短长度' })
			.or(page.getByRole('row').filter({ hasText: 'password-min-length' }));
		await expect(row).toContainText('修改设置');
		await expect(row.locator('del')).toHaveText('10');
		await expect(row.locator('ins')).toHaveText('14');
		await expect(page.getByRole('row').filter({ hasText: '导入节假日安排' })).toHaveCount(1);
		await expect(page.getByRole('row').filter({ hasText: '提出修改设置' })).toHaveCount(1);
		await looksSound();
	});

	await test.step('the file holds what was found, and that it was taken is in the log', async () => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: /导出查到的/ }).click()
		]);
		expect(download.suggestedFilename()).toBe('audit-2026-11-20.csv');
		const text = readFileSync(await download.path(), 'utf8');
		expect(text).toContain('setting:identity.password-min-length');
		expect(text.trim().split('\r\n')).toHaveLength(4);
		const [row] = await sql`select detail->>'rows' as rows from audit_entry where use_case = 'audit.export'`;
		expect(row!.rows).toBe('3');
	});

	await test.step('the log is as it was sealed, until somebody reaches past the triggers', async () => {
		await page.getByRole('button', { name: '核对全部日志' }).click();
		await expect(page.getByRole('status').filter({ hasText: '核对无误' })).toBeVisible();
		await sql`alter table audit_entry disable trigger user`;
		await sql`update audit_entry set detail = detail || '{"value": 8}' where use_case = 'settings.change'`;
		await sql`alter table audit_entry enable trigger user`;
		await page.getByRole('button', { name: '核对全部日志' }).click();
		await expect(page.getByText('的内容与封存时不同')).toBeVisible();
		await looksSound();
	});

	await test.step('nobody else opens the log, and the auditor changes nothing', async () => {
		await visit(page, '/admin/settings/bureau.name');
		await expect(page.getByRole('button', { name: '保存' })).toHaveCount(0);
		await page.context().clearCookies();
		await signIn(page, 'guan.ziyuan');
		expect((await page.request.get('/admin/audit')).status()).toBe(404);
	});
	expect(complaints).toEqual([]);
});
