// `npm run bench`: measures the built server beside bare limits on this machine (docs/performance.md).
// `npm run bench -- answer today calculator weight search memory discretion drafting reports public cases arena people ranking audit import` runs only those; `--quick` is for trying the scripts, not for figures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled } from '../../src/start.mjs';
import { measureAnswers } from './answer.mjs';
import { measureArena } from './arena.mjs';
import { startBare } from './bare-server.mjs';
import { measureAudit } from './audit.mjs';
import { measureCalculator } from './calculator.mjs';
import { measureCases } from './cases.mjs';
import { measureDiscretion } from './discretion.mjs';
import { measureDrafting } from './drafting.mjs';
import { measurePeople } from './people.mjs';
import { measurePublic } from './public.mjs';
import { measureReports } from './report-check.mjs';
import { measureIdleMemory, measureRestingMemory } from './memory.mjs';
import { signIn } from './officers.mjs';
import { measureImport } from './import.mjs';
import { measureRanking } from './ranking.mjs';
import { printTable } from './report.mjs';
import { DATA, startServer } from './server.mjs';
import { measureSearch } from './search.mjs';
import { measureToday } from './today.mjs';
import { measureWeight } from './weight.mjs';

const PARTS = [
	'answer',
	'today',
	'calculator',
	'weight',
	'search',
	'memory',
	'discretion',
	'drafting',
	'reports',
	'cases',
	'public',
	'arena',
	'people',
	'ranking',
	'audit',
	'import'
];
/** What is measured in this process: neither the built server nor its database. */
const HERE = ['discretion', 'drafting', 'arena', 'people', 'ranking', 'audit', 'import'];
/** Only when asked for: each fills a database of its own. */
const ASKED = ['people', 'ranking', 'audit', 'import'];
const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const chosen = words.filter((word) => !word.startsWith('--'));
const unknown = chosen.filter((word) => !PARTS.includes(word));
if (unknown.length > 0) {
	console.error(`没有这一项：${unknown.join('、')}。可选 choose from: ${PARTS.join(' ')}`);
	process.exit(2);
}
const wants = (/** @type {string} */ part) => chosen.includes(part) || (chosen.length === 0 && !ASKED.includes(part));

await ensureInstalled();
const began = new Date();
const loadBefore = loadavg()[0] ?? NaN;
/** @type {import('./report.mjs').Results} */
const results = {};
if (wants('discretion')) results.discretion = await measureDiscretion();
if (wants('ranking')) {
	await ensureBuilt();
	results.ranking = await measureRanking();
}
if (wants('audit')) results.audit = await measureAudit();
if (wants('import')) results.import = await measureImport();
if (wants('drafting')) results.drafting = await measureDrafting({ rounds: isQuick ? 200 : 2000 });
if (wants('arena')) results.arena = await measureArena({ rounds: isQuick ? 3 : 10 });
if (wants('people')) results.people = await measurePeople({ rounds: isQuick ? 5 : 40 });
if (PARTS.some((part) => !HERE.includes(part) && wants(part))) await measureServed();
const machine = {
	cores: cpus().length,
	cpu: cpus()[0]?.model.trim(),
	node: process.version,
	loadBefore,
	loadAfter: loadavg()[0]
};
mkdirSync(DATA, { recursive: true });
const file = join(DATA, 'results.json');
writeFileSync(
	file,
	`${JSON.stringify({ at: began.toISOString(), quick: isQuick, machine, ...results }, null, '\t')}\n`
);
printTable(results, { at: began, isQuick, machine, file });
process.exit(0);

async function measureServed() {
	await ensureBuilt();
	if (wants('memory')) results.memory = await measureIdleMemory();
	const server = await startServer();
	try {
		const bare = await startBare();
		try {
			const officers = await signIn(server);
			const stage = { server, bare, officers, rounds: isQuick ? 1 : 5, seconds: isQuick ? 2 : 5 };
			if (wants('answer')) results.answer = await measureAnswers(stage);
			if (wants('today')) results.today = await measureToday(stage);
			if (wants('calculator')) results.calculator = await measureCalculator(stage);
			if (wants('weight')) results.weight = await measureWeight(stage);
			if (wants('reports')) results.reports = await measureReports(stage);
			if (wants('cases')) results.cases = await measureCases(stage);
			if (wants('public')) results.public = await measurePublic(stage);
			if (wants('search')) results.search = await measureSearch(stage);
			if (results.memory && results.answer && !isQuick)
				Object.assign(results.memory, await measureRestingMemory(server));
		} finally {
			await bare.stop();
		}
	} finally {
		await server.stop();
	}
}
