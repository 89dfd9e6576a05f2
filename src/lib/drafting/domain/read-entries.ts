import type { DocumentKind } from './document-kind.ts';
import type { Entries, Entry } from './entries.ts';
import type { Values } from './path.ts';
import { BLANK, type Single, readSingle } from './read-value.ts';
import type { RecordShape, Shape } from './shape.ts';

/** An entry that is not what its field wants. */
export interface Unreadable {
	/** `f.interviewee.age`, `f.items[1].qty` */
	readonly path: string;
	readonly message: string;
}
export interface ReadEntries {
	readonly fields: Values;
	readonly unreadable: readonly Unreadable[];
}

/**
 * What was typed as values by the types of the fields. What is left empty or cannot be read is missing; an empty line of
 * a table is nothing, so that lines are counted by what stands in them. Keys that are no field are left out.
 */
export function readEntries({ shape }: Pick<DocumentKind, 'shape'>, entries: Entries): ReadEntries {
	const unreadable: Unreadable[] = [];
	return { fields: readGroup(shape, entries, { path: 'f', unreadable }), unreadable };
}

interface At {
	readonly path: string;
	readonly unreadable: Unreadable[];
}

function readGroup({ parts }: RecordShape, group: Readonly<Record<string, unknown>>, { path, unreadable }: At): Values {
	const values: Record<string, unknown> = {};
	for (const [key, part] of Object.entries(parts)) {
		if (!Object.hasOwn(group, key)) continue;
		const value = readEntry(part.shape, group[key], { path: `${path}.${key}`, unreadable });
		if (value !== undefined) values[key] = value;
	}
	return values;
}

function readEntry(shape: Shape, entry: unknown, at: At): unknown {
	switch (shape.kind) {
		case 'scalar':
			if (shape.scalar !== 'strings') return readOne(shape.scalar, entry, at);
			return Array.isArray(entry) ? readList(STRING, entry, at) : readOne('string', entry, at);
		// Whether an option is offered is for the rules to say.
		case 'enum':
			return readOne('string', entry, at);
		case 'list':
			return readList(shape.of, entry, at);
		case 'record': {
			const group = typeof entry === 'object' && entry !== null ? (entry as Values) : {};
			const values = readGroup(shape, group, at);
			return Object.keys(values).length === 0 ? undefined : values;
		}
	}
}

const STRING: Shape = { kind: 'scalar', scalar: 'string' };

function readOne(scalar: Single, entry: unknown, { path, unreadable }: At): unknown {
	const read = readSingle(scalar, typeof entry === 'string' ? entry : '');
	if ('value' in read) return read.value;
	unreadable.push({ path, message: read.fault });
	return undefined;
}

function readList(of: Shape, entry: unknown, { path, unreadable }: At): unknown[] | undefined {
	const lines = [entry]
		.flat()
		.filter((line) => !isBlank(line) && (of.kind === 'record') === (typeof line === 'object'));
	const values = lines.flatMap((line, index) => {
		const value = readEntry(of, line, { path: `${path}[${index}]`, unreadable });
		if (value !== undefined) return [value];
		// A line of which nothing can be read keeps its place, or what is said about the next one would point at it.
		return of.kind === 'record' ? [{}] : [];
	});
	return values.length === 0 ? undefined : values;
}

function isBlank(entry: unknown): boolean {
	if (typeof entry === 'string') return BLANK.test(entry.trim());
	return typeof entry !== 'object' || entry === null || Object.values(entry).every(isBlank);
}

/** Values as they would have been typed; what is missing has no entry. Reading them again gives the same values. */
export function entriesOf({ shape }: Pick<DocumentKind, 'shape'>, fields: Values): Entries {
	return typedGroup(shape, fields);
}

function typedGroup({ parts }: RecordShape, values: Values): Entries {
	const entries: Record<string, Entry> = {};
	for (const [key, part] of Object.entries(parts)) {
		const value = Object.hasOwn(values, key) ? values[key] : undefined;
		if (value !== undefined && value !== null) entries[key] = typed(part.shape, value) as Entry;
	}
	return entries;
}

function typed(shape: Shape, value: unknown): unknown {
	if (shape.kind === 'record') return typedGroup(shape, value as Values);
	if (shape.kind === 'list') return (value as unknown[]).map((item) => typed(shape.of, item));
	return Array.isArray(value) ? value.map(String) : String(value);
}
