import { chineseNumber } from '#lib/shared/chinese-number.ts';
import { readNumber } from '#lib/shared/read-number.ts';
import type { Checks } from '../check.ts';
import type { Path } from '../path.ts';
import { type Statute, rangeFor } from '../statute.ts';
import { textOf } from '../value.ts';
import { type Ground, type Turns, spotAt, spots, turned, valueOf } from './ground.ts';
import { type Change, type Edit, type Spot, clear, inside, itemsOf, set } from './place.ts';
import { otherBases } from './slips.ts';

/** A number in the way in which the one before was written: 97, 第九十七条. */
export function numberLike(before: string, number: number): string {
	const written = /[一二三四五六七八九十百]/.test(before) ? chineseNumber(number) : String(number);
	return before.replace(/[零一二三四五六七八九十百\d]+/, written);
}

const numberIn = (text: string) => readNumber(text.replace(/[^零一二三四五六七八九十百\d]/g, ''));

/** Every citation at a path with the same part changed, so that none of them is left as it should be. */
function inEach(path: Path, ground: Ground, edit: (citation: Spot) => Edit): Change {
	return spots(path, ground).flatMap(itemsOf).map(edit);
}

const articleMoved = (by: number) => (citation: Spot) => {
	const article = inside(citation, 'article');
	const number = numberIn(textOf(article.value ?? ''));
	return set(article, number === null ? '1' : numberLike(textOf(article.value), Math.max(1, number + by)));
};

/** A mixed-up article, a wrong item, another law. */
export const LAW: Turns<'cites' | 'cites_basis' | 'statute_range' | 'statute_upper'> = {
	cites: ({ path }, ground) => [
		...turned([1, 2, -1], ground.random).map((by) => inEach(path, ground, articleMoved(by))),
		inEach(path, ground, (citation) => set(inside(citation, 'law'), '安全生产许可证条例'))
	],
	cites_basis: ({ path, basis }, ground) => {
		const row = rowAt(basis, ground);
		const lastItem = row?.items?.at(-1);
		const strange = lastItem === undefined ? [] : [lastItem + 1, lastItem + 2];
		return turned(
			[
				...[1, -1, 2].map((by) => inEach(path, ground, articleMoved(by))),
				...strange.map((item) => inEach(path, ground, (citation) => set(inside(citation, 'item'), String(item)))),
				...(row?.items ? [inEach(path, ground, (citation) => clear(inside(citation, 'item')))] : [])
			],
			ground.random
		);
	},
	statute_range: (check, ground) => [...outOfRange(check, ground, 'both'), ...otherRow(check, ground)],
	statute_upper: (check, ground) => outOfRange(check, ground, 'upper')
};

export const rowAt = (basis: Path, ground: Ground): Statute | undefined =>
	ground.book.statutes.get(textOf(valueOf(basis, ground) ?? ''));

export function rangeAt(check: Checks['statute_range'], ground: Ground): readonly [number, number] | null {
	const row = rowAt(check.basis, ground);
	const party = (ground.file.case['party'] ?? {}) as { readonly last_year_income?: unknown };
	const range = row && rangeFor(row, textOf(valueOf(check.party_type, ground) ?? ''), party.last_year_income);
	return range === undefined || range === null || range === 'unknown' ? null : range;
}

function outOfRange(check: Checks['statute_range'], ground: Ground, ends: 'both' | 'upper'): Change[] {
	const [range, amount] = [rangeAt(check, ground), spotAt(check.amount, ground)];
	if (!range || !amount) return [];
	const [min, max] = range;
	const low = ends === 'both' ? [min * 0.9, min / 2].filter((yuan) => yuan > 0) : [];
	const wrong = [...low, max * 1.1, max * 1.2, max * 2].map((yuan) => Math.round(yuan));
	return wrong.map((yuan) => [set(amount, yuan)]);
}

/** The amount stays and the basis does not allow it. */
function otherRow(check: Checks['statute_range'], ground: Ground): Change[] {
	const [basis, party] = [spotAt(check.basis, ground), spotAt(check.party_type, ground)];
	const rows = basis ? otherBases(textOf(basis.value), ground.book, ground.random).map((id) => [set(basis, id)]) : [];
	const other = textOf(party?.value ?? '') === 'unit' ? 'person' : 'unit';
	return [...rows, ...(party ? [[set(party, other)]] : [])];
}
