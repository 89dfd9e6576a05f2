import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import type { CitationOffers } from '#lib/law/domain/citation-offer.ts';
import { askServer } from '#lib/kit/keeping/ask-server.ts';

/** As in the drafting editor: 《 asks for laws, 第 after a law for its articles. */
const BEGUN = /(《[^《》\n]{0,40}|第[\d一二三四五六七八九十百千零〇两]{0,9})$/;
const REACH = 420;

/** Laws and articles to go on with, from the server; without it one writes the citation out. */
export const offerCitations =
	(address: string): CompletionSource =>
	async ({ state, pos }) => {
		const before = state.sliceDoc(Math.max(0, pos - REACH), pos);
		if (!BEGUN.test(before)) return null;
		const asked = await askServer<CitationOffers>(`${address}?before=${encodeURIComponent(before)}`);
		if (asked.kind !== 'done' || asked.data.offers.length === 0) return null;
		const { replaces, offers } = asked.data;
		const options = offers.map(({ insert, note }): Completion => ({ label: insert, detail: note }));
		return { from: pos - replaces, options, filter: false };
	};
