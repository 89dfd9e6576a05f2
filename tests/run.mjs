// What `npm test` does: every check there is, one summary, and the total over all runners alone on the last line.
// `npm test -- unit database` runs only those steps.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, env, execPath, exit } from 'node:process';
import { endChildren, runChild } from './support/child.mjs';

/**
 * @typedef {readonly [string, ...string[]]} Command program and arguments
 * @typedef {{ name: string, reason: string }} Skipped
 * @typedef {{ passed: number, failed: number, skipped: Skipped[] }} Counts
 * @typedef {Counts & { output: string }} Result
 * @typedef {{ title: string, specs?: { title: string, tests: StoryTest[] }[], suites?: StorySuite[] }} StorySuite
 * @typedef {{ status: string, annotations: { type: string, description?: string }[] }} StoryTest
 */

const ROOT = resolve(import.meta.dirname, '..');
const counts = mkdtempSync(join(tmpdir(), 'leitai-test-'));
process.on('exit', () => rmSync(counts, { recursive: true, force: true }));

/** @param {string} name */
const bin = (name) => join(ROOT, 'node_modules/.bin', name);
/** @param {string} file @returns {Command} */
const node = (file) => [execPath, join(ROOT, file)];

/** What the developer's shell says about his own server must not reach the tests. */
const clean = Object.fromEntries(
	Object.entries(env).filter(([name]) => !/^(DATABASE_|LEITAI_|LOG_LEVEL$|TRUST_PROXY$|HOST$|PORT$)/.test(name))
);

/** One test each: passed if the program says so.
 * @type {Record<string, Command>} */
const STATIC = {
	lint: [bin('eslint'), '--max-warnings', '0', '.'],
	types: [bin('svelte-check'), '--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings'],
	format: [bin('prettier'), '--check', '--log-level', 'warn', '.'],
	unused: [bin('knip'), '--no-config-hints'],
	arrows: node('tests/support/arrows.mjs')
};

/** Every step, in the order of the summary.
 * @type {Record<string, (name: string) => Promise<Result>>} */
const STEPS = {
	format: oneCheck,
	lint: oneCheck,
	arrows: oneCheck,
	types: oneCheck,
	unused: oneCheck,
	unit: vitest,
	database: vitest,
	content: vitest,
	build: (name) => oneCheck(name, node('tests/support/build.mjs')),
	stories
};

/** @type {Map<string, Result & { seconds: string }>} */
const results = new Map();
let interrupted = false;
await main();

async function main() {
	const chosen = choose(argv.slice(2));
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(name, async () => {
			// Terminal and npm may both send it.
			if (interrupted) return;
			interrupted = true;
			console.log('\n中断，正在结束子进程……');
			await endChildren();
			exit(130);
		});
	}
	const { ensureInstalled } = await import('../src/start.mjs');
	try {
		await ensureInstalled();
	} catch (error) {
		console.log(`${error instanceof Error ? error.message : error}\n\n0 passed, 1 failed`);
		exit(1);
	}
	const checks = Object.keys(STATIC).filter((name) => chosen.includes(name));
	if (checks.length > 0) await prepare();
	await inPairs(checks);
	for (const name of chosen) if (!checks.includes(name)) await runStep(name);
	summarise(chosen);
}

/** @param {string[]} wanted */
function choose(wanted) {
	const unknown = wanted.filter((name) => !(name in STEPS));
	if (unknown.length > 0) {
		console.error(`没有这一步：${unknown.join('、')}。可选：${Object.keys(STEPS).join(' ')}`);
		exit(2);
	}
	return Object.keys(STEPS).filter((name) => wanted.length === 0 || wanted.includes(name));
}

/** Route types and the generated tsconfig, which lint, types and unused code read. */
async function prepare() {
	const { ok, output } = await run([bin('svelte-kit'), 'sync']);
	if (!ok) console.log(`svelte-kit sync failed\n${output}`);
}

/** Two at a time: most of these programs use one core.
 * @param {string[]} names */
async function inPairs(names) {
	const waiting = [...names];
	const worker = async () => {
		for (let name = waiting.shift(); name; name = waiting.shift()) await runStep(name);
	};
	await Promise.all([worker(), worker()]);
}

