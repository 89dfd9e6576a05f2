/** A seeded source of numbers in [0, 1). */
export type Random = () => number;

/**
 * Mulberry32: small, fast, good enough for draws of questions and demo data; never for secrets.
 * @param seed any 32-bit integer; the same seed gives the same sequence for ever
 */
export function seeded(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** A 32-bit seed from a text (FNV-1a). */
export function seedOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash | 0;
}

/** A shuffled copy (Fisher–Yates). */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
	const copy = [...list];
	for (let last = copy.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[copy[last], copy[other]] = [copy[other]!, copy[last]!];
	}
	return copy;
}
