/** Crockford's letters: no I, L, O or U, which are misread or misspelt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

export const RECOVERY_CODES = 10;
/** 80 bits a code: so many that a plain digest of it cannot be searched (decision 0059). */
export const RECOVERY_BYTES = 10;

/** `7K2M-Q4XA-…`, four groups of four, of ten random bytes. */
export function writeRecoveryCode(bytes: Uint8Array): string {
	if (bytes.length !== RECOVERY_BYTES) throw new Error(`a recovery code takes ${RECOVERY_BYTES} bytes`);
	let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
	let text = '';
	for (let place = 0; place < LENGTH; place++, rest /= 32n) text = ALPHABET[Number(rest % 32n)] + text;
	return text.replace(/.{4}(?=.)/g, '$&-');
}

/** The code that somebody typed, in the form it was shown in; null when it cannot be one. Spaces, dashes, small letters and O for 0, I or L for 1 do no harm. */
export function readRecoveryCode(typed: string): string | null {
	const plain = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s‐-―-]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	const isOne = plain.length === LENGTH && [...plain].every((letter) => ALPHABET.includes(letter));
	return isOne ? plain.replace(/.{4}(?=.)/g, '$&-') : null;
}
