// The table that `npm run bench` prints.
import { round } from './figures.mjs';
import { arenaRows, auditRows, importRows, peopleRows, rankingRows } from './report-large.mjs';

/**
 * @typedef {{ answer?: Awaited<ReturnType<typeof import('./answer.mjs').measureAnswers>>,
 *   today?: Awaited<ReturnType<typeof import('./today.mjs').measureToday>>,
 *   calculator?: Awaited<ReturnType<typeof import('./calculator.mjs').measureCalculator>>,
 *   weight?: Awaited<ReturnType<typeof import('./weight.mjs').measureWeight>>,
 *   search?: Awaited<ReturnType<typeof import('./search.mjs').measureSearch>>,
 *   discretion?: Awaited<ReturnType<typeof import('./discretion.mjs').measureDiscretion>>,
 *   drafting?: Awaited<ReturnType<typeof import('./drafting.mjs').measureDrafting>>,
 *   cases?: Awaited<ReturnType<typeof import('./cases.mjs').measureCases>>,
 *   reports?: Awaited<ReturnType<typeof import('./report-check.mjs').measureReports>>,
 *   audit?: Awaited<ReturnType<typeof import('./audit.mjs').measureAudit>>,
 *   ranking?: Awaited<ReturnType<typeof import('./ranking.mjs').measureRanking>>,
 *   import?: Awaited<ReturnType<typeof import('./import.mjs').measureImport>>,
 *   public?: Awaited<ReturnType<typeof import('./public.mjs').measurePublic>>,
 *   arena?: Awaited<ReturnType<typeof import('./arena.mjs').measureArena>>,
 *   people?: Awaited<ReturnType<typeof import('./people.mjs').measurePeople>>,
 *   memory?: { settled: number, quiet: number, loaded?: number, rested?: number } }} Results
 * @typedef {[what: string, target: string, measured: string, met: boolean | null]} Row
 */

const percent = (/** @type {number} */ ratio) => `${Math.round(ratio * 100)} %`;
const rates = (/** @type {{ rate: number, p50: number, p95: number }} */ { rate, p50, p95 }) =>
	`${Math.round(rate)}/s, p50 ${round(p50)} ms, p95 ${round(p95)} ms`;
const kilobytes = (/** @type {number} */ bytes) => `${round(bytes / 1000, 2)} kB`;

/** @param {NonNullable<Results['answer']>} answer @returns {Row[]} */
function answerRows({ ours, transaction, statement, ratio, ratios, walWarm, walAfterCheckpoint, response }) {
	const wal = (/** @type {typeof walWarm} */ one) =>
		`${Math.round(one.bytes)} B, ${round(one.records)} records, ${round(one.images, 2)} full pages${one.checkpointInside ? ' (checkpoint inside!)' : ''}`;
	return [
		['答一题 one answer, 16 users', '', rates(ours), null],
		['裸事务 bare node:http + transaction', '', rates(transaction), null],
		['裸单句 bare node:http + one statement', '', rates(statement), null],
		['÷ 裸事务 ÷ bare transaction', '≥ 40 %', `${percent(ratio)} (${ratios.map(percent).join(', ')})`, ratio >= 0.4],
		['÷ 裸单句 ÷ one statement', '', percent(ours.rate / statement.rate), null],
		[
			'CPU 每题 CPU per answer',
			'≤ 3 ms',
			`${round(ours.cpu, 2)} ms = node ${round(ours.cpuNode, 2)} + postgres ${round(ours.cpuDatabase, 2)}`,
			ours.cpu <= 3
		],
		[
			'　裸事务 bare transaction',
			'',
			`${round(transaction.cpu, 2)} ms = node ${round(transaction.cpuNode, 2)} + postgres ${round(transaction.cpuDatabase, 2)}`,
			null
		],
		['WAL 每题 WAL per answer, warm', '≤ 1200 B', wal(walWarm), walWarm.bytes <= 1200],
		['　检查点之后 right after a checkpoint', '', wal(walAfterCheckpoint), null],
		[
			'下一题 next question, wire, median of all types',
			'≤ 3 kB',
			`${kilobytes(response.body + response.head)} = body ${response.body} + headers ${response.head} B (body p95 ${response.bodyP95}, largest ${response.bodyMax}; uncompressed ${response.plain})`,
			response.body + response.head <= 3000
		]
	];
}

