import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { plainFirstPassword } from '../domain/plain-first-password.ts';

/** argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet); about 17 ms of one core. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Verified against when the account is unknown, so that the answer takes as long. */
const NOBODY = hash('nobody has this password', ARGON2);

/** Nobody's password yet: an imported person who has not been given a slip. It matches nothing. */
export const NO_PASSWORD = 'none';
/** `first$<last moment, ms>$<salt>$<SHA-256>`: only for passwords that this program drew at random (decision 0056). */
const FIRST = /^first\$(\d+)\$([0-9a-f]{32})\$([0-9a-f]{64})$/;

export function hashPassword(password: string): Promise<string> {
	return hash(password, ARGON2);
}

/** The hash of a drawn first password: it has 79 bits of chance and a salt of its own, so slowness would add nothing. */
export function hashFirstPassword(password: string, until: Date): string {
	const salt = randomBytes(16).toString('hex');
	return `first$${until.getTime()}$${salt}$${digestOf(salt, password).toString('hex')}`;
}

/** Whether the slip with a first password has become too old to sign in with. */
export function isFirstPasswordOver(stored: string | undefined, now: Date): boolean {
	const first = FIRST.exec(stored ?? '');
	return first !== null && Number(first[1]) < now.getTime();
}

/** Whether the password belongs to the hash; a missing hash and one of another kind cost the same time. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
	const isSlow = stored?.startsWith('$argon2') === true;
	const matches = await verify(isSlow ? stored : await NOBODY, password);
	if (isSlow) return matches;
	const first = FIRST.exec(stored ?? '');
	return first !== null && timingSafeEqual(digestOf(first[2]!, password), Buffer.from(first[3]!, 'hex'));
}

const digestOf = (salt: string, password: string) =>
	createHash('sha256')
		.update(`${salt}\n${plainFirstPassword(password)}`)
		.digest();
