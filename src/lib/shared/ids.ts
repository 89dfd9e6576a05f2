import { randomFillSync } from 'node:crypto';

const bytes = new Uint8Array(16);
let lastMillis = -1;
let sequence = 0;

/**
 * A UUIDv7 in lower case (RFC 9562 §5.7): 48 bits of `now` in milliseconds, 12 bits that count up within the
 * millisecond (§6.2 method 1, begun at random), 62 random bits. Up to some thousand ids of one millisecond and process sort as made.
 * The time comes from the caller, so demo data sorts by the time it tells.
 */
export function newId(now: Date): string {
	randomFillSync(bytes);
	const millis = now.getTime();
	bytes[0] = millis / 2 ** 40;
	bytes[1] = millis / 2 ** 32;
	bytes[2] = millis / 2 ** 24;
	bytes[3] = millis / 2 ** 16;
	bytes[4] = millis / 2 ** 8;
	bytes[5] = millis;
	const begin = ((bytes[6]! & 0x07) << 8) | bytes[7]!;
	sequence = millis === lastMillis ? (sequence + 1) & 0xfff : begin;
	lastMillis = millis;
	bytes[6] = 0x70 | (sequence >> 8);
	bytes[7] = sequence & 0xff;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = Buffer.from(bytes).toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text from a URL can be an id at all; anything else is simply not there. */
export function isId(text: string): boolean {
	return UUID.test(text);
}
