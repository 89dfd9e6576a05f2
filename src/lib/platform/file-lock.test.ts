import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withFileLock } from './file-lock.server.mjs';
import { processIdentity } from './process-identity.server.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leitai-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one at a time within a process, and only the last number stays', async () => {
	let inside = 0;
	const turn = () =>
		withFileLock({ folder, name: 'x' }, async () => {
			expect(++inside).toBe(1);
			await sleep(5);
			inside--;
		});
	await Promise.all([turn(), turn(), turn(), turn()]);
	expect(readdirSync(folder)).toEqual(['x.4']);
});

test('a holder that was killed does not block', async () => {
	const dead = spawnSync('true').pid;
	writeFileSync(join(folder, 'x.7'), `${dead} 123`);
	expect(await withFileLock({ folder, name: 'x', waitSeconds: 1 }, async () => 'in')).toBe('in');
	writeFileSync(join(folder, 'x.9'), `${process.pid} 1`);
	expect(await withFileLock({ folder, name: 'x', waitSeconds: 1 }, async () => 'in')).toBe('in');
	expect(readdirSync(folder)).toEqual(['x.10']);
});

test('a failure gives the lock back', async () => {
	await expect(withFileLock({ folder, name: 'x' }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await withFileLock({ folder, name: 'x', waitSeconds: 0 }, async () => 'in')).toBe('in');
});

test('waiting has an end', async () => {
	writeFileSync(join(folder, 'x.1'), `${process.pid} ${processIdentity(process.pid)}`);
	let waited = 0;
	const lock = { folder, name: 'x', waitSeconds: 0.1, onWait: () => void waited++ };
	await expect(withFileLock(lock, async () => 'in')).rejects.toThrow('被另一个进程占用');
	expect(waited).toBe(1);
});

test('processes count together without losing one, though some are killed inside', async () => {
	const count = join(folder, 'count');
	writeFileSync(count, '0');
	const program = `
		import { readFileSync, writeFileSync } from 'node:fs';
		import { withFileLock } from ${JSON.stringify(new URL('./file-lock.server.mjs', import.meta.url).href)};
		for (let i = 0; i < 20; i++) await withFileLock({ folder: ${JSON.stringify(folder)}, name: 'x' }, async () => {
			writeFileSync(${JSON.stringify(count)}, String(Number(readFileSync(${JSON.stringify(count)})) + 1));
		});
		await withFileLock({ folder: ${JSON.stringify(folder)}, name: 'x' }, async () => process.kill(process.pid, 'SIGKILL'));`;
	const run = () =>
		new Promise((resolve) => spawn(process.execPath, ['--input-type=module', '-e', program]).on('exit', resolve));
	await Promise.all([run(), run(), run()]);
	expect(readFileSync(count, 'utf8')).toBe('60');
}, 30_000);

test('a process that ended or waits as a zombie has no identity', async () => {
	const child = spawn('sleep', ['30']);
	expect(processIdentity(child.pid!)).toMatch(/^\d+$/);
	child.kill('SIGKILL');
	await new Promise((resolve) => child.on('exit', resolve));
	expect(processIdentity(child.pid!)).toBeNull();
	expect(processIdentity(0)).toBeNull();
});
