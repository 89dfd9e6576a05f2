import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { readPasswordRules } from '../access-rules.server.ts';
import { acceptPassword, checkOwnPassword, replacePassword } from '../own-password.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import * as repository from '../repository.server.ts';
import { deletePendingOf } from '../repository/factors.server.ts';
import { hashOf } from '../sessions.server.ts';
import { authorisePerson } from './authorise.server.ts';

/** Changes the actor's own password and ends all other sessions, also those that are half open. */
export async function changePassword(ctx: Ctx, current: string, fresh: string, token: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'identity.changeOwnPassword');
	const checked = await checkOwnPassword(me, current, 'current');
	if (!checked.ok) return checked;
	const accepted = await acceptPassword(me, checked.value, fresh);
	if (!accepted.ok) return accepted;
	const { personId } = me.actor;
	return changeIdentity(me, async (inner) => {
		await replacePassword(inner, checked.value, accepted.value);
		await repository.deleteOtherSessions(inner.db, personId, hashOf(token));
		await deletePendingOf(inner.db, personId);
		await recordAudit(inner, 'identity.changeOwnPassword', `person:${personId}`);
		return ok(null);
	});
}

/** What the page says before anything is typed. */
export async function readOwnPasswordRules(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'identity.changeOwnPassword');
	return { forced: actor.mustChangePassword, ...(await readPasswordRules(ctx)) };
}
