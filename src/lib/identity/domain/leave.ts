import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, daysBetween } from '#lib/shared/time.ts';

/** That somebody is away; why in particular (an illness, a family matter) is nobody's business here. */
export const LEAVE_KINDS = { leave: '休假', training: '脱产培训', secondment: '借调', other: '其他' } as const;
export type LeaveKind = keyof typeof LEAVE_KINDS;

/** Both days included. */
export interface Leave {
	readonly fromOn: Day;
	readonly untilOn: Day;
}

const MOST_DAYS = 366;

export const isAwayOn = (leaves: readonly Leave[], day: Day): boolean =>
	leaves.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn);

/** Judges days away that are to be recorded beside those that are; `known` are those that were not taken back. */
export function judgeLeave({ fromOn, untilOn }: Leave, known: readonly Leave[]): Result<null> {
	if (untilOn < fromOn) return refuse('period', '结束日不能早于开始日。', 'untilOn');
	if (daysBetween(fromOn, untilOn) >= MOST_DAYS) return refuse('too-long', '一次至多登记一年。', 'untilOn');
	const other = known.find((one) => one.fromOn <= untilOn && fromOn <= one.untilOn);
	if (other) return refuse('overlaps', `和 ${other.fromOn} 至 ${other.untilOn} 的登记重叠。`, 'fromOn');
	return ok(null);
}
