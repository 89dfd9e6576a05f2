import { type Day, formatDay } from '#lib/shared/time.ts';
import type { Provision } from './provision.ts';

/** Which acts a rule governs, in few words, where acts that end on this day are not among them; null = they are. */
export function limitOn({ valid: { from, to } }: Pick<Provision, 'valid'>, day: Day): string | null {
	if (to !== null && to < day) return `只适用于${formatDay(to)}以前终了的行为`;
	return day < from ? `只适用于${formatDay(from)}以后的行为` : null;
}
