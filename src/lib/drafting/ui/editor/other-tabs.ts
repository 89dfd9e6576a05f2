import type { Entry } from '../../domain/entries.ts';

/** What tabs of one browser tell each other about one draft. */
type Message =
	| { readonly kind: 'hello' | 'here' | 'handed-in'; readonly tab: string }
	| { readonly kind: 'saved'; readonly tab: string; readonly fields: Readonly<Record<string, Entry | null>> };

interface Ears {
	/** Another tab writes the same draft. */
	met(): void;
	/** Another tab has stored these fields. */
	saved(fields: Readonly<Record<string, Entry | null>>): void;
	handedIn(): void;
}

/** So long a tab that is alive takes to answer. */
const ANSWER_MS = 150;

export class OtherTabs {
	/** The name of this tab until it is closed or loaded anew. */
	readonly tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');
	readonly #alive = new Set<string>();
	readonly #channel: BroadcastChannel;

	constructor(draft: string, ears: Ears) {
		this.#channel = new BroadcastChannel(`leitai-draft-${draft}`);
		this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
			if (data.kind === 'saved') return ears.saved(data.fields);
			if (data.kind === 'handed-in') return ears.handedIn();
			this.#alive.add(data.tab);
			ears.met();
			if (data.kind === 'hello') this.#say({ kind: 'here', tab: this.tab });
		};
	}

	/** Asks who else is there. @returns the tabs that answered */
	async find(): Promise<ReadonlySet<string>> {
		this.#say({ kind: 'hello', tab: this.tab });
		await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
		return this.#alive;
	}

	tellSaved(fields: Readonly<Record<string, Entry | null>>): void {
		this.#say({ kind: 'saved', tab: this.tab, fields });
	}

	tellHandedIn(): void {
		this.#say({ kind: 'handed-in', tab: this.tab });
	}

	close(): void {
		this.#channel.close();
	}

	#say(message: Message): void {
		this.#channel.postMessage(message);
	}
}
