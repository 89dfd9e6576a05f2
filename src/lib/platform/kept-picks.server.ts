/**
 * Where to go when the session ended while somebody was thinking: the picks travel through the sign-in page and come back.
 * @param at the question they belong to, by its name on that page
 */
export function signInKeeping(url: URL, at: string, picks: readonly string[]): string {
	const back = new URLSearchParams([
		['at', at.slice(0, 40)],
		...picks.slice(0, 12).map((pick): [string, string] => ['pick', pick.slice(0, 40)])
	]);
	return `/login?kept&next=${encodeURIComponent(`${url.pathname}?${back}`)}`;
}

/** The same for a form of several fields, of which one may be a text: what a browser can carry in an address. */
export function signInKeepingFields(url: URL, at: string, fields: Readonly<Record<string, string>>): string {
	const kept = Object.entries(fields).map(([name, value]): [string, string] => [
		`keep.${name.slice(0, 40)}`,
		value.slice(0, 1_500)
	]);
	const back = new URLSearchParams([['at', at.slice(0, 40)], ...kept.slice(0, 40)]);
	return `/login?kept&next=${encodeURIComponent(`${url.pathname}?${back}`)}`;
}

/** What came back from there; null = nothing for this place. */
export function keptFields(url: URL, at: string | null): Record<string, string> | null {
	if (at === null || url.searchParams.get('at') !== at) return null;
	const kept = [...url.searchParams].flatMap(([name, value]) =>
		name.startsWith('keep.') ? [[name.slice(5), value]] : []
	);
	return kept.length > 0 ? (Object.fromEntries(kept) as Record<string, string>) : null;
}
