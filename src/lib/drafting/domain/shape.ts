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
	| EnumShape
	| { readonly kind: 'list'; readonly of: Shape }
	| RecordShape;

/** A choice: the key is stored, its label is shown. */
export interface EnumShape {
	readonly kind: 'enum';
	readonly options: readonly string[];
	readonly labels: Readonly<Record<string, string>>;
}

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
	/** What the keys of enumerations are called; a key means the same in every one. */
	readonly options: Readonly<Record<string, string>>;
	/** Enumerations that are kept elsewhere, with their labels: `statute`, `document`. */
	readonly lists: Readonly<Record<string, Readonly<Record<string, string>>>>;
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
	if (options) return readOptions(options[1]!.split(','), dictionary);
	const record = /^(?:object|person|citation)\{([a-z_,=]+)\}$/.exec(text);
	if (record) return readRecord(record[1]!.split(','), dictionary);
	if (Object.hasOwn(dictionary.lists, text)) {
		const labels = dictionary.lists[text]!;
		return { kind: 'enum', options: Object.keys(labels), labels };
	}
	return Object.hasOwn(SCALARS, text) ? scalar(text as Scalar) : `没有这种类型：${text}`;
}

function readOptions(options: readonly string[], dictionary: Dictionary): Shape | string {
	const unnamed = options.filter((key) => !Object.hasOwn(dictionary.options, key));
	if (unnamed.length > 0) return `可选值没有中文名称：${unnamed.join('、')}`;
	return { kind: 'enum', options, labels: Object.fromEntries(options.map((key) => [key, dictionary.options[key]!])) };
}

/** What people call a value of this shape: 单位 for `unit`; any other text as it is. */
export function labelOfOption(shape: Shape, value: string): string {
	const leaf = shape.kind === 'list' ? shape.of : shape;
	return leaf.kind === 'enum' && Object.hasOwn(leaf.labels, value) ? leaf.labels[value]! : value;
}

function readRecord(names: readonly string[], dictionary: Dictionary): Shape | string {
	const parts: Record<string, Part> = {};
	for (const named of names) {
		// `type=evidence_type`: what this document calls `type` is explained under another name.
		const [key, name = key] = named.split('=') as [string, string?];
		const part = Object.hasOwn(dictionary.parts, name) ? dictionary.parts[name] : undefined;
		if (!part) return `没有这个组成部分：${name}`;
		const shape = readType(part.type, dictionary);
		if (typeof shape === 'string') return shape;
		if (shape.kind === 'list' || shape.kind === 'record') return `${name} 应为单个值`;
		parts[key] = { label: part.label, shape };
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
