import { beginOf } from './in-force.ts';
import { type Day, addDays } from '#lib/shared/time.ts';
import type { Settled } from './currency.ts';
import { type KnownVersion, type Successor, wasInForce } from './succession.ts';

/** A version took another's place (`from` null = the one before is not recorded; `to` null = nothing came after). */
export interface Change {
	readonly law: string;
	readonly from: Day | null;
	readonly to: Successor | null;
	readonly since: Day;
	/** The pieces it touches. */
	readonly pieces: readonly Settled[];
}

/** The changes that touch something, and those of the versions that began or ended in `[since, until]`; newest first. */
export function changesOf(
	settled: readonly Settled[],
	versions: readonly KnownVersion[],
	{ since, until }: { since: Day; until: Day }
): Change[] {
	const changes = new Map<string, Change>();
	for (const change of [...settled.map(touched), ...recorded(versions)]) {
		const inSight = change.pieces.length > 0 || (change.since >= since && change.since <= until);
		if (!inSight) continue;
		const key = changeKey(change);
		const before = changes.get(key);
		changes.set(key, before ? { ...before, pieces: [...before.pieces, ...change.pieces] } : change);
	}
	return [...changes.values()].sort((left, right) =>
		left.since > right.since ? -1 : left.since < right.since ? 1 : 0
	);
}

/** Names a change in an address and in a list. */
export function changeKey({ law, from, to }: Pick<Change, 'law' | 'from' | 'to'>): string {
	return [law, from ?? '', to?.law ?? '', to?.version ?? ''].join('~');
}

const touched = (one: Settled): Change => ({
	law: one.law,
	from: one.from,
	to: one.to,
	since: one.since,
	pieces: [one]
});

/** What the versions themselves say: each beginning with what it took the place of, each end with nothing after it. */
function recorded(all: readonly KnownVersion[]): Change[] {
	const versions = all.filter(wasInForce);
	return versions.flatMap((version) => {
		const { law, inForceUntil } = version;
		const begin = beginOf(version);
		const own = versions.filter((one) => one.law === law);
		const previous = own.filter((one) => one.version < version.version).at(-1);
		const replaced = previous ? [] : versions.filter((one) => one.replacedBy === law);
		const before = previous ? [previous] : replaced;
		const to = { law, version: version.version };
		const begun: Change[] =
			before.length > 0
				? before.map((one) => ({ law: one.law, from: one.version, to, since: begin, pieces: [] }))
				: [{ law, from: null, to, since: begin, pieces: [] }];
		const isLast = version.replacedBy === null && own.every((one) => one.version <= version.version);
		if (inForceUntil === null || !isLast) return begun;
		return [...begun, { law, from: version.version, to: null, since: addDays(inForceUntil, 1), pieces: [] }];
	});
}
