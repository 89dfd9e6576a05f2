import { hmacSha1, isSameText } from '#lib/shared/hmac.ts';
import { toBase32 } from './base32.ts';

// Time-based one-time passwords, RFC 6238 over RFC 4226, as every authenticator program has them: SHA-1, six digits, thirty seconds.

const STEP_SECONDS = 30;
export const CODE_DIGITS = 6;
/** Steps that the clock of a telephone may be wrong by, either way (RFC 6238 §5.2). */
const DRIFT_STEPS = 1;
/** Of a key: as long as the digest (RFC 4226 §4, R6). */
export const KEY_BYTES = 20;

/** The number of the thirty seconds in which an instant lies. */
export function stepAt(now: Date): number {
	return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The six digits of a step (RFC 4226 §5.3). */
export function codeAt(key: Uint8Array, step: number): string {
	const counter = new Uint8Array(8);
	new DataView(counter.buffer).setBigUint64(0, BigInt(step));
	const digest = hmacSha1(key, counter);
	const offset = digest[digest.length - 1]! & 0x0f;
	const number = new DataView(digest.buffer, digest.byteOffset).getUint32(offset) & 0x7fff_ffff;
	return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

/**
 * The step whose code this is, near `now` and after `lastStep`; null when there is none. A step that was accepted is the next
 * `lastStep`, so that no code opens twice (RFC 6238 §5.2). Every step is compared, whichever it was.
 */
export function findStep(key: Uint8Array, code: string, { now, lastStep }: { now: Date; lastStep: number }) {
	const current = stepAt(now);
	let found: number | null = null;
	for (let step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
		if (isSameText(codeAt(key, step), code) && step > lastStep) found ??= step;
	}
	return found;
}

/**
 * What the QR code says: the key with a name for it in the list of an authenticator program. Algorithm, digits and period are what
 * every program takes for granted, and the issuer stands once: Chinese grows ninefold in an address, and a small code is read sooner.
 */
export function enrolmentAddress(key: Uint8Array, account: string, issuer: string): string {
	// Not URLSearchParams: it writes a space as +, which some programs show.
	const query = `secret=${toBase32(key)}&issuer=${encodeURIComponent(issuer)}`;
	return `otpauth://totp/${encodeURIComponent(account)}?${query}`;
}
