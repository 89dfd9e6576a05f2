import type { Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, test, visit } from '../support/e2e.ts';

const WELDER = 'awsf-97-1-7-special-operators-uncertified';
const STAFFING = 'awsf-97-1-1-safety-org-staffing';
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const ruler = (page: Page) => page.getByRole('region', { name: '结果' }).getByRole('img').first();
const unit = (page: Page) => page.getByRole('group', { name: '单位', exact: true });

test('from words to a bracket: facts are answered, the page follows, and the address opens the same again', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const complaints = complaintsOf(page);
	await visit(page, '/discretion');
	await expectSound(page);
	await page.getByLabel('违法行为的说法，或法律名称和条号').fill('电工没有证就上岗');
	await page.getByRole('button', { name: '查找' }).click();
	await page.getByRole('link', { name: '特种作业人员未经专门培训' }).click();
	await expect(ruler(page)).toHaveAccessibleName(/法定幅度0元—10万元.*本案一般，3万元—7万元，建议5万元/);

	await test.step('a claim without evidence is shown as not counted, with evidence it counts', async () => {
		await unit(page).getByText('酌定从轻').click();
		await unit(page).getByRole('checkbox', { name: '初次违法' }).check();
		await expect(unit(page).getByText('没有计入：没有证据')).toBeVisible();
		await unit(page).getByLabel('证据（m1）').fill('查询打印件');
		await expect(unit(page).getByText('✓ 计入')).toBeVisible();
		await unit(page).getByRole('checkbox', { name: '及时改正' }).check();
		// Typing goes on while answers come back, and nothing of it is lost.
		await unit(page).getByLabel('证据（m2）').pressSequentially('复查意见书第五号', { delay: 120 });
		await expect(ruler(page)).toHaveAccessibleName(/本案从轻，0元—3万元，建议1.5万元/);
		await expect(unit(page).getByLabel('证据（m2）')).toHaveValue('复查意见书第五号');
		await expect(unit(page).getByLabel('证据（m2）')).toBeFocused();
	});

	await test.step('what is copied is the reasoning, and an address that opens the same', async () => {
		await page.getByRole('button', { name: '复制说理' }).click();
		await expect.poll(() => copied(page)).toContain('证据：复查意见书第五号');
		expect(await copied(page)).toContain('以本地裁量基准为准');
		await page.getByRole('button', { name: '复制链接' }).click();
		await expect.poll(() => copied(page)).toContain('/discretion?');
		const spoken = await ruler(page).getAttribute('aria-label');
		await visit(page, await copied(page));
		await expect(ruler(page)).toHaveAttribute('aria-label', spoken!);
		await expect(unit(page).getByLabel('证据（m1）')).toHaveValue('查询打印件');
		await expectSound(page);
	});

	await test.step('the law behind a step opens in its room', async () => {
		await page.getByRole('link', { name: '安全生产法第九十七条第一款第（七）项' }).first().click();
		await expect(page).toHaveURL(/\/laws\/work-safety-law\/97/);
		await page.getByRole('link', { name: /^裁量计算.*第（七）项$/ }).click();
		await expect(page).toHaveURL(new RegExp(`rule=${WELDER}`));
	});
	expect(complaints).toEqual([]);
});

test('the next stage brings the person in, another place other tiers, a second act is added', async ({ page }) => {
	await visit(page, `/discretion?rule=${STAFFING}&decided=2026-11-20`);
	const results = page.getByRole('region', { name: '结果' });
	await expect(results.getByRole('heading', { name: '直接责任人员' })).toHaveCount(0);
	await page.getByRole('radio', { name: '逾期未改正' }).check();
	await expect(results.getByRole('heading', { name: '直接责任人员' })).toBeVisible();
	await expect(results.getByText('听证：应当告知听证权').first()).toBeVisible();
	const before = await ruler(page).getAttribute('aria-label');
	await page.getByLabel('裁量基准').selectOption('local-example');
	await expect(ruler(page)).not.toHaveAttribute('aria-label', before!);
	await page.getByRole('link', { name: '加一个违法行为' }).click();
	await page.getByLabel('违法行为的说法').fill('没有培训');
	await page.getByRole('button', { name: '查找' }).click();
	await page.getByRole('link', { name: /安全教育培训/ }).click();
	await expect(results.getByText('合并处罚，罚款合计')).toBeVisible();
	await expect(page.getByRole('radio', { name: '逾期未改正' }).first()).toBeChecked();
	await expectSound(page);
});

