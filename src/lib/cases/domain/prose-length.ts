/** How many characters of prose a case has at least and at most. */
export const PROSE_LENGTH = { least: 1500, most: 3500 } as const;

const COUNTED = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…·]|[A-Za-z0-9.,%-]+/gu;

/** Characters as Chinese word processors count them: each character and full-width mark one, a run of letters or digits one. */
export function countCharacters(text: string): number {
	return text.match(COUNTED)?.length ?? 0;
}

/** What is wrong with the length; null = nothing. @param count characters */
export function findLengthFault(count: number): string | null {
	const { least, most } = PROSE_LENGTH;
	if (count >= least && count <= most) return null;
	return `正文 ${count} 字，应在 ${least}–${most} 字之间（思考题不计）`;
}
