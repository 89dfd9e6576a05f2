import { amountInWords } from '#lib/shared/amount-in-words.ts';
import { fenOf, yuanOf } from '#lib/shared/money.ts';
import { type Check, type Checks, type Op, isPath } from '../check.ts';
import type { Path } from '../path.ts';
import { textOf, textsOf } from '../value.ts';
import { rightLateFine } from './break-figures.ts';
import { numberLike, rangeAt, rowAt } from './break-law.ts';
import { type Ground, type Turns, figureOf, spotAt, spots, valueOf } from './ground.ts';
import { TIME_MENDS } from './mend-times.ts';
import { type Change, type Edit, inside, itemsOf, set } from './place.ts';

/** One value written over another, either way. */
const copied = (a: Path, b: Path, ground: Ground): Change[] => {
	const [left, right] = [spotAt(a, ground), spotAt(b, ground)];
	return left && right ? [[set(left, right.value)], [set(right, left.value)]] : [];
};

const only = (path: Path, value: unknown, ground: Ground): Change[] =>
	spots(path, ground)
		.slice(0, 1)
		.map((spot) => [set(spot, value)]);

/** The table whose rows a path projects: `f.officers` of `f.officers[].name`. */
function tableOf(path: Path): { readonly list: Path; readonly key: string | null } {
	const depth = path.steps.findIndex(({ each }) => each);
	if (depth === -1) return { list: path, key: null };
	const steps = path.steps.slice(0, depth + 1).map((step) => ({ ...step, each: false }));
	return { list: { ...path, steps }, key: path.steps[depth + 1]?.key ?? null };
}

/** Rows whose text is not wanted go; a plain list becomes what is wanted. */
function trimmed(path: Path, wanted: readonly string[], ground: Ground): Change[] {
	const { list, key } = tableOf(path);
	const spot = spotAt(list, ground);
	if (!spot || !Array.isArray(spot.value)) return [];
	if (key === null) return [[set(spot, wanted)]];
	const isKept = (text: string) => wanted.includes(text);
	const cells = itemsOf(spot).map((row) => inside(row, key));
	const shorter = cells.flatMap((cell) => {
		const left = textsOf(cell.value).filter(isKept);
		return Array.isArray(cell.value) && left.length > 0 ? [set(cell, left)] : [];
	});
	const rows = (spot.value as readonly unknown[]).filter((_, at) => textsOf(cells[at]!.value).every(isKept));
	return [shorter, rows.length > 0 ? [set(spot, rows)] : []];
}

const MENDS: Partial<Turns<Op>> = {
	...TIME_MENDS,
	is_true: ({ path }, ground) => only(path, true, ground),
	eq: ({ a, b }, ground) => copied(a, b, ground),
	all_same: ({ paths }, ground) => {
		const present = paths.flatMap((path) => spots(path, ground));
		const values = [...new Set(present.map(({ value }) => textOf(value)))];
		return values.map((value) =>
			present.filter((spot) => textOf(spot.value) !== value).map((spot) => set(spot, value))
		);
	},
	same_set: ({ a, b }, ground) => [
		...trimmed(a, textsOf(valueOf(b, ground)), ground),
		...trimmed(b, textsOf(valueOf(a, ground)), ground)
	],
	subset: ({ a, b }, ground) => trimmed(a, textsOf(valueOf(b, ground)), ground),
	num_cmp: ({ a, b }, ground) => (isPath(b) ? copied(a, b, ground) : only(a, b, ground)),
	sum_eq: ({ parts, total }, ground) => {
		const sum = parts.reduce((before, part) => before + Number(valueOf(part, ground) ?? 0), 0);
		return only(total, yuanOf(Math.round(sum * 100)), ground);
	},
	late_fine: (check, ground) => only(check.amount, rightLateFine(check, ground), ground),
	amount_upper: ({ num, upper }, ground) =>
		only(upper, amountInWords(fenOf(Math.round(figureOf(num, ground) * 100) / 100)), ground),
	cites_basis: citeRow,
	statute_range: (check, ground) => intoRange(check, ground),
	statute_upper: (check, ground) => intoRange(check, ground)
};

function citeRow({ path, basis }: Checks['cites_basis'], ground: Ground): Change[] {
	const row = rowAt(basis, ground);
	const [citation] = spots(path, ground).flatMap(itemsOf);
	if (!row || !citation) return [];
	const article = inside(citation, 'article');
	const edits: Edit[] = [set(article, numberLike(textOf(article.value ?? '97'), parseInt(row.article, 10)))];
	const item = inside(citation, 'item');
	const hasItem = row.items !== null && !row.items.includes(Number(item.value));
	return [[...edits, ...(hasItem ? [set(item, String(row.items[0]))] : [])]];
}

function intoRange(check: Checks['statute_range'], ground: Ground): Change[] {
	const range = rangeAt(check, ground);
	return range
		? [range[1], range[0]].filter((yuan) => yuan > 0).flatMap((yuan) => only(check.amount, yuan, ground))
		: [];
}

/** Ways in which a check that fails by the way is made to pass again, as whoever wrote the file would have it fit. */
export function mendsOf(check: Check, ground: Ground): readonly Change[] {
	const mend = MENDS[check.op] as ((check: Check, ground: Ground) => readonly Change[]) | undefined;
	return (mend?.(check, ground) ?? []).filter((change) => change.length > 0);
}
