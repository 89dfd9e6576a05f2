import { type Day, formatDay } from '#lib/shared/time.ts';

export interface LawVersion {
	/** Date of adoption or of the latest amendment; also the version's name. */
	readonly version: Day;
	/** Null when no source gives it. */
	readonly inForceFrom: Day | null;
	/** Last day in force; null = still in force. */
	readonly inForceUntil: Day | null;
}

/**
 * First day on which a version may apply. Where no source gives the date in force, the adoption date stands as the lower
 * bound, and `describeValidity` says so: the date itself is never guessed.
 */
export const beginOf = ({ inForceFrom, version }: Pick<LawVersion, 'inForceFrom' | 'version'>): Day =>
	inForceFrom ?? version;

/** Whether a version applies on a day. */
export function isInForce(version: LawVersion, day: Day): boolean {
	return beginOf(version) <= day && (version.inForceUntil === null || day <= version.inForceUntil);
}

/** The version that applies on a day, or null. Versions do not overlap. */
export function versionOn<Version extends LawVersion>(versions: readonly Version[], day: Day): Version | null {
	return versions.find((version) => isInForce(version, day)) ?? null;
}

/**
 * The version that an address means: the one that it names (even before it came into force), else the one on the day, else
 * the newest. `versions` from old to new, at least one.
 */
export function versionMeant<Version extends LawVersion>(
	versions: readonly Version[],
	name: string | null,
	day: Day
): Version {
	return versions.find(({ version }) => version === name) ?? versionOn(versions, day) ?? versions.at(-1)!;
}

/** `自2021年9月1日起施行` and the like, in words for a page. */
export function describeValidity(version: LawVersion): string {
	const from = version.inForceFrom
		? `自${formatDay(version.inForceFrom)}起施行`
		: `${formatDay(version.version)}通过或修正，施行日期未核实`;
	return version.inForceUntil ? `${from}，至${formatDay(version.inForceUntil)}止` : from;
}
