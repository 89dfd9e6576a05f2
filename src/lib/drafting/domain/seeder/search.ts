import type { Random } from '#lib/shared/random.ts';
import type { CaseFile } from '../check-file.ts';
import type { RuleBook } from '../rule-book.ts';
import { breakersOf } from './breakers.ts';
import { mendsOf } from './mends.ts';
import { type Change, type Edit, applyChange, textOfPlace } from './place.ts';
import { type Lookers, type Owned, violatedAfter } from './problem.ts';

/** A file on the way, with what was touched and what is violated in it. */
export interface State {
	readonly file: CaseFile;
	readonly touched: readonly string[];
	readonly violated: ReadonlySet<string>;
	/** How many changes only made good what another had broken by the way. */
	readonly mends: number;
}

export interface Search {
	readonly book: RuleBook;
	readonly owned: ReadonlyMap<string, Owned>;
	readonly lookers: Lookers;
	readonly random: Random;
	/** How many changes may only make good what another broke by the way. */
	readonly mostMends: number;
	/** How many files may still be judged. */
	budget: number;
	/** The fewest rules that were violated beside the wanted ones when all of these were. */
	nearest: readonly string[] | null;
}

/** Facts that the office itself notes; the others are how it was, and no slip changes them. */
const NOTED = new Set(['published_on', 'archived_on', 'catalogue', 'audio_visual_index', 'transfer_doc_no']);

/** A state in which exactly the wanted rules are violated: breaks one after the other and mends what fails by the way. */
export function breakExactly(state: State, wanted: readonly string[], search: Search): State | null {
	const extra = [...state.violated].find((id) => !wanted.includes(id));
	const open = wanted.find((id) => !state.violated.has(id));
	if (open === undefined) note(state, wanted, search);
	if (extra === undefined && open === undefined) return state;
	if (extra !== undefined && state.mends >= search.mostMends) return null;
	for (const change of turnsFor(extra ?? open!, extra !== undefined, { state, search })) {
		if (!isAllowed(change, state.touched)) continue;
		if (search.budget-- <= 0) return null;
		const next = follow(state, change, { search, isMend: extra !== undefined });
		const isWorth = extra === undefined ? next.violated.has(open!) : !next.violated.has(extra);
		const keepsAll = [...state.violated].every((id) => !wanted.includes(id) || next.violated.has(id));
		const found = isWorth && keepsAll ? breakExactly(next, wanted, search) : null;
		if (found) return found;
	}
	return null;
}

function note({ violated }: State, wanted: readonly string[], search: Search): void {
	const beside = [...violated].filter((id) => !wanted.includes(id));
	if (!search.nearest || beside.length < search.nearest.length) search.nearest = beside;
}

function turnsFor(
	id: string,
	isExtra: boolean,
	{ state, search }: { readonly state: State; readonly search: Search }
): readonly Change[] {
	const { rule, document } = search.owned.get(id)!;
	const ground = { file: state.file, own: document, book: search.book, random: search.random };
	return isExtra ? mendsOf(rule.check, ground) : breakersOf(rule.check, ground);
}

function follow(
	{ file, touched, violated, mends }: State,
	change: Change,
	{ search, isMend }: { readonly search: Search; readonly isMend: boolean }
): State {
	const next = applyChange(file, change);
	return {
		file: next,
		touched: [...touched, ...change.map(textOfPlace)],
		violated: violatedAfter(violated, change, { ...search, file: next }),
		mends: mends + (isMend ? 1 : 0)
	};
}

/** Nothing is changed twice, not in part either, and no slip changes what happened. */
function isAllowed(change: Change, touched: readonly string[]): boolean {
	return change.every((edit) => isSlip(edit) && touched.every((place) => !overlap(place, textOfPlace(edit))));
}

const isSlip = ({ document, keys }: Edit) => document !== null || NOTED.has(String(keys[0]));
const overlap = (one: string, other: string) => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
