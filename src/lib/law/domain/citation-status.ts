import type { Day } from '#lib/shared/time.ts';
import { type LawVersion, versionOn } from './in-force.ts';
import type { TextState } from './law-kinds.ts';

/** What became of a citation on a day; the keys are those of `law cite`. */
export const CITATION_STATUSES = {
	'in-force': '现行有效',
	'not-in-force': '该日未生效或已失效',
	'no-such-article': '没有这一条',
	'unknown-law': '没有收录这部法',
	'text-missing': '缺文本'
} as const;
export type CitationStatus = keyof typeof CITATION_STATUSES;

/** A version with what the house holds of the articles in question. */
export interface HeldVersion extends LawVersion {
	readonly text: TextState;
	/** Number of articles, null = unknown. */
	readonly articles: number | null;
	/** Articles (`97`, `134-1`) of which a text or a gist is here. */
	readonly held: readonly string[];
}

/**
 * The status of one article on a day, with the version in force on it.
 * Where the writer names a year (2014年修正) and another version is in force, the named one is not in force; its id is
 * given if it is known. An article beyond the number of articles, or missing from a full text, does not exist.
 * @param article `97`, `134-1`
 */
export function statusOf(
	versions: readonly HeldVersion[],
	article: string,
	{ on, edition }: { readonly on: Day; readonly edition?: number | undefined }
): { status: CitationStatus; version: Day | null } {
	const current = versionOn(versions, on);
	if (edition !== undefined && current && !isOfYear(current, edition)) {
		const meant = versions.find((one) => isOfYear(one, edition));
		return { status: 'not-in-force', version: meant?.version ?? null };
	}
	if (!current) return { status: 'not-in-force', version: null };
	return { status: articleStatus(current, article), version: current.version };
}

function articleStatus({ text, articles, held }: HeldVersion, article: string): CitationStatus {
	if (held.includes(article)) return 'in-force';
	if (text === 'full' || (articles !== null && parseInt(article) > articles)) return 'no-such-article';
	return 'text-missing';
}

/** Versions go by the year of their adoption or of their coming into force. */
function isOfYear({ version, inForceFrom }: LawVersion, year: number): boolean {
	return version.startsWith(`${year}-`) || (inForceFrom?.startsWith(`${year}-`) ?? false);
}
