import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Fen } from '#lib/shared/money.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Measure } from './jurisdiction.ts';
import type { AccidentLevel } from './stages.ts';

/** A law or table that another one replaced; `law`, `replacement` = ids of ours, null = not among our laws. */
export interface Supersession {
	readonly law: string | null;
	readonly title: string;
	readonly replacedBy: string;
	readonly replacement: string | null;
	readonly effective: Day;
	readonly source: string;
	readonly rule: string;
}

/** What is the same everywhere and belongs to no single provision. */
export interface Frame {
	readonly id: string;
	readonly title: string;
	readonly version: number;
	readonly textSource: string;
	/** Short titles of the laws that provisions cite, by our ids. */
	readonly laws: Readonly<Record<string, string>>;
	readonly supersessions: readonly Supersession[];
	readonly accidentLevels: readonly {
		readonly level: AccidentLevel;
		readonly deaths: Measure;
		readonly seriousInjuries: Measure;
		readonly directLoss: Measure;
	}[];
	readonly accidentLevelsBasis: ResolvedCitation;
	readonly simpleProcedure: {
		readonly person: Fen;
		readonly unit: Fen;
		readonly basis: ResolvedCitation;
		readonly note: string;
	};
	/** Articles of the criminal law in our words. */
	readonly criminalIndex: readonly { readonly article: string; readonly text: string }[];
	/** From here on a result counts for the articles that ask for one. */
	readonly criminalResult: {
		readonly deaths: number;
		readonly seriousInjuries: number;
		readonly directLoss: Fen;
		readonly articles: readonly string[];
		readonly text: string;
		readonly source: string;
	};
}
