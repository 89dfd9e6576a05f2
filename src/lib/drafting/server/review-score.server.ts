import type { ReviewBody } from '../domain/piece-bodies.ts';
import type { Finding, KeyEntry } from '../domain/review/finding.ts';
import { type ReviewScore, keyFor, matchFindings } from '../domain/review/match-findings.ts';
import * as reviews from './repository/reviews.server.ts';

/** A stored finding as the domain knows it. */
export function toFinding({ document, field, rule, severity, consequence }: reviews.StoredFinding): Finding {
	return { document: reviews.documentOfKey(document), field, rule, severity, consequence };
}

/** The decisions that stand: of several about one finding the last. */
export function standingRulings(all: readonly reviews.StoredRuling[]) {
	const last = new Map(all.map((one) => [`${one.document} ${one.rule}`, one]));
	return [...last.values()].map(({ document, rule, verdict, reason, severity, ruledAt }) => ({
		...{ document: reviews.documentOfKey(document), rule, verdict, reason, severity, at: ruledAt.getTime() }
	}));
}

export const seededKey = ({ defects }: Pick<ReviewBody, 'defects'>): KeyEntry[] =>
	defects.map((defect) => ({ ...defect, origin: 'seeded' }));

interface HandedIn {
	readonly findings: readonly Finding[];
	readonly handedInAt: Date;
	readonly rulings: readonly reviews.StoredRuling[];
}

/** The score of a review that was handed in, as of now: what is accepted later changes it. */
export function scoreOf(body: Pick<ReviewBody, 'defects'>, { findings, handedInAt, rulings }: HandedIn): ReviewScore {
	const standing = standingRulings(rulings);
	const accepted = standing.filter(({ verdict }) => verdict === 'accepted');
	const key = keyFor(seededKey(body), accepted, { findings, handedInAt: handedInAt.getTime() });
	return matchFindings(findings, key, standing);
}
