import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import type postgres from 'postgres';
import { connect } from '#db/connect.ts';
import { answerOf } from '#db/seed/demo/character.ts';
import type { Task } from '#lib/drills/domain/item.ts';
import { seeded } from '#lib/shared/random.ts';
import { DEMO_PASSWORD } from '#lib/identity/domain/demo-accounts.ts';
import { copyTemplate, dropCopy, type Address } from './cluster.ts';
import { startServer, type RunningServer } from './server.ts';
import { DEMO_CLOCK, handedOver } from './story-database.ts';

export { expect };

export interface StoryOptions {
	/** Local time at which the server's clock starts; `test.use({ clock: '2026-12-01T08:30' })` at the top of a file. */
	clock: string;
	/** What the server is told besides; the same for all stories of a file. */
	environment: Readonly<Record<string, string>>;
}

interface StoryServer extends RunningServer {
	/** Its database, for what a story cannot see in the browser. */
	readonly database: Address;
}

interface Stage {
	/** The server of this story file; the one of the file before is ended. */
	serverOf(file: string, options: StoryOptions): Promise<StoryServer>;
}

/** Stories of one file run in order on one server with an own copy of the demo bureau; files do not see each other. */
export const test = base.extend<StoryOptions & { server: StoryServer; sql: postgres.Sql }, { stage: Stage }>({
	clock: [DEMO_CLOCK, { option: true }],
	environment: [{}, { option: true }],
	stage: [
		// Playwright wants the first parameter to be a pattern, also where nothing is taken from it.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			let current: { key: string; server: StoryServer; close(): Promise<void> } | null = null;
			await use({
				async serverOf(file, options) {
					const key = `${file} ${JSON.stringify(options)}`;
					if (current?.key !== key) {
						await current?.close();
						current = null;
						current = { key, ...(await raise(options)) };
					}
					return current.server;
				}
			});
			await (current as { close(): Promise<void> } | null)?.close();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	server: async ({ stage, clock, environment }, use, testInfo) => {
		const server = await stage.serverOf(testInfo.file, { clock, environment });
		const before = server.output().length;
		await use(server);
		const printed = server.output().slice(before);
		if (testInfo.status !== testInfo.expectedStatus && printed) await testInfo.attach('server', { body: printed });
	},
	/** Straight into the database of the server, for what nobody sees in the browser. */
	sql: async ({ server }, use) => {
		const { sql, close } = connect({ ...server.database }, 1);
		await use(sql);
		await close();
	},
	baseURL: async ({ server }, use) => {
		await use(server.url);
	}
});

async function raise({ clock, environment }: StoryOptions): Promise<{ server: StoryServer; close(): Promise<void> }> {
	const { cluster: address, template } = handedOver();
	const cluster = connect({ ...address }, 1);
	const database = await copyTemplate(cluster, template);
	const close = async () => {
		await dropCopy(cluster, database);
		await cluster.close();
	};
	try {
		const server = await startServer({ database, clock, readySeconds: 30, environment });
		const closeAll = async () => {
			await server.stop();
			await close();
		};
		return { server: { ...server, database }, close: closeAll };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Waits until the page answers to clicks: the root layout sets `data-hydrated` on `<html>` when it is mounted. */
export async function hydrated(page: Page): Promise<void> {
	await page.waitForFunction(() => document.documentElement.dataset.hydrated !== undefined);
}

/** Opens a page of the application and waits until it answers. */
export async function visit(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
}

/** Signs in as a person of the demo bureau and opens no page: what the form sends is sent without one. */
export async function signIn(page: Page, account: string, password = DEMO_PASSWORD): Promise<void> {
	const { origin } = new URL((await page.request.get('/healthz')).url());
	const form = { account, password, next: '/' };
	const answer = await page.request.post('/login', { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
	expect(answer.status(), `${account} signs in`).toBe(303);
}

/** … through the form, as people do; ends on the page that it leads to. */
export async function signInByForm(page: Page, account: string, password = DEMO_PASSWORD): Promise<void> {
	await visit(page, '/login');
	await fillSignIn(page, account, password);
	await page.waitForURL((url) => url.pathname !== '/login');
	await hydrated(page);
}

/** Fills in and sends the form of the sign-in page; what comes of it is for the story to see. */
export async function fillSignIn(page: Page, account: string, password = DEMO_PASSWORD): Promise<void> {
	await page.getByLabel('账号').fill(account);
	await page.getByLabel('密码').fill(password);
	await page.getByRole('button', { name: '登录' }).click();
}

/** What the browser complains about from here on. */
export function complaintsOf(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${page.url()} ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`${page.url()} ${String(error)}`));
	return complaints;
}

/** A page as every page must be: read by machines, one main heading, named in Chinese, nothing beyond the right edge. */
export async function expectSound(page: Page): Promise<void> {
	await expect(page.locator('h1')).toHaveCount(1);
	await expect(page).toHaveTitle(/(. · 擂台|^擂台 · .+)$/);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
	await expectAccessible(page);
}

/**
 * Fails with one line per element that breaks WCAG 2 A or AA. Looked at from the end of the page, where the bars at the bottom
 * of the window lie over nothing: a button half under one of them would count as too small, though it can be scrolled to.
 */
export async function expectAccessible(page: Page): Promise<void> {
	const place = await page.evaluate(() => scrollY);
	await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
	const { violations } = await new AxeBuilder({ page })
		// Spares opening a second page each time; only frames of other origins would need that.
		.setLegacyMode()
		.options({
			runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
			// A fifth of its time goes into listing what is sound.
			resultTypes: ['violations']
		})
		.analyze();
	await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), place);
	const lines = violations.flatMap(({ id, impact, help, nodes }) =>
		nodes.map(
			(node) => `${id} (${impact ?? 'unknown'}): ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}`
		)
	);
	if (lines.length > 0) throw new Error(`${page.url()} is not accessible:\n${lines.join('\n')}`);
}

/** What somebody picks who knows the answer, or makes a mistake that people make: option keys, steps in order, or the number. */
export function picksFor(task: Task, isKnown: boolean): string[] {
	return answerOf(task, isKnown, seeded(1));
}

/** Fills in the answer to the question on screen, with the mouse; nothing is submitted. */
export async function pick(page: Page, task: Task, picks: readonly string[]): Promise<void> {
	if (task.type === 'numeric') await page.getByLabel('填写数值').fill(picks[0] ?? '');
	else if (task.type === 'ordering') await arrange(page, task, picks);
	else
		for (const key of picks) {
			const { text } = task.options.find((option) => option.key === key)!;
			await page.getByRole(task.type === 'multiple' ? 'checkbox' : 'radio', { name: text, exact: true }).check();
		}
}

/** What is picked on screen: chosen options, or the steps in their order. */
export function picked(page: Page): Promise<string[]> {
	return page
		.locator('#answer input[name=pick]')
		.evaluateAll((inputs) =>
			(inputs as HTMLInputElement[]).filter((one) => one.type === 'hidden' || one.checked).map((one) => one.value)
		);
}

export async function submitAnswer(page: Page): Promise<void> {
	await page.getByRole('button', { name: '提交答案' }).click();
}

/** On to the next question or the result. */
export async function goOn(page: Page): Promise<void> {
	// A second press on the same spot is not taken at once: what came back is to be read first.
	await page.waitForTimeout(400);
	await page.getByRole('link', { name: /^(下一题|查看结果)$/ }).click();
}

/** Moves each step up to its place, from the first on. */
async function arrange(page: Page, task: Extract<Task, { type: 'ordering' }>, picks: readonly string[]): Promise<void> {
	const order = page.locator('#answer input[name=pick]');
	for (const [place, key] of picks.entries()) {
		const up = page.getByRole('button', {
			name: `上移：${task.steps.find((step) => step.key === key)!.text}`,
			exact: true
		});
		for (;;) {
			const now = await order.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
			if (now.indexOf(key) <= place) break;
			await up.click();
		}
	}
}
