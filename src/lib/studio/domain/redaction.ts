import { findAddresses } from './redaction-addresses.ts';
import type { PersonalData } from './redaction-found.ts';
import { findNames } from './redaction-names.ts';
import { findNumbers } from './redaction-numbers.ts';

/** A place in a text that must be changed, or confirmed as invented with a reason. */
export interface RedactionWarning extends PersonalData {
	/** As it stands in the text, spaces and wide digits included. */
	readonly found: string;
}

/**
 * What in a text looks like data of a real person: numbers by their check digits, plates, addresses and names by the words
 * around them. In order of place. A name is told once for the whole text, everything else at every place. It is a net, not a
 * proof: what it finds must be answered, what it misses the two reviewers read.
 * What counts as personal data: 个人信息保护法, whose text is not among ours.
 */
export function findPersonalData(text: string): RedactionWarning[] {
	const plain = toPlain(text);
	const found: RedactionWarning[] = [];
	for (const one of [...findNumbers(plain), ...findAddresses(plain), ...findNames(plain)]) {
		// What was recognised first is the surer one: the digits of an identity card are no telephone number.
		if (found.some(({ start, end }) => one.start < end && start < one.end)) continue;
		found.push({ ...one, found: text.slice(one.start, one.end) });
	}
	return found.sort((a, b) => a.start - b.start);
}

/** The same warning wherever it stands: what an answer to it is kept under. */
export function redactionKey({ kind, found }: Pick<RedactionWarning, 'kind' | 'found'>): string {
	return `${kind}:${toPlain(found)
		.replace(/[\s·•\-–—()]/g, '')
		.toUpperCase()}`;
}

/** Wide letters, digits and signs as narrow ones, sign for sign: offsets stay. */
function toPlain(text: string): string {
	return text
		.replace(/[\uff01-\uff5e]/g, (sign) => (KEPT.has(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
		.replace(/[\u3000\u00a0]/g, ' ');
}

/** Chinese punctuation that tells where a sentence part ends. */
const KEPT = new Set('，；：！？（）');
