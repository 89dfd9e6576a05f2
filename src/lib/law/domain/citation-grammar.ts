import { type CitationText, readyText, sourceSpan } from './citation-text.ts';
import { type Place, type Range, type WrittenPlace, placesOf } from './citation-place.ts';
import { isCounted, skipNumbers, stepsAt } from './citation-steps.ts';
import { type NamedLaw, type Naming, readQuoted, readTail, readUnquoted } from './named-law.ts';
import { type LawWord, isNakedPlace, lawWordAt, placeWordAt, precedesForeign, readsAsLabel } from './citation-words.ts';
import { TitleBook } from './title-book.ts';

/** One citation in a running text. Offsets are UTF-16 units of the text; `text` is the slice between them. */
export interface FoundCitation extends Place {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** The title as the text writes it, here or where 该法 points to; of the law given from outside, its title. */
	readonly title: string;
	readonly titleKey: string;
	/** What the book of titles holds for it. */
	readonly law: string | null;
	/** title = 《安全生产法》第九十七条 · pronoun = 同法第九十七条, 该条第二款 · bare = 第九十七条 where a law was named before. */
	readonly by: 'title' | 'pronoun' | 'bare';
	/** Offset of the words that name the law; -1 = given from outside. */
	readonly lawAt: number;
	/** No other law was named before it: nobody can mistake what a bare number belongs to. */
	readonly isOnlyLaw: boolean;
	readonly edition?: number;
	/** Of every member of a range; those between its ends are `isImplied` and have the whole range as text. */
	readonly range?: Range;
	readonly isImplied: boolean;
}

/** The law (and place) that 本法 and a bare 第三条 mean, when the text is part of a law or of a page about one. */
export interface Surroundings extends Partial<Place> {
	readonly title: string;
	readonly law: string | null;
}

/**
 * Finds every citation as officers and courts write them, from left to right.
 * `book` knows the titles; a title in 《》 that it does not know is found too, one without 《》 is not.
 * A number without a law is a citation only after a law was named and not of another paper (合同第三条).
 */
export function findCitations(text: string, book: TitleBook, around: Surroundings | null = null): FoundCitation[] {
	return new Reader(readyText(text), book, around).read();
}

/** Goes through the signs once; what it has read decides what 该法, 该条 and a bare number mean. */
class Reader {
	private readonly found: FoundCitation[] = [];
	/** Short names that the text itself gives: （以下简称…）. */
	private readonly aliases = new TitleBook();
	private readonly named: NamedLaw[] = [];
	/** What a bare number belongs to; null after a contract or a law that nobody knows. */
	private law: NamedLaw | null = null;
	private place: Place | null = null;
	private readonly outside: NamedLaw | null;
	/** The place in which the text stands: given, or by the number at the head of the line. */
	private own: Place | null;

	constructor(
		private readonly text: CitationText,
		private readonly book: TitleBook,
		around: Surroundings | null
	) {
		this.own = around?.article === undefined ? null : (around as Place);
		this.outside = around && {
			title: around.title,
			key: book.get(around.title)?.key ?? around.title,
			law: around.law,
			at: -1
		};
		this.law = this.outside;
	}

	read(): FoundCitation[] {
		const { signs } = this.text;
		for (let at = 0; at < signs.length;) at = this.readAt(at) ?? at + 1;
		return this.found;
	}

	/** Reads what begins at a sign; the sign after it, or null when nothing begins there. */
	private readAt(at: number): number | null {
		const { text } = this;
		const quote = text.quotes.get(at);
		const books = [this.aliases, this.book];
		if (quote) return this.readNaming(readQuoted(text, quote, books), true);
		const naming = readUnquoted(text, at, books);
		if (naming) return this.readNaming(naming, false);
		if (text.signs[at] === '第') return this.readBare(at);
		const word = lawWordAt(text.signs, at);
		return (word && this.readLawWord(word)) ?? this.readPlaceWord(at);
	}

