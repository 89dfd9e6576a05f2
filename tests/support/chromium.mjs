// Finds a Chromium for the browser stories, or gets one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv, env, exit, getuid, platform } from 'node:process';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPLICATIONS = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];
const WHAT_TO_DO = `没有找到可用的 Chromium，浏览器用例无法运行。请任选其一：
  1. 安装 Chromium 或 Chrome（Debian：sudo apt-get install chromium fonts-noto-cjk；macOS：brew install --cask chromium）
  2. CHROMIUM_PATH=/路径/chromium npm test
  3. npx playwright install chromium（需要外网）
No Chromium found, so the browser stories cannot run. Install Chromium or Chrome, or set CHROMIUM_PATH to its program,
or run "npx playwright install chromium" where the network allows it.`;

const isRoot = getuid?.() === 0;

export const LAUNCH_FLAGS = [
	...(isRoot ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * The path of a Chromium that starts: `CHROMIUM_PATH`, an installed one, Debian's package (as root), Playwright's download.
 * Throws with what to do where none works.
 */
export async function findChromium() {
	if (env.CHROMIUM_PATH) {
		if (starts(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
		throw new Error(`CHROMIUM_PATH=${env.CHROMIUM_PATH} 不能启动（does not start）。\n${WHAT_TO_DO}`);
	}
	const found = installed() ?? (await downloaded()) ?? fromDebian() ?? (await fromPlaywright());
	if (!found) throw new Error(WHAT_TO_DO);
	return found;
}

function installed() {
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...candidates, ...(platform === 'darwin' ? MAC_APPLICATIONS : [])].find(starts);
}

function fromDebian() {
	if (!isRoot || platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
	console.error('正在安装 Chromium 和中文字体（apt-get install chromium fonts-noto-cjk）……');
	/** @type {import('node:child_process').SpawnSyncOptions} */
	const options = { stdio: ['ignore', 2, 2], env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
	spawnSync('apt-get', ['update', '-qq'], options);
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
	return installed();
}

async function fromPlaywright() {
	console.error('正在下载 Chromium（npx playwright install chromium）……');
	spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
	return downloaded();
}

async function downloaded() {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return path && starts(path) ? path : undefined;
}

/** @param {string} path */
function starts(path) {
	return (
		existsSync(path) &&
		spawnSync(path, ['--version', ...(isRoot ? ['--no-sandbox'] : [])], { timeout: 20_000 }).status === 0
	);
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
	try {
		console.log(await findChromium());
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		exit(1);
	}
}
