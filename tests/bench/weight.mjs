// What a browser loads for the question page with an empty cache, and for the next question.
import { chromium } from '@playwright/test';
import { findChromium, LAUNCH_FLAGS } from '../support/chromium.mjs';
import { prepareAnswers } from './officers.mjs';

/**
 * @typedef {{ path: string, type: string, bytes: number, headBytes: number, encoding: string }} Loaded
 * @param {import('./answer.mjs').Stage} stage
 */
export async function measureWeight({ server, officers: [officer] }) {
	if (!officer) throw new Error('nobody is signed in');
	officer.waiting = [];
	await prepareAnswers(server, [officer], 10);
	const path = /^POST (\S+)\/answer /.exec(officer.waiting[0]?.toString() ?? '')?.[1] ?? '';
	officer.waiting = [];
	const browser = await chromium.launch({ executablePath: await findChromium(), args: LAUNCH_FLAGS });
	try {
		const context = await browser.newContext({ locale: 'zh-CN' });
		const [name = '', value = ''] = officer.cookie.split('=');
		await context.addCookies([{ name, value, url: server.url }]);
		const page = await context.newPage();
		const watched = await watch(page);
		await page.goto(server.url + path, { waitUntil: 'networkidle' });
		await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
		const cold = watched.take();
		await answerQuestion(page);
		const next = watched.take();
		return { cold: sum(cold), next: sum(next), files: cold, nextFiles: next };
	} finally {
		await browser.close();
	}
}

/**
 * A page with an empty cache, and every file of it.
 * @param {import('./server.mjs').Server} server @param {{ cookie: string }} officer @param {string} path
 */
export async function weighPage(server, { cookie }, path) {
	const browser = await chromium.launch({ executablePath: await findChromium(), args: LAUNCH_FLAGS });
	try {
		const context = await browser.newContext({ locale: 'zh-CN' });
		const [name = '', value = ''] = cookie.split('=');
		await context.addCookies([{ name, value, url: server.url }]);
		const page = await context.newPage();
		const watched = await watch(page);
		await page.goto(server.url + path, { waitUntil: 'networkidle' });
		await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
		const files = watched.take();
		return { ...sum(files), files };
	} finally {
		await browser.close();
	}
}

/** Every request of the page with its bytes on the wire, the cache switched off. @param {import('@playwright/test').Page} page */
async function watch(page) {
	const devtools = await page.context().newCDPSession(page);
	/** @type {Map<string, Loaded>} */
	const open = new Map();
	/** @type {Loaded[]} */
	let done = [];
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
		// What stands in the page or style sheet itself has been counted with it.
		if (response.url.startsWith('data:')) return;
		const encoding = response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? '';
		const headBytes = open.get(requestId)?.headBytes ?? 0;
		open.set(requestId, { path: new URL(response.url).pathname, type, bytes: 0, headBytes, encoding });
	});
	devtools.on('Network.responseReceivedExtraInfo', ({ requestId, headersText = '' }) => {
		const one = open.get(requestId) ?? { path: '', type: '', bytes: 0, headBytes: 0, encoding: '' };
		open.set(requestId, Object.assign(one, { headBytes: Buffer.byteLength(headersText) }));
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const one = open.get(requestId);
		if (one) done.push({ ...one, bytes: encodedDataLength });
	});
	const take = () => {
		const taken = done;
		done = [];
		return taken;
	};
	return { take };
}

/** Chooses what the question asks for and submits. @param {import('@playwright/test').Page} page */
async function answerQuestion(page) {
	const choice = page.locator('#answer input[type=radio], #answer input[type=checkbox]').first();
	const number = page.locator('#answer input:not([type=hidden])').first();
	if (await choice.count()) await choice.check({ force: true });
	else if (await number.count()) await number.fill('1');
	await page.locator('#go').click();
	await page.locator('#verdict').waitFor();
	await page.waitForLoadState('networkidle');
}

/** @param {Loaded[]} list */
function sum(list) {
	return { requests: list.length, bytes: list.reduce((total, { bytes }) => total + bytes, 0) };
}
