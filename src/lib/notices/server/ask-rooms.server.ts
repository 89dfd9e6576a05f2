import { type SignedIn, gatherReads } from '#lib/platform/ctx.server.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import { horizonAt } from '../domain/horizon.ts';
import { selectOwn } from './repository/choices.server.ts';
import { ROOMS } from './rooms.server.ts';

/** What all rooms have to tell the actor now: their hot statements travel as one. */
export async function askRooms(me: SignedIn): Promise<Digest> {
	const gathered = gatherReads(me);
	const [own, ...rooms] = await Promise.all([
		selectOwn(gathered.db, me.actor.personId, horizonAt(me.now).newsSince),
		...ROOMS.map((tell) => tell(gathered))
	]);
	return digestOf(rooms, own);
}
