import type { Day } from '#lib/shared/time.ts';
import { describeValidity, isInForce } from '../domain/in-force.ts';
import { stateOn } from '../domain/version-state.ts';
import type { selectVersions } from './repository.server.ts';

export type VersionRow = Awaited<ReturnType<typeof selectVersions>>[number];

/** A version as lists and switches show it. */
export function describeVersion(row: VersionRow, today: Day) {
	const { version, text, note } = row;
	const isCurrent = isInForce(row, today);
	return { version, text, note, validity: describeValidity(row), current: isCurrent, state: stateOn(row, today) };
}
