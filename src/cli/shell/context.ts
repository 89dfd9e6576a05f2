import { loadContent, readContent } from '#db/seed/content.ts';
import { hasLawFiles } from '#lib/law/server/use-cases/load-laws.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openDatabase, type OpenDatabase } from '#lib/platform/database.server.ts';
import { readInstallation } from '#lib/platform/installation.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { migrate, withDatabaseLock } from '#lib/platform/migrate.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import { MalformedInput } from '../command.ts';
import { loadHolidays } from '#lib/settings/server/use-cases/holidays.server.ts';
import { refuseSetClock } from './set-clock.ts';

/** Runs a command's work with a migrated database and a context that answers to nobody, and closes what it opened. */
export async function withContext<T>(
	command: string,
	log: (text: string) => void,
	work: (ctx: Ctx, database: OpenDatabase) => Promise<T>
): Promise<T> {
	const environment = readEnvironment(process.env);
	const database = await openDatabase(environment, log);
	try {
		await migrate(database);
		refuseSetClock(environment, (await readInstallation(database, 'demo')) === 'done');
		const now = startClock(environment.LEITAI_CLOCK)();
		await loadHolidays(database);
		const about = { now, actor: null, seed: 0, log: openLog(environment.LOG_LEVEL), request: command };
		return await work({ db: database.db, ...about }, database);
	} finally {
		await database.close();
	}
}

/** The same, after the material of the checkout was loaded if this database has never seen it: a command may come before the first start. */
export async function withMaterial<T>(
	command: string,
	log: (text: string) => void,
	work: (ctx: Ctx) => Promise<T>
): Promise<T> {
	return withContext(command, log, async (ctx, database) => {
		if (!(await hasLawFiles(ctx))) {
			const { content, faults } = readContent(projectRoot());
			if (faults.length > 0) throw new MalformedInput(faults);
			await withDatabaseLock(database, 'leitai:prepare', () => loadContent(ctx, content));
		}
		return work(ctx);
	});
}
