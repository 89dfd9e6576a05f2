import { type HearingEvent, type Viewer, sees } from '../../domain/hearing/event.ts';
import type { StoredEvent } from '../repository/events.server.ts';
import { type Stream, frame, send } from './stream.server.ts';

/** Kept in memory for those who come back: a whole match has some two thousand events. */
const MOST_RECENT = 2000;

export interface Source {
	/** Events after a number, in order. */
	read(after: number): Promise<StoredEvent[]>;
	/** Milliseconds of the server's clock. */
	now(): number;
	/** So long the public lies behind, ms. */
	readonly publicDelay: number;
}

/** An event with its bytes: written once, sent to everybody who may see it. */
interface Encoded {
	readonly event: StoredEvent;
	readonly bytes: Buffer;
}

/** All who look as the same viewer: they get the same bytes at the same time. */
interface Group {
	readonly viewer: Viewer;
	readonly streams: Set<Stream>;
	/** Number up to which they have everything. */
	sent: number;
	timer: NodeJS.Timeout | null;
}

/** Acts after which somebody looks with other eyes, or not at all. */
const CHANGES_VIEW = /"act":"(seat|rule-call|dismiss-witness|remove|rule-recusal|recuse-self)"/;
const RELOAD = frame('event: reload\ndata: {}');

/** The live side of one hearing on this node: reads the log once, however many listen. */
export class Channel {
	private recent: Encoded[] = [];
	/** Everything after this number is in `recent`. */
	private base = -1;
	private readonly groups = new Map<Viewer, Group>();
	private work: Promise<unknown> = Promise.resolve();
	private isPublished = false;
	private pulls = 0;
	/** Whoever is on the way in: told what he missed, but not in a group yet. */
	private joining = 0;

	constructor(private readonly source: Source) {}

	get listeners(): number {
		return [...this.groups.values()].reduce((sum, { streams }) => sum + streams.size, 0);
	}

	/** Nobody listens and nobody is about to. */
	get isIdle(): boolean {
		return this.listeners === 0 && this.joining === 0;
	}

	/** One after the other: what comes back and what comes new never overtake each other. */
	private inTurn<T>(task: () => Promise<T>): Promise<T> {
		const done = this.work.then(task);
		this.work = done.catch(() => undefined);
		return done;
	}

	/** Reads what is new and sends it; calls that come while one waits are one. */
	pull(): Promise<void> {
		if (this.pulls > 1) return this.inTurn(async () => {});
		this.pulls++;
		return this.inTurn(async () => {
			try {
				// Before the first listener there is nothing to be up to date with.
				if (this.base >= 0) await this.readOn();
			} finally {
				this.pulls--;
			}
		});
	}

	/** Lets somebody listen from a number on: what he missed first, then everything, nothing twice. */
	join(stream: Stream, after: number): Promise<void> {
		this.joining++;
		const joined = this.inTurn(async () => {
			if (this.base < 0) this.base = after;
			await this.readOn();
			const group = this.groupOf(stream.viewer);
			// A number from the future is a mistake of the client's.
			const from = Math.min(after, this.last);
			const missed = from >= this.base ? this.recent : await this.readBack(from);
			const bytes = missed
				.filter(({ event }) => event.seq > from && event.seq <= group.sent && sees(stream.viewer, event.audience))
				.map((one) => one.bytes);
			const clock = this.clockFrame(stream.viewer);
			if (send(stream, Buffer.concat([HELLO, clock, ...bytes]))) group.streams.add(stream);
		});
		return joined.finally(() => this.joining--);
	}

	leave(stream: Stream): void {
		this.groups.get(stream.viewer)?.streams.delete(stream);
	}

	/** Tells everybody what time it is, which also keeps connections open, and reads on in case a notice was lost. */
	beat(): Promise<void> {
		for (const group of this.groups.values()) this.sendTo(group, this.clockFrame(group.viewer));
		return this.pull();
	}

	/** Whoever streams as a seat must look again. */
	reload(seatId: string): void {
		for (const group of this.groups.values()) {
			for (const stream of group.streams) {
				if (stream.seatId !== seatId) continue;
				group.streams.delete(stream);
				if (send(stream, RELOAD)) stream.pipe.end();
			}
		}
	}

	end(): void {
		for (const { streams, timer } of this.groups.values()) {
			if (timer) clearTimeout(timer);
			for (const { pipe } of streams) pipe.end();
			streams.clear();
		}
	}

	private get last(): number {
		return this.recent.at(-1)?.event.seq ?? this.base;
	}

	private async readOn(): Promise<void> {
		const events = await this.source.read(this.last);
		if (events.length === 0) return;
		this.recent.push(...events.map(encode));
		if (this.recent.length > MOST_RECENT) {
			const gone = this.recent.splice(0, this.recent.length - MOST_RECENT);
			this.base = gone.at(-1)!.event.seq;
		}
		if (events.some(({ body }) => body.includes('"act":"publish"'))) this.isPublished = true;
		for (const group of this.groups.values()) this.flush(group);
		for (const { body } of events) if (CHANGES_VIEW.test(body)) this.reload(seatIn(JSON.parse(body) as HearingEvent));
	}

	private async readBack(after: number): Promise<Encoded[]> {
		const events = await this.source.read(after);
		return events.map(encode);
	}

	private delayOf(viewer: Viewer): number {
		return viewer === 'public' && !this.isPublished ? this.source.publicDelay : 0;
	}

	private groupOf(viewer: Viewer): Group {
		const known = this.groups.get(viewer);
		if (known) {
			this.flush(known);
			return known;
		}
		const group: Group = { viewer, streams: new Set(), sent: this.base, timer: null };
		this.groups.set(viewer, group);
		this.flush(group);
		return group;
	}

	/** Sends a group what it may know by now, in one piece. */
	private flush(group: Group): void {
		const delay = this.delayOf(group.viewer);
		// Without a delay nothing is held: the clock of the node that wrote an event may be ahead of this one's.
		const until = delay === 0 ? Infinity : this.source.now() - delay;
		const fresh = this.recent.filter(({ event }) => event.seq > group.sent);
		const held = fresh.findIndex(({ event }) => event.at > until);
		const due = held < 0 ? fresh : fresh.slice(0, held);
		if (group.timer) clearTimeout(group.timer);
		group.timer = held < 0 ? null : setTimeout(() => this.flush(group), fresh[held]!.event.at - until).unref();
		if (due.length === 0) return;
		group.sent = due.at(-1)!.event.seq;
		const seen = due.filter(({ event }) => sees(group.viewer, event.audience)).map(({ bytes }) => bytes);
		if (seen.length > 0) this.sendTo(group, Buffer.concat(seen));
	}

	private sendTo({ streams }: Group, bytes: Buffer): void {
		for (const stream of streams) if (!send(stream, bytes)) streams.delete(stream);
	}

	private clockFrame(viewer: Viewer): Buffer {
		return frame(`event: clock\ndata: ${this.source.now() - this.delayOf(viewer)}`);
	}
}

const HELLO = frame('retry: 1000');

const encode = (event: StoredEvent): Encoded => ({ event, bytes: frame(`id: ${event.seq}\ndata: ${event.body}`) });

/** The seat whose eyes an act changes. */
function seatIn({ actor, act, detail }: HearingEvent): string {
	if (act === 'recuse-self') return actor;
	return act === 'seat' ? detail.id : (detail as { seatId: string }).seatId;
}
