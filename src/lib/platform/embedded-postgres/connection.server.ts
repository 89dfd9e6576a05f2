import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Postmaster } from './postmaster.server.ts';

export const DATABASE = 'leitai';
const ROLE = 'leitai';

/** The options with which postgres.js reaches a server: addresses (URLs) do not carry sockets. */
export type EmbeddedTarget = postgres.Options<Record<string, never>>;

export function targetOf(
	{ socketFolder, port, listen }: Pick<Postmaster, 'socketFolder' | 'port' | 'listen'>,
	password: string
): EmbeddedTarget {
	const common = { username: ROLE, database: DATABASE };
	return socketFolder !== ''
		? { ...common, path: join(socketFolder, `.s.PGSQL.${port}`) }
		: { ...common, host: listen, port, password };
}

/** States of a server that will answer soon; absent files and refused connections are the first moments of a start. */
const NOT_YET = new Set(['57P03', 'ECONNREFUSED', 'ENOENT', 'CONNECT_TIMEOUT', '53300']);

/**
 * Waits until the server answers, however long it repairs itself after a crash, and makes the database if it is missing.
 * @param isAlive asked before every attempt: a server that has died will not answer
 */
export async function waitUntilReady(target: EmbeddedTarget, isAlive: () => boolean, seconds = 120): Promise<boolean> {
	const deadline = Date.now() + seconds * 1000;
	while (isAlive()) {
		const code = await tryStatement(target, 'select 1');
		if (code === '') return true;
		if (code === '3D000') await createDatabase(target);
		else if (!NOT_YET.has(code)) throw new Error(`连不上内置 PostgreSQL：${code}`);
		if (Date.now() > deadline) throw new Error(`内置 PostgreSQL 在 ${seconds} 秒内没有就绪`);
		await sleep(50);
	}
	return false;
}

async function createDatabase(target: EmbeddedTarget): Promise<void> {
	const code = await tryStatement({ ...target, database: 'postgres' }, `create database ${DATABASE}`);
	// 42P04: another process was faster.
	if (code !== '' && code !== '42P04') throw new Error(`建立数据库失败：${code}`);
}

/** Runs one statement on a connection of its own. @returns the error code, '' on success */
async function tryStatement(target: EmbeddedTarget, statement: string): Promise<string> {
	const sql = postgres({
		...target,
		max: 1,
		connect_timeout: 5,
		onnotice: () => {},
		idle_timeout: 1,
		max_lifetime: 60
	});
	try {
		await sql.unsafe(statement);
		return '';
	} catch (error) {
		return (error as { code?: string }).code ?? String(error);
	} finally {
		await sql.end({ timeout: 1 });
	}
}
