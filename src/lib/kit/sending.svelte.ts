import { applyAction } from '$app/forms';
import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';

const PATIENCE_MS = 20_000;

/**
 * One form on its way to the server without a reload. Nothing typed or chosen is ever reset: a refusal puts its sentence
 * into `fault`, a lost connection or a failing server into `lost`, and `retry` sends the same form again. Servers take the
 * first answer as the one that stands, so sending twice is safe.
 */
export class Sending<Answer> {
	isPending = $state(false);
	fault = $state<string | null>(null);
	lost = $state<string | null>(null);
	#form: HTMLFormElement | null = null;
	readonly #receive: (answer: Answer) => void | Promise<void>;

	constructor(receive: (answer: Answer) => void | Promise<void>) {
		this.#receive = receive;
	}

	readonly submit: SubmitFunction = ({ cancel, controller, formElement }) => {
		if (this.isPending) return cancel();
		this.#form = formElement;
		this.isPending = true;
		this.fault = this.lost = null;
		const patience = setTimeout(() => {
			controller.abort();
			this.isPending = false;
			this.lost = '服务器没有回应，请稍后重试。';
		}, PATIENCE_MS);
		return async ({ result }) => {
			clearTimeout(patience);
			this.isPending = false;
			if (result.type === 'success') await this.#receive(result.data as Answer);
			else if (result.type === 'failure') await this.#refuse(textOf(result.data?.fault));
			else if (result.type === 'redirect') await applyAction(result);
			else this.lost = describe(result.status, result.error);
		};
	};

	/** Says what is wrong at the field and brings it into sight. */
	async #refuse(fault: string | null) {
		this.fault = fault ?? '没有保存，请检查后重新提交。';
		await tick();
		this.#form?.querySelector('[id$=-fault]')?.scrollIntoView({ block: 'nearest' });
	}

	/** Sends the same form once more. */
	readonly retry = () => {
		if (this.lost && this.#form?.isConnected) this.#form.requestSubmit();
	};
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function describe(status: number | undefined, error: unknown): string {
	if (status === undefined) return navigator.onLine ? '连不上服务器，请稍后重试。' : '网络断开，恢复后自动重试。';
	const { message, requestNumber } = (error ?? {}) as { message?: unknown; requestNumber?: unknown };
	const text = (textOf(message) ?? '服务器出错了').replace(/。$/, '');
	const number = textOf(requestNumber);
	return `${text}${number && !text.includes(number) ? `（编号 ${number}）` : ''}，请稍后重试。`;
}
