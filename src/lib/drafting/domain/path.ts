import type { Part, RecordShape, Shape } from './shape.ts';

/** Name spaces: the graded draft, other documents of the same file, facts of the case, parameters of the place. */
export const SPACES = { f: '本文书', d: '其他文书', c: '案情', p: '参数' } as const;
export type Space = keyof typeof SPACES;

/** `f.officers[].cert_no`: one key after the other; `each` = the items of the list that the key holds. */
export interface Path {
	readonly text: string;
	readonly space: Space;
	/** The kind of document in the space `d`. */
	readonly document: string | null;
	readonly steps: readonly { readonly key: string; readonly each: boolean }[];
}

const PATH = /^(?:([fcp])|d\.([a-z]+(?:-[a-z]+)*))((?:\.[a-z_]+(?:\[\])?)+)$/;

/** Reads a path as rules write it; null when it is none. */
export function parsePath(text: string): Path | null {
	const match = PATH.exec(text);
	if (!match) return null;
	const [, space, document, keys] = match;
	const steps = keys!
		.slice(1)
		.split('.')
		.map((step) => ({ key: step.replace('[]', ''), each: step.endsWith('[]') }));
	return { text, space: (space as Space | undefined) ?? 'd', document: document ?? null, steps };
}

/** Plain values as they were typed in; null, empty texts and empty lists count as missing. */
export type Values = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown) =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);

/** The value at the end of a path, undefined when it is missing or empty. A projection `a[].b` skips items without b. */
export function valueAt(steps: Path['steps'], values: Values | undefined): unknown {
	let current: unknown = values;
	for (const [index, { key, each }] of steps.entries()) {
		current = partOf(current, key);
		if (!each || !Array.isArray(current)) continue;
		const rest = steps.slice(index + 1);
		const items: unknown[] = rest.length === 0 ? current : current.flatMap((item: Values) => valueAt(rest, item) ?? []);
		return items.length === 0 ? undefined : items;
	}
	return isEmpty(current) ? undefined : current;
}

function partOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Values)[key] : undefined;
}

/** Where a path leads in a shape, or the key that is not there. */
export function partAt(steps: Path['steps'], shape: RecordShape): Part | string {
	let part: Part = { label: '', shape };
	for (const { key, each } of steps) {
		const inner: Shape = part.shape;
		const next = inner.kind === 'record' && Object.hasOwn(inner.parts, key) ? inner.parts[key] : undefined;
		if (!next) return key;
		const label = [part.label, next.label].filter(Boolean).join('·');
		if (!each) part = { label, shape: next.shape };
		else if (next.shape.kind === 'list') part = { label, shape: next.shape.of };
		else return `${key}[]`;
	}
	const isProjection = steps.some(({ each }) => each);
	return isProjection ? { label: part.label, shape: { kind: 'list', of: part.shape } } : part;
}
