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
