/** Letters and digits that are not mistaken for one another on paper: 31 of them. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** Bytes to draw: above the largest multiple of 31 they are passed over, so there must be some to spare. */
export const FIRST_PASSWORD_BYTES = 64;

/**
 * A first password such as `k7mp-2xqd-9rtw-hn4e`: 16 letters, 79 bits, easy to read out and to type from a slip.
 * @param bytes drawn at random; refuses (throws) when too few of them can be used
 */
export function firstPassword(bytes: Uint8Array): string {
	const usable = [...bytes].filter((byte) => byte < 256 - (256 % LETTERS.length));
	if (usable.length < GROUPS * GROUP) throw new Error('too few bytes for a first password');
	const letters = usable.slice(0, GROUPS * GROUP).map((byte) => LETTERS[byte % LETTERS.length]!);
	return Array.from({ length: GROUPS }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP).join('')).join('-');
}
