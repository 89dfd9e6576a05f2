import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Opened, openSession } from '../open-session.server.ts';
import * as repository from '../repository.server.ts';
import { countRecoveryCodes, deletePending, deletePendingOf, selectPending } from '../repository/factors.server.ts';
import { spendCode } from '../second-factor.server.ts';
import { hashOf } from '../sessions.server.ts';
import { accountSubject } from '../throttling.server.ts';
import { authorise } from './authorise.server.ts';

const EXPIRED = refuse('expired', '登录已超时，请重新登录。');

/**
 * The second step of a sign-in. Refused with `expired` when the first one is too long ago, was finished, or never was.
 * @param token of the half session
 * @param typed six digits, or a recovery code
 */
export async function finishSignIn(ctx: Ctx, token: string, typed: string): Promise<Result<Opened>> {
	authorise(ctx, 'identity.signIn');
	return inTransaction(ctx, async (inner): Promise<Result<Opened>> => {
		const found = token === '' ? null : await selectPending(inner.db, hashOf(token), ctx.now);
		if (!found || found.deactivatedAt) return EXPIRED;
		const { personId, device, address, openedBy } = found.pending;
		const spent = await spendCode(inner, personId, typed, { allowsRecovery: true });
		if (!spent.ok) {
			await recordAudit(inner, 'identity.signIn', `person:${personId}`, { failed: true, step: 'second', address });
			return spent;
		}
		if (!(await deletePending(inner.db, hashOf(token)))) return EXPIRED;
		await deletePendingOf(inner.db, personId);
		await repository.deleteThrottle(inner.db, accountSubject(found.account));
		const left = spent.value === 'recovery' ? { codesLeft: await countRecoveryCodes(inner.db, personId) } : {};
		return ok(await openSession(inner, { personId, device, address, openedBy }, { second: spent.value, ...left }));
	});
}
