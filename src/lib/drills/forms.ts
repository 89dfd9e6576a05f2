/**
 * Reads a posted answer: `position`, and either `pick` (repeated, in order) or, from the ordering form without
 * JavaScript, one number `at-<key>` for each step.
 */
export function readAnswerForm(data: FormData | URLSearchParams): { position: number; picks: string[] } {
	const position = Number(data.get('position') || NaN);
	const places = [...data].flatMap(([name, value]) =>
		name.startsWith('at-') ? [{ key: name.slice(3), at: Number(value) }] : []
	);
	const given = data.getAll('pick').filter((value) => typeof value === 'string');
	const isDouble = new Set(places.map(({ at }) => at)).size < places.length;
	const ordered = isDouble ? [] : places.sort((left, right) => left.at - right.at).map(({ key }) => key);
	const picks = given.length > 0 ? given : ordered;
	return { position: Number.isInteger(position) && position >= 0 && position < 100 ? position : -1, picks };
}
