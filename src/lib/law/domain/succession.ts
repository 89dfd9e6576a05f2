import { type Day, addDays } from '#lib/shared/time.ts';
import { type LawVersion, isInForce } from './in-force.ts';

/** A version of a law as currency looks at it. */
export interface KnownVersion extends LawVersion {
	readonly law: string;
	readonly title: string;
	/** The other law that took its place when it ended; null = none, or a newer version of the same law did. */
	readonly replacedBy: string | null;
	/** Whether the official text is here. */
	readonly hasText: boolean;
}

/** What stands in the place of a version; `version` null = the replacing law is not in force yet, or not known in a version. */
export interface Successor {
	readonly law: string;
	readonly version: Day | null;
}

/** A version's place was taken. `to` null = nothing took it. */
export interface Succession {
	readonly to: Successor | null;
	/** First day on which this holds. */
	readonly since: Day;
}

const beginOf = ({ inForceFrom, version }: LawVersion) => inForceFrom ?? version;

/**
 * What stands on `on` in the place of a version that had begun by then; null = the version itself still applies.
 * A newer version of the same law goes before another law that replaced it. Chains are followed to their end.
 */
export function succeed(versions: readonly KnownVersion[], cited: KnownVersion, on: Day): Succession | null {
	if (beginOf(cited) > on) return null;
	const newer = versions.filter((one) => one.law === cited.law && one.version > cited.version && beginOf(one) <= on);
	if (newer.length === 0 && isInForce(cited, on)) return null;
	const ended = cited.inForceUntil === null ? [] : [addDays(cited.inForceUntil, 1)];
	const stopped = [...ended, ...newer.map(beginOf)].sort()[0]!;
	const last = newestOf([cited, ...newer]);
	if (isInForce(last, on)) return { to: last, since: latest(stopped, beginOf(last)) };
	const gone = addDays(last.inForceUntil!, 1);
	if (last.replacedBy === null) return { to: null, since: gone };
	return replacement(versions, last.replacedBy, { on, gone, seen: new Set([cited.law]) });
}

interface Walk {
	readonly on: Day;
	/** The day after the last one on which the law before was in force. */
	readonly gone: Day;
	/** Laws already passed: two files that name each other must not go round for ever. */
	readonly seen: ReadonlySet<string>;
}

function replacement(versions: readonly KnownVersion[], law: string, { on, gone, seen }: Walk): Succession {
	const begun = versions.filter((one) => one.law === law && beginOf(one) <= on);
	if (begun.length === 0 || seen.has(law)) return { to: { law, version: null }, since: gone };
	const last = newestOf(begun);
	if (isInForce(last, on)) return { to: last, since: latest(gone, beginOf(last)) };
	const after = addDays(last.inForceUntil!, 1);
	if (last.replacedBy === null) return { to: null, since: after };
	return replacement(versions, last.replacedBy, { on, gone: after, seen: new Set([...seen, law]) });
}

const newestOf = (versions: readonly KnownVersion[]) =>
	versions.reduce((newest, one) => (one.version > newest.version ? one : newest));
const latest = (left: Day, right: Day) => (left > right ? left : right);
