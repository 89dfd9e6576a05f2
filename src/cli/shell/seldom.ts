/** Progress on standard error: the first line at once, then one every few seconds. */
export function seldom(tell: (text: string) => void, seconds = 3): (text: string) => void {
	let next = 0;
	return (text) => {
		if (performance.now() < next) return;
		next = performance.now() + seconds * 1000;
		tell(text);
	};
}
