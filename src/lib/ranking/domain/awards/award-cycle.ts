import { type Day, addDays, addMonths } from '#lib/shared/time.ts';
import type { CycleKind } from './honour.ts';

/** `2026-10`, `2026-Q4` or `2026`. */
export type AwardCycle = string;

const FORMS: Readonly<Record<CycleKind, RegExp>> = {
	month: /^20\d{2}-(0[1-9]|1[0-2])$/,
	quarter: /^20\d{2}-Q[1-4]$/,
	year: /^20\d{2}$/
};

/** Null for a text that names no cycle. */
export function kindOfCycle(cycle: string): CycleKind | null {
	const found = (Object.keys(FORMS) as CycleKind[]).find((kind) => FORMS[kind].test(cycle));
	return found ?? null;
}

/** The months of a cycle, `2026-10`, oldest first. */
export function monthsOf(cycle: AwardCycle): string[] {
	const kind = kindOfCycle(cycle);
	const year = cycle.slice(0, 4);
	if (kind === 'month') return [cycle];
	const first = kind === 'quarter' ? Number(cycle.slice(6)) * 3 - 2 : 1;
	const count = kind === 'quarter' ? 3 : 12;
	return Array.from({ length: count }, (_, at) => `${year}-${String(first + at).padStart(2, '0')}`);
}

/** The cycle of a kind in which a day lies. */
export function cycleAt(kind: CycleKind, day: Day): AwardCycle {
	const year = day.slice(0, 4);
	if (kind === 'year') return year;
	return kind === 'month' ? day.slice(0, 7) : `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The cycle of the same kind just before. */
export function cycleBefore(cycle: AwardCycle): AwardCycle {
	return cycleAt(kindOfCycle(cycle) ?? 'month', addDays(`${monthsOf(cycle)[0]!}-01`, -1));
}

/** The first day after a cycle. */
export const dayAfter = (cycle: AwardCycle): Day => addMonths(`${monthsOf(cycle).at(-1)!}-01`, 1);

/** `2026年10月`, `2026年第四季度`, `2026年度` */
export function titleOfCycle(cycle: AwardCycle): string {
	const year = `${cycle.slice(0, 4)}年`;
	const kind = kindOfCycle(cycle);
	if (kind === 'month') return `${year}${Number(cycle.slice(5))}月`;
	return kind === 'quarter' ? `${year}第${'一二三四'[Number(cycle.slice(6)) - 1]!}季度` : `${year}度`;
}
