import type { Digest } from '../domain/digest.ts';

/**
 * What this node told somebody a moment ago, so that the bell of the next page costs nothing. Whoever does something himself is
 * forgotten at once (`hooks.server.ts`); what others do shows after these seconds, as does what was read on another node.
 */
const KEPT_SECONDS = 20;
const MOST_PEOPLE = 5_000;

/** Promises, so that the frame and the page of one request ask once. */
const kept = new Map<string, { readonly digest: Promise<Digest>; readonly until: number }>();

export function recallDigest(personId: string): Promise<Digest> | null {
	const found = kept.get(personId);
	return found && found.until > performance.now() ? found.digest : null;
}

export function keepDigest(personId: string, digest: Promise<Digest>): Promise<Digest> {
	if (kept.size >= MOST_PEOPLE) kept.clear();
	kept.set(personId, { digest, until: performance.now() + KEPT_SECONDS * 1000 });
	// What went wrong is not kept; whoever asked is told.
	digest.catch(() => forgetDigest(personId));
	return digest;
}

export function forgetDigest(personId: string): void {
	kept.delete(personId);
}
