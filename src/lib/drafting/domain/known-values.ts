import { readAmountInWords } from '#lib/shared/amount-in-words.ts';
import { yuanOf } from '#lib/shared/money.ts';
import { type Day, isDay } from '#lib/shared/time.ts';
import type { Values } from './path.ts';
import type { RuleBook } from './rule-book.ts';
import type { RecordShape, Shape } from './shape.ts';

/** What the file says elsewhere, each value with the place where it was read first. */
export interface KnownValues {
	readonly people: ReadonlyMap<string, string>;
	readonly organisations: ReadonlyMap<string, string>;
	readonly places: ReadonlyMap<string, string>;
	/** Yuan. */
	readonly amounts: ReadonlyMap<number, string>;
	readonly days: ReadonlyMap<Day, string>;
}

type Gathered = { readonly [Name in keyof KnownValues]: Map<unknown, string> };

/** A day that exists, with its numbers. */
export interface KnownDay {
	readonly day: Day;
	readonly year: number;
	readonly month: number;
	readonly date: number;
}

/** Known values laid out for reading texts: each list is made once for all texts of a document. */
export interface SoughtValues extends KnownValues {
	/** Organisations and people, the longest first. */
	readonly names: readonly string[];
	/** Places and organisations, the longest first. */
	readonly spots: readonly string[];
	readonly realDays: readonly KnownDay[];
}

const ORGANISATION =
	/(?:公司|集团|厂|矿|店|站|场|院|局|委员会|政府|中心|合作社|大队|支队|总队|办公室|事务所|学校|银行|工程队|经营部|分行)$/u;
const PERSON = /^\p{Script=Han}{2,4}$/u;
const PERSON_LABEL = /姓名|人$|人员|人（|代表|负责人|签名|见证|意见/;
const PLACE_KEY = /(?:^|_)(?:address|site|place|location)$/;

export interface Surroundings {
	readonly document: string;
	readonly fields: Values;
	readonly related: Readonly<Record<string, Values>>;
	readonly case: Values;
}

const nothing = (): Gathered => ({
	...{ people: new Map(), organisations: new Map(), places: new Map() },
	...{ amounts: new Map(), days: new Map() }
});

/** What the case and the documents beside it say: the same for every check of a draft, so it may be kept with its task. */
export function gatherAround(
	{ related, case: facts }: Pick<Surroundings, 'related' | 'case'>,
	book: RuleBook
): KnownValues {
	const known = nothing();
	gatherRecord(book.facts, facts, { known, where: '案情·' });
	for (const [id, values] of Object.entries(related)) {
		const kind = book.documents.get(id);
		if (kind) gatherRecord(kind.shape, values, { known, where: `《${kind.title}》` });
	}
	return known as KnownValues;
}

/** Names, places, amounts and days of the document, and of what is around it. */
export function gatherKnown(
	{ document, fields }: Pick<Surroundings, 'document' | 'fields'>,
	around: KnownValues,
	book: RuleBook
): SoughtValues {
	const known = nothing();
	const own = book.documents.get(document);
	if (own) gatherRecord(own.shape, fields, { known, where: '' });
	for (const what of Object.keys(known) as (keyof KnownValues)[]) {
		for (const [value, where] of around[what]) if (!known[what].has(value)) known[what].set(value, where);
	}
	return layOut(known as KnownValues);
}

function layOut(known: KnownValues): SoughtValues {
	const { people, organisations, places, days } = known;
	const byLength = (...values: Iterable<string>[]) =>
		values.flatMap((some) => [...some]).sort((a, b) => b.length - a.length);
	return {
		...known,
		names: byLength(organisations.keys(), people.keys()),
		spots: byLength(places.keys(), organisations.keys()),
		realDays: [...days.keys()].filter(isDay).map(toKnownDay)
	};
}

const toKnownDay = (day: Day): KnownDay => {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return { day, year, month, date };
};

interface Gathering {
	readonly known: Gathered;
	readonly where: string;
	/** What the record is called. */
	readonly label?: string;
}

function gatherRecord({ parts }: RecordShape, values: Values, gathering: Gathering): void {
	const { label = '' } = gathering;
	// What is counted is a thing, whatever its name looks like.
	if (Object.hasOwn(parts, 'qty')) return;
	for (const [key, part] of Object.entries(parts)) {
		const value = values[key];
		if (value === undefined || value === null) continue;
		const named = part.label === '' ? label : part.label;
		gather(part.shape, value, { ...gathering, key, label: label && named !== label ? `${label}·${named}` : named });
	}
}

interface Named extends Gathering {
	readonly key: string;
	readonly label: string;
}

function gather(shape: Shape, value: unknown, named: Named): void {
	if (shape.kind === 'list') for (const item of itemsOf(value)) gather(shape.of, item, named);
	else if (shape.kind === 'record') gatherRecord(shape, Object(value) as Values, named);
	else if (shape.kind === 'scalar') {
		if (shape.scalar === 'strings') for (const text of itemsOf(value)) gatherText(String(text), named);
		else if (shape.scalar === 'string') gatherText(String(value), named);
		else if (shape.scalar === 'money') note('amounts', Number(value), named);
		else if (shape.scalar === 'date' || shape.scalar === 'datetime') note('days', String(value).slice(0, 10), named);
		else if (shape.scalar === 'upper-money') {
			const read = readAmountInWords(String(value));
			if (read.ok) note('amounts', yuanOf(read.value), named);
		}
	}
}

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function gatherText(text: string, named: Named): void {
	if (PLACE_KEY.test(named.key)) note('places', text, named);
	else if (ORGANISATION.test(text) && text.length >= 5) note('organisations', text, named);
	else if (PERSON.test(text) && PERSON_LABEL.test(named.label)) note('people', text, named);
}

function note(what: keyof KnownValues, value: unknown, { known, where, label }: Named): void {
	if (!known[what].has(value)) known[what].set(value, where + label);
}
