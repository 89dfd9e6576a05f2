import type { ServerResponse } from 'node:http';
import type { Db } from '#db/connect.ts';
import type { Log } from '#lib/platform/log.server.ts';
import type { Viewer } from '../../domain/hearing/event.ts';
import { CHANNEL, selectEvents } from '../repository/events.server.ts';
import { Channel } from './channel.server.ts';
import { type Pipe, type Stream, openPipe } from './stream.server.ts';

/** A channel of the database: `heard` for every notice, `begun` when it can be relied on, and again after a break. */
export type Listen = (channel: string, heard: (payload: string) => void, begun: () => void) => Promise<void>;

export interface HubOptions {
	readonly db: Db;
	readonly now: () => Date;
	readonly log: Pick<Log, 'error'>;
	/** Milliseconds between two signs of life. */
	readonly beatEvery?: number;
}

/** Who wants to listen to what. */
export interface Listener {
	readonly hearingId: string;
	readonly viewer: Viewer;
	readonly seatId: string | null;
	/** The last event he has. */
	readonly after: number;
	/** So long the public lies behind, ms. */
	readonly publicDelay: number;
}

const BEAT_MS = 15_000;

/** Everybody who listens on this node. One connection listens to the database; a hearing is read once for all. */
export class Hub {
	private readonly channels = new Map<string, Channel>();
	private readonly timer: NodeJS.Timeout;
	private isEnded = false;

	constructor(private readonly options: HubOptions) {
		this.timer = setInterval(() => this.beat(), options.beatEvery ?? BEAT_MS);
		this.timer.unref();
	}

	/** Begins to listen to the database; after a break everything is read on from where it was. */
	async start(listen: Listen): Promise<void> {
		const everything = () => this.forEach((channel) => channel.pull());
		await listen(CHANNEL, (payload) => this.heard(payload), everything);
	}

	get listeners(): number {
		return [...this.channels.values()].reduce((sum, channel) => sum + channel.listeners, 0);
	}

	private heard(payload: string): void {
		const [hearingId = '', seatId] = payload.split(' ');
		const channel = this.channels.get(hearingId);
		if (!channel) return;
		if (seatId !== undefined) channel.reload(seatId);
		else this.watch(channel.pull());
	}

	/** Takes a connection over for a listener. */
	take(response: ServerResponse, listener: Listener): void {
		// Set by `join` below; the connection may close before.
		let leave = () => {};
		const pipe = openPipe(response, () => leave());
		leave = this.join(pipe, listener);
	}

	/** @returns what ends it */
	join(pipe: Pipe, { hearingId, viewer, seatId, after, publicDelay }: Listener): () => void {
		if (this.isEnded) {
			pipe.end();
			return () => {};
		}
		const channel = this.channelOf(hearingId, publicDelay);
		const stream: Stream = { pipe, viewer, seatId };
		let hasLeft = false;
		const joined = channel.join(stream, after).then(() => {
			if (hasLeft) channel.leave(stream);
		});
		// Whoever cannot be told what he missed comes again.
		this.watch(joined.catch((error: unknown) => (pipe.end(), Promise.reject(error as Error))));
		return () => {
			hasLeft = true;
			channel.leave(stream);
		};
	}

	/** Ends all streams: clients come again, to another node if this one goes. */
	end(): void {
		this.isEnded = true;
		clearInterval(this.timer);
		for (const channel of this.channels.values()) channel.end();
		this.channels.clear();
	}

	private channelOf(hearingId: string, publicDelay: number): Channel {
		const known = this.channels.get(hearingId);
		if (known) return known;
		const { db, now } = this.options;
		const read = (after: number) => selectEvents(db, hearingId, after);
		const channel = new Channel({ read, now: () => now().getTime(), publicDelay });
		this.channels.set(hearingId, channel);
		return channel;
	}

	/** Channels without listeners are forgotten: whoever comes later reads the log. */
	private beat(): void {
		for (const [id, channel] of this.channels) if (channel.isIdle) this.channels.delete(id);
		this.forEach((channel) => channel.beat());
	}

	private forEach(run: (channel: Channel) => Promise<void>): void {
		for (const channel of this.channels.values()) this.watch(run(channel));
	}

	/** The database is away for a moment: the next notice, break or beat reads on. */
	private watch(work: Promise<unknown>): void {
		work.catch((error: unknown) => this.options.log.error({ error }, 'a hearing could not be read on'));
	}
}
