import { type FreeText, freeTexts } from './free-texts.ts';
import { type KnownValues, type SoughtValues, type Surroundings, gatherAround, gatherKnown } from './known-values.ts';
import type { RuleBook } from './rule-book.ts';
import { findMissingWords } from './required-words.ts';
import { findAmounts } from './text-amounts.ts';
import type { TextCheck, TextFinding } from './text-check.ts';
import { findDates } from './text-dates.ts';
import { findMissingElements } from './text-elements.ts';
import { findNames } from './text-names.ts';
import { findPlaces } from './text-places.ts';
import { findVagueWords } from './text-vague.ts';

export interface Read extends Surroundings {
	/** What the task wants the texts to say. */
	readonly texts: readonly TextCheck[];
	/** `gatherAround` of the same case and documents, where it is kept. */
	readonly around?: KnownValues;
}

/**
 * Reads the free texts of a document against the rest of the file. Findings are hints for the writer and cost no points.
 *
 * | looked for | source | implemented |
 * |---|---|---|
 * | names, amounts, days, places unlike the file | the document, documents beside it, facts of the case | yes: only what looks like a slip |
 * | vague words by the kind of text | `content/drafting/texts.yaml` | yes |
 * | what the task wants said; time, place, subject, act of a fact | the task; `texts.yaml` | yes, by words |
 * | whether it is true, proved, enough and well reasoned | – | no: people judge it, `leftToPeople` says so |
 */
export function findTextFindings(read: Read, book: RuleBook): TextFinding[] {
	const kind = book.documents.get(read.document);
	if (!kind) return [];
	const known = gatherKnown(read, read.around ?? gatherAround(read, book), book);
	const findings = [...freeTexts(kind.shape, read.fields)].flatMap((text) =>
		readText(text, { read, known, book }).map((finding) => ({ ...finding, path: text.path }))
	);
	return [...findings, ...findMissingWords(read.texts, read.fields)];
}

interface Reading {
	readonly read: Read;
	readonly known: SoughtValues;
	readonly book: RuleBook;
}

function readText({ id, text }: FreeText, { read, known, book }: Reading): TextFinding[] {
	const { kind, elements } = book.texts.fields[id] ?? { kind: 'spoken', elements: [] };
	return [
		...findNames(text, known),
		...findAmounts(text, known),
		...findDates(text, known),
		...findPlaces(text, known),
		...findVagueWords(text, kind, book.texts.vague),
		...findMissingElements({ text, elements, fields: read.fields, known })
	];
}

/** What is left to a person about a field: the machine has not judged it, whatever the score says. */
export interface LeftToPeople {
	readonly path: string;
	readonly label: string;
	readonly question: string;
}

/** @param paths the fields that a report leaves to people, `f.facts` */
export function leftToPeople(document: string, paths: readonly string[], book: RuleBook): LeftToPeople[] {
	const kind = book.documents.get(document);
	return paths.flatMap((path) => {
		const part = kind?.shape.parts[path.slice(2)];
		if (!part) return [];
		const leaf = part.shape.kind === 'list' ? part.shape.of : part.shape;
		const ids = leaf.kind === 'record' ? Object.keys(leaf.parts) : [path.slice(2)];
		const known = ids.flatMap((id) => book.texts.fields[id] ?? []);
		return [{ path, label: part.label, question: book.texts.people[known[0]?.kind ?? 'facts'] }];
	});
}
