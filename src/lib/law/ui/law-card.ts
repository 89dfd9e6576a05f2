import { mount, unmount } from 'svelte';
import type { ArticleCard } from '../domain/card.ts';
import LawCard from './LawCard.svelte';

/** A pointer that only passes by opens nothing. */
const INTENT_MILLISECONDS = 150;

/** The link whose card is open or wanted; null = none. */
let wanted: HTMLAnchorElement | null = null;
let close: (() => void) | null = null;

/** Shows the card of a link that is rested on, reached by keyboard or tapped. Called for every such event on a link to the law. */
export function meetLink(link: HTMLAnchorElement, event: Event): void {
	if (link === wanted) return;
	if (event.type === 'click') return void show(link).then((isShown) => isShown || link.click());
	if (event.type === 'focusin') return void (link.matches(':focus-visible') && show(link));
	if ((event as PointerEvent).pointerType !== 'mouse') return;
	const timer = setTimeout(() => void show(link), INTENT_MILLISECONDS);
	link.addEventListener('pointerleave', () => clearTimeout(timer), { once: true });
}

/** Whether there is a card to show; without one the link leads to its page as ever. */
async function show(link: HTMLAnchorElement): Promise<boolean> {
	hide();
	wanted = link;
	const card = await load(link);
	// Meanwhile another link was met, or the page has changed.
	if (wanted !== link || !link.isConnected) return true;
	if (!card) {
		wanted = null;
		return false;
	}
	const shown = mount(LawCard, { target: document.body, props: { card, link, onclose: hide } });
	close = () => {
		delete link.dataset.card;
		void unmount(shown);
	};
	return true;
}

function hide(): void {
	close?.();
	close = wanted = null;
}

async function load(link: HTMLAnchorElement): Promise<ArticleCard | null> {
	const { pathname, search } = new URL(link.href);
	const answer = await fetch(`${pathname}/card${search}`, { headers: { accept: 'application/json' } }).catch(
		() => null
	);
	return answer?.ok ? ((await answer.json()) as ArticleCard) : null;
}
