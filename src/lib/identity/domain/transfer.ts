import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, addMonths, daysBetween } from '#lib/shared/time.ts';
import { isSeparated } from './duties.ts';
import type { Role } from './roles.ts';

/** A letter may come after the day that it names, but not after half a season; what was recorded in between stays. */
const MOST_DAYS_BACK = 45;
const MOST_MONTHS_AHEAD = 12;

export interface TransferPlan {
	readonly fromUnitId: string;
	readonly toUnitId: string;
	readonly movedOn: Day;
	readonly joinedOn: Day;
	/** Day of the last move that took place. */
	readonly lastMovedOn: Day | null;
	readonly hasWaiting: boolean;
}

/** Judges a transfer on the day on which it is recorded. @returns whether its day has come */
export function judgeTransfer(plan: TransferPlan, today: Day): Result<{ readonly isDue: boolean }> {
	const { fromUnitId, toUnitId, movedOn, joinedOn, lastMovedOn, hasWaiting } = plan;
	if (hasWaiting) return refuse('waiting', '已有一次调动等待生效，先撤销它。');
	if (fromUnitId === toUnitId) return refuse('same-unit', '已经在这个单位。', 'unitId');
	if (daysBetween(movedOn, today) > MOST_DAYS_BACK)
		return refuse('too-early', `调动日至多补登 ${MOST_DAYS_BACK} 天。`, 'movedOn');
	if (movedOn < joinedOn) return refuse('before-joining', `调动日不能早于入册日 ${joinedOn}。`, 'movedOn');
	if (lastMovedOn !== null && movedOn <= lastMovedOn)
		return refuse('before-last', `上一次调动是 ${lastMovedOn}，这一次应在其后。`, 'movedOn');
	if (movedOn > addMonths(today, MOST_MONTHS_AHEAD)) return refuse('too-late', '至多提前一年登记。', 'movedOn');
	return ok({ isDue: movedOn <= today });
}

/** The grants that go with a person: ordinary roles held for just the unit that is left. Separated duties stay where they are, until a second person agrees. */
export const grantsThatMove = <Held extends { readonly role: Role; readonly unitId: string }>(
	grants: readonly Held[],
	fromUnitId: string
): Held[] => grants.filter(({ role, unitId }) => unitId === fromUnitId && !isSeparated(role));
