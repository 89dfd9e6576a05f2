import * as v from 'valibot';
import type { Values } from './domain/path.ts';
import { BLANK, type Single, readSingle, wantedOf } from './domain/read-value.ts';
import type { RuleBook } from './domain/rule-book.ts';
import type { RecordShape, Shape } from './domain/shape.ts';

function scalar(name: Single): v.GenericSchema {
	return v.pipe(
		v.nullable(v.string(wantedOf(name))),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const read = readSingle(name, dataset.value ?? '');
			if ('value' in read) return read.value;
			addIssue({ message: read.fault });
			return NEVER;
		})
	);
}

const text = scalar('string');
const list = (item: v.GenericSchema) =>
	v.pipe(
		v.array(item, '应为列表'),
		// An empty line of a table is nothing.
		v.transform((items) => items.filter((one) => one !== undefined && one !== null))
	);
/** Empty where a list or a group of fields could stand. */
const blank = v.pipe(
	v.nullable(v.pipe(v.string(), v.regex(BLANK))),
	v.transform(() => undefined)
);

function schemaOf(shape: Shape): v.GenericSchema {
	switch (shape.kind) {
		case 'scalar':
			return shape.scalar === 'strings' ? listOr(list(text), text) : scalar(shape.scalar);
		// What may not stand in a draft is for the rules to say, not for the form.
		case 'enum':
			return text;
		case 'list':
			return listOr(list(schemaOf(shape.of)), blank, '应为列表，每项前写“- ”');
		case 'record':
			return recordOr(shape);
	}
}

/** By what is there and not by trial, so that a fault is told at its own place. */
function listOr(asList: v.GenericSchema, other: v.GenericSchema, message?: string): v.GenericSchema {
	return v.lazy((value) => (Array.isArray(value) ? asList : message && !isBlank(value) ? refuse(message) : other));
}

function recordOr(shape: RecordShape): v.GenericSchema {
	const record = recordSchema(shape);
	return v.lazy((value) => (typeof value === 'object' && value !== null ? record : isBlank(value) ? blank : record));
}

const isBlank = (value: unknown) => value === null || (typeof value === 'string' && BLANK.test(value.trim()));
const refuse = (message: string) => v.custom(() => false, message);

function recordSchema({ parts }: RecordShape): v.GenericSchema<unknown, Values> {
	const entries = Object.entries(parts).map(([key, { shape }]) => [key, v.optional(schemaOf(shape))] as const);
	return strict(Object.fromEntries(entries), '这一项');
}

/** Unknown keys are refused, and what is known is named. */
function strict<Entries extends v.ObjectEntries>(entries: Entries, what: string) {
	const known = Object.keys(entries).join('、');
	return v.strictObject(entries, ({ expected, received }) => {
		if (expected === 'never') return `没有${what}：${received}；可写：${known}`;
		return received === 'undefined' ? `缺少 ${expected ?? what}` : `应为一组“键: 值”，可写：${known}`;
	});
}

const empty = v.pipe(
	blank,
	v.transform(() => ({}))
);
const orEmpty = <T extends Readonly<Record<string, unknown>>>(schema: v.GenericSchema<unknown, T>) =>
	v.lazy((value) => (isBlank(value) ? (empty as unknown as typeof schema) : schema));
const optional = <T extends Readonly<Record<string, unknown>>>(schema: v.GenericSchema<unknown, T>) =>
	v.optional(orEmpty(schema), {});

/** What the shapes of drafts are read from. */
export type KnownKinds = Pick<RuleBook, 'documents' | 'facts' | 'parameters'>;

function documentsSchema({ documents }: KnownKinds) {
	const entries = [...documents].map(([id, kind]) => [id, v.optional(orEmpty(recordSchema(kind.shape)))] as const);
	return strict(Object.fromEntries(entries), '这种文书') as v.GenericSchema<unknown, Readonly<Record<string, Values>>>;
}

const surroundings = ({ facts, parameters }: KnownKinds) => {
	const figure: Shape = { kind: 'scalar', scalar: 'number' };
	const parts = Object.fromEntries(parameters.map(({ id, label }) => [id, { label, shape: figure }]));
	return {
		case: optional(recordSchema(facts)),
		params: v.optional(v.pipe(orEmpty(recordSchema({ kind: 'record', parts })), v.transform(withoutBlanks)), {}),
		jurisdiction: v.optional(v.string('应为地区的编号'), 'default')
	};
};

/** A parameter that is left empty is as in the rule book. */
const withoutBlanks = (values: Values) =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, number>;

/** What `drafting check` reads: one document of the kind that it names. */
export function draftSchema(known: KnownKinds) {
	const ids = [...known.documents.keys()];
	const around = { ...surroundings(known), related_documents: optional(documentsSchema(known)) };
	return v.lazy((input) => {
		const named = typeof input === 'object' && input !== null && 'document' in input ? input.document : null;
		const kind = typeof named === 'string' ? known.documents.get(named) : null;
		return strict(
			{
				document: v.picklist(ids, `文书种类应为：${ids.join('、')}`),
				fields: orEmpty(kind ? recordSchema(kind.shape) : v.record(v.string(), v.unknown())),
				...around
			},
			'这一项'
		);
	});
}

/** What `drafting check-file` reads. */
export function caseFileSchema(known: KnownKinds) {
	return strict({ documents: orEmpty(documentsSchema(known)), ...surroundings(known) }, '这一项');
}
