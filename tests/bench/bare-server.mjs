import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connectTo, targetOf } from './server.mjs';

const DATABASE = 'leitai_bench';

/** Starts the bare limits on a database of their own beside the application's, on the same PostgreSQL server. */
export async function startBare() {
	const sql = connectTo('leitai');
	const [known] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
	if (!known) await sql.unsafe(`create database ${DATABASE}`);
	await sql.end();
	const child = fork(join(import.meta.dirname, 'bare.mjs'), {
		env: { ...process.env, BARE_TARGET: JSON.stringify(targetOf(DATABASE)) }
	});
	const [{ port }] = await once(child, 'message');
	const stop = async () => {
		const gone = once(child, 'exit');
		child.disconnect();
		await gone;
	};
	return { port, pid: /** @type {number} */ (child.pid), stop };
}
