import type { Dice } from './dice.ts';
import type { Phrases } from './phrases.ts';

/** Who and where: one unit, and people with different names. */
export interface Cast {
	readonly unit: string;
	readonly industry: string;
	readonly place: string;
	readonly staff: number;
	/** The next person who has not been named yet. */
	person(isHead: boolean): { readonly name: string; readonly role: string };
}

export function castFor(industries: readonly string[], phrases: Phrases, dice: Dice): Cast {
	const industry = dice.pick(industries);
	const surnames = dice.some(phrases.surnames, phrases.surnames.length);
	const roles = dice.some(phrases.roles, phrases.roles.length);
	return {
		unit: dice.pick(phrases.companies.heads) + dice.pick(phrases.companies.trades[industry]!),
		industry,
		place: dice.pick(phrases.places),
		staff: dice.number(24, 95),
		person: (isHead) => ({
			name: `${surnames.pop()!}某`,
			role: isHead ? dice.pick(phrases.headRoles) : roles.pop()!
		})
	};
}

/** Fills the slots of a sentence; a slot without a value is a mistake of the phrases. */
export function fill(sentence: string, slots: Readonly<Record<string, string | number | undefined>>): string {
	let text = '';
	piecesOf(sentence).forEach((piece, at) => {
		// Every other piece is the name of a slot.
		const value = at % 2 === 0 ? piece : slots[piece];
		if (value === undefined) throw new Error(`no value for {${piece}} in: ${sentence}`);
		text += value;
	});
	return text;
}

/** The same few hundred sentences are filled again and again. */
const cut = new Map<string, readonly string[]>();

function piecesOf(sentence: string): readonly string[] {
	let pieces = cut.get(sentence);
	if (!pieces) cut.set(sentence, (pieces = sentence.split(/\{([^}]*)\}/)));
	return pieces;
}
