import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Opened, passFirstStep } from '../open-session.server.ts';
import * as repository from '../repository.server.ts';
import { accountSubject } from '../throttling.server.ts';
import { authorise } from './authorise.server.ts';

export interface ProvidedSignIn {
	/** What the provider says of whoever signed in there; an account of ours or nothing. */
	readonly account: string;
	readonly device: string;
	readonly address: string;
}

/** Opens a session for somebody whom the provider knows. Nobody is ever added: an account is made by an administrator only. */
export async function signInByProvider(ctx: Ctx, input: ProvidedSignIn): Promise<Result<Opened>> {
	authorise(ctx, 'identity.signIn');
	const { device, address } = input;
	const account = input.account.normalize('NFKC').trim().toLowerCase();
	const person = await repository.selectPersonByAccount(ctx.db, account);
	if (!person || person.deactivatedAt) {
		const subject = person ? `person:${person.id}` : accountSubject(account);
		await recordAudit(ctx, 'identity.signIn', subject, { failed: true, by: 'provider', address });
		return refuse('no-account', '身份已经确认，但是本系统里没有这个账号，或者账号已经停用。');
	}
	return inTransaction(ctx, async (inner) =>
		ok(await passFirstStep(inner, { personId: person.id, device, address, openedBy: 'provider' }))
	);
}