/** @param {NonNullable<Results['cases']>} cases @returns {Row[]} */
function caseRows({ ours, empty, emptySignedIn, ratio, ratios, bytes, cold, requests, list }) {
	return [
		['案例页 page of a case read to its end, 16 users', '', `${rates(ours)}; ${kilobytes(bytes)}`, null],
		['空页 empty page, no session', '', rates(empty), null],
		[
			'案例页 ÷ 空页 case ÷ empty page',
			'≥ 70 %',
			`${percent(ratio)} (${ratios.map(percent).join(', ')})`,
			ratio >= 0.7
		],
		['　÷ 空页带会话 ÷ empty with a session', '', percent(ours.rate / emptySignedIn.rate), null],
		[
			'　CPU 每页 CPU per page',
			'',
			`node ${round(ours.cpuNode, 2)} ms (empty ${round(empty.cpuNode, 2)}) + postgres ${round(ours.cpuDatabase, 2)} ms`,
			null
		],
		['案例页冷载 case page cold', '≤ 60 kB', `${kilobytes(cold)} in ${requests} requests`, cold <= 60_000],
		[
			`案例目录 list over ${list.cases} cases, ten filters`,
			'p95 ≤ 50 ms',
			`p50 ${round(list.p50)} ms, p95 ${round(list.p95)} ms`,
			list.p95 <= 50
		]
	];
}

/** @param {NonNullable<Results['today']>} today @returns {Row[]} */
function todayRows({ ours, empty, emptySignedIn, ratio, ratios, statements, bytes, emptyBytes }) {
	return [
		['今日 GET / signed in, 16 users', '', `${rates(ours)}; ${kilobytes(bytes)}`, null],
		['空页 empty page, no session', '', `${rates(empty)}; ${kilobytes(emptyBytes)}`, null],
		['空页带会话 empty page with a session', '', rates(emptySignedIn), null],
		['÷ 空页 ÷ empty page', '≥ 50 %', `${percent(ratio)} (${ratios.map(percent).join(', ')})`, ratio >= 0.5],
		['语句 statements per 今日', '≤ 5', String(statements), statements <= 5]
	];
}

/** @param {NonNullable<Results['calculator']>} calculator @returns {Row[]} */
function calculatorRows({ ours, data, empty, ratio, ratios, dataRatio, dataRatios, wire, dataBytes }) {
	const share = (/** @type {number} */ one, /** @type {number[]} */ all) =>
		`${percent(one)} (${all.map(percent).join(', ')})`;
	return [
		['裁量计算 calculator page, 16 users', '', `${rates(ours)}; ${kilobytes(wire)}`, null],
		['　只取数据 data of a changed answer', '', `${rates(data)}; ${kilobytes(dataBytes)}`, null],
		['空页 empty page', '', rates(empty), null],
		['÷ 空页 page ÷ empty page', '≥ 50 %', share(ratio, ratios), ratio >= 0.5],
		['　数据 ÷ 空页 data ÷ empty page', '≥ 50 %', share(dataRatio, dataRatios), dataRatio >= 0.5]
	];
}

/** @param {NonNullable<Results['weight']>} weight @returns {Row[]} */
function weightRows({ cold, next, nextFiles }) {
	return [
		['题目页冷加载 question page, cold', '≤ 60 kB', kilobytes(cold.bytes), cold.bytes <= 60_000],
		['　请求 requests', '≤ 14', String(cold.requests), cold.requests <= 14],
		[
			'下一题（浏览器）next question in the browser',
			'≤ 3 kB',
			`${kilobytes(next.bytes)} in ${next.requests} (headers ${nextFiles.reduce((total, { headBytes }) => total + headBytes, 0)} B of it)`,
			next.bytes <= 3000
		]
	];
}

