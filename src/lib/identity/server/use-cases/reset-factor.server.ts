import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { mayRun } from '../../domain/permissions.ts';
import { readSecondFactorRule } from '../access-rules.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import * as repository from '../repository.server.ts';
import { deleteFactor, deletePendingOf, insertReset, selectFactorHolders } from '../repository/factors.server.ts';
import { authorise, authorisePerson } from './authorise.server.ts';

const LEAST_REASON = 4;

/** Who has a second factor, and which administrators have none; each with whether the actor may take it away. */
export async function readFactorHolders(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'identity.readFactors');
	const [rule, holders] = await Promise.all([readSecondFactorRule(ctx), selectFactorHolders(ctx.db)]);
	return {
		rule,
		holders: holders.map(({ id, unitPath, since, ...holder }) => ({
			...{ id, ...holder, since: since && dayOf(since), isOwn: id === actor.personId },
			mayReset: since !== null && mayReset(ctx, id, unitPath)
		}))
	};
}

const mayReset = ({ actor }: Ctx, personId: string, unitPath: string) =>
	personId !== actor?.personId && mayRun(actor, 'identity.resetFactor', { personId, unitPath });

/** Takes somebody's second factor away, whose telephone is gone and the recovery codes too. @param reason how it was made sure who asked */
export async function resetFactor(ctx: Ctx, personId: string, reason: string): Promise<Result<null>> {
	authorisePerson(ctx, 'identity.readFactors');
	const row = isId(personId) ? await repository.selectPerson(ctx.db, personId) : null;
	if (!row) return refuse('no-person', '没有这个人，或者不归本管理员管。');
	authorise(ctx, 'identity.resetFactor', { personId, unitPath: row.unit.path });
	const me = authorisePerson(ctx, 'identity.readFactors');
	if (personId === me.actor.personId) return refuse('own', '自己的动态口令在“我的”里停用，不能由自己重置。');
	const said = reason.trim();
	if ([...said].length < LEAST_REASON) return refuse('no-reason', '写明怎样核实了本人，至少四个字。', 'reason');
	return changeIdentity(me, async (inner): Promise<Result<null>> => {
		if (!(await deleteFactor(inner.db, personId))) return refuse('not-on', '动态口令已经不在了。');
		await deletePendingOf(inner.db, personId);
		const reset = { id: newId(inner.now), personId, resetBy: me.actor.personId, resetAt: inner.now, reason: said };
		await insertReset(inner.db, reset);
		await recordAudit(inner, 'identity.resetFactor', `person:${personId}`, { reason: said });
		return ok(null);
	});
}
