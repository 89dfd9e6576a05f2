import type { Fields } from './manuscript.ts';

/** What a manuscript begins with: nothing, a template, given parts, the text of a piece, or what a file proposes for one. */
export type Beginning =
	| 'blank'
	| { readonly template: string }
	| { readonly fields: Fields }
	| { readonly pieceId: string }
	| { readonly proposal: { readonly pieceId: string; readonly version: number } };
