import { type Citation, formatArticle, formatReference } from '#lib/shared/citation.ts';

/** One entry for each article: 第三十二条第一款第（一）项、第一款第（二）项 share a heading and a gist. */
export function groupNotes<Note extends Citation>(notes: readonly Note[]): { note: Note; reference: string }[] {
	const groups = new Map<string, { note: Note; reference: string }>();
	for (const note of notes) {
		const key = `${note.law}/${note.article}`;
		const group = groups.get(key);
		const reference = formatReference(note);
		const rest = reference.slice(formatArticle(note.article).length);
		if (!group) groups.set(key, { note, reference });
		else if (rest && !group.reference.endsWith(rest)) group.reference += `、${rest}`;
	}
	return [...groups.values()];
}
