import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { findPasswordFault } from '../domain/password.ts';
import { secondsBlocked } from '../domain/throttle.ts';
import { readPasswordRules } from './access-rules.server.ts';
import { hashPassword, verifyPassword } from './password-hash.server.ts';
import * as repository from './repository.server.ts';
import { keepFormerPassword, selectFormerPasswords } from './repository/factors.server.ts';
import { accountSubject, countFailure, refuseBlocked } from './throttling.server.ts';

type Person = NonNullable<Awaited<ReturnType<typeof repository.selectPerson>>>['person'];

/** The most that the setting can ask for; older ones are not kept. */
const MOST_FORMER = 24;

/** Whether the actor knows the own password: asked again before what a found session must not do. @param field of the form */
export async function checkOwnPassword(me: SignedIn, password: string, field: string): Promise<Result<Person>> {
	const row = await repository.selectPerson(me.db, me.actor.personId);
	const subject = accountSubject(me.actor.account);
	const [blocked] = await repository.selectThrottles(me.db, [subject]);
	const seconds = secondsBlocked(blocked ?? null, me.now);
	if (seconds > 0) return refuseBlocked(seconds, field);
	if (row && (await verifyPassword(row.person.passwordHash, password))) return ok(row.person);
	await countFailure(me, subject);
	await recordAudit(me, 'identity.changeOwnPassword', `person:${me.actor.personId}`, { failed: true });
	return refuse('wrong-current', '现在的密码不对。', field);
}

/** The hash of a password that this person may have: by the rules of the office, and none of the last ones. */
export async function acceptPassword(ctx: Ctx, person: Person, fresh: string): Promise<Result<string>> {
	const { minLength, history } = await readPasswordRules(ctx);
	const fault = findPasswordFault(fresh, person, minLength);
	if (fault) return { ok: false, refusal: fault };
	if (await verifyPassword(person.passwordHash, fresh)) return refuse('same', '新密码不能和现在的一样。', 'fresh');
	for (const former of await selectFormerPasswords(ctx.db, person.id, history)) {
		if (await verifyPassword(former, fresh))
			return refuse('used-before', `这个密码以前用过，最近 ${history} 个旧密码不能再用。`, 'fresh');
	}
	return ok(await hashPassword(fresh));
}

/** In the caller's transaction: the new hash in place of the old one, which is remembered. */
export async function replacePassword({ db, now }: Ctx, person: Person, passwordHash: string): Promise<void> {
	const former = { id: newId(now), personId: person.id, passwordHash: person.passwordHash, replacedAt: now };
	await keepFormerPassword(db, former, MOST_FORMER);
	await repository.updatePassword(db, person.id, passwordHash);
}