/** @param {string} name */
async function runStep(name) {
	const start = performance.now();
	const step = /** @type {(typeof STEPS)[string]} */ (STEPS[name]);
	const result = await step(name).catch((error) => failure(error instanceof Error ? error.message : String(error)));
	if (result.passed + result.failed === 0) {
		result.failed = 1;
		result.output += `\n${name}: no test ran`;
	}
	if (interrupted) return new Promise(() => {});
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	results.set(name, { ...result, seconds });
	if (result.failed > 0) console.log(`\n──── ${name} ────\n${result.output.trim()}\n`);
	console.log(`${result.failed > 0 ? '✗' : '✓'} ${name} · ${seconds} s`);
	for (const { name: test, reason } of result.skipped) console.log(`  skipped ${test}${reason ? ` – ${reason}` : ''}`);
}

/** @param {Command} command @param {Record<string, string>} more variables */
function run(command, more = {}) {
	return runChild(command, { cwd: ROOT, env: { ...clean, ...more } });
}

/** @param {string} output @returns {Result} */
function failure(output) {
	return { passed: 0, failed: 1, skipped: [], output };
}

/** @param {string} name @returns {Promise<Result>} */
async function oneCheck(name, command = /** @type {Command} */ (STATIC[name])) {
	const { ok, output } = await run(command);
	return ok ? { passed: 1, failed: 0, skipped: [], output } : failure(output);
}

/** @param {string} project */
async function vitest(project) {
	const file = join(counts, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=./tests/support/vitest-counts.ts'];
	/** @type {Command} */
	const command = [bin('vitest'), 'run', '--project', project, '--allowOnly=false', ...reporters];
	const { ok, output } = await run(command, { LEITAI_COUNTS: file });
	return reconcile(ok, output, file, (/** @type {Counts} */ report) => report);
}

async function stories() {
	if (results.get('build')?.failed) return failure('not run, because the build failed');
	const { findChromium } = await import('./support/chromium.mjs');
	const file = join(counts, 'stories.json');
	const chromium = await findChromium();
	const { ok, output } = await run([bin('playwright'), 'test', '--forbid-only'], {
		CHROMIUM_PATH: chromium,
		PLAYWRIGHT_JSON_OUTPUT_FILE: file
	});
	return reconcile(
		ok,
		output,
		file,
		(/** @type {{ suites: StorySuite[], errors: unknown[] }} */ { suites, errors }) => {
			const tests = suites.flatMap(testsOf);
			const inState = (/** @type {string} */ state) => tests.filter(({ status }) => status === state);
			return {
				passed: inState('expected').length,
				failed: inState('unexpected').length + inState('flaky').length + errors.length,
				skipped: inState('skipped').map(({ title, annotations }) => ({
					name: title,
					reason: annotations.find(({ type }) => type === 'skip')?.description ?? ''
				}))
			};
		}
	);
}

/** The tests of Playwright's nested report, each with the whole path of its titles.
 * @param {StorySuite} suite @returns {(StoryTest & { title: string })[]} */
function testsOf({ title, specs = [], suites = [] }) {
	const own = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: `${title}: ${spec.title}` })));
	return [...own, ...suites.flatMap((suite) => testsOf({ ...suite, title: `${title}: ${suite.title}` }))];
}

/**
 * A runner's own counts, distrusted where they contradict its exit code.
 * @template Report
 * @param {boolean} ok whether it ended with 0
 * @param {string} output
 * @param {string} file its report
 * @param {(report: Report) => Counts} read
 * @returns {Result}
 */
function reconcile(ok, output, file, read) {
	if (!existsSync(file)) return failure(output);
	const result = { ...read(JSON.parse(readFileSync(file, 'utf8'))), output };
	if (!ok && result.failed === 0) result.failed = 1;
	return result;
}

/** @param {string[]} chosen */
function summarise(chosen) {
	const rows = chosen.map((name) => ({ name, ...results.get(name) }));
	const total = { passed: 0, failed: 0, skipped: 0 };
	console.log('\nstep       passed  failed  skipped  seconds');
	for (const { name, passed = 0, failed = 0, skipped = [], seconds = '' } of rows) {
		const cells = [String(passed).padStart(6), String(failed).padStart(6), String(skipped.length).padStart(7)];
		console.log(`${name.padEnd(10)} ${cells.join('  ')}  ${seconds.padStart(7)}`);
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped.length;
	}
	const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
	console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
	process.exitCode = total.failed > 0 ? 1 : 0;
}
