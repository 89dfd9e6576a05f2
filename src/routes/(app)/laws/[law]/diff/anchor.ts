/** The id of a compared article on the page: `new-97`, or `old-12` for one that was dropped. */
export function anchorOf(one: {
	readonly before: { readonly article: string } | null;
	readonly after: { readonly article: string } | null;
}): string {
	return one.after ? `new-${one.after.article}` : `old-${one.before?.article}`;
}