/** @param {NonNullable<Results['discretion']>} discretion @returns {Row[]} */
function discretionRows({ decision, copy, cases, inputCharacters, outputCharacters }) {
	const micros = (/** @type {typeof copy} */ { clock, cpu, fastest }) =>
		`${round(clock, 1)} µs (CPU ${round(cpu, 1)}, fastest round ${round(fastest, 1)})`;
	const seconds = `${round(cases.clock / 1e6, 2)} s (CPU ${round(cases.cpu / 1e6, 2)})`;
	const size = `${inputCharacters} → ${outputCharacters} characters`;
	return [
		['一次裁量 one decision in process, median', '≤ 50 µs', micros(decision), decision.clock <= 50],
		['　同一输入过一遍 JSON the same input through JSON', '', micros(copy), null],
		['÷ JSON ÷ JSON', '', `${round(decision.cpu / copy.cpu, 1)} (${size})`, null],
		[`核对 ${cases.count} 个出题 made cases checked`, '≤ 3 s', seconds, cases.clock <= 3e6]
	];
}

/** @param {NonNullable<Results['search']>} search @returns {Row[]} */
function searchRows({ questions, speed, memory, quality }) {
	const time = (/** @type {{ p50: number, p95: number } | undefined} */ one) =>
		one ? `p50 ${round(one.p50)} ms, p95 ${round(one.p95)} ms` : '';
	const found = (/** @type {{ recall: number, mrr: number } | undefined} */ one) =>
		one ? `recall@10 ${round(one.recall, 3)}, MRR ${round(one.mrr, 3)}` : '';
	/** @type {Row[]} */
	const rows = [
		[
			`查法规 law search, page, 4 parallel, ${questions} questions`,
			'p95 ≤ 50 ms',
			time(speed['ours']),
			(speed['ours']?.p95 ?? Infinity) <= 50
		],
		['　LIKE', '', time(speed['like']), null],
		['　MiniSearch', '', time(speed['library']), null],
		['　内存 memory above idle', '≤ 400 MB', `${Math.round(memory)} MB`, memory <= 400]
	];
	for (const [name, of] of Object.entries(quality)) {
		rows.push([`　${name}`, '≥ 0.55', found(of['ours']), (of['ours']?.recall ?? 0) >= 0.55]);
		rows.push(['　　LIKE', '', found(of['like']), null], ['　　MiniSearch', '', found(of['library']), null]);
	}
	return rows;
}

/** @param {NonNullable<Results['drafting']>} drafting @returns {Row[]} */
function draftingRows({ kinds, documents, document, slowest, file, read }) {
	const time = (/** @type {{ p50: number, p95: number }} */ one) =>
		`p50 ${round(one.p50, 3)} ms, p95 ${round(one.p95, 3)} ms`;
	return [
		[`查一份文书 check one document, ${kinds} kinds`, '≤ 1 ms', time(document), document.p95 <= 1],
		[`　最慢的一种 slowest: ${slowest.kind}`, '≤ 1 ms', time(slowest), slowest.p95 <= 1],
		[`查一本案卷 check a file of ${documents}`, '≤ 10 ms', time(file), file.p95 <= 10],
		['　读规则 reading all rules', '', `${Math.round(read)} ms`, null]
	];
}

/** @param {NonNullable<Results['public']>} side @returns {Row[]} */
function publicRows({ ours, bare, unchanged, ratio, ratios, unchangedRatio, unchangedRatios, bytes }) {
	return [
		['公开页 public page, 16 users', '', `${rates(ours)}; ${kilobytes(bytes)}`, null],
		['裸页 bare node:http, the same bytes', '', rates(bare), null],
		['÷ 裸页 ÷ bare', '≥ 20 %', `${percent(ratio)} (${ratios.map(percent).join(', ')})`, ratio >= 0.2],
		['304', '', rates(unchanged), null],
		[
			'÷ 裸 304 ÷ bare',
			'≥ 20 %',
			`${percent(unchangedRatio)} (${unchangedRatios.map(percent).join(', ')})`,
			unchangedRatio >= 0.2
		]
	];
}

