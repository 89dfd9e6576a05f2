import { hash } from 'node:crypto';

/** JSON with sorted keys and no spaces: the same value always gives the same bytes. Numbers must be safe integers. */
export function canonical(value: unknown): string {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		throw new TypeError(`only safe integers have a canonical form, not ${value}`);
	}
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value !== null && typeof value === 'object') {
		const entries = Object.entries(value).filter(([, part]) => part !== undefined);
		entries.sort(([left], [right]) => (left < right ? -1 : 1));
		return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
	}
	return JSON.stringify(value);
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(text: string): string {
	return hash('sha256', text);
}
