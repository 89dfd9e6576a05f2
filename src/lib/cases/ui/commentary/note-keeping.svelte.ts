import { invalidate } from '$app/navigation';

const IDLE_MS = 1_200;

/** What the endpoint for lines of the record answers. */
export type NoteAnswer =
	| { readonly kept: true; readonly revision: number }
	| { readonly kept: false; readonly revision: number; readonly stored: string };

/** Sends one line; null when it did not arrive. */
export async function sendNote(
	endpoint: string,
	fields: Readonly<Record<string, string>>
): Promise<{ data?: NoteAnswer; fault?: string } | null> {
	try {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.set(name, value);
		const response = await fetch(endpoint, {
			method: 'POST',
			headers: { accept: 'application/json' },
			body,
			keepalive: true
		});
		return (await response.json()) as { data?: NoteAnswer; fault?: string };
	} catch {
		return null;
	}
}

/**
 * One line of the record being changed: kept by itself a moment after the last key, by compare and set. While nothing of it is
 * unsaved, it shows what the server has.
 */
export class NoteKeeping {
	/** What was typed and is not known to be stored; null = nothing. */
	draft = $state<string | null>(null);
	words = $state('');
	/** What stands there meanwhile, when it is not what this page began from. */
	conflict = $state<{ readonly revision: number; readonly stored: string } | null>(null);
	#seen = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly endpoint: string,
		private readonly id: string
	) {}

	/** @param revision what the page showed when the typing began */
	readonly touch = (text: string, revision: number) => {
		if (this.draft === null) this.#seen = revision;
		this.draft = text;
		this.words = '正在写……';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.keep(), IDLE_MS);
	};

	readonly keep = async (): Promise<void> => {
		clearTimeout(this.#timer);
		const text = this.draft;
		if (text === null || this.conflict) return;
		const sent = { id: this.id, itemId: '', seen: String(this.#seen), text: text.trim() };
		const answer = await sendNote(this.endpoint, sent);
		if (!answer?.data) {
			this.words = answer?.fault ?? '未保存，正在等网络，再改一处就会重试';
			return;
		}
		if (!answer.data.kept) {
			this.conflict = answer.data;
			this.words = '';
			return;
		}
		this.#seen = answer.data.revision;
		this.words = '已保存';
		if (this.draft === text) {
			await invalidate('cases:meeting');
			if (this.draft === text) this.draft = null;
		}
	};

	/** Settles a conflict: the own words go over the others, or the others stay. */
	readonly settle = async (withOwn: boolean): Promise<void> => {
		if (!this.conflict) return;
		this.#seen = this.conflict.revision;
		this.conflict = null;
		if (withOwn) return this.keep();
		this.draft = null;
		this.words = '';
		await invalidate('cases:meeting');
	};
}
