// One answered question: marked, stored, next question, beside bare handlers that only write two rows.
import { load, request, textOf } from './client.mjs';
import { medians, quantile, summarise, tell } from './figures.mjs';
import { OFFICERS, prepareAnswers } from './officers.mjs';
import { connectTo, cpu, wal } from './server.mjs';

/** Sets are drawn for so many times the answers that the run before took. */
const RESERVE = 2;
const FIRST_GUESS = 60;
const WARM_UPS = 3;

/**
 * @typedef {{ server: import('./server.mjs').Server, bare: { port: number, pid: number }, officers: import('./officers.mjs').Officer[],
 *   rounds: number, seconds: number }} Stage
 * @param {Stage} stage
 */
export async function measureAnswers(stage) {
	const { server, bare, rounds, seconds } = stage;
	const sql = connectTo('leitai');
	const transaction = bareUsers(bare.port, '/transaction');
	const statement = bareUsers(bare.port, '/statement');
	let each = FIRST_GUESS * seconds;
	const prepare = (times = 1) => prepareAnswers(server, stage.officers, each * times);
	const answerFor = async (/** @type {number} */ duration) => {
		const stored = await countAnswers(sql);
		const before = cpu(server.pid);
		const run = await load(
			server.port,
			duration,
			stage.officers.map(
				({ waiting }) =>
					() =>
						waiting.pop() ?? null
			)
		);
		const after = cpu(server.pid);
		if ((await countAnswers(sql)) - stored !== run.count) throw new Error('answers were acknowledged but not stored');
		each = Math.ceil((run.count / OFFICERS / duration) * seconds * RESERVE) + 20;
		return { run, ...summarise(run), ...perAnswer(before, after, run.count) };
	};
	const bareFor = async (/** @type {(() => Buffer)[]} */ users, /** @type {number} */ duration) => {
		const before = cpu(bare.pid);
		const run = await load(bare.port, duration, users);
		return { ...summarise(run), ...perAnswer(before, cpu(bare.pid), run.count) };
	};

	tell('答题：预热 warm-up');
	// The compiler of node needs some thousand answers before it has seen what is hot.
	for (let turn = 1; turn <= WARM_UPS; turn++) {
		await prepare();
		await answerFor(seconds);
	}
	await bareFor(transaction, seconds / 2);
	await bareFor(statement, seconds / 2);
	const ours = [];
	/** @type {Awaited<ReturnType<typeof bareFor>>[]} */
	const limits = [];
	const statements = [];
	/** @type {import('./client.mjs').Answer[]} */
	let sample = [];
	for (let turn = 1; turn <= rounds; turn++) {
		await prepare();
		const { run, ...figures } = await answerFor(seconds);
		sample = [...sample, ...run.sample];
		ours.push(figures);
		limits.push(await bareFor(transaction, seconds));
		statements.push(await bareFor(statement, seconds));
		const [left, middle, right] = [ours, limits, statements].map((list) => Math.round(list.at(-1)?.rate ?? 0));
		tell(`答题 ${turn}/${rounds}：${left} answers/s · bare transaction ${middle}/s · one statement ${right}/s`);
	}
	// Drawing sets writes too: what is drawn now is enough for both runs.
	await prepare(2);
	const written = await measureWal(sql, async () => (await answerFor(seconds)).count);
	await sql.end();
	const ratios = ours.map(({ rate }, at) => rate / (limits[at]?.rate ?? NaN)).sort((left, right) => left - right);
	return {
		ours: medians(ours),
		transaction: medians(limits),
		statement: medians(statements),
		ratio: quantile(ratios, 0.5),
		ratios,
		...written,
		response: weigh(sample)
	};
}

/** CPU milliseconds. @typedef {{ node: number, database: number }} Cpu @param {Cpu} before @param {Cpu} after @param {number} count */
function perAnswer(before, after, count) {
	const [node, database] = [after.node - before.node, after.database - before.database].map(
		(spent) => (spent * 1000) / count
	);
	return { cpuNode: node ?? NaN, cpuDatabase: database ?? NaN, cpu: (node ?? NaN) + (database ?? NaN) };
}

/** @param {import('postgres').Sql} sql */
async function countAnswers(sql) {
	const [row] = await sql`select count(*)::int as count from drill_answer`;
	return row?.count ?? 0;
}

/**
 * Write-ahead log per answer twice: right after a checkpoint, when the first change of every page writes the whole page,
 * and in the run after it, when most pages are there.
 * @param {import('postgres').Sql} sql @param {() => Promise<number>} run
 */
async function measureWal(sql, run) {
	await sql.unsafe('checkpoint');
	const first = await oneWal(sql, run);
	const warm = await oneWal(sql, run);
	return { walAfterCheckpoint: first, walWarm: warm };
}

/** @param {import('postgres').Sql} sql @param {() => Promise<number>} run */
async function oneWal(sql, run) {
	const before = await wal(sql);
	const count = await run();
	const after = await wal(sql);
	return {
		bytes: (after.bytes - before.bytes) / count,
		records: (after.records - before.records) / count,
		images: (after.images - before.images) / count,
		checkpointInside: after.checkpoint !== before.checkpoint
	};
}

/** Bytes on the wire of the answers, framing of chunks included. @param {import('./client.mjs').Answer[]} sample */
function weigh(sample) {
	const sorted = (/** @type {(one: import('./client.mjs').Answer) => number} */ of) =>
		sample.map(of).sort((left, right) => left - right);
	const [bodies, heads, plain] = [
		sorted(({ bodyBytes }) => bodyBytes),
		sorted(({ headBytes }) => headBytes),
		sorted((one) => Buffer.byteLength(textOf(one)))
	];
	return {
		...{ body: quantile(bodies, 0.5), bodyP95: quantile(bodies, 0.95), bodyMax: bodies.at(-1) ?? NaN },
		...{ head: quantile(heads, 0.5), plain: quantile(plain, 0.5) }
	};
}

/** @param {number} port @param {string} path */
function bareUsers(port, path) {
	const headers = {
		host: `127.0.0.1:${port}`,
		accept: 'application/json',
		'content-type': 'application/x-www-form-urlencoded'
	};
	const requests = Array.from({ length: 10 }, (_, position) =>
		request('POST', path, headers, `position=${position}&pick=a`)
	);
	return Array.from({ length: OFFICERS }, (_, user) => {
		let turn = user;
		return () => /** @type {Buffer} */ (requests[turn++ % requests.length]);
	});
}
