import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { isSeparated } from '../../domain/duties.ts';
import { findEndFault } from '../../domain/grant.ts';
import { ROLES } from '../../domain/roles.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { selectGrant } from '../repository/grants.server.ts';
import { lockPerson } from '../repository/people.server.ts';
import * as roles from '../role-changes.server.ts';

/** Gives somebody an ordinary role for a unit and what is below it. */
export async function grantRole(ctx: Ctx, personId: string, wanted: roles.WantedGrant): Promise<Result<null>> {
	const found = await roles.knowGrantee(ctx, personId, wanted.unitId);
	if (!found.ok) return found;
	if (isSeparated(wanted.role))
		return refuse('second-person', `${ROLES[wanted.role]}由第二人确认：请改用申请。`, 'role');
	return changeIdentity(found.value.me, async (inner) => {
		await lockPerson(inner.db, personId);
		const judged = await roles.judgeGrant(inner, personId, wanted);
		if (!judged.ok) return judged;
		await roles.writeGrant(inner, personId, wanted, inner.actor.personId);
		return ok(null);
	});
}

/** Ends an ordinary role, at once or on a day. */
export async function endGrant(
	ctx: Ctx,
	personId: string,
	grantId: string,
	ending: roles.Ending
): Promise<Result<null>> {
	const found = await roles.knowGrant(ctx, personId, grantId);
	if (!found.ok) return found;
	const { me, grant } = found.value;
	if (isSeparated(grant.role)) return refuse('second-person', `${ROLES[grant.role]}由第二人确认：请改用申请。`);
	return changeIdentity(me, async (inner) => {
		await lockPerson(inner.db, personId);
		const now = (await selectGrant(inner.db, grantId))!.grant;
		const fault = findEndFault(now, ending.untilOn, dayOf(inner.now));
		if (fault) return { ok: false, refusal: fault };
		await roles.writeEnd(inner, now, ending);
		return ok(null);
	});
}
