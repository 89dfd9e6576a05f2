import type { Day } from '#lib/shared/time.ts';
import type { LawKind, TextState } from './law-kinds.ts';

/** One file of `content/law`, validated. */
export interface LawFile {
	readonly id: string;
	readonly title: string;
	readonly shortTitles: string[];
	readonly kind: LawKind;
	readonly digest: string;
	readonly versions: readonly {
		readonly id: Day;
		readonly inForceFrom: Day | null;
		readonly inForceUntil: Day | null;
		readonly text: Exclude<TextState, 'full'>;
		readonly articles: number | null;
		readonly note: string | null;
		/** Id of the other law that took its place when it ended. */
		readonly replacedBy?: string | undefined;
	}[];
	readonly articles: readonly {
		readonly article: string;
		readonly versions: readonly Day[];
		readonly heading: string;
		readonly gist: string;
	}[];
}
