import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet); about 17 ms of one core. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Verified against when the account is unknown, so that the answer takes as long. */
const NOBODY = hash('nobody has this password', ARGON2);

export function hashPassword(password: string): Promise<string> {
	return hash(password, ARGON2);
}

/** Whether the password belongs to the hash; a missing hash costs the same time and never matches. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
	const matches = await verify(stored ?? (await NOBODY), password);
	return stored !== undefined && matches;
}
