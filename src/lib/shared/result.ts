/** An expected refusal that a person can act on: a Chinese sentence, at a field where there is one. */
export interface Refusal {
	readonly code: string;
	readonly message: string;
	readonly field?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function ok<T>(value: T): Result<T> {
	return { ok: true, value };
}

export function refuse(code: string, message: string, field?: string): Result<never> {
	return { ok: false, refusal: field === undefined ? { code, message } : { code, message, field } };
}
