import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { bestAdvocates, type RankedAdvocate } from '../../domain/ballot/best-advocate.ts';
import { type AdvocateCriterion, formatPoints } from '../../domain/ballot/criteria.ts';
import type { MatchResult } from '../../domain/ballot/match-result.ts';
import type { TeamSheet } from '../../domain/ballot/sheet.ts';
import type { Hearing } from '../../domain/hearing/hearing.ts';
import { partyOf } from '../../domain/hearing/role.ts';
import { type MarkedSheet, countMatch } from '../counted-match.server.ts';
import { recordHearing } from '../ledger-entries.server.ts';
import { NO_HEARING } from '../known-hearing.server.ts';
import { publishResult } from './publish-result.server.ts';
import { openStream } from './read-hearing.server.ts';

type Side = TeamSheet['side'];

/** What the confirmed sheets come to by the rule that was declared, or why they come to nothing yet; no sheet is shown. */
export async function countBallots(ctx: Ctx, hearingId: string): Promise<Result<MatchResult>> {
	authorisePerson(ctx, 'arena.organise');
	const counted = isId(hearingId) ? await countMatch(ctx.db, hearingId) : null;
	return counted ? counted.result : refuse(...NO_HEARING);
}

/** Publishes the result that the sheets come to: winner and words are computed, never given. @param key made by the page */
export async function publishMatch(ctx: Ctx, hearingId: string, key: string): Promise<Result<string>> {
	authorisePerson(ctx, 'arena.organise');
	const counted = isId(hearingId) ? await countMatch(ctx.db, hearingId) : null;
	if (!counted) return refuse(...NO_HEARING);
	const { result, sides: match, sheets, bundle } = counted;
	if (!result.ok) return result;
	const { winner, reason, sides: counts } = result.value;
	const scores = match.contested.map((side) => `${match.names[side]}方 ${formatPoints(counts[side].score)} 分`);
	const text = `${scores.join('，')}。${reason}`;
	return inTransaction(ctx, async (inner) => {
		const done = await publishResult(inner, hearingId, { key, winner, text });
		// The same press again has its first answer, and the ledger its entries.
		if (done.ok && !counted.hearing.course.published) await recordHearing(inner, { id: hearingId, bundle, sheets });
		return done;
	});
}

export interface OpenSheet extends TeamSheet {
	readonly judgeName: string;
}
export interface OpenResult {
	readonly match: MatchResult;
	readonly sheets: readonly OpenSheet[];
	readonly advocates: readonly (RankedAdvocate & { readonly name: string; readonly side: Side })[];
}

/** The result with every sheet behind it, for whoever may look at the hearing; null until it is published. */
export async function readResult(
	ctx: Ctx,
	hearingId: string,
	token: string | null
): Promise<Result<OpenResult | null>> {
	authorise(ctx, 'arena.sit');
	const looking = await openStream(ctx, hearingId, token);
	if (!looking.ok) return looking;
	if (!looking.value.known.hearing.course.published) return ok(null);
	const counted = await countMatch(ctx.db, hearingId);
	if (!counted?.result.ok) return ok(null);
	const { hearing, sheets, result } = counted;
	const nameOf = (id: string) => hearing.course.seats.find((seat) => seat.id === id)?.name ?? id;
	return ok({
		match: result.value,
		sheets: sheets.map(({ advocates: _, ...sheet }) => ({ ...sheet, judgeName: nameOf(sheet.judge) })),
		advocates: rank(hearing, sheets).map((one) => ({ ...one, name: nameOf(one.id), side: sideOf(hearing, one.id) }))
	});
}

const sideOf = (hearing: Hearing, seatId: string): Side =>
	(partyOf(hearing.course.seats.find(({ id }) => id === seatId)) ?? 'plaintiff') as Side;

const WHOLE = 5;

/** Advocates whom a judge has marked in full; an incomplete row counts for nobody. */
function rank(hearing: Hearing, sheets: readonly MarkedSheet[]): RankedAdvocate[] {
	const marked = sheets.flatMap(({ judge, side, advocates }) =>
		Object.entries(advocates)
			.filter(([, points]) => Object.keys(points).length === WHOLE)
			.map(([advocate, points]) => ({ judge, advocate, side, points: points as Record<AdvocateCriterion, number> }))
	);
	const own = hearing.course.seats.filter(({ role }) => role === 'plaintiff' || role === 'defendant');
	const stagesOf = (id: string) =>
		new Set(hearing.court.lines.filter(({ seatId }) => seatId === id).map(({ stage }) => stage)).size;
	const advocates = own.map(({ id }) => ({ id, side: sideOf(hearing, id), stages: stagesOf(id) }));
	return bestAdvocates(advocates, { sheets: marked, teams: sheets });
}
