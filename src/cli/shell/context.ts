import { startClock } from '#lib/platform/clock.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openDatabase } from '#lib/platform/database.server.ts';
import { readInstallation } from '#lib/platform/installation.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { migrate } from '#lib/platform/migrate.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import { refuseSetClock } from './set-clock.ts';

/** Runs a command's work with a migrated database and a context that answers to nobody, and closes what it opened. */
export async function withContext<T>(
	command: string,
	log: (text: string) => void,
	work: (ctx: Ctx) => Promise<T>
): Promise<T> {
	const environment = readEnvironment(process.env);
	const database = await openDatabase(environment, log);
	try {
		await migrate(database);
		refuseSetClock(environment, (await readInstallation(database, 'demo')) === 'done');
		const now = startClock(environment.LEITAI_CLOCK)();
		return await work({
			db: database.db,
			now,
			actor: null,
			seed: 0,
			log: openLog(environment.LOG_LEVEL),
			request: command
		});
	} finally {
		await database.close();
	}
}
