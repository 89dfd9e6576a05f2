/** What a single value may be. `strings` = one text or several; `upper-money` = an amount in words. */
export const SCALARS = {
	string: '一行文字',
	text: '文字',
	'upper-money': '大写金额',
	strings: '一项或多项文字',
	date: '日期，如 2026-11-22',
	datetime: '日期和时间，如 2026-11-22T09:30',
	int: '整数',
	money: '金额（元）',
	number: '数字',
	bool: 'true 或 false'
} as const;
export type Scalar = keyof typeof SCALARS;

/** What a field, a fact of a case or a part of either looks like. */
export type Shape =
	| { readonly kind: 'scalar'; readonly scalar: Scalar }
	| { readonly kind: 'enum'; readonly options: readonly string[] }
	| { readonly kind: 'list'; readonly of: Shape }
	| RecordShape;

export interface RecordShape {
	readonly kind: 'record';
	readonly parts: Readonly<Record<string, Part>>;
}

export interface Part {
	readonly label: string;
	readonly shape: Shape;
}

/** What stands behind the names in a type text. */
export interface Dictionary {
	/** Parts of composite fields; a name means the same in every document. */
	readonly parts: Readonly<Record<string, { readonly label: string; readonly type: string }>>;
	/** Enumerations that are kept elsewhere: `statute`, `document`. */
	readonly lists: Readonly<Record<string, readonly string[]>>;
}

const scalar = (name: Scalar): Shape => ({ kind: 'scalar', scalar: name });

/**
 * Reads a type text: `date`, `enum(unit,person)`, `list<object{no,fact}>`, `list<statute>`.
 * @returns the shape, or the sentence that says what is wrong
 */
export function readType(text: string, dictionary: Dictionary): Shape | string {
	const list = /^list<(.+)>$/.exec(text);
	if (list) {
		const of = readType(list[1]!, dictionary);
		return typeof of === 'string' ? of : { kind: 'list', of };
	}
	const options = /^enum\(([^()]+)\)$/.exec(text);
	if (options) return { kind: 'enum', options: options[1]!.split(',') };
	const record = /^(?:object|person|citation)\{([a-z_,]+)\}$/.exec(text);
	if (record) return readRecord(record[1]!.split(','), dictionary);
	if (Object.hasOwn(dictionary.lists, text)) return { kind: 'enum', options: dictionary.lists[text]! };
	return Object.hasOwn(SCALARS, text) ? scalar(text as Scalar) : `没有这种类型：${text}`;
}

function readRecord(names: readonly string[], dictionary: Dictionary): Shape | string {
	const parts: Record<string, Part> = {};
	for (const name of names) {
		const part = Object.hasOwn(dictionary.parts, name) ? dictionary.parts[name] : undefined;
		if (!part) return `没有这个组成部分：${name}`;
		if (!Object.hasOwn(SCALARS, part.type)) return `${name} 应为单个值`;
		parts[name] = { label: part.label, shape: scalar(part.type as Scalar) };
	}
	return { kind: 'record', parts };
}

/** A record out of dotted paths: `party.name` becomes a part of `party`. */
export function nest(leaves: readonly { readonly path: string; readonly part: Part }[]): RecordShape {
	const parts: Record<string, Part> = {};
	for (const { path, part } of leaves) {
		const [first, rest] = path.split('.') as [string, string?];
		if (rest === undefined) parts[first] = part;
		else {
			const inner = parts[first]?.shape;
			const before = inner?.kind === 'record' ? inner.parts : {};
			parts[first] = { label: '', shape: { kind: 'record', parts: { ...before, [rest]: part } } };
		}
	}
	return { kind: 'record', parts };
}
