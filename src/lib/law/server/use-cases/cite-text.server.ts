import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { type FoundCitation, findCitations } from '../../domain/citation-grammar.ts';
import { articleOf } from '../../domain/citation-place.ts';
import { type CitationStatus, type HeldVersion, statusOf } from '../../domain/citation-status.ts';
import { formatCitation } from '../../domain/format-citation.ts';
import { openTitleBook } from '../../domain/well-known-laws.ts';
import * as repository from '../repository/cite.server.ts';

/** A citation in a text with what became of it on a day. */
export interface CitedInText extends Omit<FoundCitation, 'law'> {
	readonly lawId: string | null;
	/** Full title of the law; the title as written where no such law is known. */
	readonly lawTitle: string;
	/** The version in force on the day; of a citation that names another year, that version. */
	readonly version: Day | null;
	readonly status: CitationStatus;
	/** 《…法》第九十七条第一款第（三）项 */
	readonly standard: string;
}

/** Every citation in a running text, in order, and its status on a day (default: today). Two queries, however many there are. */
export async function citeText(ctx: Ctx, text: string, { on }: { on?: Day } = {}): Promise<CitedInText[]> {
	authorise(ctx, 'law.readLaws');
	const laws = await repository.selectTitles(ctx.db);
	const found = findCitations(text, openTitleBook(laws));
	const ids = [...new Set(found.flatMap(({ law }) => law ?? []))];
	const articles = [...new Set(found.map(articleOf))];
	const versions = ids.length > 0 ? await repository.selectHeldVersions(ctx.db, ids, articles) : [];
	const titles = new Map(laws.map(({ id, title }) => [id, title]));
	const day = on ?? dayOf(ctx.now);
	return found.map(({ law, ...one }) => {
		const lawTitle = (law && titles.get(law)) ?? one.title;
		const held: readonly HeldVersion[] = versions.filter(({ lawId }) => lawId === law);
		const decided = law
			? statusOf(held, articleOf(one), { on: day, edition: one.edition })
			: { status: 'unknown-law' as const, version: null };
		return { ...one, lawId: law, lawTitle, ...decided, standard: formatCitation(lawTitle, one) };
	});
}
