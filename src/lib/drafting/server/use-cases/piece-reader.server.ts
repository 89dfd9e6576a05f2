import * as v from 'valibot';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawIndex } from '#lib/law/domain/law-index.ts';
import { withoutRepeats } from '#lib/law/domain/references.ts';
import {
	type ContentFault,
	type SourceFile,
	checkProvenance,
	parseYaml,
	readFolder
} from '#lib/platform/content-files.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { PieceFault } from '../../domain/piece-file.ts';
import type { At } from './content-reader.server.ts';

type Headed = Parameters<typeof checkProvenance>[1] & { readonly asOf: string };

/** One piece of material while it is read: its values, what is wrong with it, and which articles it names. */
export interface OpenPiece<Value> {
	readonly source: SourceFile;
	readonly value: Value;
	readonly at: At;
	readonly cites: ResolvedCitation[];
}

/** Reads the pieces of this room and gathers faults and remarks. */
export class PieceReader {
	readonly faults: ContentFault[] = [];
	readonly remarks: ContentFault[] = [];
	constructor(
		private readonly root: string,
		private readonly laws: LawIndex
	) {}

	/** Every readable piece of a folder. */
	open<Schema extends v.GenericSchema<unknown, Headed>>(
		folder: string,
		schema: Schema
	): OpenPiece<v.InferOutput<Schema>>[] {
		const isInside = (path: string) => path.startsWith(`${folder}/`);
		return readFolder(this.root, 'content/drafting', '.yaml', isInside).flatMap(
			(source) => this.openText(source, schema, true) ?? []
		);
	}

	/** One piece, wherever its text comes from; null when it cannot be read. @param isShipped it came with the program */
	openText<Schema extends v.GenericSchema<unknown, Headed>>(
		source: SourceFile,
		schema: Schema,
		isShipped: boolean
	): OpenPiece<v.InferOutput<Schema>> | null {
		const parsed = parseYaml(source.path, source.text, schema, { asTexts: true, isShipped });
		if (!parsed.ok) {
			this.faults.push(...parsed.faults);
			return null;
		}
		const { value, at } = parsed;
		this.faults.push(...checkProvenance(source, value, at));
		return { source, value, at, cites: [] };
	}

	tell({ at }: Pick<OpenPiece<unknown>, 'at'>, found: readonly PieceFault[]): void {
		this.faults.push(...found.map(({ field, message }) => at(field, message)));
	}

	/** Markdown as HTML with its citations as links. */
	html(piece: OpenPiece<Headed>, field: string, text: string): string {
		const day = piece.value.asOf;
		const { html, broken, citations, mentioned } = render(text, day, { find: this.laws.findMentions, asLinks: true });
		this.tell(piece, [
			...broken.map((address) => ({ field, message: `链接写法不对：${address}` })),
			...mentioned.faults.map((message) => ({ field, message }))
		]);
		this.remarks.push(...mentioned.remarks.map((message) => piece.at(field, message)));
		this.cite(piece, field, [...citations, ...mentioned.citations]);
		return html;
	}

	/** What plain values name: law and article in parts, or in the words of a text. */
	citeValues(piece: OpenPiece<Headed>, field: string, value: unknown): void {
		for (const text of citingTexts(value)) {
			for (const { citation, fault, remark } of this.laws.findMentions(text, piece.value.asOf)) {
				if (citation) this.cite(piece, field, [citation]);
				if (fault) this.tell(piece, [{ field, message: fault }]);
				if (remark) this.remarks.push(piece.at(field, remark));
			}
		}
	}

	private cite(piece: OpenPiece<Headed>, field: string, list: readonly Citation[]): void {
		for (const cited of list) {
			const answer = this.laws.resolve(cited, piece.value.asOf);
			if (typeof answer === 'string') this.tell(piece, [{ field, message: answer }]);
			else piece.cites.push(answer);
		}
	}
}

/** The piece with what all have in common; `digest` is of its own file unless it was made from more. */
export function pieceOf<Body>({ source, value, cites }: OpenPiece<Headed>, body: Body, digest = source.digest) {
	const { id, title, author, internalReview, legalReview, sources, asOf } = value;
	const citations = withoutRepeats(cites);
	return {
		id,
		digest,
		source: source.text,
		title,
		body: { author, internalReview, legalReview, sources, asOf, citations, ...body }
	};
}

export const faultsOf = (issues: readonly v.BaseIssue<unknown>[]): PieceFault[] =>
	issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message }));

/** `{law: 安全生产法, article: 97, item: 3}` as people write it, and every other text as it is. */
function citingTexts(value: unknown): string[] {
	if (typeof value === 'string') return value.includes('第') ? [value] : [];
	if (typeof value !== 'object' || value === null) return [];
	const { law, article, paragraph, item } = value as Record<string, unknown>;
	if (typeof law !== 'string' || typeof article !== 'string') return Object.values(value).flatMap(citingTexts);
	const parts = [numbered(article, '条'), numbered(paragraph, '款'), numbered(item, '项')];
	return [`《${law}》${parts.join('')}`];
}

function numbered(number: unknown, unit: string): string {
	if (typeof number !== 'string' || number === '') return '';
	return /^\d+$/.test(number) ? `第${number}${unit}` : number;
}
