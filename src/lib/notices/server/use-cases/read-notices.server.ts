import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Digest, kindsFor } from '../../domain/digest.ts';
import { askRooms } from '../ask-rooms.server.ts';
import { keepDigest, recallDigest } from '../kept-digests.server.ts';
import * as choices from '../repository/choices.server.ts';

const askAnew = (me: SignedIn) => keepDigest(me.actor.personId, askRooms(me));

/** What the actor is told, for the bell and for 今日: as this node knew it some seconds ago, mostly without a statement. */
export async function readDigest(ctx: Ctx): Promise<Digest> {
	const me = authorisePerson(ctx, 'notices.readOwn');
	return recallDigest(me.actor.personId) ?? askAnew(me);
}

/** The page of notices: what waits, what happened, and the switches with how they stand. */
export async function readNotices(ctx: Ctx) {
	const me = authorisePerson(ctx, 'notices.readOwn');
	const [digest, choice] = await Promise.all([askAnew(me), choices.selectChoice(me.db, me.actor.personId)]);
	const off = new Set<string>(choice?.off ?? []);
	return {
		...digest,
		switches: kindsFor((useCase) => mayRun(me.actor, useCase, ownSubject(me))).map((one) => ({
			...one,
			isOn: !off.has(one.kind)
		})),
		mail: { address: choice?.mailAddress ?? '', isWanted: choice?.wantsMail ?? false }
	};
}
export type NoticesPage = Awaited<ReturnType<typeof readNotices>>;

/** Some kinds come to whoever answers for the own unit. */
const ownSubject = ({ actor }: SignedIn) => ({ personId: actor.personId, unitPath: actor.unitPath });