/** @param {NonNullable<Results['reports']>} reports @returns {Row[]} */
function reportRows({ ours, empty, ratio, ratios, bytes, editor }) {
	/** @type {Row[]} */
	const rows = [
		['文书检查报告 report on a draft, 16 users', '', `${rates(ours)}; ${kilobytes(bytes)}`, null],
		['空页 empty page', '', rates(empty), null],
		['÷ 空页 ÷ empty page', '≥ 50 %', `${percent(ratio)} (${ratios.map(percent).join(', ')})`, ratio >= 0.5]
	];
	if (editor)
		rows.push([
			'文书编辑页冷加载 editor page, cold',
			'≤ 120 kB',
			`${kilobytes(editor.bytes)} in ${editor.requests}`,
			editor.bytes <= 120_000
		]);
	return rows;
}

/** @param {NonNullable<Results['memory']>} memory @returns {Row[]} */
function memoryRows({ settled, quiet, loaded, rested }) {
	/** @type {Row[]} */
	const rows = [
		['内存 30 s 后 memory 30 s after start', '≤ 180 MB', `${round(settled)} MB`, settled <= 180],
		['　再静 60 s 60 s later', '≤ 180 MB', `${round(quiet)} MB`, quiet <= 180]
	];
	if (loaded !== undefined && rested !== undefined)
		rows.push(['　压测后 after load, and 60 s later', '', `${round(loaded)} MB, ${round(rested)} MB`, null]);
	return rows;
}

/** Columns a text takes on a terminal: Chinese characters take two. @param {string} text */
const width = (text) => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffe6]/.test(character) ? 2 : 1), 0);

/**
 * @param {Results} results
 * @param {{ at: Date, isQuick: boolean, machine: Record<string, unknown>, file: string }} run
 */
export function printTable(
	{
		answer,
		today,
		calculator,
		weight,
		search,
		memory,
		discretion,
		drafting,
		reports,
		public: side,
		cases,
		ranking,
		audit,
		import: tables,
		arena,
		people
	},
	{ at, isQuick, machine, file }
) {
	const rows = [
		...(answer ? answerRows(answer) : []),
		...(today ? todayRows(today) : []),
		...(calculator ? calculatorRows(calculator) : []),
		...(cases ? caseRows(cases) : []),
		...(weight ? weightRows(weight) : []),
		...(search ? searchRows(search) : []),
		...(discretion ? discretionRows(discretion) : []),
		...(memory ? memoryRows(memory) : []),
		...(drafting ? draftingRows(drafting) : []),
		...(reports ? reportRows(reports) : []),
		...(side ? publicRows(side) : []),
		...(ranking ? rankingRows(ranking) : []),
		...(audit ? auditRows(audit) : []),
		...(tables ? importRows(tables) : []),
		...(arena ? arenaRows(arena) : []),
		...(people ? peopleRows(people) : [])
	];
	const column = Math.max(...rows.map(([what]) => width(what)));
	console.log(
		`\n${at.toISOString()} · ${Object.entries(machine)
			.map(([name, value]) => `${name} ${value}`)
			.join(' · ')}`
	);
	if (isQuick) console.log('--quick：数字不作数 not for figures');
	console.log(`${'项目 what'.padEnd(column - 2)}  ${'目标 target'.padEnd(10)} 实测 measured`);
	for (const [what, target, measured, met] of rows) {
		const mark = met === null ? ' ' : met ? '✓' : '✗';
		console.log(`${what}${' '.repeat(column - width(what))} ${mark} ${target.padEnd(10)} ${measured}`);
	}
	const judged = rows.filter(([, , , met]) => met !== null);
	console.log(`\n${judged.filter(([, , , met]) => met).length} of ${judged.length} targets met · ${file}`);
}
