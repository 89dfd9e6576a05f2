import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf, formatDay } from '#lib/shared/time.ts';
import { describeChange } from '../../domain/basis.ts';
import { CITING_KINDS } from '../../domain/citing.ts';
import { type Settled } from '../../domain/currency.ts';
import { STANDINGS, VERDICTS, type Verdict } from '../../domain/standing.ts';
import type { KnownVersion } from '../../domain/succession.ts';
import { compareArticles } from '../compare-articles.server.ts';
import { forget } from '../repository/kept-basis.server.ts';
import * as currencyRepository from '../repository/currency.server.ts';
import { settleAhead } from '../reviewing.server.ts';

/**
 * One affected piece: what changed, the cited articles old and new, what was decided so far, and the next open review.
 * @param counterparts articles of a differently numbered law that the reader wants beside the cited ones, by cited article
 */
export async function readReview(ctx: Ctx, id: string, counterparts: Readonly<Record<string, string>> = {}) {
	authorise(ctx, 'law.readChanges');
	const state = await currencyRepository.selectState(ctx.db);
	const settled = settleAhead(ctx, state);
	const one = settled.find(({ reviewId }) => reviewId === id);
	if (!one) return refuse('no-such-review', await whyNoReview(ctx, id));
	const [articles, decisions] = await Promise.all([
		compareArticles(ctx.db, one, state.books.versions, counterparts),
		readDecisions(ctx, id)
	]);
	const { kind, title, asOf, standing, reason } = one;
	return ok({
		...{ id, articles, decisions, change: describeChange(one, state.books.versions), since: one.since },
		piece: { kind, id: one.id, version: one.version, title, asOf, kindLabel: CITING_KINDS[kind] },
		titles: titlesOf(one, state.books.versions),
		...{ standing, standingLabel: STANDINGS[standing], reason, isAhead: one.since > dayOf(ctx.now) },
		...{ next: nextOpen(settled, id), mayDecide: mayRun(ctx.actor, 'law.decideChange') }
	});
}

/** What stands over the two columns; `after` null = nothing took its place. */
function titlesOf({ law, from, to }: Settled, versions: readonly KnownVersion[]) {
	const titleOf = (id: string, version: string | null) => {
		const title = versions.find((one) => one.law === id)?.title ?? id;
		return `《${title}》${version === null ? '' : `${formatDay(version)}版`}`;
	};
	return { before: titleOf(law, from), after: to && titleOf(to.law, to.version) };
}

/** The next open review after this one, from the top again at the end. */
function nextOpen(settled: readonly Settled[], id: string): string | null {
	const at = settled.findIndex(({ reviewId }) => reviewId === id);
	const round = [...settled.slice(at + 1), ...settled.slice(0, Math.max(0, at))];
	return round.find(({ standing }) => standing === 'open')?.reviewId ?? null;
}

async function whyNoReview(ctx: Ctx, id: string): Promise<string> {
	const stored = await currencyRepository.selectReview(ctx.db, id);
	if (!stored) return '没有这条复核。';
	const piece = `${CITING_KINDS[stored.kind]}“${stored.title}”`;
	return `${piece}的这条复核已不需要：它已换成新版本或已撤下，或者所引的法又有变动，请回到法规变动看最新的一条。`;
}

async function readDecisions(ctx: Ctx, reviewId: string) {
	const rows = await currencyRepository.selectDecisions(ctx.db, reviewId);
	const people = await readPeople(ctx, [...new Set(rows.map(({ decidedBy }) => decidedBy))]);
	return rows.map(({ number, verdict, reason, decidedBy, decidedAt }) => ({
		...{ number, verdict, verdictLabel: VERDICTS[verdict], reason, on: dayOf(decidedAt) },
		...{ by: people.get(decidedBy)?.name ?? '（已离开的人员）', isOwn: decidedBy === ctx.actor?.personId }
	}));
}

export interface NewVerdict {
	readonly verdict: Verdict;
	readonly reason: string;
	/** How many decisions the reviewer had seen: one who decides about a page that is out of date is told so. */
	readonly seen: number;
}

/** Releases or retires an affected piece. Posting the same decision twice stores it once. @returns the next open review */
export async function decideReview(
	ctx: Ctx,
	id: string,
	{ verdict, reason, seen }: NewVerdict
): Promise<Result<{ next: string | null }>> {
	const me = authorisePerson(ctx, 'law.decideChange');
	const settled = settleAhead(ctx, await currencyRepository.selectState(ctx.db));
	const one = settled.find(({ reviewId }) => reviewId === id);
	if (!one) return refuse('no-such-review', await whyNoReview(ctx, id));
	const saved = await inTransaction(me, async (inner) => {
		await currencyRepository.insertReviews(inner.db, [one], ctx.now);
		const before = await currencyRepository.selectDecisions(inner.db, id);
		if (before.length !== seen) return false;
		const number = seen + 1;
		const decision = { reviewId: id, number, verdict, reason, decidedBy: me.actor.personId, decidedAt: ctx.now };
		if (!(await currencyRepository.insertDecision(inner.db, decision))) return false;
		const { kind, version, law, from, to } = one;
		const about = { kind, piece: one.id, version, law, from, to, number, verdict, reason };
		await recordAudit(inner, 'law.decideChange', `review:${id}`, about);
		return true;
	});
	forget(ctx.db);
	const next = nextOpen(settled, id);
	if (saved) return ok({ next });
	const last = (await readDecisions(ctx, id)).at(-1);
	if (last?.isOwn && last.verdict === verdict && last.reason === reason) return ok({ next });
	return refuse('decided-meanwhile', describeLast(last));
}

function describeLast(last: Awaited<ReturnType<typeof readDecisions>>[number] | undefined): string {
	if (!last) return '页面已过期，请核对后重新提交；填写的理由还在。';
	return `${last.by}已于${formatDay(last.on)}作出“${last.verdictLabel}”的决定：${last.reason}　请看过再定；填写的理由还在。`;
}
