import { randomBytes } from 'node:crypto';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isUnsealed, seal, unseal } from '#lib/platform/secret-box.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { fromBase32, toBase32 } from '../domain/base32.ts';
import { RECOVERY_BYTES, RECOVERY_CODES, readRecoveryCode, writeRecoveryCode } from '../domain/recovery-code.ts';
import { afterFailure, secondsBlocked } from '../domain/throttle.ts';
import { CODE_DIGITS, KEY_BYTES, findStep } from '../domain/totp.ts';
import * as repository from './repository.server.ts';
import * as factors from './repository/factors.server.ts';
import { refuseBlocked } from './throttling.server.ts';

type Factor = NonNullable<Awaited<ReturnType<typeof factors.selectFactor>>>;
export type CodeKind = 'totp' | 'recovery';

const aboutOf = (personId: string) => `second-factor:${personId}`;
const digestOf = (personId: string, code: string) => sha256(`recovery:${personId}:${code}`);

/** A fresh key as it is stored. */
export const makeKey = (personId: string): string => seal(toBase32(randomBytes(KEY_BYTES)), aboutOf(personId));

/** The key of a row, base 32; null when LEITAI_SECRET_KEY is not the one that it was sealed with. */
export function keyOf(ctx: Ctx, { personId, key }: Pick<Factor, 'personId' | 'key'>): string | null {
	const text = unseal(key, aboutOf(personId));
	if (text === null) ctx.log.error({ personId }, 'second factor cannot be read: is LEITAI_SECRET_KEY another one?');
	return text;
}

/**
 * In the caller's transaction, which must go on to its end also when the code is refused: checks a code of the authenticator program
 * or, where those count, of recovery, and uses it up. Counter and key are locked first, so that guesses that arrive together wait for
 * one another: six digits would not stand a thousand at once. One answer for a wrong code, an old one and one that was used.
 */
export async function spendCode(
	inner: Ctx,
	personId: string,
	typed: string,
	{ allowsRecovery }: { allowsRecovery: boolean }
): Promise<Result<CodeKind>> {
	const { db, now } = inner;
	const subject = `code:${personId}`;
	const before = await repository.lockThrottle(db, subject, now);
	const seconds = secondsBlocked(before, now);
	if (seconds > 0) return refuseBlocked(seconds, 'code');
	const factor = await factors.selectFactor(db, personId, true);
	const kind = factor && (await matchCode(inner, factor, typed, allowsRecovery));
	if (!kind) {
		await repository.saveThrottle(db, { subject, ...afterFailure(before, now) });
		return refuse('wrong-code', '验证码不对，或者已经用过。', 'code');
	}
	// Set back and not deleted: others may be waiting for the row.
	await repository.saveThrottle(db, { subject, failures: 0, blockedUntil: now, lastFailureAt: now });
	return ok(kind);
}

async function matchCode(inner: Ctx, factor: Factor, typed: string, allowsRecovery: boolean): Promise<CodeKind | null> {
	const { db, now } = inner;
	const { personId, lastStep } = factor;
	const digits = typed.normalize('NFKC').replace(/\s/g, '');
	if (digits.length === CODE_DIGITS) {
		const key = keyOf(inner, factor);
		const step = key === null ? null : findStep(fromBase32(key), digits, { now, lastStep });
		if (step === null) return null;
		// A key from before there was a secret to seal it with is sealed with its next use.
		const sealed = isUnsealed(factor.key) ? { key: seal(key!, aboutOf(personId)) } : {};
		await factors.updateFactor(db, personId, { lastStep: step, ...sealed });
		return 'totp';
	}
	const code = readRecoveryCode(typed);
	if (!allowsRecovery || code === null) return null;
	return (await factors.spendRecoveryCode(db, personId, digestOf(personId, code), now)) ? 'recovery' : null;
}

/** Ten new codes in place of all older ones. @returns them: shown once, and known to nobody else */
export async function makeRecoveryCodes({ db, now }: Ctx, personId: string): Promise<string[]> {
	const codes = Array.from({ length: RECOVERY_CODES }, () => writeRecoveryCode(randomBytes(RECOVERY_BYTES)));
	const digests = codes.map((code) => digestOf(personId, code));
	await factors.replaceRecoveryCodes(db, personId, digests, now);
	return codes;
}
