const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 of RFC 4648 §6 without padding: what authenticator programs take a key in. */
export function toBase32(bytes: Uint8Array): string {
	let bits = 0;
	let value = 0;
	let text = '';
	for (const byte of bytes) {
		value = ((value << 8) | byte) & 0xffff;
		for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(value >> (bits - 5)) & 31];
	}
	return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

/** The bytes of such a text; throws on any other character, for only our own texts are read. */
export function fromBase32(text: string): Uint8Array {
	const bytes: number[] = [];
	let bits = 0;
	let value = 0;
	for (const letter of text) {
		const place = ALPHABET.indexOf(letter);
		if (place < 0) throw new Error('not base 32');
		value = ((value << 5) | place) & 0xffff;
		bits += 5;
		if (bits >= 8) bytes.push((value >> (bits -= 8)) & 0xff);
	}
	return Uint8Array.from(bytes);
}