	private readNaming({ law, from, to }: Naming, isQuoted: boolean): number {
		const { signs } = this.text;
		const tail = readTail(signs, to);
		const steps = signs[tail.to] === '第' || tail.isTight ? stepsAt(signs, tail.to, 0) : [];
		// 水法 and 解释 are parts of other words too: alone they name nothing.
		if (!isQuoted && law && law.key.length <= 2 && law.key !== '刑法' && steps.length === 0) return to;
		const named = law && { ...law, ...(tail.edition ? { edition: tail.edition } : {}) };
		this.law = named;
		if (!named) return steps.at(-1)?.to ?? to;
		this.named.push(named);
		if (tail.alias) this.aliases.add(tail.alias, named.law);
		if (steps.length === 0) return to;
		return this.write(placesOf(steps, null), 'title', from);
	}

	/** 第九十七条 without a law before it. */
	private readBare(at: number): number | null {
		const { text } = this;
		const steps = stepsAt(text.signs, at, 0);
		const first = steps[0];
		if (!first) return skipNumbers(text.signs, at);
		const end = steps.at(-1)!.to;
		const article = steps.findLast(({ level }) => level === 0)!;
		if (isCounted(text.signs, article)) return end;
		if (readsAsLabel(text, first)) {
			this.own = { article: first.value, ...(first.sub === undefined ? {} : { sub: first.sub }) };
			return first.to;
		}
		if (precedesForeign(text.signs, at)) this.law = null;
		return this.law ? this.write(placesOf(steps, null), 'bare', at) : end;
	}

	/** 该法第三条, 本条例第五条. */
	private readLawWord(word: LawWord): number | null {
		const { signs } = this.text;
		const tail = readTail(signs, word.to);
		const steps = signs[tail.to] === '第' || tail.isTight ? stepsAt(signs, tail.to, 0) : [];
		if (steps.length === 0) return null;
		const fits = (law: NamedLaw) => word.fits(law.key);
		const own = word.isOwn && this.outside && fits(this.outside) ? this.outside : null;
		const meant = own ?? this.named.findLast(fits) ?? (word.isAny ? this.named.at(-1) : undefined);
		this.law = meant ? { ...meant, at: this.text.at[word.from]! } : null;
		return this.law ? this.write(placesOf(steps, null), 'pronoun', word.from) : steps.at(-1)!.to;
	}

	/** 该条第二款, 前款规定, 本条. */
	private readPlaceWord(at: number): number | null {
		const { signs } = this.text;
		const word = placeWordAt(signs, at);
		if (!word) return null;
		const isOwn = word.isOwn && this.own !== null;
		const law = isOwn ? this.outside : this.law;
		const start = isOwn ? this.own : this.place;
		const base = start && word.from(start);
		const steps = base ? stepsAt(signs, word.to, word.level === 0 ? 1 : 2) : [];
		if (!base || !law || (steps.length === 0 && !isNakedPlace(signs, word.to))) return null;
		this.law = law;
		if (steps.length > 0) return this.write(placesOf(steps, base), 'pronoun', at);
		this.add({ place: base, from: at, to: word.to, isImplied: false }, 'pronoun');
		return word.to;
	}

	/** Writes down the places; the first of them reaches back to `from`. */
	private write(places: readonly WrittenPlace[], by: FoundCitation['by'], from: number): number {
		const first = places[0]!.from;
		for (const written of places) this.add(written.from === first ? { ...written, from } : written, by);
		return places.at(-1)!.to;
	}

	private add({ place, from, to, range, isImplied }: WrittenPlace, by: FoundCitation['by']): void {
		const { title, key, law, at, edition } = this.law!;
		const { start, end } = sourceSpan(this.text, from, to);
		const text = this.text.source.slice(start, end);
		const isOnlyLaw = this.named.every((one) => (one.law ?? one.key) === (law ?? key));
		const extra = { isOnlyLaw, ...(edition ? { edition } : {}), ...(range ? { range } : {}) };
		this.found.push({ ...place, text, start, end, title, titleKey: key, law, by, lawAt: at, isImplied, ...extra });
		this.place = place;
	}
}
