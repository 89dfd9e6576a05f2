import { randomBytes } from 'node:crypto';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { SignInWay } from '../domain/sign-in-ways.ts';
import { readSecondFactorRule } from './access-rules.server.ts';
import { hasConfirmedFactor, insertPending, selectUnseenResets } from './repository/factors.server.ts';
import { createSession, hashOf } from './sessions.server.ts';

export interface FirstStep {
	readonly personId: string;
	readonly device: string;
	readonly address: string;
	readonly openedBy: SignInWay;
}

/** What a sign-in came to: a session, or the half of one that asks for the code. */
export interface Opened {
	readonly step: 'in' | 'code';
	readonly token: string;
	/** Of its cookie, in seconds. */
	readonly maxAge: number;
	/** An administrator has taken the second factor away: the person is to be told first. */
	readonly hasNews: boolean;
}

const PENDING_SECONDS = 5 * 60;
const TOKEN_BYTES = 32;

/** In the caller's transaction: whoever has a second factor is asked for it, everybody else is in. */
export async function passFirstStep(ctx: Ctx, step: FirstStep): Promise<Opened> {
	const { personId, device, address, openedBy } = step;
	const isUsed = (await readSecondFactorRule(ctx)) !== 'off';
	if (!isUsed || !(await hasConfirmedFactor(ctx.db, personId))) return openSession(ctx, step);
	const token = randomBytes(TOKEN_BYTES).toString('base64url');
	const expiresAt = new Date(ctx.now.getTime() + PENDING_SECONDS * 1000);
	await insertPending(ctx.db, {
		...{ tokenHash: hashOf(token), personId, createdAt: ctx.now, expiresAt, device, address, openedBy }
	});
	await recordAudit(ctx, 'identity.signIn', `person:${personId}`, { step: 'first', by: openedBy, device, address });
	return { step: 'code', token, maxAge: PENDING_SECONDS, hasNews: false };
}

/** Opens the session itself. @param more what the audit log is told besides */
export async function openSession(ctx: Ctx, step: FirstStep, more: Record<string, unknown> = {}): Promise<Opened> {
	const { personId, device, address, openedBy } = step;
	const { token, maxAge } = await createSession(ctx.db, ctx.now, personId, { device, address, openedBy });
	const by = openedBy === 'password' ? {} : { by: openedBy };
	await recordAudit(ctx, 'identity.signIn', `person:${personId}`, { device, address, ...by, ...more });
	const hasNews = (await selectUnseenResets(ctx.db, personId)).length > 0;
	return { step: 'in', token, maxAge, hasNews };
}
