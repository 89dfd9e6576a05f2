import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * What must be read again and yet should not lie open in a copy of the database (decision 0059): AES-256-GCM under
 * LEITAI_SECRET_KEY. Without one, texts are stored as they are and say so: `plain:…` beside `sealed:…`.
 */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const PLAIN = 'plain:';
const SEALED = 'sealed:';

let key: Buffer | null = null;

/** Run once when the application starts. @param secret random text; empty = none */
export function keepSecretKey(secret: string): void {
	key = secret === '' ? null : Buffer.from(hkdfSync('sha256', secret, '', 'leitai secret box 1', 32));
}

/** @param about whose and what: the text opens in no other place */
export function seal(text: string, about: string): string {
	if (!key) return PLAIN + text;
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return SEALED + Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64');
}

/** The text; null when it was sealed with another key, for something else, or there is no key now. */
export function unseal(stored: string, about: string): string | null {
	if (stored.startsWith(PLAIN)) return stored.slice(PLAIN.length);
	if (!key || !stored.startsWith(SEALED)) return null;
	const bytes = Buffer.from(stored.slice(SEALED.length), 'base64');
	if (bytes.length < IV_BYTES + TAG_BYTES) return null;
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
	decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
	try {
		return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
	} catch (error) {
		// The only thing that `final` refuses: the tag does not fit.
		if (error instanceof Error && error.message.includes('authenticate')) return null;
		throw error;
	}
}

/** Whether a text lies open although there is a key for it now. */
export const isUnsealed = (stored: string): boolean => key !== null && stored.startsWith(PLAIN);
