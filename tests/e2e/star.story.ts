import type { Browser, Locator, Page } from '@playwright/test';
import { complaintsOf, expect, expectSound, fillSignIn, signIn, test, visit } from '../support/e2e.ts';
import { startServer } from '../support/server.ts';

/** A Tuesday, the first working day after November: its board is closed, nobody has opened the star. */
test.use({ clock: '2026-12-01T09:00' });
const SUPERVISOR = 'wei.dongli';
const MOST_CLICKS = 25;

test('the star of November: proposed, judged, a tie, an objection upheld, the next one published; October and September beside it', async ({
	page,
	browser,
	server,
	sql
}) => {
	test.setTimeout(420_000);
	const complaints = complaintsOf(page);
	page.setDefaultTimeout(30_000);
	let clicks = 0;
	/** What the supervisor presses; everything is counted. */
	const press = async (locator: Locator) => {
		clicks++;
		await locator.click();
	};
	const button = (name: string | RegExp) => page.getByRole('button', { name });
	const become = async (account: string, path: string) => {
		await page.context().clearCookies();
		await signIn(page, account);
		await visit(page, path);
	};

	await become(SUPERVISOR, '/ranking/awards');
	await expectSound(page);
	await expect(page.getByText('2026年9月执法之星')).toBeVisible();
	await press(button('启动评选'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026年11月执法之星');
	const path = new URL(page.url()).pathname;
	const names = await page.locator('article h3').allTextContents();
	expect(names.length).toBeGreaterThanOrEqual(3);
	await expectSound(page);

	await test.step('a unit writes the deeds of its nominee', async () => {
		const [first] = await sql<{ account: string }[]>`select p.account from award_step s
			join person p on p.id = (s.detail->'nominees'->0->>'officerId')::uuid
			join award_run r on r.id = s.run_id where s.act = 'open' and r.cycle = '2026-11'`;
		await become(first!.account, path);
		await page.locator('summary', { hasText: '补充' }).first().click();
		await page
			.getByLabel('事迹', { exact: true })
			.first()
			.fill('带教两名新人，把三类常见问题整理成一页纸，在晨会上讲给大家。');
		await button('保存事迹').first().click();
		await expect(page.getByText('事迹已保存')).toBeVisible();
	});

	await become(SUPERVISOR, path);
	await press(button('审查完毕，抽取评审组'));
	await expect(page.getByText('评审组已抽出')).toBeVisible();

	await test.step('each of the panel fills the sheet on a phone; all the same marks', async () => {
		const panel = await sql<{ account: string }[]>`select p.account from award_step s
			cross join jsonb_array_elements_text(s.detail->'panel') as member (id) join person p on p.id = member.id::uuid
			join award_run r on r.id = s.run_id where s.act = 'qualify' and r.cycle = '2026-11'`;
		await page.setViewportSize({ width: 360, height: 740 });
		for (const [place, { account }] of panel.entries()) {
			await become(account, path);
			await page.getByRole('link', { name: '填评审表' }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('评审表');
			if (place === 0) await expectSound(page);
			for (const select of await page.locator('select').all()) await select.selectOption('8');
			await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
			if (place === 0) {
				await page.reload();
				await expect(page.locator('select').first()).toHaveValue('8');
				// An extreme mark without a reason is refused at its place, and nothing is lost.
				await page.locator('select').first().selectOption('10');
				await button('交评审表').click();
				await expect(page.getByText('打了 10 分，写一句理由')).toBeVisible();
				await expect(page.locator('select').nth(1)).toHaveValue('8');
				await page.locator('select').first().selectOption('8');
			}
			await button('交评审表').click();
			await expect(page.getByText('评审表已交')).toBeVisible();
			if (place < panel.length - 1) await expect(page.getByText('评审平均')).toHaveCount(0);
		}
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	await become(SUPERVISOR, path);
	await expect(page.getByText('由榜单总分决定先后').first()).toBeVisible();
	const star = (await page
		.locator('article h3')
		.first()
		.evaluate((heading) => heading.firstChild!.textContent))!.trim();
	await press(button(`公示${star}`));
	await expect(page.getByText('已公示')).toBeVisible();

	await test.step('everybody reads the notice, without an account or a cookie', async () => {
		const cookies = await inPublic(
			browser,
			server.url,
			path.replace('/ranking/awards', '/public/stars'),
			async (visitor) => {
				await expect(visitor.getByText('到2026年12月8日（含当日）')).toBeVisible();
				await expectSound(visitor);
			}
		);
		expect(cookies).toBe(0);
	});

	await test.step('somebody objects; the clock stops', async () => {
		await become('wen.yining', path);
		await page.locator('summary', { hasText: `对${star}提出异议` }).click();
		await page.getByLabel('事实、理由和证据').fill('公示事迹里的一页纸是全队一起整理的。');
		await button('实名提出异议').click();
		await expect(page.getByText('异议已收到')).toBeVisible();
		await expect(page.getByText('公示暂停，等异议核实')).toBeVisible();
	});

	await test.step('two who were not on the panel find it right', async () => {
		const verifiers = await sql<{ account: string }[]>`select distinct p.account from person p
			join role_grant g on g.person_id = p.id and g.role in ('trainer', 'judge', 'legal-reviewer')
			where p.id::text not in (select jsonb_array_elements_text(s.detail->'panel') from award_step s
				join award_run r on r.id = s.run_id where s.act = 'qualify' and r.cycle = '2026-11') order by 1`;
		for (const account of [verifiers[0]!.account, SUPERVISOR]) {
			await become(account, path);
			const radio = page.getByLabel('异议成立');
			const send = button('写下核实意见');
			await page.getByLabel('核实的经过和理由').fill('问过全队，情况属实，事迹没有注明合作。');
			if (account === SUPERVISOR) {
				await press(radio);
				await press(send);
			} else {
				await radio.check();
				await send.click();
			}
			await expect(page.getByText('核实意见已记下')).toBeVisible();
		}
	});
	await expect(page.getByText('异议成立，取消')).toBeVisible();
	await press(button(/^公示/));
	await expect(page.getByText('已公示')).toBeVisible();

	// Ten days on, the same bureau: the publicity of the second one is over.
	const later = await startServer({ database: server.database, clock: '2026-12-10T09:00', readySeconds: 60 });
	try {
		// A session of ten days ago is over.
		await page.context().clearCookies();
		await visit(page, `${later.url}/login`);
		await fillSignIn(page, SUPERVISOR);
		await page.waitForURL((url) => url.pathname !== '/login');
		await visit(page, `${later.url}${path}`);
		await page.getByLabel('签批人（姓名、职务）').first().fill('局长 周怀瑾');
		await press(button('登记领导签批'));
		await expect(page.getByText('签批已登记')).toBeVisible();
		await press(button('发布'));
		await expect(page.getByText('已发布。')).toBeVisible();
		await expectSound(page);
		expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
		test.info().annotations.push({ type: 'clicks of the supervisor', description: String(clicks) });

		await page.getByRole('link', { name: '证书' }).first().click();
		await expect(page.getByText('荣誉证书')).toBeVisible();
		await expectSound(page);
		const code = (await page.locator('.check strong').textContent())!;
		const [revoked] = await sql<{ code: string }[]>`select code from award_notice where state = 'revoked'`;
		await inPublic(browser, later.url, '/public/check', async (visitor) => {
			await expectSound(visitor);
			const ask = async (typed: string) => {
				await visitor.goto(`${later.url}/public/check`);
				await visitor.getByLabel('证书上的核验码').fill(typed);
				await visitor.getByRole('button', { name: '核验' }).click();
			};
			await ask(code.toLowerCase());
			await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('✓ 证书有效');
			await expect(visitor.getByText('评优〔2026〕')).toBeVisible();
			await expectSound(visitor);
			await ask(`${code.slice(0, -2)}00`);
			await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('✕ 查无此证');
			await ask(revoked!.code);
			await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('✕ 证书已撤销');
			await visitor.goto(`${later.url}/public/stars`);
			await expect(visitor.getByText(star, { exact: true })).toHaveCount(0);
			await visitor.setViewportSize({ width: 360, height: 740 });
			await expectSound(visitor);
		});
	} finally {
		await later.stop();
	}
	expect(complaints).toEqual([]);
});

/** Somebody without an account looks. @returns how many cookies were set */
async function inPublic(
	browser: Browser,
	base: string,
	path: string,
	look: (page: Page) => Promise<void>
): Promise<number> {
	const context = await browser.newContext();
	try {
		const visitor = await context.newPage();
		await visitor.goto(`${base}${path}`);
		await look(visitor);
		return (await context.cookies()).length;
	} finally {
		await context.close();
	}
}
