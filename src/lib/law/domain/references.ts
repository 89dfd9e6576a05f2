import type { Citation } from '#lib/shared/citation.ts';

/** Each reference once, in order, and none that `known` has already. */
export function withoutRepeats<Cited extends Citation>(
	list: readonly Cited[],
	known: readonly Citation[] = []
): Cited[] {
	const keyOf = ({ law, article, paragraph, item }: Citation) => `${law}/${article}/${paragraph ?? ''}/${item ?? ''}`;
	const seen = new Set(known.map(keyOf));
	return list.filter((one) => {
		const isNew = !seen.has(keyOf(one));
		seen.add(keyOf(one));
		return isNew;
	});
}
