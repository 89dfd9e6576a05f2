/** How a kind of document stands on paper: data of `content/drafting/layouts.yaml`. */
export interface Layout {
	/** `table` = a form of labelled cells, `letter` = running text. */
	readonly form: (typeof FORMS)[number];
	/** The field with the number of the document. */
	readonly number?: string | undefined;
	/** The field with whom it is addressed to. */
	readonly to?: string | undefined;
	readonly blocks: readonly LayoutBlock[];
	/** Entered, checked and not printed as a field of its own. */
	readonly internal: readonly string[];
	readonly closing?: Closing | undefined;
}
export const FORMS = ['table', 'letter'] as const;

export interface LayoutBlock {
	readonly heading?: string | undefined;
	/** The block stands only if this field is filled; of a flag, if it is true. */
	readonly when?: string | undefined;
	readonly rows?: readonly string[] | undefined;
	readonly text?: string | undefined;
	readonly list?: string | undefined;
	readonly table?: string | undefined;
	/** A sentence with fields in braces. */
	readonly say?: string | undefined;
	readonly remedies?: string | undefined;
	readonly signs?: readonly string[] | undefined;
	/** Why somebody did not sign. */
	readonly note?: string | undefined;
}

/** The lower right corner; without a field of its own the authority is that of the case. */
export interface Closing {
	readonly authority?: string | undefined;
	readonly date: string;
	readonly seal?: string | undefined;
}

const NAMED = /\{([a-z_]+)\}/g;

/** Every field that a layout names. */
export function fieldsIn({ number, to, blocks, internal, closing }: Layout): Set<string> {
	const inBlocks = blocks.flatMap(({ when, rows, text, list, table, say, remedies, signs, note }) => [
		...[when, text, list, table, remedies, note, ...(rows ?? []), ...(signs ?? [])],
		...[...(say ?? '').matchAll(NAMED)].map(([, id]) => id)
	]);
	const all = [number, to, ...inBlocks, ...internal, closing?.authority, closing?.date, closing?.seal];
	return new Set(all.filter((id) => id !== undefined));
}

/** The pieces of a sentence: fixed words, and fields by their id. */
export function piecesOf(say: string): ({ readonly words: string } | { readonly field: string })[] {
	return say.split(/(\{[a-z_]+\})/).flatMap((piece) => {
		if (piece === '') return [];
		return [piece.startsWith('{') ? { field: piece.slice(1, -1) } : { words: piece }];
	});
}
