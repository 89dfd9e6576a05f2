import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { certificateStateOn } from '../../domain/certificate.ts';
import { ROLES } from '../../domain/roles.ts';
import { authorisePerson } from './authorise.server.ts';
import * as repository from '../repository.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { hashOf } from '../sessions.server.ts';

/** Everything the officer's own page shows about person and sessions. */
export async function readMe(ctx: Ctx, token: string | null) {
	const { actor } = authorisePerson(ctx, 'identity.readOwnSessions');
	const [row, grants, sessions] = await Promise.all([
		repository.selectPerson(ctx.db, actor.personId),
		repository.selectGrants(ctx.db, actor.personId, dayOf(ctx.now)),
		repository.selectSessionsOf(ctx.db, actor.personId, ctx.now)
	]);
	const { person, unit } = row!;
	const { certificateNumber, certificateExpiresOn, name, account, joinedOn } = person;
	const mine = token ? hashOf(token) : null;
	return {
		me: {
			...{ name, account, unitName: unit.name, joinedOn, certificateNumber, certificateExpiresOn },
			roles: grants.map(({ role, unitName }) => ({ label: ROLES[role], unitName })),
			certificateState: certificateStateOn(certificateExpiresOn, dayOf(ctx.now))
		},
		sessions: sessions.map(({ tokenHash, device, address, createdAt }) => ({
			...{ id: tokenHash.toString('hex').slice(0, 16), device, address },
			...{ since: `${dayOf(createdAt)} ${clockOf(createdAt)}`, isCurrent: mine !== null && tokenHash.equals(mine) }
		}))
	};
}

/** Ends one of the actor's own sessions, named by the start of its hash. */
export async function endOwnSession(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'identity.endOwnSession');
	const sessions = await repository.selectSessionsOf(ctx.db, me.actor.personId, ctx.now);
	const found = sessions.find(({ tokenHash }) => id.length >= 16 && tokenHash.toString('hex').startsWith(id));
	if (!found) return refuse('no-such-session', '这个登录已经结束。');
	return changeIdentity(me, async (inner) => {
		await repository.deleteSession(inner.db, found.tokenHash);
		await recordAudit(inner, 'identity.endOwnSession', `person:${me.actor.personId}`, { device: found.device });
		return ok(null);
	});
}

/** Ends all sessions of the actor but this one. */
export async function endOtherSessions(ctx: Ctx, token: string): Promise<void> {
	const me = authorisePerson(ctx, 'identity.endOwnSession');
	await changeIdentity(me, async (inner) => {
		await repository.deleteOtherSessions(inner.db, me.actor.personId, hashOf(token));
		await recordAudit(inner, 'identity.endOwnSession', `person:${me.actor.personId}`, { others: true });
	});
}
