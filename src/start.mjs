// What `npm start`, `npm run dev` and `npm run leitai` call. Plain JavaScript with `node:` imports only: dependencies may
// not be there yet.
import './start/node-version.mjs';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findRunningInstance, isSameWish } from './lib/platform/instance.server.mjs';
import { ensureBuilt } from './start/build.mjs';
import { ensureInstalled } from './start/install.mjs';
import { inRoot, stateFolder } from './start/places.mjs';

export { ensureBuilt, ensureInstalled };

const isProgram = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isProgram) await main(process.argv.slice(2)).catch(fail);

/** @param {string[]} words */
async function main([mode, ...words]) {
	if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
	if (mode === '--dev') return develop();
	if (mode === '--cli') return runBuilt(words);
	if (mode !== undefined) throw new Error(`不认识的参数：${mode}（可用：--dev、--cli）`);
	const running = await findRunningInstance(join(stateFolder(), 'instance.json'));
	// Asked before building: a new build would pull the files away under the running server.
	if (running && isSameWish(running, process.env['PORT'])) {
		console.log(`擂台已经在运行：${running.address}（进程 ${running.pid}）。要用新的程序，请先停止它`);
		return;
	}
	await runBuilt(['serve']);
}

/** Runs a command of the built program in this process, so that signals reach it. @param {string[]} words */
async function runBuilt(words) {
	await ensureInstalled();
	await ensureBuilt();
	const program = inRoot('build', 'leitai', 'cli.js');
	process.argv = [process.execPath, program, ...words];
	await import(pathToFileURL(program).href);
}

async function develop() {
	await ensureInstalled();
	const { develop } = await import('./start/dev.mjs');
	await develop();
}

/** @param {unknown} error */
function fail(error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
