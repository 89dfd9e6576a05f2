import { sha256 } from '#lib/shared/canonical.ts';
import type { Day } from '#lib/shared/time.ts';
import type { PieceCitation } from './citing.ts';
import type { Standing, Verdict } from './standing.ts';
import { type KnownVersion, type Successor, succeed } from './succession.ts';

/** A shown piece whose law has changed; `to` null = nothing took its place. */
export interface Affected extends PieceCitation {
	readonly to: Successor | null;
	/** First day on which it is so. */
	readonly since: Day;
}

/** A review of one affected piece with its latest decision; `verdict` null = not decided. */
export interface Review {
	/** See `reviewId`. */
	readonly id: string;
	readonly verdict: Verdict | null;
	readonly reason: string | null;
	readonly kind: string;
	readonly pieceId: string;
	readonly pieceVersion: number;
	readonly law: string;
	readonly toLaw: string | null;
	readonly toVersion: Day | null;
}

/** What is known of the cited laws. `texts`: digest of an imported article by `textKey`. */
export interface Books {
	readonly versions: readonly KnownVersion[];
	readonly texts: ReadonlyMap<string, string>;
	readonly reviews: readonly Review[];
}

export interface Settled extends Affected {
	readonly reviewId: string;
	readonly standing: Standing;
	/** Of the decision or of the comparison; null while open. */
	readonly reason: string | null;
}

export const textKey = (law: string, version: Day, article: string) => `${law}/${version}/${article}`;

/** Names the review of a piece for a change: the same on every node and before anything is stored. */
export function reviewId({ kind, id, version, law, from, to }: Omit<Affected, 'since'>): string {
	return sha256([kind, id, version, law, from, to?.law ?? '', to?.version ?? ''].join('\n')).slice(0, 32);
}

/** Every piece that cites a version which on `on` has ended or has a successor. A version that is not recorded touches nothing. */
export function affectedPieces(
	citations: readonly PieceCitation[],
	versions: readonly KnownVersion[],
	on: Day
): Affected[] {
	return citations.flatMap((one) => {
		const cited = versions.find(({ law, version }) => law === one.law && version === one.from);
		const change = cited ? succeed(versions, cited, on) : null;
		if (!change) return [];
		const { to, since } = change;
		return [{ ...one, to: to && { law: to.law, version: to.version }, since }];
	});
}

/** The affected pieces of a day, each with what has become of it. */
export function settle(citations: readonly PieceCitation[], books: Books, on: Day): Settled[] {
	return affectedPieces(citations, books.versions, on).map((one) => {
		const own = books.reviews.filter(
			({ kind, pieceId, pieceVersion }) => kind === one.kind && pieceId === one.id && pieceVersion === one.version
		);
		return { ...one, reviewId: reviewId(one), ...judge(one, books, own) };
	});
}

function judge(one: Affected, { texts }: Books, own: readonly Review[]): Pick<Settled, 'standing' | 'reason'> {
	const retired = own.find(({ verdict }) => verdict === 'retired');
	if (retired) return { standing: 'retired', reason: retired.reason };
	const released = own.filter(({ verdict, law }) => verdict === 'released' && law === one.law);
	const same = released.find(
		({ toLaw, toVersion }) => toLaw === (one.to?.law ?? null) && toVersion === (one.to?.version ?? null)
	);
	if (same) return { standing: 'released', reason: same.reason };
	const readsAs = compareWith(one, texts);
	if (readsAs(one.law, one.from)) return { standing: 'unchanged', reason: UNCHANGED };
	const before = released.find(
		({ toLaw, toVersion }) => toLaw !== null && toVersion !== null && readsAs(toLaw, toVersion)
	);
	if (before) return { standing: 'unchanged', reason: `${UNCHANGED_SINCE}${before.reason}` };
	return { standing: 'open', reason: null };
}

const UNCHANGED = '所引条文两版文字相同，自动放行。';
const UNCHANGED_SINCE = '所引条文与上次放行时核对的文字相同，自动放行。上次的理由：';

/** Tells whether every cited article of the successor is word for word that of a version; never where a text is missing. */
function compareWith({ to, articles }: Affected, texts: Books['texts']) {
	return (law: string, version: Day): boolean => {
		if (!to?.version || to.law !== law) return false;
		const successor = to.version;
		return articles.every((article) => {
			const after = texts.get(textKey(law, successor, article));
			return after !== undefined && after === texts.get(textKey(law, version, article));
		});
	};
}
