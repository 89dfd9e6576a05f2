import { deserialize } from '$app/forms';

const IDLE_MS = 1_500;

/** Keeps a sheet on the server while it is being written, and says so. Giving it is the form's own submit. */
export class KeptSheet {
	words = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;
	#form: HTMLFormElement | null = null;

	/** For `oninput` of the form. */
	readonly touch = (event: Event) => {
		this.#form = event.currentTarget as HTMLFormElement;
		this.words = '正在写……';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.keep(), IDLE_MS);
	};

	/** For `onvisibilitychange` of the document: who turns away has written for now. */
	readonly leave = () => {
		if (document.visibilityState === 'hidden' && this.#timer !== undefined) void this.keep();
	};

	/** The form itself is on its way: nothing is kept beside it. */
	readonly stop = () => {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	};

	async keep(): Promise<void> {
		this.stop();
		if (!this.#form?.isConnected) return;
		try {
			const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
			const body = new FormData(this.#form);
			const response = await fetch('?/save', { method: 'POST', headers, body, keepalive: true });
			const result = deserialize<{ at: string }, { fault: string }>(await response.text());
			if (result.type === 'success') this.words = `草稿已保存 ${result.data?.at ?? ''}`;
			else this.words = result.type === 'failure' ? (result.data?.fault ?? '没有保存') : '没有保存，请重新登录';
		} catch {
			this.words = '未保存，连上网络后再改一处就会重试';
		}
	}
}
