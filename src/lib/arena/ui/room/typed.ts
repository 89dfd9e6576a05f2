/** What stands in the text fields of a form, kept in this browser until the server has it. Where nothing can be stored, nothing is. */
type Typed = Record<string, string>;
type Field = HTMLTextAreaElement | HTMLInputElement;

const textsOf = (form: HTMLFormElement): Field[] =>
	[...form.elements].filter(
		(one): one is Field =>
			one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type === 'text')
	);

const keyOf = (place: string) => `leitai:room:${place}`;

export function keepTyped(place: string, form: HTMLFormElement): void {
	const typed: Typed = Object.fromEntries(textsOf(form).map((field) => [field.name, field.value]));
	const isEmpty = Object.values(typed).every((value) => value === '');
	store((storage) =>
		isEmpty ? storage.removeItem(keyOf(place)) : storage.setItem(keyOf(place), JSON.stringify(typed))
	);
}

export const forgetTyped = (place: string): void => store((storage) => storage.removeItem(keyOf(place)));

export function restoreTyped(place: string, form: HTMLFormElement): void {
	store((storage) => {
		const typed = JSON.parse(storage.getItem(keyOf(place)) ?? '{}') as Typed;
		for (const field of textsOf(form)) {
			const value = typed[field.name];
			if (value !== undefined && field.value === '') field.value = value;
		}
	});
}

function store(use: (storage: Storage) => void): void {
	try {
		use(sessionStorage);
	} catch (cause) {
		// Storage may be switched off or full: typing goes on without it.
		if (!(cause instanceof DOMException)) throw cause;
	}
}
