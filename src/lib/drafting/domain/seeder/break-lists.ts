import type { Path } from '../path.ts';
import type { Shape } from '../shape.ts';
import { textOf, textsOf } from '../value.ts';
import { type Ground, type Turns, pick, shapeOf, spotAt, spots, turned, valueOf } from './ground.ts';
import { type Change, type Spot, clear, inside, itemsOf, set } from './place.ts';
import { OUTSIDERS, slipsOf } from './slips.ts';

/** Every single text at a path, of lists too. */
const texts = (path: Path, ground: Ground) => spots(path, ground).flatMap(itemsOf);
const lastKeyOf = ({ steps }: Path) => steps.at(-1)!.key;

/** An item of the list that a path projects: all of the table's row, or the text itself. */
function rowOf({ steps }: Path, spot: Spot): Spot {
	const depth = steps.findIndex(({ each }) => each);
	return depth === -1 || depth === steps.length - 1 ? spot : { ...spot, keys: spot.keys.slice(0, depth + 2) };
}

const without = ({ value: list }: Spot, value: string) => textsOf(list).filter((one) => one !== value);

const slipped = (list: readonly Spot[], ground: Ground): Change[] =>
	turned(list, ground.random).flatMap((spot) =>
		slipsOf(textOf(spot.value), ground.random).map((slip) => [set(spot, slip)])
	);

/** Values that a form offers and a rule does not admit, else words from practice. */
function outsidersOf(path: Path, values: readonly string[], ground: Ground): readonly string[] {
	const shape = shapeOf(path, ground);
	const leaf: Shape | null = shape?.kind === 'list' ? shape.of : shape;
	const offered = leaf?.kind === 'enum' ? leaf.options.filter((option) => !values.includes(option)) : [];
	return offered.length > 0 ? offered : (OUTSIDERS[lastKeyOf(path)] ?? ['其他']);
}

export const LISTS: Turns<
	'each_has' | 'in_set' | 'same_set' | 'subset' | 'subset_const' | 'disjoint' | 'not_in' | 'none_equal'
> = {
	each_has: ({ path, keys }, ground) => {
		const cells = spots(path, ground)
			.flatMap(itemsOf)
			.flatMap((item) => keys.map((key) => inside(item, key)));
		return turned(cells, ground.random).map((cell) => [clear(cell)]);
	},
	in_set: ({ path, values }, ground) => {
		const odd = turned(outsidersOf(path, values, ground), ground.random);
		return turned(texts(path, ground), ground.random).flatMap((spot) => odd.map((value) => [set(spot, value)]));
	},
	same_set: ({ a }, ground) => {
		const items = texts(a, ground);
		const gone =
			items.length > 1 ? [[clear(rowOf(a, pick(items, ground.random)))], [clear(rowOf(a, items.at(-1)!))]] : [];
		return [...gone, ...slipped(items, ground)];
	},
	subset: ({ a }, ground) => slipped(texts(a, ground), ground),
	subset_const: ({ values, b }, ground) =>
		turned(values, ground.random).flatMap((value) => spots(b, ground).map((list) => [set(list, without(list, value))])),
	disjoint: ({ a, b }, ground) => {
		const others = turned([valueOf(b, ground)].flat(), ground.random);
		const items = texts(a, ground);
		return others.map((other) => [set(items.at(-1)!, other)]);
	},
	not_in: ({ a, b }, ground) => {
		const own = spotAt(a, ground);
		return own ? turned([valueOf(b, ground)].flat(), ground.random).map((other) => [set(own, other)]) : [];
	},
	none_equal: ({ path, value }, ground) => turned(texts(path, ground), ground.random).map((spot) => [set(spot, value)])
};
