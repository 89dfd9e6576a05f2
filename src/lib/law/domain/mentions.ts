import type { FindMentions, Mention } from '#lib/shared/mention.ts';
import { type Day, formatDay } from '#lib/shared/time.ts';
import { type FoundCitation, findCitations } from './citation-grammar.ts';
import { articleOf } from './citation-place.ts';
import { type HeldVersion, statusOf } from './citation-status.ts';
import { formatCitation } from './format-citation.ts';
import { type HeldLaw, openTitleBook } from './well-known-laws.ts';

/** A law as the house holds it, with its versions. */
export interface MentionableLaw extends HeldLaw {
	readonly versions: readonly HeldVersion[];
}

/**
 * The finder over what the house holds. A number alone (第五十六条) counts only in the sentence that names its law, and
 * only where the paragraph has named no other: elsewhere a reader may know what is meant, a program does not.
 */
export function mentionFinder(laws: readonly MentionableLaw[]): FindMentions {
	const book = openTitleBook(laws);
	const byId = new Map(laws.map((law) => [law.id, law]));
	return (text, on) =>
		findCitations(text, book).flatMap((found) => {
			const law = found.law === null ? undefined : byId.get(found.law);
			return law && isCertain(text, found) ? [mentionOf(found, law, on)] : [];
		});
}

function isCertain(text: string, { by, lawAt, start, isOnlyLaw }: FoundCitation): boolean {
	return by !== 'bare' || (isOnlyLaw && !/[。！？!?\n]/.test(text.slice(lawAt, start)));
}

function mentionOf(found: FoundCitation, law: MentionableLaw, on: Day): Mention {
	const { start, end, edition, paragraph, item, isImplied } = found;
	const article = articleOf(found);
	const { status } = statusOf(law.versions, article, { on, edition });
	const standard = formatCitation(law.title, { article: found.article, ...(found.sub ? { sub: found.sub } : {}) });
	return {
		...{ start, end, hasWords: !isImplied },
		citation: status === 'in-force' ? { law: law.id, article, paragraph, item } : null,
		fault: status === 'no-such-article' ? `没有这一条：${standard}（${formatDay(on)}）` : null,
		remark: status === 'not-in-force' ? `在${formatDay(on)}不是有效的条文：${standard}` : null
	};
}
