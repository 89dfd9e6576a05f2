import { randomBytes } from 'node:crypto';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { NUMBERS_OF, decisionNumber } from '../../domain/awards/official-text.ts';
import { nomineesIn } from '../../domain/awards/run.ts';
import { codeOf } from '../../domain/awards/verification-code.ts';
import { advance } from '../known-run.server.ts';
import * as awards from '../repository/awards.server.ts';

const CODE_BYTES = 16;

/** Records who signed for those whose publicity is over. @param seen who was on the page: nobody is signed for unseen */
export async function confirmAward(
	ctx: Ctx,
	id: string,
	{ signer, seen }: { readonly signer: string; readonly seen: readonly string[] }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	return advance(me, { id, act: 'confirm' }, () => ok({ signer, nomineeIds: seen }));
}

/** Publishes those who are confirmed: number, day, a certificate with its code for each. */
export async function publishAward(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	return advance(me, { id, act: 'publish' }, async (inner, { run }) => {
		const year = dayOf(inner.now).slice(0, 4);
		const before = await awards.countNumbers(inner.db, `${NUMBERS_OF(year)}%`);
		const codes: Record<string, string> = {};
		for (const { officerId } of nomineesIn(run, 'confirmed')) codes[officerId] = codeOf(randomBytes(CODE_BYTES));
		return ok({ number: run.number ?? decisionNumber(year, before), codes });
	});
}

/** Takes an honour back for facts that became known later; reason and day stay public. */
export async function revokeAward(
	ctx: Ctx,
	id: string,
	given: { readonly officerId: string; readonly signer: string; readonly reason: string }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	const { officerId: nomineeId, signer, reason } = given;
	return advance(me, { id, act: 'revoke' }, () => ok({ nomineeId, signer, reason }));
}

/** Ends a cycle in which nobody gets it. */
export async function lapseAward(ctx: Ctx, id: string, reason: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'ranking.runAwards');
	return advance(me, { id, act: 'lapse' }, () => ok({ reason }));
}
