const WRITE_SECONDS = 10;
/** What is above this share of the window has been read. */
const EYE = 0.4;

/** Number of the last block whose beginning is above the reader's eye; null = none. */
function blockAtEye(root: HTMLElement): number | null {
	const eye = window.innerHeight * EYE;
	let found: number | null = null;
	for (const block of root.querySelectorAll<HTMLElement>('[data-block]')) {
		if (block.getBoundingClientRect().top > eye) break;
		found = Number(block.dataset['block']);
	}
	return found;
}

/**
 * Tells the server where the reader is: at most every ten seconds while the text moves, and when the page is left. Losing one
 * of these costs nothing, so none is repeated. For `{@attach}` on the element around the text.
 */
export const keepReadingPlace = (address: string, version: number) => (root: HTMLElement) => {
	let told: number | null = null;
	let timer: ReturnType<typeof setTimeout> | null = null;
	const tell = () => {
		timer = null;
		const block = blockAtEye(root);
		if (block === null || block === told) return;
		told = block;
		const body = new Blob([JSON.stringify({ version, block })], { type: 'application/json' });
		navigator.sendBeacon(address, body);
	};
	const moved = () => (timer ??= setTimeout(tell, WRITE_SECONDS * 1000));
	const left = () => {
		if (document.visibilityState === 'hidden') tell();
	};
	window.addEventListener('scroll', moved, { passive: true });
	document.addEventListener('visibilitychange', left);
	return () => {
		if (timer !== null) {
			clearTimeout(timer);
			tell();
		}
		window.removeEventListener('scroll', moved);
		document.removeEventListener('visibilitychange', left);
	};
};
