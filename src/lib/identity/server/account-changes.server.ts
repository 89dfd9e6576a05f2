import { randomBytes } from 'node:crypto';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { isSeparated } from '../domain/duties.ts';
import { FIRST_PASSWORD_BYTES, firstPassword } from '../domain/first-password.ts';
import { hashPassword } from './password-hash.server.ts';
import { deleteSessionsOf } from './repository.server.ts';
import { endGrants, selectOpenGrants } from './repository/grants.server.ts';
import { insertStanding } from './repository/person-history.server.ts';
import * as people from './repository/people.server.ts';

// What is done to an account, whether one person decides it or two.

/** Whether somebody is administrator, supervisor or auditor now or will be: then one person alone may not touch what opens the account. */
export const holdsDuty = async ({ db, now }: Ctx, id: string): Promise<boolean> =>
	(await selectOpenGrants(db, id, dayOf(now))).some(({ role }) => isSeparated(role));

/** Closes an account in the caller's transaction. Separated duties end with it, so that opening it again gives nobody power. */
export async function writeDeactivation(inner: SignedIn, id: string, reason: string): Promise<void> {
	const { db, now, actor } = inner;
	const duties = (await selectOpenGrants(db, id, dayOf(now))).filter(({ role }) => isSeparated(role));
	const ending = { endedBy: actor.personId, endReason: `停用账号：${reason}` };
	await endGrants(
		db,
		duties.map((one) => one.id),
		now,
		ending
	);
	await people.updatePerson(db, id, { deactivatedAt: now });
	await deleteSessionsOf(db, id);
	await insertStanding(db, { id: newId(now), personId: id, kind: 'deactivated', reason, by: actor.personId, at: now });
	const detail = { before: 'active', after: 'deactivated', reason, endedDuties: duties.map(({ role }) => role) };
	await recordAudit(inner, 'identity.deactivatePerson', `person:${id}`, detail);
}

/** Gives somebody a new first password in the caller's transaction and ends their sessions. @returns the password */
export async function writeFirstPassword(
	inner: SignedIn,
	id: string,
	by: Record<string, unknown> = {}
): Promise<string> {
	const password = firstPassword(randomBytes(FIRST_PASSWORD_BYTES));
	const passwordHash = await hashPassword(password);
	await people.updatePerson(inner.db, id, { passwordHash, mustChangePassword: true });
	await deleteSessionsOf(inner.db, id);
	await recordAudit(inner, 'identity.resetPassword', `person:${id}`, by);
	return password;
}
