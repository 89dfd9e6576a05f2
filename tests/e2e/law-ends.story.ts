import { spawnSync } from 'node:child_process';
import { environmentOf, ROOT } from '../support/cluster.ts';
import { expect, expectSound, signIn, test, visit } from '../support/e2e.ts';

// Half a year later: what the demo left open has waited, and what it released is released.
const CLOCK = '2026-12-02T09:00';
test.use({ clock: CLOCK });

const ITEM = '五一前停下的生意';
const CASE = '四月的桶，五月的桶';

test('a law ended: 沈知微 looks at what cites it, and what she decides is what officers see', async ({
	page,
	browser,
	sql,
	server
}) => {
	test.setTimeout(120_000);
	const [kind] = await sql<{ kind: string }[]>`select kind from item_version where title = ${ITEM}`;
	const drawnBy = async (account: string) => {
		const rows = await sql<{ id: string }[]>`
			select pick->>'id' as id from drill_set s join person p on p.id = s.officer_id, jsonb_array_elements(s.picks) pick
			where p.account = ${account} and s.started_at > '2026-12-02T00:00:00+08:00'`;
		return rows.map(({ id }) => id);
	};
	const officer = await browser.newPage({ baseURL: server.url });

	await test.step('an officer is told that the question rests', async () => {
		await signIn(officer, 'su.yan');
		await visit(officer, `/drills/${kind!.kind}`);
		await expect(officer.getByRole('listitem').filter({ hasText: ITEM })).toContainText('依据已变动，暂不出题');
		await expectSound(officer);
		await officer.getByRole('button', { name: '开始练习' }).click();
		await officer.waitForURL('**/drills/sets/*');
		expect(await drawnBy('su.yan')).not.toContain('disc-chemical-sales-ended-april');
	});

	await test.step('today names what waits', async () => {
		await signIn(page, 'shen.zhiwei');
		await visit(page, '/');
		await expect(page.getByText('1 条引用的法有变动，等待法制复核')).toBeVisible();
		await expectSound(page);
		await page.getByRole('link', { name: '查看变动' }).click();
	});

	await test.step('the list names both changes of the year, and what was decided', async () => {
		await expect(page.getByRole('heading', { level: 1, name: '法规变动' })).toBeVisible();
		await expect(page.getByRole('link', { name: '《中华人民共和国危险化学品安全法》' })).toBeVisible();
		await expect(page.getByRole('link', { name: '《安全生产违法行为行政处罚办法》' })).toBeVisible();
		const released = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: CASE }) });
		await expect(released).toContainText('已放行');
		await expect(released).toContainText('沈知微');
		await expectSound(page);
		await page.getByRole('link', { name: /^待复核/ }).click();
		await expect(page.getByRole('link', { name: CASE })).toHaveCount(0);
		await page.getByRole('link', { name: '开始复核' }).click();
	});

	await test.step('the review says what is missing, shows the question with its key, and keeps what was typed', async () => {
		await expect(page.getByRole('heading', { level: 1, name: ITEM })).toBeVisible();
		await expect(page.getByText('自2026年5月1日起由《危险化学品安全法》取代')).toBeVisible();
		await expect(page.getByText(/^缺文本：/)).toBeVisible();
		await expect(page.getByText('用条例，核实新法较轻才改用新法').first()).toBeVisible();
		await expectSound(page);
		await page.getByLabel('放行', { exact: false }).first().check();
		await page.getByLabel('理由').fill('太短');
		await page.getByRole('button', { name: '保存决定' }).click();
		await expect(page.getByText('请写明理由，至少 6 个字。')).toBeVisible();
		await expect(page.getByLabel('理由')).toHaveValue('太短');
		await expect(page.getByLabel('理由')).toBeFocused();
		await expectSound(page);
	});

	await test.step('released with a reason, the queue is empty', async () => {
		await page.getByLabel('理由').fill('行为四月已终了，按条例选法的方法没有变。');
		await page.getByRole('button', { name: '保存决定' }).click();
		await page.waitForURL('**/laws/changes?done=1');
		await expect(page.getByText('待复核的都办完了')).toBeVisible();
		await expectSound(page);
		const [entry] =
			await sql`select detail->>'reason' as reason from audit_entry where use_case = 'law.decideChange' order by at desc limit 1`;
		expect(entry).toEqual({ reason: '行为四月已终了，按条例选法的方法没有变。' });
	});

	await test.step('the question may be drawn again, and a case names the day of its law', async () => {
		await visit(officer, `/drills/${kind!.kind}`);
		await expect(officer.getByRole('listitem').filter({ hasText: ITEM })).not.toContainText('暂不出题');
		await visit(officer, '/cases/solvent-drums-april-may');
		await expect(officer.getByRole('note')).toContainText('本案按2026年4月24日行为时的法读。复核意见：');
		await expectSound(officer);
		await officer.close();
	});

	await test.step('the command line lists what cites the law', async () => {
		const affected = spawnSync(
			process.execPath,
			['src/start.mjs', '--cli', 'law', 'affected', '危险化学品安全管理条例', '--json'],
			{
				cwd: ROOT,
				encoding: 'utf8',
				env: { ...process.env, ...environmentOf(server.database), LEITAI_CLOCK: CLOCK }
			}
		);
		expect(affected.status, affected.stderr).toBe(0);
		expect(JSON.parse(affected.stdout)).toMatchObject({
			kinds: { item: ['disc-chemical-sales-ended-april'], case: ['level-alarm-two-fines', 'solvent-drums-april-may'] },
			setAside: { item: [], case: [] }
		});
	});
});

