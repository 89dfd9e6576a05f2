import { isExpiredOn } from '#lib/identity/domain/certificate.ts';
import { readCandidates } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf, formatDay } from '#lib/shared/time.ts';
import { type CourtRole, isParty } from '../domain/hearing/role.ts';
import { NO_HEARING } from './known-hearing.server.ts';
import { selectHearing } from './repository/hearings.server.ts';

/**
 * Whether somebody may sit for a side: hearings are marked, and whose certificate has expired by then is not to be shown
 * enforcing the law. Panels and the court's own people need none; neither does whoever never had one.
 */
export async function judgeCertificate(
	ctx: Ctx,
	hearingId: string,
	{ role, personId }: { readonly role: CourtRole; readonly personId: string }
): Promise<Result<null>> {
	if (!isParty(role)) return ok(null);
	const [hearing, people] = [await selectHearing(ctx.db, hearingId), await readCandidates(ctx, [personId])];
	if (!hearing) return refuse(...NO_HEARING);
	const expiresOn = people.get(personId)?.certificateExpiresOn ?? null;
	if (expiresOn === null || !isExpiredOn(expiresOn, dayOf(hearing.startsAt))) return ok(null);
	const text = `他的执法证到 ${formatDay(expiresOn)} 为止，开庭时已经过期，不能担任一方。换证后由管理员登记新的有效期。`;
	return refuse('certificate-expired', text, 'personId');
}
