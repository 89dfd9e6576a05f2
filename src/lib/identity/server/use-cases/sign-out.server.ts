import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { endSession } from '../sessions.server.ts';

/** Ends the session of this token; without one nothing happens. */
export async function signOut(ctx: Ctx, token: string | null): Promise<void> {
	if (!token || !ctx.actor) return;
	const subject = `person:${ctx.actor.personId}`;
	await changeIdentity(ctx, async (inner) => {
		await endSession(inner.db, ctx.now, token);
		await recordAudit(inner, 'identity.endOwnSession', subject, { signOut: true });
	});
}
