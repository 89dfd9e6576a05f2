// 今日, the first page of a signed-in officer, beside an empty page of the same build.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { load, textOf } from './client.mjs';
import { medians, quantile, summarise, tell } from './figures.mjs';
import { ask, pageRequest } from './officers.mjs';
import { connectTo, databaseLog } from './server.mjs';

const EMPTY = '/bench/empty';
const STATEMENT = /(?:execute [^:]*|statement): /;

/** @param {import('./answer.mjs').Stage} stage */
export async function measureToday({ server, officers, rounds, seconds }) {
	const today = officers.map((officer) => pageRequest(server, '/', officer));
	const empty = officers.map(() => pageRequest(server, EMPTY, null));
	const emptySignedIn = officers.map((officer) => pageRequest(server, EMPTY, officer));
	const bare = await ask(server, empty[0] ?? Buffer.alloc(0));
	if (bare.status !== 200) {
		tell(`今日：没有空页 ${EMPTY}（${bare.status}），不测 this build has no empty page to compare with`);
		return undefined;
	}
	const first = today[0] ?? Buffer.alloc(0);
	const page = await ask(server, first);
	if (page.status !== 200 || !textOf(page).includes('data-sveltekit')) throw new Error(`今日: status ${page.status}`);
	const { statements, texts } = await countStatements(server, first);
	const base = { statements, texts, bytes: page.bodyBytes, plain: textOf(page).length };
	const rate = async (/** @type {Buffer[]} */ requests, duration = seconds) =>
		summarise(
			await load(
				server.port,
				duration,
				requests.map((bytes) => () => bytes)
			)
		);
	await rate(today);
	await rate(empty, seconds / 2);
	const [ours, limits, signedIn] = [[], [], []].map((list) => /** @type {ReturnType<typeof summarise>[]} */ (list));
	for (let turn = 1; turn <= rounds; turn++) {
		ours?.push(await rate(today));
		limits?.push(await rate(empty));
		signedIn?.push(await rate(emptySignedIn));
		const rates = [ours, limits, signedIn].map((list) => Math.round(list?.at(-1)?.rate ?? 0));
		tell(`今日 ${turn}/${rounds}：${rates[0]} pages/s · empty ${rates[1]}/s · empty with a session ${rates[2]}/s`);
	}
	const ratios = (ours ?? [])
		.map(({ rate }, at) => rate / (limits?.[at]?.rate ?? NaN))
		.sort((left, right) => left - right);
	return {
		...base,
		emptyBytes: bare.bodyBytes,
		...{ ours: medians(ours ?? []), empty: medians(limits ?? []), emptySignedIn: medians(signedIn ?? []) },
		...{ ratio: quantile(ratios, 0.5), ratios }
	};
}

/** Statements of one warm request, from the database's own log. @param {import('./server.mjs').Server} server @param {Buffer} bytes */
async function countStatements(server, bytes) {
	const sql = connectTo('leitai');
	const logging = async (/** @type {string} */ setting) => {
		await sql.unsafe(`alter system ${setting}`);
		await sql`select pg_reload_conf()`;
		await sleep(500);
	};
	await ask(server, bytes);
	await logging("set log_statement = 'all'");
	const { path, size } = databaseLog();
	try {
		await ask(server, bytes);
		await sleep(300);
	} finally {
		await logging('reset log_statement');
	}
	const lines = readFileSync(path).subarray(size).toString().split('\n');
	// Our own reset is the last one, and reading it is not the page's.
	const texts = lines
		.filter((line) => STATEMENT.test(line))
		.map((line) => line.replace(/.*?(execute|statement)/, '$1'));
	const own = texts.filter((text) => !/alter system|pg_reload_conf/.test(text));
	await sql.end();
	return { statements: own.length, texts: own.map((text) => text.slice(0, 120)) };
}
