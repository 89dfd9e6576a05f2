/** Basis points as people read them: 8640 → `86.40`. */
export function formatPoints(points: number): string {
	return (points / 100).toFixed(2);
}

/** `2026年11月` from `2026-11`. */
export function formatCycle(cycle: string): string {
	const [year, month] = cycle.split('-');
	return `${year}年${Number(month)}月`;
}
