import { openDatabase, type OpenDatabase } from '#lib/platform/database.server.ts';
import { migrate } from '#lib/platform/migrate.server.ts';
import { prepare, type DemoAccount } from './prepare.ts';
import { readEnvironment } from '#lib/shared/environment.ts';

export interface Ready {
	/** Without open connections; closing it gives the embedded server back. */
	readonly database: OpenDatabase;
	readonly demoAccounts: readonly DemoAccount[];
}

/**
 * Opens, migrates and fills the database before a server starts. The application has a pool of its own, so this one is closed.
 * @param onOpen told at once, for whoever must close it if the rest is broken off
 */
export async function makeReady(
	source: Record<string, string | undefined>,
	log: (text: string) => void,
	onOpen: (database: OpenDatabase) => void = () => {}
): Promise<Ready> {
	const environment = readEnvironment(source);
	const database = await openDatabase(environment, log);
	onOpen(database);
	const applied = await migrate(database);
	if (applied > 0) log(`数据库结构已更新（${applied} 个迁移）`);
	const { demoAccounts = [] } = await prepare(database, environment, log);
	await database.closePool();
	return { database, demoAccounts };
}
