import { createHmac, timingSafeEqual } from 'node:crypto';

export function hmacSha1(key: Uint8Array, message: Uint8Array): Uint8Array {
	return createHmac('sha1', key).update(message).digest();
}

/** Whether two short texts are the same; takes as long wherever they differ. Only their lengths can be told. */
export function isSameText(left: string, right: string): boolean {
	const [a, b] = [Buffer.from(left), Buffer.from(right)];
	return a.length === b.length && timingSafeEqual(a, b);
}
