import { setTimeout as sleep } from 'node:timers/promises';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { addressDelay, secondsBlocked } from '../../domain/throttle.ts';
import { authorise } from './authorise.server.ts';
import { type Opened, passFirstStep } from '../open-session.server.ts';
import { isFirstPasswordOver, verifyPassword } from '../password-hash.server.ts';
import * as repository from '../repository.server.ts';
import { accountSubject, countFailure, refuseBlocked } from '../throttling.server.ts';

export interface SignIn {
	readonly account: string;
	readonly password: string;
	readonly device: string;
	readonly address: string;
}

/**
 * Opens a session for account and password, or half of one where a code is to follow. The same answer, after the same work, for an
 * unknown account and a wrong password.
 */
export async function signIn(ctx: Ctx, input: SignIn): Promise<Result<Opened>> {
	authorise(ctx, 'identity.signIn');
	const account = input.account.normalize('NFKC').toLowerCase();
	const subjects = { account: accountSubject(account), address: `address:${input.address}` };
	const [person, throttles] = await Promise.all([
		repository.selectPersonByAccount(ctx.db, account),
		repository.selectThrottles(ctx.db, Object.values(subjects))
	]);
	const stateOf = (subject: string) => throttles.find((row) => row.subject === subject) ?? null;
	const seconds = secondsBlocked(stateOf(subjects.account), ctx.now);
	if (seconds > 0) return refuseBlocked(seconds, 'password');
	await sleep(addressDelay(stateOf(subjects.address), ctx.now));

	const isRight = await verifyPassword(person?.passwordHash, input.password);
	if (!person || !isRight || person.deactivatedAt || isFirstPasswordOver(person.passwordHash, ctx.now)) {
		for (const subject of Object.values(subjects)) await countFailure(ctx, subject);
		const subject = person ? `person:${person.id}` : subjects.account;
		await recordAudit(ctx, 'identity.signIn', subject, { failed: true, address: input.address });
		return refuse('wrong', '账号或密码不对。', 'password');
	}
	const { device, address } = input;
	return inTransaction(ctx, async (inner) => {
		await repository.deleteThrottle(inner.db, subjects.account);
		return ok(await passFirstStep(inner, { personId: person.id, device, address, openedBy: 'password' }));
	});
}
