import type { DocumentKind } from './document-kind.ts';
import { type Closing, type Layout, type LayoutBlock, piecesOf } from './layout.ts';
import type { Values } from './path.ts';
import type { RuleBook } from './rule-book.ts';
import { sayTime, sayValue } from './say-value.ts';
import type { Part, Shape } from './shape.ts';
import { textOf as plainText } from './value.ts';

/** A document as it stands on paper: one source for the print view, the Word file and reading views. */
export interface Sheet {
	readonly kind: string;
	readonly title: string;
	/** Who issues it, above the title; empty when it is not known. */
	readonly authority: string;
	readonly form: Layout['form'];
	/** 文号; null = this kind has none. */
	readonly number: string | null;
	/** To whom, with its colon; null = to nobody. */
	readonly to: string | null;
	readonly blocks: readonly Block[];
	readonly closing: SheetClosing | null;
}

/** `field` = the path of the entry behind it, for notes in the margin. */
export type Block =
	| { readonly kind: 'heading'; readonly text: string }
	| { readonly kind: 'paragraph'; readonly text: string; readonly field: string | null }
	| { readonly kind: 'list'; readonly items: readonly string[]; readonly field: string }
	| { readonly kind: 'rows'; readonly rows: readonly Row[] }
	| {
			readonly kind: 'table';
			readonly head: readonly string[];
			readonly rows: readonly (readonly string[])[];
			readonly field: string;
	  }
	| { readonly kind: 'signatures'; readonly rows: readonly Row[]; readonly note: string };

export interface Row {
	readonly label: string;
	readonly value: string;
	readonly field: string;
}
export interface SheetClosing {
	readonly authority: string;
	readonly date: string;
	/** null = this kind has no seal; false = there is a place for it and it is not sealed. */
	readonly isSealed: boolean | null;
}

/** Where something is to be written in by hand. */
export const BLANK_LINE = '＿＿＿＿＿＿';

export interface Laid {
	readonly kind: DocumentKind;
	readonly fields: Values;
	/** Facts of the case: who issues it, where no field says so. */
	readonly case: Values;
}

/** Puts a document on paper by the layout of its kind; throws when the kind has none. */
export function layOut({ kind, fields, case: facts }: Laid, book: Pick<RuleBook, 'layouts'>): Sheet {
	const layout = book.layouts.get(kind.id);
	if (!layout) throw new RangeError(`no layout: ${kind.id}`);
	const page: Page = { parts: kind.shape.parts, fields };
	const authority = authorityOf(layout.closing, page, facts);
	return {
		...{ kind: kind.id, title: kind.title, authority, form: layout.form },
		number: layout.number === undefined ? null : say(layout.number, page) || BLANK_LINE,
		to: layout.to === undefined ? null : `${say(layout.to, page) || BLANK_LINE}：`,
		blocks: layout.blocks.flatMap((block) => layBlock(block, page)),
		closing: layout.closing ? closingOf(layout.closing, page, authority) : null
	};
}

interface Page {
	readonly parts: Readonly<Record<string, Part>>;
	readonly fields: Values;
}

const say = (id: string, { parts, fields }: Page) => {
	const part = parts[id];
	return part ? sayValue(part.shape, fields[id]) : '';
};

function layBlock(block: LayoutBlock, page: Page): Block[] {
	const { when, heading } = block;
	if (when !== undefined && (page.fields[when] ?? false) === false) return [];
	const laid = [...contentOf(block, page)];
	return heading === undefined || laid.length === 0 ? laid : [{ kind: 'heading', text: heading }, ...laid];
}

function* contentOf(block: LayoutBlock, page: Page): Generator<Block> {
	const { say: sentence, text, list, table, rows, remedies, signs } = block;
	if (sentence !== undefined)
		yield { kind: 'paragraph', text: saySentence(sentence, page), field: firstField(sentence) };
	if (rows) yield* rowsOf(rows, page);
	if (text !== undefined) yield* textOf(text, page);
	if (list !== undefined) yield listOf(list, page);
	if (table !== undefined) yield tableOf(table, page);
	if (remedies !== undefined) yield* remediesOf(remedies, page);
	if (signs) {
		const note = block.note === undefined ? '' : say(block.note, page);
		yield { kind: 'signatures', rows: signs.map((id) => rowOf(id, page)), note };
	}
}

