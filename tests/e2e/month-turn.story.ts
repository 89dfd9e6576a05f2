import { spawnSync } from 'node:child_process';
import { environmentOf, ROOT } from '../support/cluster.ts';
import { expect, expectSound, goOn, pick, picksFor, signIn, submitAnswer, test, visit } from '../support/e2e.ts';
import { readKeys } from '../support/story-database.ts';

const CLOCK = '2026-12-02T09:00';
test.use({ clock: CLOCK });

test('on the first days of December the board of November stands beside the new one', async ({ page, sql, server }) => {
	test.setTimeout(90_000);
	await signIn(page, 'lin.yue');
	await visit(page, '/');
	await expect(page.getByText(/^上月(列第 \d+ 位|未上榜)，共 \d+ 人上榜/)).toBeVisible();
	await expectSound(page);
	await page.getByRole('link', { name: '看2026年11月榜' }).click();

	await test.step('November is closed and shows its root', async () => {
		await expect(page.getByRole('heading', { level: 1, name: '2026年11月榜单' })).toBeVisible();
		await expect(page.getByText(/已封账，2026年12月\d日/)).toBeVisible();
		await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
		await expectSound(page);
	});
	await test.step('December is empty and shows the top of November', async () => {
		await visit(page, '/ranking');
		await expect(page.getByRole('heading', { level: 1, name: '2026年12月榜单' })).toBeVisible();
		const previous = page.getByRole('region', { name: '2026年11月前列' });
		await expect(previous.getByRole('listitem')).toHaveCount(5);
		await expect(page.getByText('本月还没有人入账')).toBeVisible();
		await expectSound(page);
	});
	await test.step('one daily drill opens December', async () => {
		await visit(page, '/drills/daily');
		await page.getByRole('button', { name: '开始今日练兵' }).click();
		await page.waitForURL('**/drills/sets/*');
		const items = await readKeys(sql, new URL(page.url()).pathname.split('/').at(-1)!);
		for (const { task } of items) {
			await pick(page, task, picksFor(task, true));
			await submitAnswer(page);
			await expect(page.locator('#verdict')).toBeFocused();
			await goOn(page);
		}
		await expect(page.getByText('10 题全对')).toBeVisible();
		await expect(page.getByText('已计入12月榜单')).toBeVisible();
		await page.getByRole('link', { name: '查看榜单' }).click();
		await expect(page.getByText(/本人尚未上榜：/)).toBeVisible();
		await expect(page.getByText('规则第 2 版')).toBeVisible();
		for (const head of ['首答', '保持', '文书', '评查', '裁量', '案例']) {
			await expect(page.getByRole('columnheader', { name: head })).toBeVisible();
		}
		await expectSound(page);
		await expect(page.getByRole('row').filter({ hasText: '林岳' })).toBeVisible();
	});
	await test.step('the month can be chosen, and the books hold', async () => {
		await page.getByLabel('看哪个月').selectOption('2026-10');
		await expect(page.getByRole('heading', { level: 1, name: '2026年10月榜单' })).toBeVisible();
		const verify = spawnSync(process.execPath, ['src/start.mjs', '--cli', 'ranking', 'verify'], {
			cwd: ROOT,
			encoding: 'utf8',
			env: { ...process.env, ...environmentOf(server.database), LEITAI_CLOCK: CLOCK }
		});
		expect(verify.status, verify.stdout + verify.stderr).toBe(0);
	});
});
