import { afterAll, inject } from 'vitest';
import { connect, type Database } from '#db/connect.ts';
import { copyTemplate, dropCopy, type Address } from './cluster.ts';

export interface FreshDatabase extends Database {
	/** For a second pool (two nodes) or another process (`environmentOf(address)` of cluster.ts). */
	readonly address: Address;
}

/**
 * A migrated, empty database for this test file; closed and dropped after its last test.
 * Call it once at the top of the file: `const { db } = await freshDatabase();`
 * @param connections size of its pool
 */
export async function freshDatabase(connections = 4): Promise<FreshDatabase> {
	const cluster = connect({ ...inject('cluster') }, 1);
	const address = await copyTemplate(cluster, inject('template'));
	const database = connect({ ...address }, connections);
	afterAll(async () => {
		await database.close();
		await dropCopy(cluster, address);
		await cluster.close();
	});
	return { ...database, address };
}
