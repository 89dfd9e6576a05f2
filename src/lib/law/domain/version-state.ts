import type { Day } from '#lib/shared/time.ts';
import { type LawVersion, beginOf } from './in-force.ts';

/** How a version stands to a day. */
export const VERSION_STATES = { current: '现行', ended: '已不再施行', ahead: '尚未施行' } as const;
export type VersionState = keyof typeof VERSION_STATES;

/** Whether a version applies on a day, no longer applies or does not apply yet; see `isInForce` for unknown dates. */
export function stateOn(version: LawVersion, day: Day): VersionState {
	if (version.inForceUntil !== null && version.inForceUntil < day) return 'ended';
	return beginOf(version) <= day ? 'current' : 'ahead';
}
