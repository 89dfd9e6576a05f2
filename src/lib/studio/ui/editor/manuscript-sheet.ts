import { type Begun, KeptFields } from '#lib/kit/keeping/kept-fields.svelte.ts';
import { changesBetween } from '../../domain/save-fields.ts';

/** One open manuscript in one tab (decision 0024): every part is a text, what is empty is not there. */
export type ManuscriptSheet = KeptFields<string, ''>;

/** @param address of the manuscript, `/studio/manuscripts/…` */
export const openManuscript = (manuscript: Begun<string>, address: string): ManuscriptSheet =>
	new KeptFields<string, ''>(manuscript, address, {
		blank: '',
		same: (left, right) => (left ?? '') === (right ?? ''),
		changesBetween
	});
