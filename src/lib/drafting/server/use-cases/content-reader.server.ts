import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { LawResolver } from '#lib/law/domain/law-index.ts';
import { type ContentFault, type SourceFile, checkProvenance, parseYaml } from '#lib/platform/content-files.server.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type * as v from 'valibot';

export type At = (field: string, message: string) => ContentFault;

/** What every file of this room has. */
type Headed = Parameters<typeof checkProvenance>[1] & { asOf: string };

export interface ReadFile<T> {
	readonly value: T;
	readonly at: At;
	/** The article that is cited on the day of the file; null, and a fault, when there is none. */
	cite(cited: Citation, field: string): ResolvedCitation | null;
}

/** What the rules of one kind of document, those on a file or the penalty bases cite. */
export interface RuleBasis {
	readonly id: string;
	readonly title: string;
	readonly asOf: string;
	readonly citations: ResolvedCitation[];
}

/** Reads files one by one and gathers what is wrong with them. */
export class ContentReader {
	readonly faults: ContentFault[] = [];
	/** Numbers that rules have taken; a report names a rule by its number alone. */
	readonly ruleIds = new Set<string>();
	readonly bases: RuleBasis[] = [];
	constructor(private readonly laws: LawResolver) {}

	/** The file against its schema, with provenance checked; null when it cannot be read. */
	read<Schema extends v.GenericSchema<unknown, Headed>>(
		file: SourceFile,
		schema: Schema
	): ReadFile<v.InferOutput<Schema>> | null {
		const parsed = parseYaml(file.path, file.text, schema);
		if (!parsed.ok) {
			this.faults.push(...parsed.faults);
			return null;
		}
		const { value, at } = parsed;
		this.faults.push(...checkProvenance(file, value, at));
		const { id, title, asOf } = value;
		const basis: RuleBasis = { id, title, asOf, citations: [] };
		this.bases.push(basis);
		const cite = (cited: Citation, field: string) => {
			const answer = this.laws.resolve(cited, asOf);
			if (typeof answer !== 'string') {
				basis.citations.push(answer);
				return answer;
			}
			this.faults.push(at(field, answer));
			return null;
		};
		return { value, at, cite };
	}

	add(fault: ContentFault): void {
		this.faults.push(fault);
	}
}
