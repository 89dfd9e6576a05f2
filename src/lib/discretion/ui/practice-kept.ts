/** What was chosen or typed at a step survives a reload of the tab. A browser that refuses storage only loses this comfort. */
const keyOf = (attempt: string, step: string) => `leitai/practice/${attempt}/${step}`;

export function keepStep(attempt: string, step: string, form: HTMLFormElement): void {
	const fields = [...new FormData(form)].filter(([name, value]) => name.startsWith('q.') && value !== '');
	try {
		sessionStorage.setItem(keyOf(attempt, step), JSON.stringify(Object.fromEntries(fields)));
	} catch {
		return;
	}
}

/** Puts kept values back into fields that are still empty. */
export function restoreStep(attempt: string, step: string, form: HTMLFormElement): void {
	for (const [name, value] of Object.entries(read(attempt, step))) {
		const field = form.elements.namedItem(name);
		if (field instanceof RadioNodeList) field.value ||= value;
		else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value ||= value;
	}
}

function read(attempt: string, step: string): Record<string, string> {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(attempt, step)) ?? '{}');
		if (kept === null || typeof kept !== 'object') return {};
		return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'));
	} catch {
		return {};
	}
}
