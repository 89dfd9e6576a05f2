// A public page as anybody opens it, and as who has it asks again, beside a bare node:http handler with the same bytes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { load, request } from './client.mjs';
import { medians, quantile, summarise, tell } from './figures.mjs';
import { ask } from './officers.mjs';

const USERS = 16;

/** @param {import('./answer.mjs').Stage} stage */
export async function measurePublic({ server, rounds, seconds }) {
	const host = `127.0.0.1:${server.port}`;
	const list = await ask(server, request('GET', '/public/cases', { host, 'accept-encoding': 'identity' }));
	const path = /href="[^"]*\/(cases\/[a-z0-9-]+)"/.exec(list.body.toString())?.[1];
	if (!path) throw new Error(`no public piece to measure: status ${list.status}`);
	const whole = request('GET', `/public/${path}`, { host });
	const first = await ask(server, whole);
	const tag = /\r\netag: *(\S+)/i.exec(first.head)?.[1];
	if (first.status !== 200 || !tag) throw new Error(`public page: status ${first.status}`);
	const again = request('GET', `/public/${path}`, { host, 'if-none-match': tag });
	const bare = await startBarePage(first);
	try {
		const rate = async (/** @type {number} */ port, /** @type {Buffer} */ bytes, duration = seconds) => {
			const users = Array.from({ length: USERS }, () => () => bytes);
			return summarise(await load(port, duration, users, bytes === again ? 304 : 200));
		};
		/** @type {Record<'ours' | 'bare' | 'unchanged' | 'bareUnchanged', ReturnType<typeof summarise>[]>} */
		const runs = { ours: [], bare: [], unchanged: [], bareUnchanged: [] };
		await rate(server.port, whole, seconds / 2);
		await rate(bare.port, whole, seconds / 2);
		for (let turn = 1; turn <= rounds; turn++) {
			runs.ours.push(await rate(server.port, whole));
			runs.bare.push(await rate(bare.port, whole));
			runs.unchanged.push(await rate(server.port, again));
			runs.bareUnchanged.push(await rate(bare.port, again));
			const rates = Object.values(runs).map((list) => Math.round(list.at(-1)?.rate ?? 0));
			tell(`公开页 ${turn}/${rounds}：${rates[0]}/s · bare ${rates[1]}/s · 304 ${rates[2]}/s · bare ${rates[3]}/s`);
		}
		const against = (/** @type {{ rate: number }[]} */ left, /** @type {{ rate: number }[]} */ right) =>
			left.map(({ rate: one }, at) => one / (right[at]?.rate ?? NaN)).sort((a, b) => a - b);
		const [ratios, unchangedRatios] = [against(runs.ours, runs.bare), against(runs.unchanged, runs.bareUnchanged)];
		return {
			...{ ours: medians(runs.ours), bare: medians(runs.bare), unchanged: medians(runs.unchanged) },
			...{ ratio: quantile(ratios, 0.5), ratios, unchangedRatio: quantile(unchangedRatios, 0.5), unchangedRatios },
			bytes: first.bodyBytes
		};
	} finally {
		await bare.stop();
	}
}

/** @param {import('./client.mjs').Answer} page */
async function startBarePage({ head, body }) {
	const child = fork(join(import.meta.dirname, 'bare-page.mjs'));
	const lines = head.split('\r\n').slice(1);
	const pairs = lines.map((line) => [
		line.slice(0, line.indexOf(':')).toLowerCase(),
		line.slice(line.indexOf(':') + 1).trim()
	]);
	const own = new Set(['date', 'connection', 'keep-alive']);
	const sent = pairs.filter(([name = '']) => !own.has(name)).sort(([left]) => (left === 'etag' ? -1 : 1));
	child.send({ head: sent.flat(), body: body.toString('base64') });
	const [{ port }] = await once(child, 'message');
	const stop = async () => {
		const gone = once(child, 'exit');
		child.disconnect();
		await gone;
	};
	return { port, stop };
}
