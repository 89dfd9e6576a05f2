import type { Check } from '../check.ts';
import { DATES } from './break-dates.ts';
import { FIGURES } from './break-figures.ts';
import { LAW } from './break-law.ts';
import { LISTS } from './break-lists.ts';
import { PRESENCE } from './break-presence.ts';
import { TEXTS } from './break-texts.ts';
import type { Ground, Turns } from './ground.ts';
import type { Change } from './place.ts';

/** For each operation the slips after which a check that passed fails. */
const BREAKERS: Turns<Check['op']> = { ...PRESENCE, ...LISTS, ...TEXTS, ...FIGURES, ...DATES, ...LAW };

/** Ways to break a check that passes, the likeliest slip first. */
export function breakersOf(check: Check, ground: Ground): readonly Change[] {
	const breaker = BREAKERS[check.op] as (check: Check, ground: Ground) => readonly Change[];
	return breaker(check, ground).filter((change) => change.length > 0);
}
