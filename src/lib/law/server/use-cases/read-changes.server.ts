import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Day, addDays, dayOf } from '#lib/shared/time.ts';
import { type Change, changeKey, changesOf } from '../../domain/changes.ts';
import { CITING_KINDS, type ReviewedKind } from '../../domain/citing.ts';
import { type Settled } from '../../domain/currency.ts';
import { STANDINGS, type Standing } from '../../domain/standing.ts';
import type { KnownVersion } from '../../domain/succession.ts';
import * as currencyRepository from '../repository/currency.server.ts';
import { settleAhead } from '../reviewing.server.ts';

/** Changes that touch nothing are listed for a year. */
const LISTED_DAYS = 365;
const AHEAD_DAYS = 365;

export interface ChangeFilter {
	/** '' = all */
	readonly standing: Standing | '';
	readonly kind: ReviewedKind | '';
}

/** The changes of law with the pieces they touch, newest first, and how many of all are in which state. */
export async function readChanges(ctx: Ctx, filter: ChangeFilter) {
	authorise(ctx, 'law.readChanges');
	const today = dayOf(ctx.now);
	const since = addDays(today, -LISTED_DAYS);
	const [state, recent] = await Promise.all([
		currencyRepository.selectState(ctx.db),
		currencyRepository.selectRecent(ctx.db, since)
	]);
	const settled = settleAhead(ctx, state);
	const wanted = settled.filter(
		({ standing, kind }) => (!filter.standing || standing === filter.standing) && (!filter.kind || kind === filter.kind)
	);
	const versions = [...state.books.versions, ...recent];
	const isFiltered = filter.standing !== '' || filter.kind !== '';
	const changes = changesOf(wanted, recent, { since, until: addDays(today, AHEAD_DAYS) });
	const people = await readDecisions(ctx, wanted);
	return {
		changes: changes
			.filter(({ pieces }) => !isFiltered || pieces.length > 0)
			.map((change) => toEntry(change, versions, today, people)),
		counts: countStandings(settled),
		filter,
		mayDecide: mayRun(ctx.actor, 'law.decideChange')
	};
}
export type ChangeEntry = Awaited<ReturnType<typeof readChanges>>['changes'][number];

function countStandings(settled: readonly Settled[]): Record<Standing, number> {
	const names = Object.keys(STANDINGS) as Standing[];
	const counts = names.map((name) => [name, settled.filter(({ standing }) => standing === name).length]);
	return Object.fromEntries(counts) as Record<Standing, number>;
}

/** When each review was opened and who decided it last. */
async function readDecisions(ctx: Ctx, settled: readonly Settled[]) {
	const ids = settled.map(({ reviewId }) => reviewId);
	const [opened, decisions] = await Promise.all([
		currencyRepository.selectOpened(ctx.db, ids),
		currencyRepository.selectLatestDecisions(ctx.db, ids)
	]);
	const people = await readPeople(ctx, [...new Set(decisions.map(({ decidedBy }) => decidedBy))]);
	const byReview = new Map(decisions.map((one) => [one.reviewId, one]));
	return (reviewId: string) => {
		const decision = byReview.get(reviewId);
		return {
			openedOn: opened.has(reviewId) ? dayOf(opened.get(reviewId)!) : null,
			decidedOn: decision ? dayOf(decision.decidedAt) : null,
			decidedBy: decision ? (people.get(decision.decidedBy)?.name ?? null) : null
		};
	};
}

function toEntry(
	change: Change,
	versions: readonly KnownVersion[],
	today: Day,
	about: (reviewId: string) => { openedOn: Day | null; decidedOn: Day | null; decidedBy: string | null }
) {
	const known = (law: string, version: Day | null) =>
		versions.find((one) => one.law === law && (version === null || one.version === version));
	const describe = (law: string, version: Day | null) => ({
		...{ law, version, title: known(law, version)?.title ?? law },
		hasText: version !== null && (known(law, version)?.hasText ?? false)
	});
	return {
		key: changeKey(change),
		from: change.from === null ? null : describe(change.law, change.from),
		to: change.to && describe(change.to.law, change.to.version),
		since: change.since,
		isAhead: change.since > today,
		pieces: change.pieces.map(({ kind, id, title, asOf, articles, standing, reason, reviewId }) => ({
			...{ kind, id, title, asOf, articles, standing, reason, reviewId },
			...{ kindLabel: CITING_KINDS[kind], standingLabel: STANDINGS[standing], ...about(reviewId) }
		}))
	};
}
