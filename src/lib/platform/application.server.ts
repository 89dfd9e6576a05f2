import type { Environment } from '#lib/shared/environment.ts';
import type { Clock } from './clock.server.ts';
import { openDatabase } from './database.server.ts';
import { measureDatabase } from './metrics/database-figures.server.ts';
import { onMeasure } from './metrics/measure-bus.server.ts';
import { onDrained } from './shutdown.server.ts';

/** Opens what the application holds for its whole life and gives it back when the last request is finished. */
export async function startApplication(
	environment: Pick<Environment, 'DATABASE_URL' | 'DATABASE_POOL' | 'LEITAI_DATA'>,
	clock: Clock
) {
	const database = await openDatabase(environment);
	onDrained(() => database.close());
	onMeasure(() => measureDatabase(database, { pool: environment.DATABASE_POOL, now: clock() }));
	/** Calls `heard` for every notice on a channel of the database, `begun` when the connection for it stands, and again after a break. */
	const listen = async (channel: string, heard: (payload: string) => void, begun: () => void) => {
		await database.sql.listen(channel, heard, begun);
	};
	return { db: database.db, listen };
}
