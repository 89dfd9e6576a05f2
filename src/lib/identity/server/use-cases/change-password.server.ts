import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { findPasswordFault } from '../../domain/password.ts';
import { secondsBlocked } from '../../domain/throttle.ts';
import { authorisePerson } from './authorise.server.ts';
import { hashPassword, verifyPassword } from '../password-hash.server.ts';
import * as repository from '../repository.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { hashOf } from '../sessions.server.ts';
import { accountSubject, countFailure, refuseBlocked } from '../throttling.server.ts';

/** Changes the actor's own password and ends all other sessions. */
export async function changePassword(ctx: Ctx, current: string, fresh: string, token: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'identity.changeOwnPassword');
	const row = await repository.selectPerson(ctx.db, me.actor.personId);
	const subject = accountSubject(me.actor.account);
	const [blocked] = await repository.selectThrottles(ctx.db, [subject]);
	const seconds = secondsBlocked(blocked ?? null, ctx.now);
	if (seconds > 0) return refuseBlocked(seconds, 'current');
	if (!row || !(await verifyPassword(row.person.passwordHash, current))) {
		await countFailure(ctx, subject);
		await recordAudit(ctx, 'identity.changeOwnPassword', `person:${me.actor.personId}`, { failed: true });
		return refuse('wrong-current', '现在的密码不对。', 'current');
	}
	const fault = findPasswordFault(fresh, row.person);
	if (fault) return { ok: false, refusal: fault };
	if (fresh === current) return refuse('same', '新密码不能和现在的一样。', 'fresh');
	const passwordHash = await hashPassword(fresh);
	return changeIdentity(me, async (inner) => {
		await repository.updatePassword(inner.db, me.actor.personId, passwordHash);
		await repository.deleteOtherSessions(inner.db, me.actor.personId, hashOf(token));
		await recordAudit(inner, 'identity.changeOwnPassword', `person:${me.actor.personId}`);
		return ok(null);
	});
}
