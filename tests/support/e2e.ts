import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { connect } from '#db/connect.ts';
import { copyTemplate, dropCopy, type Address } from './cluster.ts';
import { startServer, type RunningServer } from './server.ts';
import { DEMO_CLOCK, handedOver } from './story-database.ts';

export { expect };

export interface StoryOptions {
	/** Local time at which the server's clock starts; `test.use({ clock: '2026-12-01T08:30' })` at the top of a file. */
	clock: string;
}

interface StoryServer extends RunningServer {
	/** Its database, for what a story cannot see in the browser. */
	readonly database: Address;
}

interface Stage {
	/** The server of this story file; the one of the file before is ended. */
	serverOf(file: string, clock: string): Promise<StoryServer>;
}

/** The password of all demo accounts. */
const DEMO_PASSWORD = 'leitai2026';

/** Stories of one file run in order on one server with an own copy of the demo bureau; files do not see each other. */
export const test = base.extend<StoryOptions & { server: StoryServer }, { stage: Stage }>({
	clock: [DEMO_CLOCK, { option: true }],
	stage: [
		// Playwright wants the first parameter to be a pattern, also where nothing is taken from it.
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			let current: { key: string; server: StoryServer; close(): Promise<void> } | null = null;
			await use({
				async serverOf(file, clock) {
					const key = `${file} ${clock}`;
					if (current?.key !== key) {
						await current?.close();
						current = null;
						current = { key, ...(await raise(clock)) };
					}
					return current.server;
				}
			});
			await (current as { close(): Promise<void> } | null)?.close();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	server: async ({ stage, clock }, use, testInfo) => {
		const server = await stage.serverOf(testInfo.file, clock);
		const before = server.output().length;
		await use(server);
		const printed = server.output().slice(before);
		if (testInfo.status !== testInfo.expectedStatus && printed) await testInfo.attach('server', { body: printed });
	},
	baseURL: async ({ server }, use) => {
		await use(server.url);
	}
});

async function raise(clock: string): Promise<{ server: StoryServer; close(): Promise<void> }> {
	const { cluster: address, template } = handedOver();
	const cluster = connect({ ...address }, 1);
	const database = await copyTemplate(cluster, template);
	const close = async () => {
		await dropCopy(cluster, database);
		await cluster.close();
	};
	try {
		const server = await startServer({ database, clock, readySeconds: 30 });
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

/** Signs in as a person of the demo bureau, through the form. */
export async function signIn(page: Page, account: string, password = DEMO_PASSWORD): Promise<void> {
	await visit(page, '/login');
	await page.getByLabel('账号').fill(account);
	await page.getByLabel('密码', { exact: true }).fill(password);
	await page.getByRole('button', { name: '登录' }).click();
	await page.waitForURL((url) => url.pathname !== '/login');
	await hydrated(page);
}

/** Fails with one line per element that breaks WCAG 2 A or AA. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	const lines = violations.flatMap(({ id, impact, help, nodes }) =>
		nodes.map(
			(node) => `${id} (${impact ?? 'unknown'}): ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 160)}`
		)
	);
	if (lines.length > 0) throw new Error(`${page.url()} is not accessible:\n${lines.join('\n')}`);
}