test('two months before an amendment the texts stand side by side, word for word, also on a phone', async ({
	page,
	sql
}) => {
	// As an import leaves it: the old text closed, the new one with its day, both with their articles. The words are invented.
	const law = 'work-safety-law';
	await sql`update law_version set in_force_until = '2026-12-31', text = 'full' where law_id = ${law} and version = '2021-06-10'`;
	await sql`insert into law_version (law_id, version, in_force_from, text) values (${law}, '2026-11-28', '2027-01-01', 'full')`;
	const put = (version: string, article: string, text: string) => sql`
		insert into law_article (law_id, version, article, position, label, text) values (${law}, ${version}, ${article}, ${parseInt(article)}, '条', ${text})`;
	const cited = await sql<{ article: string }[]>`select distinct article from citation where law_id = ${law}`;
	for (const { article } of cited) {
		const text = `第${article}号条文，保持不变。`;
		await put('2021-06-10', article, article === '97' ? '可以处十万元以下的罚款，并责令限期改正。' : text);
		await put('2026-11-28', article, article === '97' ? '可以处二十万元以下的罚款，并责令立即改正。' : text);
	}
	await signIn(page, 'shen.zhiwei');
	await visit(page, '/laws/changes?standing=unchanged');
	const unchanged = await page.getByRole('listitem').filter({ hasText: '条文未变' }).count();
	expect(unchanged).toBeGreaterThan(3);
	await visit(page, '/laws/changes?standing=open');
	await expect(page.getByRole('heading', { name: '2027年1月1日起将变动' })).toBeVisible();
	await page.setViewportSize({ width: 360, height: 740 });
	await expectSound(page);
	await page.getByRole('link', { name: '开始复核' }).click();
	const article = page.getByRole('region', { name: '第九十七条' });
	await expect(article.locator('del').filter({ hasText: '限期' })).toBeVisible();
	await expect(article.locator('ins').filter({ hasText: '立即' })).toBeVisible();
	await expect(page.getByText('起才停用；提前放行的，到时不中断')).toBeVisible();
	await expectSound(page);
	await page.setViewportSize({ width: 1280, height: 900 });
	await expectSound(page);
});

test('梁若川 may read the changes but not decide, and an officer does not find them', async ({ page }) => {
	await signIn(page, 'liang.ruochuan');
	await visit(page, '/laws/changes');
	await page.getByRole('link', { name: CASE }).last().click();
	await expect(page.getByText('由法制审核员决定放行还是停用。')).toBeVisible();
	await expect(page.getByRole('button', { name: '保存决定' })).toHaveCount(0);
	await expectSound(page);
	await page.context().clearCookies();
	await signIn(page, 'lin.yue');
	await page.goto('/laws/changes');
	await expect(page.getByText('没有这个页面，或者没有权限查看。')).toBeVisible();
});

test('a visitor sets the law of the act beside the law of the decision', async ({ page }) => {
	await visit(page, '/laws/hazardous-chemicals-regulation/77?on=2026-04-20');
	await page.getByText('行为时与决定时：从旧兼从轻').click();
	await page.getByLabel('行为终了日').fill('2026-04-20');
	await page.getByLabel('处理决定日').fill('2026-07-01');
	await page.getByRole('button', { name: '比较' }).click();
	await expect(page.getByText('两个日子的法不同。')).toBeVisible();
	await expect(page.getByText('2025年12月27日版，自2026年5月1日起施行')).toBeVisible();
	await expectSound(page);
	await visit(page, '/laws/work-safety-law/97?on=2026-04-20&decided=2026-07-01');
	await expect(page.getByText('两个日子适用同一版')).toBeVisible();
	await visit(page, '/laws/work-safety-law/97?on=2026-07-01&decided=2026-04-20');
	await expect(page.getByText('处理决定日不能早于行为终了日。')).toBeVisible();
	await expectSound(page);
});
