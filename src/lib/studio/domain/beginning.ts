import type { Fields } from './manuscript.ts';

/** What a manuscript begins with: nothing, a template, given parts, the text of a piece, or what a file proposes for one. */
export type Beginning =
	| 'blank'
	| { readonly template: string }
	| { readonly fields: Fields; readonly pieceId?: undefined }
	/** With `fields`: these instead of the text that is shown. */
	| { readonly pieceId: string; readonly fields?: Fields }
	| { readonly proposal: { readonly pieceId: string; readonly version: number } };
