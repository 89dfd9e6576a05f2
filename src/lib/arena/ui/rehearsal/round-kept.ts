/** What was picked or typed in a round survives a reload of the tab. A browser that refuses storage only loses this comfort. */
const keyOf = (rehearsal: string, argument: string) => `leitai/rehearsal/${rehearsal}/${argument}`;

export function keepRound(rehearsal: string, argument: string, form: HTMLFormElement): void {
	const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== '');
	try {
		sessionStorage.setItem(keyOf(rehearsal, argument), JSON.stringify(Object.fromEntries(fields)));
	} catch {
		return;
	}
}

/** Puts kept values back into fields that are still empty. @returns the reply that was picked; null = none */
export function restoreRound(rehearsal: string, argument: string, form: HTMLFormElement): string | null {
	const kept = read(rehearsal, argument);
	for (const [name, value] of Object.entries(kept)) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) field.value ||= value;
	}
	return kept['reply'] ?? null;
}

function read(rehearsal: string, argument: string): Record<string, string> {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(rehearsal, argument)) ?? '{}');
		if (kept === null || typeof kept !== 'object') return {};
		return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'));
	} catch {
		return {};
	}
}
