import type { Day } from '#lib/shared/time.ts';
import { type LawVersion, isInForce, versionOn } from './in-force.ts';
import { type KnownVersion, succeed } from './succession.ts';

/**
 * 从旧兼从轻: which law counts when it changed between the act and the decision. The law of the act is the rule; the law
 * of the decision counts where it punishes less or no longer punishes. Comparing them is left to the officer.
 * `differ` = there is something to compare.
 * @law 行政处罚法 第三十七条
 */
export interface DatePair {
	/** The day on which the act ended. */
	readonly act: { readonly day: Day; readonly version: Day | null };
	/** The day of the decision; `law` is another one where it replaced the first. */
	readonly decision: { readonly day: Day; readonly law: string; readonly version: Day | null };
	readonly differ: boolean;
}

/**
 * The version of a law on the day of the act, and what applies on the day of the decision.
 * @param versions of the law and of the laws that may have replaced it
 * @returns null when the decision would come before the act
 */
export function pairVersions(
	versions: readonly KnownVersion[],
	law: string,
	{ on, decided }: { on: Day; decided: Day }
): DatePair | null {
	if (decided < on) return null;
	const own = versions.filter((one) => one.law === law).sort((left, right) => (left.version < right.version ? -1 : 1));
	const then = versionOn(own, on);
	const change = then && succeed(versions, then, decided);
	const now = then
		? change
			? { law: change.to?.law ?? law, version: change.to?.version ?? null }
			: { law, version: then.version }
		: { law, version: versionOn(own, decided)?.version ?? null };
	const act = { day: on, version: then?.version ?? null };
	return { act, decision: { day: decided, ...now }, differ: now.law !== law || now.version !== act.version };
}

/** Which of the two days a version was in force on, in words; null = on both. */
export function describeSide(version: LawVersion, { on, decided }: { on: Day; decided: Day }): string | null {
	const [then, now] = [isInForce(version, on), isInForce(version, decided)];
	return then === now ? null : then ? '行为时的法' : '决定时的法';
}

/** One side of the pair for a page; `version` null = nothing was in force that day, or nothing is known of it. */
export interface SideView {
	readonly law: string;
	readonly title: string;
	readonly version: Day | null;
	readonly validity: string | null;
	readonly heading: string | null;
	/** Official text, else our gist, of the article asked for; null = none is here. */
	readonly text: string | null;
	readonly isOfficial: boolean;
}

export interface PairView {
	readonly on: Day;
	readonly decided: Day;
	readonly differ: boolean;
	readonly act: SideView;
	readonly decision: SideView;
}