test('amounts as people write them are read; others stay with a sentence', async ({ page }) => {
	await visit(page, '/discretion?rule=awsf-103-1-contract-to-unqualified');
	const income = page.getByLabel('违法所得');
	await income.fill('１６万元');
	await expect(ruler(page)).toHaveAccessibleName(/法定幅度32万元—80万元/);
	await income.fill('十六万');
	await expect(page.getByText('读不出金额“十六万”')).toBeVisible();
	await expect(income).toHaveValue('十六万');
	await expect(income).toHaveAttribute('aria-invalid', 'true');
	await expect(ruler(page)).toHaveAccessibleName(/法定幅度10万元—20万元/);
	await expectSound(page);
});

test('nonsense in the address is answered in words and changes nothing', async ({ page }) => {
	await visit(page, `/discretion?rule=no-such-rule&foo=1`);
	await expect(page.getByRole('alert')).toContainText('没有这条罚则：no-such-rule');
	await expect(page.getByRole('alert')).toContainText('“foo”');
	await visit(page, `/discretion?rule=${WELDER}&stage=later&ended=2026-02-30&place=atlantis`);
	await expect(page.getByRole('alert')).toContainText('stage=later');
	await expect(page.getByLabel('行为终了日')).toHaveValue('2026-02-30');
	await expect(page.getByText('“2026-02-30”不是日期')).toBeVisible();
	await expect(ruler(page)).toHaveAccessibleName(/本案一般/);
	await visit(page, '/discretion?rule=whp-75-1-prohibited-chemicals&ended=2026-06-01');
	await expect(page.getByRole('heading', { name: '依法不能计算' })).toBeVisible();
	await expectSound(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the form is sent and the answer stands on the next page', async ({ page }) => {
		await page.goto(`/discretion?rule=${WELDER}`);
		await page.getByRole('radio', { name: '逾期未改正' }).check();
		await page.getByRole('button', { name: '计算' }).click();
		await expect(page.getByRole('radio', { name: '逾期未改正' })).toBeChecked();
		await expect(ruler(page)).toHaveAccessibleName(/法定幅度10万元—20万元/);
	});
});

test('by keyboard alone, on a phone: the line at the bottom leads to the result', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 760 });
	await visit(page, `/discretion?rule=${WELDER}`);
	await expectSound(page);
	await page.getByRole('checkbox', { name: '违法事实不清' }).focus();
	await page.keyboard.press('Space');
	const strip = page.getByRole('link', { name: /^单位 不予处罚/ });
	await expect(strip).toBeVisible();
	await expect(page.getByRole('checkbox', { name: '违法事实不清' })).toBeFocused();
	await strip.press('Enter');
	await expect(page.getByRole('region', { name: '结果' })).toBeInViewport();
});

test('on paper: the case in lines, the ruler and the reasons, no form', async ({ page }) => {
	await visit(page, `/discretion?rule=${WELDER}&u.m1=1&u.m1.e=查询打印件&ended=2026-10-15`);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('form', { name: '案情' })).toBeHidden();
	await expect(page.getByRole('region', { name: '案情摘要' })).toContainText('终了：2026年10月15日');
	await expect(page.getByRole('region', { name: '案情摘要' })).toContainText('查询打印件');
	await expect(ruler(page)).toBeVisible();
	await expect(page.getByRole('heading', { name: '说理' })).toBeVisible();
});
