import { type Begun, KeptFields } from '#lib/kit/keeping/kept-fields.svelte.ts';
import { changesBetween } from '../../domain/apply-changes.ts';
import type { Entry } from '../../domain/entries.ts';
import { sameEntry } from '../../domain/same-entry.ts';

/** One open draft in one tab (decision 0024). */
export type DraftSheet = KeptFields<Entry, null>;

/** @param base where the application begins, without a slash at the end */
export const openSheet = (draft: Begun<Entry>, base: string): DraftSheet =>
	new KeptFields<Entry, null>(draft, `${base}/drafting/drafts/${draft.id}`, {
		blank: null,
		same: sameEntry,
		changesBetween
	});
