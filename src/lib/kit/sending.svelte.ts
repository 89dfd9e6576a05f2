import { goto } from '$app/navigation';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';
import type { Posted } from './posted.ts';

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

	/** For `use:enhance`: the form goes to an action of its page. */
	readonly submit: SubmitFunction = ({ cancel, controller, formElement }) => {
		if (this.isPending) return cancel();
		const settle = this.#begin(formElement, controller);
		return ({ result }) => settle(result);
	};

	/** For `onsubmit`: the form goes to an endpoint that answers in plain JSON (`Posted`). */
	readonly post = (endpoint: string) => async (event: SubmitEvent) => {
		event.preventDefault();
		if (this.isPending) return;
		const form = event.currentTarget as HTMLFormElement;
		const controller = new AbortController();
		const settle = this.#begin(form, controller);
		await settle(await post(endpoint, form, controller.signal));
	};

	/** From here to the returned call the form is on its way. */
	#begin(form: HTMLFormElement, controller: AbortController) {
		this.#form = form;
		this.isPending = true;
		this.fault = this.lost = null;
		const patience = setTimeout(() => {
			controller.abort();
			this.isPending = false;
			this.lost = '服务器没有回应，请稍后重试。';
		}, PATIENCE_MS);
		return async (result: ActionResult) => {
			clearTimeout(patience);
			this.isPending = false;
			if (controller.signal.aborted) return;
			if (result.type === 'success') await this.#receive(result.data as Answer);
			else if (result.type === 'failure') await this.#refuse(textOf(result.data?.['fault']));
			// eslint-disable-next-line svelte/no-navigation-without-resolve -- the server has resolved it
			else if (result.type === 'redirect') await goto(result.location, { invalidateAll: true });
			else this.lost = describe(result.status, result.error);
		};
	}

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

async function post(endpoint: string, form: HTMLFormElement, signal: AbortSignal): Promise<ActionResult> {
	// A list of the pairs: the type of URLSearchParams does not know that it takes forms without files.
	const body = new URLSearchParams([...new FormData(form)] as [string, string][]);
	try {
		const response = await fetch(endpoint, { method: 'POST', headers: { accept: 'application/json' }, body, signal });
		const { status } = response;
		const answer = (await response.json()) as Posted<Record<string, unknown>>;
		const { data = {} } = answer;
		if (answer.location) return { type: 'redirect', status: 303, location: answer.location };
		if (answer.fault) return { type: 'failure', status, data: { fault: answer.fault } };
		return response.ok ? { type: 'success', status, data } : { type: 'error', status, error: answer };
	} catch (error) {
		return { type: 'error', error };
	}
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function describe(status: number | undefined, error: unknown): string {
	if (status === undefined) return navigator.onLine ? '连不上服务器，请稍后重试。' : '网络断开，恢复后自动重试。';
	const { message, requestNumber } = (error ?? {}) as { message?: unknown; requestNumber?: unknown };
	const text = (textOf(message) ?? '服务器出错了').replace(/。$/, '');
	const number = textOf(requestNumber);
	return `${text}${number && !text.includes(number) ? `（编号 ${number}）` : ''}，请稍后重试。`;
}
