import { type Day, addDays } from '#lib/shared/time.ts';
import { type LawVersion, isInForce, beginOf } from './in-force.ts';

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

/** Later in the law's own line: by beginning, and by name where two began on one day. */
function isLater(one: LawVersion, other: LawVersion): boolean {
	const [left, right] = [beginOf(one), beginOf(other)];
	return left > right || (left === right && one.version > other.version);
}

/** A version whose end was set before its beginning was never in force as far as is known: it takes nobody's place. */
export const wasInForce = (one: LawVersion) => one.inForceUntil === null || one.inForceUntil >= beginOf(one);

/**
 * What stands on `on` in the place of a version that had begun by then; null = the version itself still applies.
 * A newer version of the same law goes before another law that replaced it. Chains are followed to their end.
 */
export function succeed(versions: readonly KnownVersion[], cited: KnownVersion, on: Day): Succession | null {
	if (beginOf(cited) > on) return null;
	const newer = begunBy(on, cited.law, versions).filter((one) => isLater(one, cited));
	if (newer.length === 0 && isInForce(cited, on)) return null;
	const ended = cited.inForceUntil === null ? [] : [addDays(cited.inForceUntil, 1)];
	const stopped = [...ended, ...newer.map(beginOf)].sort()[0]!;
	const last = lastOf([cited, ...newer]);
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
	const begun = begunBy(on, law, versions);
	if (begun.length === 0 || seen.has(law)) return { to: { law, version: null }, since: gone };
	const last = lastOf(begun);
	if (isInForce(last, on)) return { to: last, since: latest(gone, beginOf(last)) };
	const after = addDays(last.inForceUntil!, 1);
	if (last.replacedBy === null) return { to: null, since: after };
	return replacement(versions, last.replacedBy, { on, gone: after, seen: new Set([...seen, law]) });
}

const begunBy = (on: Day, law: string, versions: readonly KnownVersion[]) =>
	versions.filter((one) => one.law === law && beginOf(one) <= on && wasInForce(one));
const lastOf = (versions: readonly KnownVersion[]) => versions.reduce((last, one) => (isLater(one, last) ? one : last));
const latest = (left: Day, right: Day) => (left > right ? left : right);
