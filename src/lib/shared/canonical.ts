import { type Hash, createHash, hash } from 'node:crypto';

/** JSON with sorted keys and no spaces: the same value always gives the same bytes. Numbers must be safe integers. */
export function canonical(value: unknown): string {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		throw new TypeError(`only safe integers have a canonical form, not ${value}`);
	}
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value !== null && typeof value === 'object') {
		return `{${entriesOf(value)
			.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
			.join(',')}}`;
	}
	return JSON.stringify(value);
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(text: string): string {
	return hash('sha256', text);
}

const entriesOf = (value: object): [string, unknown][] =>
	Object.entries(value)
		.filter(([, part]) => part !== undefined)
		.sort(([left], [right]) => (left < right ? -1 : 1));

/** Lists in a value are taken apart so deep; what lies deeper is small. */
const DEPTH = 2;

/** SHA-256 of the canonical form without ever holding it: the board of a country would be a text of eighty megabytes. */
export function canonicalDigest(value: unknown): string {
	const sum = createHash('sha256');
	feed(sum, value, DEPTH);
	return sum.digest('hex');
}

function feed(sum: Hash, value: unknown, depth: number): void {
	if (depth === 0 || typeof value !== 'object' || value === null) {
		sum.update(canonical(value));
		return;
	}
	const parts = Array.isArray(value)
		? value.map((part: unknown) => ['', part] as const)
		: entriesOf(value).map(([key, part]) => [`${JSON.stringify(key)}:`, part] as const);
	sum.update(Array.isArray(value) ? '[' : '{');
	for (const [at, [name, part]] of parts.entries()) {
		sum.update(at === 0 ? name : `,${name}`);
		feed(sum, part, depth - 1);
	}
	sum.update(Array.isArray(value) ? ']' : '}');
}
