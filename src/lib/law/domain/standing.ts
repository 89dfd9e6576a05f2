/**
 * Which pieces a change of law touches, and what has become of each.
 *
 * | state     | when                                                                          | item      | case             |
 * | --------- | ----------------------------------------------------------------------------- | --------- | ---------------- |
 * | open      | what it cites has ended or has a successor, and nobody has decided            | set aside | note             |
 * | unchanged | both texts are here and every cited article reads the same                    | as before | as before        |
 * | released  | a legal reviewer found that it holds beside this successor                    | note      | note             |
 * | retired   | a legal reviewer took this version of the piece out                           | set aside | off the shelf    |
 *
 * A released piece is open again when another successor comes, unless its articles still read as when it was released.
 * A retired one stays retired until the piece itself gets a new version. Nothing is stored of all this but the decisions.
 */
export const STANDINGS = { open: '待复核', unchanged: '条文未变', released: '已放行', retired: '已停用' } as const;
export type Standing = keyof typeof STANDINGS;

export const VERDICTS = { released: '放行', retired: '停用' } as const;
export type Verdict = keyof typeof VERDICTS;

/** Whether nothing may be drawn from a piece. A case that is only open stays on its shelf, with a note. */
export function isSetAside(standing: Standing): boolean {
	return standing === 'open' || standing === 'retired';
}

export function isStanding(text: string): text is Standing {
	return Object.hasOwn(STANDINGS, text);
}
