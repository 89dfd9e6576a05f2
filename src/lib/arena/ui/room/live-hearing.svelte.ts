import { apply } from '../../domain/hearing/decide.ts';
import type { HearingEvent } from '../../domain/hearing/event.ts';
import type { Hearing } from '../../domain/hearing/hearing.ts';

/** live = events come as they happen · asking = they are asked for · lost = nobody answers. */
export type LinkState = 'connecting' | 'live' | 'asking' | 'lost';

interface Begun {
	readonly id: string;
	readonly hearing: Hearing;
	/** Milliseconds of the server's clock. */
	readonly now: number;
	/** Looks as the room, whoever it is: for a screen on the wall. */
	readonly asRoom?: boolean;
}

const TICK_MS = 250;
/** Two signs of life are missed, and a bit. */
const SILENCE_MS = 35_000;
/** Asked for so often while no stream opens. */
const ASK_MS = 1_500;
/** A stream that does not open within this is given up for now. */
const OPENING_MS = 4_000;

/**
 * A hearing as this browser follows it: begins with what the page was served with, applies the same events with the same code
 * as the server. Numbers make sure that nothing is applied twice; a stream that breaks goes on after the last number.
 * Time is the server's: its instant of the last sign of life plus what the browser's steady clock says since.
 */
export class LiveHearing {
	hearing: Hearing = $state.raw() as Hearing;
	link: LinkState = $state('connecting');
	/** Milliseconds of the server's clock. */
	now = $state(0);

	readonly #begun: Begun;
	#offset = 0;
	#heardAt = 0;
	#source: EventSource | null = null;
	#asking = false;

	constructor(begun: Begun) {
		this.#begun = begun;
		this.hearing = begun.hearing;
		this.now = begun.now;
	}

	/** Opens the stream; only in a browser. @returns what closes it */
	open(): () => void {
		this.#setClock(this.#begun.now);
		this.#connect();
		const tick = setInterval(() => this.#tick(), TICK_MS);
		const ask = setInterval(() => void this.#askIfNeeded(), ASK_MS);
		const wake = () => this.#wake();
		document.addEventListener('visibilitychange', wake);
		window.addEventListener('online', wake);
		window.addEventListener('pageshow', wake);
		return () => {
			clearInterval(tick);
			clearInterval(ask);
			document.removeEventListener('visibilitychange', wake);
			window.removeEventListener('online', wake);
			window.removeEventListener('pageshow', wake);
			this.#source?.close();
		};
	}

	/** After sleep or another network a stream may be dead without knowing it: it is opened anew at once. */
	#wake(): void {
		if (document.visibilityState !== 'visible') return;
		if (this.link === 'live' && performance.now() - this.#heardAt < 2000) return;
		this.#connect();
	}

	#connect(): void {
		this.#source?.close();
		const { id, asRoom } = this.#begun;
		const source = new EventSource(`/arena/${id}/events?after=${this.hearing.seq}${asRoom ? '&as=room' : ''}`);
		this.#source = source;
		this.#heardAt = performance.now();
		source.addEventListener('message', ({ data }: MessageEvent<string>) =>
			this.#take(JSON.parse(data) as HearingEvent)
		);
		source.addEventListener('clock', ({ data }: MessageEvent<string>) => {
			this.#setClock(Number(data));
			this.#live();
		});
		source.addEventListener('reload', () => location.reload());
		source.addEventListener('error', () => {
			if (this.#source === source && this.link === 'live') this.link = 'connecting';
		});
	}

	#live(): void {
		this.link = 'live';
		this.#heardAt = performance.now();
	}

	#setClock(serverNow: number): void {
		this.#offset = serverNow - performance.now();
		this.#heardAt = performance.now();
		this.now = serverNow;
	}

	#tick(): void {
		this.now = performance.now() + this.#offset;
		if (this.link === 'live' && performance.now() - this.#heardAt > SILENCE_MS) this.#connect();
	}

	#take(event: HearingEvent): void {
		this.#live();
		if (event.seq > this.hearing.seq) this.hearing = apply(this.hearing, event);
	}

	/** Where no stream opens (an old proxy, the development server) the same events are asked for. */
	async #askIfNeeded(): Promise<void> {
		const isWaiting = this.link !== 'live' && performance.now() - this.#heardAt > OPENING_MS;
		if (isWaiting && document.visibilityState === 'visible') await this.ask();
		if (this.link !== 'live' && this.#source?.readyState === EventSource.CLOSED) this.#connect();
	}

	/** Asks for what has happened since. */
	async ask(): Promise<void> {
		if (this.#asking) return;
		this.#asking = true;
		try {
			const { id, asRoom } = this.#begun;
			const address = `/arena/${id}/log?after=${this.hearing.seq}${asRoom ? '&as=room' : ''}`;
			const response = await fetch(address, { signal: AbortSignal.timeout(8000) });
			if (!response.ok) throw new Error(String(response.status));
			const { events, now } = (await response.json()) as { events: HearingEvent[]; now: number };
			for (const event of events) if (event.seq > this.hearing.seq) this.hearing = apply(this.hearing, event);
			if (this.link !== 'live') {
				this.#offset = now - performance.now();
				this.link = 'asking';
			}
		} catch {
			if (this.link !== 'live') this.link = 'lost';
		} finally {
			this.#asking = false;
		}
	}
}
