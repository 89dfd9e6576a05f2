import { deserialize } from '$app/forms';
import { LocalCopies } from '#lib/kit/keeping/local-copies.ts';

const IDLE_MS = 1_200;
const TAB = 'sheet';
type Entry = readonly [name: string, value: string];

/**
 * Keeps a panel sheet while it is being written: in this browser with every change, on the server a moment later; the copy
 * here is forgotten once the server has it. What a dead connection or a closed tab left behind is put back when the page opens.
 */
export class KeptAwardSheet {
	words = $state('');
	/** Null on the server, which has no store of a browser. */
	#copies: LocalCopies<Entry> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#form: HTMLFormElement | null = null;

	constructor(
		private readonly account: string,
		private readonly runId: string
	) {}

	/** For the mounted form: puts back what the server never got. */
	async restore(form: HTMLFormElement): Promise<void> {
		this.#form = form;
		this.#copies = new LocalCopies(this.account, `award-${this.runId}`);
		const [copy] = await this.#copies.find();
		for (const [name, value] of copy?.changes ?? []) {
			const field = form.elements.namedItem(name);
			if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) field.value = value;
		}
		if (copy && copy.changes.length > 0) await this.send();
	}

	/** For `oninput` of the form. */
	readonly touch = (event: Event) => {
		this.#form = event.currentTarget as HTMLFormElement;
		this.words = '正在写……';
		void this.#copies?.keep(TAB, this.#entries());
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.send(), IDLE_MS);
	};

	/** The form itself is on its way: nothing is kept beside it. */
	readonly stop = () => {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	};

	readonly forget = () => this.#copies?.forgetAll();

	async send(): Promise<void> {
		this.stop();
		if (!this.#form?.isConnected) return;
		try {
			const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
			const response = await fetch('?/save', {
				method: 'POST',
				headers,
				body: new FormData(this.#form),
				keepalive: true
			});
			const result = deserialize<{ at: string }, { fault: string }>(await response.text());
			if (result.type === 'success') {
				await this.#copies?.keep(TAB, []);
				this.words = `已保存 ${result.data?.at ?? ''}，还没有交`;
			} else if (result.type === 'failure') this.words = result.data?.fault ?? '没有保存到服务器，已留在本机';
			else this.words = '没有保存到服务器，已留在本机；请重新登录';
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
			this.words = '连不上服务器，已留在本机，再改一处就会重试';
		}
	}

	#entries(): Entry[] {
		return [...new FormData(this.#form!)].flatMap(([name, value]) =>
			typeof value === 'string' ? [[name, value]] : []
		);
	}
}
