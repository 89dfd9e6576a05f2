import type { Db } from '#db/connect.ts';
import { selectUnits } from './repository.server.ts';

/** Units that somebody can be put into; closed ones stay for what happened in them. */
export async function selectOpenUnits(db: Db) {
	const units = await selectUnits(db);
	return units.filter(({ closedOn }) => closedOn === null);
}
