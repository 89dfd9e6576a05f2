import { type Fen, fenOf } from '#lib/shared/money.ts';
import type { RuleBook } from './decision.ts';

/** A threshold as the bureau's legal reviewer confirmed it: whole yuan, and where it stands. */
export interface ConfirmedThreshold {
	readonly value: number;
	readonly source: string;
}

/** The book of the bureau's own place with the thresholds that were confirmed; what was not stays as it is in the file, with its mark. */
export function withConfirmedHearing(
	book: RuleBook,
	confirmed: { readonly unit: ConfirmedThreshold | null; readonly person: ConfirmedThreshold | null }
): RuleBook {
	const { unit, person } = confirmed;
	if (!unit && !person) return book;
	const { hearing } = book.jurisdiction;
	const amount = (one: ConfirmedThreshold | null, filed: Fen) => (one ? fenOf(one.value) : filed);
	const said = { ...(unit && { unit: unit.source }), ...(person && { person: person.source }) };
	const amounts = { unit: amount(unit, hearing.unit), person: amount(person, hearing.person) };
	return { ...book, jurisdiction: { ...book.jurisdiction, hearing: { ...hearing, ...amounts, confirmed: said } } };
}