const saySentence = (sentence: string, page: Page) =>
	piecesOf(sentence)
		.map((piece) => ('words' in piece ? piece.words : say(piece.field, page).replace(/[。；]$/, '') || BLANK_LINE))
		.join('');

function firstField(sentence: string): string | null {
	const first = piecesOf(sentence).find((piece) => 'field' in piece);
	return first && 'field' in first ? `f.${first.field}` : null;
}

/** What is not expected and not there needs no empty cell; a form shows the others empty. */
function* rowsOf(ids: readonly string[], page: Page): Generator<Block> {
	const rows = ids.map((id) => rowOf(id, page));
	if (rows.length > 1 || rows[0]!.value !== '') yield { kind: 'rows', rows };
}

const rowOf = (id: string, page: Page): Row => ({
	label: (page.parts[id]?.label ?? id).replace(/（元）$/, ''),
	value: say(id, page),
	field: `f.${id}`
});

function* textOf(id: string, { fields }: Page): Generator<Block> {
	const value = fields[id];
	if (typeof value !== 'string' || value.trim() === '') return;
	for (const line of value.split(/\n+/)) {
		if (line.trim() !== '') yield { kind: 'paragraph', text: line.trim(), field: `f.${id}` };
	}
}

function listOf(id: string, { parts, fields }: Page): Block {
	const shape = parts[id]?.shape;
	const item: Shape = shape?.kind === 'list' ? shape.of : { kind: 'scalar', scalar: 'string' };
	return { kind: 'list', items: itemsIn(fields[id]).map((one) => sayValue(item, one)), field: `f.${id}` };
}

function tableOf(id: string, { parts, fields }: Page): Block {
	const shape = parts[id]?.shape;
	const item = shape?.kind === 'list' && shape.of.kind === 'record' ? shape.of : null;
	const columns = Object.entries(item?.parts ?? {});
	const rows = itemsIn(fields[id]).map((row) =>
		columns.map(([key, part]) => sayValue(part.shape, (Object(row) as Values)[key]))
	);
	return { kind: 'table', head: columns.map(([, { label }]) => label), rows, field: `f.${id}` };
}

const itemsIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The sentence that tells the party where to turn, with what the draft says about it. */
function* remediesOf(id: string, { fields }: Page): Generator<Block> {
	const told = Object(fields[id] ?? {}) as Values;
	const { reconsideration_authority: to, reconsideration_days: days, court, litigation_months: months } = told;
	const or = (value: unknown) => (value === undefined || value === '' ? BLANK_LINE : plainText(value));
	const field = `f.${id}`;
	const reconsider = `向${or(to)}申请行政复议`;
	if (told['reconsideration_first'] === true) {
		yield {
			kind: 'paragraph',
			field,
			text: `不服本决定的，应当先在收到之日起${or(days)}日内${reconsider}；对复议决定不服的，再依法提起行政诉讼。`
		};
		return;
	}
	const sue = `；也可以在${or(months)}个月内依法向${or(court)}提起行政诉讼`;
	const text = `不服本决定的，可以在收到之日起${or(days)}日内${reconsider}${'reconsideration_first' in told ? '' : sue}。`;
	yield { kind: 'paragraph', field, text };
}

function authorityOf(closing: Closing | undefined, page: Page, facts: Values): string {
	const own = closing?.authority === undefined ? '' : say(closing.authority, page);
	const known = facts['authority'] as { readonly name?: unknown } | undefined;
	return own || (typeof known?.name === 'string' ? known.name : '');
}

function closingOf({ date, seal }: Closing, { fields }: Page, authority: string): SheetClosing {
	const day = fields[date];
	return {
		authority: authority || BLANK_LINE,
		date: typeof day === 'string' && day !== '' ? sayTime(day.slice(0, 10)) : BLANK_LINE,
		isSealed: seal === undefined ? null : fields[seal] === true
	};
}
