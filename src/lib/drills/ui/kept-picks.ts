/** What was chosen but not yet answered survives a reload of the tab. A browser that refuses storage only loses this comfort. */
const keyOf = (setId: string, position: number) => `leitai/picks/${setId}/${position}`;

export function keepPicks(setId: string, position: number, picks: readonly string[]): void {
	try {
		if (picks.some(Boolean)) sessionStorage.setItem(keyOf(setId, position), JSON.stringify(picks));
	} catch {
		return;
	}
}

export function keptPicks(setId: string, position: number): string[] {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(setId, position)) ?? '[]');
		return Array.isArray(kept) ? kept.filter((pick) => typeof pick === 'string') : [];
	} catch {
		return [];
	}
}

export function forgetPicks(setId: string, position: number): void {
	try {
		sessionStorage.removeItem(keyOf(setId, position));
	} catch {
		return;
	}
}
