/** Rings when an upload has come in, so that this node begins at once; other nodes find it with their sweep. */
const listeners = new Set<() => void>();

export function onUpload(listener: () => void): void {
	listeners.add(listener);
}

export function ringUpload(): void {
	for (const listener of listeners) listener();
}
