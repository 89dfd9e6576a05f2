import { onMeasure } from '#lib/platform/metrics/measure-bus.server.ts';
import { onStopping } from '#lib/platform/shutdown.server.ts';
import { Hub, type HubOptions, type Listen } from './hub.server.ts';

/** The hub of this node: connections belong to a process, so this is the one thing of the room that does. */
let hub: Hub | null = null;

/** Run once by each node that serves pages. */
export async function startHub(options: HubOptions, listen: Listen): Promise<void> {
	const started = new Hub(options);
	hub = started;
	onStopping(() => started.end());
	const about = { name: 'leitai_stream_listeners', help: 'Open event streams of this node' };
	onMeasure(() => Promise.resolve([{ ...about, value: started.listeners }]));
	await started.start(listen);
}

export function nodeHub(): Hub {
	if (!hub) throw new Error('no hub: the node has not been started');
	return hub;
}
