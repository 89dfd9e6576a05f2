/** What tabs of one browser tell each other about one text. */
type Message<Value> =
	| { readonly kind: 'hello' | 'here' | 'closed'; readonly tab: string }
	| { readonly kind: 'saved'; readonly tab: string; readonly fields: Readonly<Record<string, Value>> };

interface Ears<Value> {
	/** Another tab writes the same text. */
	met(): void;
	/** Another tab has stored these fields. */
	saved(fields: Readonly<Record<string, Value>>): void;
	/** It may not be changed any more. */
	closed(): void;
}

/** So long a tab that is alive takes to answer. */
const ANSWER_MS = 150;

export class OtherTabs<Value> {
	/** The name of this tab until it is closed or loaded anew. */
	readonly tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');
	readonly #alive = new Set<string>();
	readonly #channel: BroadcastChannel;

	constructor(text: string, ears: Ears<Value>) {
		this.#channel = new BroadcastChannel(`leitai-draft-${text}`);
		this.#channel.onmessage = ({ data }: MessageEvent<Message<Value>>) => {
			if (data.kind === 'saved') return ears.saved(data.fields);
			if (data.kind === 'closed') return ears.closed();
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

	tellSaved(fields: Readonly<Record<string, Value>>): void {
		this.#say({ kind: 'saved', tab: this.tab, fields });
	}

	tellClosed(): void {
		this.#say({ kind: 'closed', tab: this.tab });
	}

	close(): void {
		this.#channel.close();
	}

	#say(message: Message<Value>): void {
		this.#channel.postMessage(message);
	}
}
