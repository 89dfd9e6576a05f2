import type { Day } from '#lib/shared/time.ts';
import type { LawVersion } from './in-force.ts';

/** How a version stands to a day. */
export const VERSION_STATES = { current: '现行', ended: '已不再施行', ahead: '尚未施行' } as const;
export type VersionState = keyof typeof VERSION_STATES;

/** Whether a version applies on a day, no longer applies or does not apply yet; see `isInForce` for unknown dates. */
export function stateOn({ version, inForceFrom, inForceUntil }: LawVersion, day: Day): VersionState {
	if (inForceUntil !== null && inForceUntil < day) return 'ended';
	return (inForceFrom ?? version) <= day ? 'current' : 'ahead';
}
