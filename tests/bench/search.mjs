// Law search on the whole archive, beside a bare LIKE scan in PostgreSQL and a bare BM25 library (MiniSearch over pairs of
// characters), each asked the same judged questions in turn. Needs ../shared/laws-corpus.tar.gz.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import { quantile, tell } from './figures.mjs';
import { DATA, ROOT, connectTo, memoryOf } from './server.mjs';

const CORPUS = resolve(ROOT, '../shared/laws-corpus.tar.gz');
const SETS = ['safety', 'general', 'fresh'];
const PARALLEL = 4;
const TOP = 10;

/** @typedef {{ id: string, query: string, relevant: { law: string, article: string }[] }} Judged */
/** @typedef {(query: string) => Promise<string[]>} Engine answers with `title/article`, best first */

const keyOf = (/** @type {string} */ title) => title.normalize('NFKC').replace(/[\s《》〈〉<>]|中华人民共和国/g, '');
const pairs = (/** @type {string} */ text) =>
	[...text.normalize('NFKC').matchAll(/[㐀-鿿]+|[a-z0-9]+/gi)].flatMap(([run]) =>
		run.length < 2 || /^[a-z0-9]/i.test(run) ? [run] : Array.from(run.slice(1), (_, at) => run.slice(at, at + 2))
	);

/** @param {readonly string[]} words */
const leitai = (...words) =>
	execFileSync(process.execPath, ['src/start.mjs', '--cli', ...words], {
		...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
		env: { ...process.env, LEITAI_DATA: DATA, DATABASE_URL: '', LOG_LEVEL: 'warn' }
	});

/** @param {import('./answer.mjs').Stage} stage */
export async function measureSearch({ server, rounds }) {
	if (!existsSync(CORPUS)) {
		tell('查法规：没有 ../shared/laws-corpus.tar.gz，不测 the archive is absent, not measured');
		return undefined;
	}
	tell('查法规：导入归档 importing the archive');
	leitai('law', 'import', CORPUS, '--json');
	// The import held up this process; a connection that the server has closed meanwhile must be noticed before it is used again.
	await pause(500);
	const sql = connectTo('leitai', PARALLEL);
	const judged = Object.fromEntries(SETS.map((name) => [name, readJudged(name)]));
	const questions = Object.values(judged).flat();
	const idle = memoryOf(server.pid);
	const engines = { ours: askServer(server.url), like: askLike(sql), library: await buildLibrary(sql) };
	/** @type {Record<string, number[]>} */
	const times = { ours: [], like: [], library: [] };
	for (const engine of Object.values(engines)) await run(engine, questions.slice(0, 40));
	for (let turn = 1; turn <= rounds; turn++) {
		for (const [name, engine] of Object.entries(engines)) {
			// A scan of all texts takes seconds: a sample is enough to see that.
			times[name]?.push(...(await run(engine, name === 'like' ? questions.slice(0, 24) : questions)));
		}
		tell(`查法规 ${turn}/${rounds}`);
	}
	const memory = memoryOf(server.pid) - idle;
	/** @type {Record<string, Record<string, { recall: number, mrr: number }>>} */
	const quality = {};
	for (const name of SETS) {
		const list = judged[name] ?? [];
		const batch = answersOfBatch(name);
		quality[name] = {
			ours: await score(list, async (_, id) => batch.get(id) ?? []),
			like: await score(list, engines.like),
			library: await score(list, engines.library)
		};
	}
	await sql.end();
	const speed = Object.fromEntries(
		Object.entries(times).map(([name, list]) => {
			const sorted = list.sort((left, right) => left - right);
			return [name, { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }];
		})
	);
	return { questions: questions.length, speed, memory, quality };
}

/** @returns {Judged[]} */
function readJudged(/** @type {string} */ name) {
	const text = readFileSync(join(import.meta.dirname, 'law-search', `judged-${name}.jsonl`), 'utf8');
	return text
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
}

/** The page as people get it: search, excerpts and HTML. @returns {Engine} */
const askServer = (/** @type {string} */ url) => async (query) => {
	const answer = await fetch(`${url}/laws?q=${encodeURIComponent(query)}`);
	if (!answer.ok) throw new Error(`/laws: ${answer.status}`);
	await answer.text();
	return [];
};

/** Articles in force that hold most pairs of the question; no index can help. @returns {Engine} */
const askLike = (/** @type {import('postgres').Sql} */ sql) => async (query) => {
	const patterns = [...new Set(pairs(query))].map((pair) => `%${pair}%`);
	const rows = await sql`select l.title_key || '/' || a.article as name from law_article a
		join law_version v using (law_id, version) join law l on l.id = a.law_id
		cross join lateral (select count(*) as held from unnest(${patterns}::text[]) as p where a.text like p) as hits
		where v.in_force_until is null and held > 0 order by held desc, length(a.text) limit ${TOP}`;
	return rows.map((row) => String(row['name']));
};

/** @returns {Promise<Engine>} */
async function buildLibrary(/** @type {import('postgres').Sql} */ sql) {
	const rows = await sql`select l.title_key || '/' || a.article as id, l.title, a.text from law_article a
		join law_version v using (law_id, version) join law l on l.id = a.law_id where v.in_force_until is null`;
	const library = new MiniSearch({ fields: ['title', 'text'], tokenize: pairs });
	const seen = new Set();
	library.addAll(rows.filter(({ id }) => !seen.has(id) && seen.add(id)).map((row) => ({ ...row })));
	return async (query) =>
		library
			.search(query)
			.slice(0, TOP)
			.map(({ id }) => String(id));
}

/** Milliseconds of each question, four at a time. @param {Engine} engine @param {readonly Judged[]} questions */
async function run(engine, questions) {
	/** @type {number[]} */
	const times = [];
	const waiting = questions.map(({ query }) => query);
	const worker = async () => {
		for (let query = waiting.pop(); query !== undefined; query = waiting.pop()) {
			const began = performance.now();
			await engine(query);
			times.push(performance.now() - began);
		}
	};
	await Promise.all(Array.from({ length: PARALLEL }, worker));
	return times;
}

/** @returns {Map<string, string[]>} */
function answersOfBatch(/** @type {string} */ name) {
	const lines = leitai('law', 'search', '--batch', join(import.meta.dirname, 'law-search', `judged-${name}.jsonl`));
	const answers = lines
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	return new Map(
		answers.map(({ id, results }) => [
			id,
			results.map((/** @type {any} */ one) => `${keyOf(one.law)}/${one.article}${one.sub ? `-${one.sub}` : ''}`)
		])
	);
}

/**
 * Share of the right articles among the first ten, and one over the place of the first right one.
 * @param {readonly Judged[]} questions @param {(query: string, id: string) => Promise<string[]>} engine
 */
async function score(questions, engine) {
	let recall = 0;
	let mrr = 0;
	for (const { id, query, relevant } of questions) {
		const right = new Set(relevant.map(({ law, article }) => `${keyOf(law)}/${article}`));
		const found = (await engine(query, id)).slice(0, TOP);
		recall += found.filter((one) => right.has(one)).length / right.size;
		const first = found.findIndex((one) => right.has(one));
		mrr += first < 0 ? 0 : 1 / (first + 1);
	}
	return { recall: recall / questions.length, mrr: mrr / questions.length };
}
