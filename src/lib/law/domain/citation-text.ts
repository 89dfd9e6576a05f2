/** A title in 《》, as positions in the signs that are read. */
export interface Quote {
	/** Of the first sign inside. */
	readonly from: number;
	/** Behind the last sign inside. */
	readonly to: number;
	/** What stands inside, as written. */
	readonly inside: string;
}

/**
 * A text made ready for reading: brackets and digits in half width, without blanks, 《》 and 中华人民共和国.
 * Every sign knows where it stood.
 */
export interface CitationText {
	readonly source: string;
	readonly signs: string;
	/** Offset in `source` of each sign (UTF-16). */
	readonly at: Int32Array;
	/** Outermost titles in 《》 or 〈〉, by their first sign. */
	readonly quotes: ReadonlyMap<number, Quote>;
}

const COUNTRY = '中华人民共和国';
/** No title is longer; an open 《 that finds no end within it is a slip of the pen. */
const LONGEST_TITLE = 120;

const isDropped = (sign: string) => /[^\S\n]|[《》〈〉<>\u200b\ufeff]/.test(sign);

function halve(code: number): string {
	return String.fromCharCode(code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);
}

export function readyText(source: string): CitationText {
	const at = new Int32Array(source.length);
	const parts: string[] = [];
	const spans: { from: number; to: number; inside: string }[] = [];
	const open: { offset: number; from: number }[] = [];
	for (let offset = 0; offset < source.length; offset++) {
		const sign = halve(source.charCodeAt(offset));
		if (sign === '《' || sign === '〈') open.push({ offset, from: parts.length });
		else if (sign === '》' || sign === '〉') {
			const { offset: start, from } = open.pop() ?? { offset: -LONGEST_TITLE, from: 0 };
			if (offset - start < LONGEST_TITLE && parts.length > from) {
				// An outer title swallows the ones inside it.
				while (spans.length > 0 && spans.at(-1)!.from >= from) spans.pop();
				spans.push({ from, to: parts.length, inside: source.slice(start + 1, offset) });
			}
		} else if (sign === '中' && source.startsWith(COUNTRY, offset)) offset += COUNTRY.length - 1;
		else if (!isDropped(sign)) {
			if (sign === '\n') open.length = 0;
			at[parts.length] = offset;
			parts.push(sign);
		}
	}
	const quotes = new Map(spans.map((span) => [span.from, span]));
	return { source, signs: parts.join(''), at: at.subarray(0, parts.length), quotes };
}

/** The stretch of the source from one sign to before another, with the 《》 and 中华人民共和国 that hug it. */
export function sourceSpan(text: CitationText, from: number, to: number): { start: number; end: number } {
	const { source, at } = text;
	const floor = from === 0 ? 0 : at[from - 1]! + 1;
	const before = /(?:[《〈]\s*)?(?:中华人民共和国\s*)?(?:[《〈]\s*)?$/.exec(source.slice(floor, at[from]));
	const start = at[from]! - (before?.[0].length ?? 0);
	const last = at[to - 1]! + 1;
	const after = /^\s*[》〉]/.exec(source.slice(last, to < at.length ? at[to] : source.length));
	return { start, end: last + (after?.[0].length ?? 0) };
}
