import type { CaseFile } from '../check-file.ts';
import type { Path } from '../path.ts';

/** One value of a case file; `document` null = the facts of the case, no keys = the whole document. */
export interface Place {
	readonly document: string | null;
	readonly keys: readonly (string | number)[];
}

/** A place with what stands there. */
export interface Spot extends Place {
	readonly value: unknown;
}

/** `value` undefined takes away what stands there. */
export type Edit = Spot;
export type Change = readonly Edit[];

export const set = ({ document, keys }: Place, value: unknown): Edit => ({ document, keys, value });
export const clear = (place: Place): Edit => set(place, undefined);
export const inside = ({ document, keys, value }: Spot, ...more: (string | number)[]): Spot => ({
	document,
	keys: [...keys, ...more],
	value: more.reduce<unknown>((current, key) => partOf(current, key), value)
});

/** `penalty-decision/officers/0/name` */
export const textOfPlace = ({ document, keys }: Place) => [document ?? '', ...keys].join('/');

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const partOf = (value: unknown, key: string | number): unknown =>
	isObject(value) && Object.hasOwn(value, key) ? (value as Record<string | number, unknown>)[key] : undefined;

/** Every value that a path leads to, one by one; `own` is the document that `f.` means. */
export function spotsAt({ space, document, steps }: Path, file: CaseFile, own: string | null): Spot[] {
	if (space === 'p') return [];
	const kind = space === 'c' ? null : space === 'd' ? document! : own!;
	let spots: Spot[] = [{ document: kind, keys: [], value: kind === null ? file.case : file.documents[kind] }];
	for (const { key, each } of steps) {
		spots = spots.map((spot) => inside(spot, key));
		if (each) spots = spots.flatMap((spot) => itemsOf(spot));
	}
	return spots.filter(({ value }) => value !== undefined && value !== null && value !== '');
}

/** The items of a list, or the value itself when it is none. */
export function itemsOf(spot: Spot): Spot[] {
	return Array.isArray(spot.value) ? spot.value.map((_, index) => inside(spot, index)) : [spot];
}

/** The file after a change; what is not changed is shared with the file before. */
export function applyChange(file: CaseFile, change: Change): CaseFile {
	return change.reduce(applyEdit, file);
}

function applyEdit(file: CaseFile, { document, keys, value }: Edit): CaseFile {
	if (document === null) return { ...file, case: put(file.case, keys, value) as CaseFile['case'] };
	const documents = put(file.documents, [document, ...keys], value);
	return { ...file, documents: documents as CaseFile['documents'] };
}

function put(root: unknown, [key, ...rest]: Place['keys'], value: unknown): unknown {
	if (key === undefined) return value;
	const inner = rest.length === 0 ? value : put(partOf(root, key) ?? {}, rest, value);
	if (Array.isArray(root)) {
		const items = root as readonly unknown[];
		return inner === undefined ? items.filter((_, index) => index !== key) : items.with(Number(key), inner);
	}
	const { [key]: _, ...others } = root as Record<string | number, unknown>;
	// In place, so that a document stays where it stands in the file.
	if (inner !== undefined && isObject(root) && Object.hasOwn(root, key)) return { ...root, [key]: inner };
	return inner === undefined ? others : { ...others, [key]: inner };
}
