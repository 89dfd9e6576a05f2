import type { Path } from '../path.ts';
import { type Ground, type Turns, between, figureOf, spotAt, spots, turned } from './ground.ts';
import { type Change, clear, inside, itemsOf, set } from './place.ts';

const withoutEach = (paths: readonly Path[], ground: Ground): Change[] =>
	paths.flatMap((path) => spots(path, ground).map((spot) => [clear(spot)]));
const falseAt = (paths: readonly Path[], ground: Ground): Change[] =>
	paths.flatMap((path) => spots(path, ground).map((spot) => [set(spot, false)]));

/** Something was left out, was not done, or one person did what takes two. */
export const PRESENCE: Turns<
	'required' | 'required_all' | 'required_any' | 'min_items' | 'is_true' | 'all_true' | 'not_true' | 'doc_present'
> = {
	required: ({ path }, ground) => withoutEach([path], ground),
	required_all: ({ paths }, ground) => turned(withoutEach(paths, ground), ground.random),
	required_any: ({ paths }, ground) => [paths.flatMap((path) => spots(path, ground).map(clear))],
	min_items: ({ path, n, distinct }, ground) => {
		const list = spotAt(path, ground);
		if (!list || !Array.isArray(list.value)) return [];
		const items = list.value as readonly unknown[];
		const few = figureOf(n, ground) - 1;
		const left = few < 1 ? clear(list) : set(list, items.slice(0, few));
		if (distinct === undefined) return [[left]];
		const spotsOf = itemsOf(list).map((item) => inside(item, distinct));
		const sameNumber = spotsOf.slice(few).map((spot) => set(spot, spotsOf[0]!.value));
		return turned([sameNumber, [left], spotsOf.slice(few).map(clear)], ground.random);
	},
	is_true: ({ path }, ground) => falseAt([path], ground),
	all_true: ({ paths }, ground) => turned(falseAt(paths, ground), ground.random),
	not_true: ({ path }, ground) => spots(path, ground).map((spot) => [set(spot, true)]),
	doc_present: ({ docs }, ground) => {
		const at = between(0, docs.length - 1, ground.random);
		return [...docs.slice(at), ...docs.slice(0, at)].map((id) => [clear({ document: id, keys: [] })]);
	}
};
