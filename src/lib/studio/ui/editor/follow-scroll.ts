import { placeBlocks } from '../../domain/place-blocks.ts';
import type { PreviewBlock } from '../../domain/manuscript.ts';

/** Brings the paragraph that stands at the top of the text to the top of the preview. */
export function followScroll(
	pane: HTMLElement,
	offset: number,
	{ body, blocks }: { body: string; blocks: readonly PreviewBlock[] }
): void {
	const shown = blocks.flatMap((block, index) => (block.field === 'body' ? [{ index, text: block.text }] : []));
	const places = placeBlocks(
		body,
		shown.map(({ text }) => text)
	);
	const at = places.findLastIndex((place) => place <= offset);
	const index = offset === 0 || at < 0 ? 0 : shown[at]!.index;
	const block = pane.querySelector<HTMLElement>(`[data-block="${index}"]`);
	if (!block) return;
	const top = block.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
	pane.scrollTop = offset === 0 ? 0 : top;
}
