import type { NewEntry, Source } from '#lib/ranking/domain/entry.ts';
import { seeded } from '#lib/shared/random.ts';

const OFFICERS = 60;
const MARKS = [0, 33, 50, 67, 100, 100, 100];

/** A month of made-up entries, the same for ever: some officers take no part, some few, some share figures. */
export function firstRuleMonth(): NewEntry[] {
	const random = seeded(20261101);
	const whole = (below: number) => Math.floor(random() * below);
	const entries: NewEntry[] = [];
	for (let officer = 0; officer < OFFICERS; officer++) {
		// Every third officer is as sure as the next one, so that ranks are shared.
		const isSure = officer % 3 === 0;
		const sets = whole(20);
		for (let set = 0; set < sets; set++) {
			const source: Source = whole(12) === 0 ? 'commentary' : 'daily-set';
			entries.push({
				...{ officerId: `officer-${String(officer).padStart(2, '0')}`, unitId: `unit-${whole(2) + (officer % 4)}` },
				...{ source, sourceId: `${officer}-${set}`, day: `2026-11-${String(set + 1).padStart(2, '0')}` },
				complete: whole(8) > 0,
				facts: Array.from({ length: 1 + whole(10) }, () => ({
					subject: `item:made-${whole(90)}@1`,
					mark: isSure ? 100 : MARKS[whole(MARKS.length)]!,
					daysSinceLast: whole(3) > 0 ? whole(20) : null,
					daysSinceFirstSuccess: whole(2) > 0 ? whole(40) : null,
					wasDue: whole(2) > 0
				}))
			});
		}
	}
	return entries;
}
