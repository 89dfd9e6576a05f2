import type { DocumentKind } from './document-kind.ts';
import { type Layout, piecesOf } from './layout.ts';

/** A text found in a file, for a field with long text. */
export interface Placed {
	/** The field: `facts`. */
	readonly field: string;
	readonly label: string;
	readonly text: string;
}
export interface PlacedText {
	readonly placed: readonly Placed[];
	/** What no heading or label claims, paragraph by paragraph. */
	readonly rest: readonly string[];
}

/** Shorter ones are names, numbers and days in the cells of a form. */
const SENTENCE = 8;

/** What announces that something follows; a field of null = nothing that a long text could take. */
interface Marker {
	readonly field: string | null;
	/** What stands behind the mark on the same line; null = this is not the mark. */
	readonly match: (line: string) => string | null;
}

/**
 * Finds the long texts of a document in the paragraphs of a file: by the headings and fixed sentences of our layout and by
 * the labels of the fields, numbered or not, alone on a line or before a colon. The first place of a field wins its mark,
 * later ones add to it.
 */
export function placeText(paragraphs: readonly string[], kind: DocumentKind, layout: Layout): PlacedText {
	const markers = [...fixedMarkers(layout), ...labelMarkers(kind)];
	const found = new Map<string, string[]>();
	const rest: string[] = [];
	let open: string | null = null;
	for (const line of paragraphs.map((text) => text.trim()).filter((text) => text !== '')) {
		const mark = findMark(line, markers);
		if (mark) open = mark.field;
		const text = mark ? mark.behind : line;
		if (text === '') continue;
		if (open !== null) found.set(open, [...(found.get(open) ?? []), text]);
		else if (text.length >= SENTENCE) rest.push(text);
	}
	const placed = [...found].map(([field, lines]) => ({
		...{ field, label: kind.shape.parts[field]!.label, text: lines.join('\n') }
	}));
	return { placed, rest };
}

function findMark(line: string, markers: readonly Marker[]): { field: string | null; behind: string } | null {
	for (const { field, match } of markers) {
		const behind = match(line);
		if (behind !== null) return { field, behind };
	}
	return null;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const matching =
	(pattern: RegExp): Marker['match'] =>
	(line) =>
		pattern.test(line) ? '' : null;

/** What our own layout prints: its headings and sentences, and which field follows each of them. */
function* fixedMarkers({ blocks }: Layout): Generator<Marker> {
	for (const [index, { heading, say, text }] of blocks.entries()) {
		const next = blocks[index + 1];
		const follows = next && next.heading === undefined ? (next.text ?? null) : null;
		if (heading !== undefined) yield { field: text ?? null, match: matching(new RegExp(`^${escaped(heading)}$`)) };
		if (say === undefined) continue;
		const fixed = piecesOf(say).reduce((sum, piece) => sum + ('words' in piece ? piece.words.length : 0), 0);
		// A sentence of almost nothing but fields would be taken for any other.
		if (fixed < SENTENCE) continue;
		const words = piecesOf(say).map((piece) => ('words' in piece ? escaped(piece.words) : '.*'));
		yield { field: follows, match: matching(new RegExp(`^${words.join('')}$`)) };
	}
	yield { field: null, match: matching(/^不服本决定的|^\d{4}年\d{1,2}月\d{1,2}日$|（(?:印章|盖章处)）$/) };
}

const NUMBERING = String.raw`^(?:第?[一二三四五六七八九十\d]{1,3}[、.．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）])?\s*`;

/** Every field by its label: those with long text take what follows, the others end what came before. */
function labelMarkers({ shape }: DocumentKind): Marker[] {
	const fields = Object.entries(shape.parts).map(([id, part]) => {
		const isLong = part.shape.kind === 'scalar' && part.shape.scalar === 'text';
		const label = part.label.replace(/（.*?）/g, '');
		// 裁量理由 for 裁量理由及基准
		const short = label.split(/[及和、]/)[0]!;
		const names = short.length >= 4 && short !== label ? `(?:${escaped(label)}|${escaped(short)})` : escaped(label);
		// 违法事实及证据, 裁量理由说明: a heading says a little more than the label.
		const pattern = new RegExp(
			`${NUMBERING}${names}(?:[及和与的][^：:。，]{1,8}|情况|说明)?\\s*(?:[：:]\\s*(.*)|)$`,
			'u'
		);
		const match = (line: string) => {
			const hit = pattern.exec(line);
			if (!hit) return null;
			return isLong ? (hit[1] ?? '') : '';
		};
		return { field: isLong ? id : null, length: label.length, match };
	});
	return fields.sort((a, b) => b.length - a.length);
}
