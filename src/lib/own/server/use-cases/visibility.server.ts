import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import * as repository from '../repository.server.ts';

/** Chooses whether colleagues see the actor's name on boards. Places and sums stay as they are. */
export async function chooseVisibility(ctx: Ctx, isHidden: boolean): Promise<void> {
	const me = authorisePerson(ctx, 'own.chooseVisibility');
	await inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		await repository.saveChoice(db, { personId: actor.personId, isHidden, chosenAt: now });
		await recordAudit(inner, 'own.chooseVisibility', `person:${actor.personId}`, { isHidden });
	});
}

/** Whether the actor is named on boards. */
export async function readOwnVisibility(ctx: Ctx): Promise<{ isHidden: boolean }> {
	const { db, actor } = authorisePerson(ctx, 'own.chooseVisibility');
	return { isHidden: (await repository.selectHidden(db, [actor.personId])).has(actor.personId) };
}

/** Those of some people who do not want to be named on boards; who sees them all the same, the asking room decides. */
export function readHiddenPeople(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
	return repository.selectHidden(ctx.db, ids);
}
