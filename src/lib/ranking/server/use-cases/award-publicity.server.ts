import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import type { Finding } from '../../domain/awards/step.ts';
import { readCardsOf } from '../nominee-cards.server.ts';
import { advance } from '../known-run.server.ts';

/** Puts the shortlist before the public, with the deeds as the supervisor approves them. */
export async function publicise(ctx: Ctx, id: string, deeds: Readonly<Record<string, string>>): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	return advance(me, { id, act: 'publicise' }, async (inner, { run }) => {
		const cards = await readCardsOf(inner, run);
		const named = run.nominees.filter(({ officerId }) => deeds[officerId] !== undefined);
		const notices = named.map(({ officerId: nomineeId }) => {
			const card = cards.get(nomineeId);
			return { nomineeId, name: card?.name ?? '', unitName: card?.unitName ?? '', deeds: deeds[nomineeId]! };
		});
		return ok({ notices });
	});
}

/** Anybody who is signed in objects in their own name; from this day the nominee's publicity stands still. */
export async function objectToAward(
	ctx: Ctx,
	id: string,
	given: { readonly officerId: string; readonly reason: string; readonly evidence: readonly string[] }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.objectToAwards');
	const { officerId: nomineeId, reason, evidence } = given;
	return advance(me, { id, act: 'object' }, (inner) =>
		ok({ objectionId: newId(inner.now), nomineeId, reason, evidence })
	);
}

/** One of the two who look into an objection says what they found. */
export async function verifyObjection(
	ctx: Ctx,
	id: string,
	given: { readonly objectionId: string; readonly finding: Finding; readonly reason: string }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.verifyObjections');
	return advance(me, { id, act: 'verify' }, () => ok(given));
}
