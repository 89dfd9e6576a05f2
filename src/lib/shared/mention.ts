import type { Citation } from './citation.ts';
import type { Day } from './time.ts';

/** Words of a running text that cite an article, by UTF-16 offsets. */
export interface Mention {
	readonly start: number;
	readonly end: number;
	/** Set when the article is in force on the day and can be shown. */
	readonly citation: Citation | null;
	/** False for what only a range implies: it is cited, but has no words of its own that could be a link. */
	readonly hasWords: boolean;
	/** The law is known and has no such article. */
	readonly fault: string | null;
	/** Worth a second look: the law is known and not in force on the day. */
	readonly remark: string | null;
}

/** Finds the citations of one paragraph, as they are meant on a day. */
export type FindMentions = (text: string, on: Day) => readonly Mention[];
