/** Crockford's alphabet: no I, L, O, U, which are misread on paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 signs of 5 bits: 130 bits, of which 128 are random. */
const LENGTH = 26;
const GROUP = 5;

/** A code from 16 random bytes. It opens nothing: the page behind it says what is public anyway, so it is kept as it is. */
export function codeOf(bytes: Uint8Array): string {
	let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
	let text = '';
	for (let at = 0; at < LENGTH; at++) {
		text = ALPHABET[Number(value & 31n)]! + text;
		value >>= 5n;
	}
	return text;
}

/** `7H2KD-…`, as it is printed. */
export const formatCode = (code: string) => code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';

/** What somebody typed from a certificate: lower case, spaces, dashes and misread signs are forgiven; null = no code. */
export function parseCode(text: string): string | null {
	const code = text
		.toUpperCase()
		.replace(/[\s\-–—－]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign)) ? code : null;
}
