import { compareText } from '#lib/shared/compare-text.ts';
import { type Day, addDays, formatDay } from '#lib/shared/time.ts';

/** What is known about the validity of one version. */
export interface VersionClaims {
	readonly version: Day;
	/** Listed by a file of `content/law`, whose dates stand over what an import found. */
	readonly isStated: boolean;
	readonly statedFrom: Day | null;
	readonly statedUntil: Day | null;
	/** From the text itself; null = the text gives none, or there is no text. */
	readonly foundFrom: Day | null;
}

export interface SettledVersion {
	readonly version: Day;
	readonly inForceFrom: Day | null;
	/** Before `inForceFrom` (or the version's own date) = never in force as far as is known. */
	readonly inForceUntil: Day | null;
}

/** Two sources that disagree about a version; `kept` stands. */
export interface Disagreement {
	readonly version: Day;
	readonly message: string;
}

/**
 * Turns what is known into validities that never overlap: a version ends on the day before the next one begins.
 * A stated date stands; a found date that differs is reported. An imported version that would begin within a stated
 * period gives way (it ends before it begins) and is reported, because only a person can tell which date is wrong.
 * A version without a date in force begins, as a lower bound, on its own date (`isInForce`).
 */
export function settleVersions(claims: readonly VersionClaims[]): {
	versions: SettledVersion[];
	disagreements: Disagreement[];
} {
	const disagreements: Disagreement[] = [];
	const dated = claims.map((one) => {
		const from = (one.isStated ? one.statedFrom : null) ?? one.foundFrom;
		if (one.isStated && one.statedFrom && one.foundFrom && one.statedFrom !== one.foundFrom) {
			const message = `施行日期：平台资料写${formatDay(one.statedFrom)}，文本写${formatDay(one.foundFrom)}，以平台资料为准`;
			disagreements.push({ version: one.version, message });
		}
		return { ...one, from, begin: from ?? one.version };
	});
	dated.sort((left, right) => compareText(left.begin, right.begin) || compareText(left.version, right.version));
	const covers = (one: (typeof dated)[number], day: Day) =>
		one.isStated && one.begin <= day && one.statedUntil !== null && day <= one.statedUntil;
	const yields = (one: (typeof dated)[number]) =>
		!one.isStated && dated.some((other) => other !== one && covers(other, one.begin));
	for (const one of dated.filter(yields)) {
		const message = `${formatDay(one.begin)}落在平台资料写明的另一版的施行期间内，这一版暂不采用，请核对施行日期`;
		disagreements.push({ version: one.version, message });
	}
	const counting = dated.filter((one) => !yields(one));
	const versions = dated.map((one) => {
		const next = counting[counting.indexOf(one) + 1];
		const computed = yields(one) ? addDays(one.begin, -1) : next ? addDays(next.begin, -1) : null;
		const until = one.isStated && one.statedUntil !== null ? earlier(one.statedUntil, computed) : computed;
		return { version: one.version, inForceFrom: one.from, inForceUntil: until };
	});
	return { versions, disagreements };
}

const earlier = (stated: Day, computed: Day | null) => (computed !== null && computed < stated ? computed : stated);
