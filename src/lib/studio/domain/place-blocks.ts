/** So many signs of a paragraph tell where it stands. */
const PROBE = 12;
const bare = (text: string) => text.replace(/[\s#>*_`[\]()（）【】!-]/g, '');

/**
 * Where paragraphs of the text as it is read begin in the text as it is written, in order; a paragraph that is not found
 * stands where the one before it does. For scrolling in step: near enough, and never backwards.
 */
export function placeBlocks(source: string, blocks: readonly string[]): number[] {
	// Markup is taken out of both; `origin` leads back from what is left to the source.
	const origin: number[] = [];
	let plain = '';
	for (let at = 0; at < source.length; at++) {
		const sign = source[at]!;
		if (bare(sign) === '') continue;
		plain += sign;
		origin.push(at);
	}
	let from = 0;
	return blocks.map((block) => {
		const found = plain.indexOf(bare(block).slice(0, PROBE), from);
		if (found > from) from = found;
		return origin[from] ?? 0;
	});
}
