import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import * as prompts from '../repository/prompts.server.ts';

/**
 * Makes items due for the officer because a question of another room on the same thing was answered wrongly. Memory and
 * ledger stay as they are: a prompt is no answer. For who does not practise, nothing happens.
 * @param source as the reason names it: 案例《…》
 * @returns how many items are due now
 */
export async function promptItems(ctx: Ctx, itemIds: readonly string[], source: string): Promise<number> {
	if (itemIds.length === 0 || !mayRun(ctx.actor, 'drills.practise')) return 0;
	const { db, actor, now } = authorisePerson(ctx, 'drills.practise');
	return prompts.savePrompts(db, { officerId: actor.personId, itemIds, source, now });
}
