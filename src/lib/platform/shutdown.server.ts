/**
 * The application and the program that owns the HTTP server are two bundles in one process: they share no module, so
 * they speak through events of the process.
 *
 * 1. `sveltekit:shutdown`, reason – no new requests come; end streams now, keep the pool.
 * 2. `leitai:drained`, tasks – open requests are finished; push what must be waited for (closing the pool).
 */
type Bus = {
	on(event: string, listener: (value: never) => void): void;
	emit(event: string, value: unknown): boolean;
};
const bus = process as unknown as Bus;

/** For the application: called once when the server stops accepting. End event streams here. */
export function onStopping(listener: () => void): void {
	bus.on('sveltekit:shutdown', listener);
}

/** For the application: called once when open requests are finished. Close the database here. */
export function onDrained(close: () => Promise<void>): void {
	bus.on('leitai:drained', (tasks: Promise<void>[]) => void tasks.push(close()));
}

export function announceStopping(reason: string): void {
	bus.emit('sveltekit:shutdown', reason);
}

/** Lets everybody close what he holds; failures count as closed, for the process ends anyway. */
export async function announceDrained(): Promise<void> {
	const tasks: Promise<void>[] = [];
	bus.emit('leitai:drained', tasks);
	await Promise.allSettled(tasks);
}
