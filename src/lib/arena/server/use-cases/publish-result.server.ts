import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { judgedSides } from '../../domain/ballot/match-result.ts';
import { sidesOf } from '../../domain/ballot/sides-of.ts';
import { sittingJudges } from '../../domain/hearing/hearing.ts';
import type { Party } from '../../domain/hearing/role.ts';
import { NO_HEARING, knowHearing } from '../known-hearing.server.ts';
import { type BallotRow, selectLatest } from '../repository/ballots.server.ts';
import { runCommand } from '../run-command.server.ts';

export interface GivenResult {
	/** Made by the page. */
	readonly key: string;
	readonly winner: Party | null;
	readonly text: string;
}

/** The sheets that count: the real ones, each in its newest version. */
const countedBallots = (rows: readonly BallotRow[]): BallotRow[] => rows.filter(({ kind }) => kind === 'real');

/** Publishes what the ballots came to, once every judge who sits has confirmed a sheet for both sides. @returns the digest of the sheets */
export async function publishResult(ctx: Ctx, hearingId: string, given: GivenResult): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'arena.organise');
	const known = isId(hearingId) ? await knowHearing(ctx.db, hearingId) : null;
	if (!known) return refuse(...NO_HEARING);
	const rows = countedBallots(await selectLatest(ctx.db, hearingId));
	const sides = judgedSides(sidesOf(known));
	const isIn = (seat: string, side: string) =>
		rows.some((row) => row.seatId === seat && row.side === side && row.state === 'confirmed');
	const missing = sittingJudges(known.hearing).filter(({ id }) => sides.some((side) => !isIn(id, side)));
	if (missing.length > 0) {
		return refuse('sheets-missing', `还有评委没有确认评分表：${missing.map(({ name }) => name).join('、')}。`);
	}
	const digest = sha256(canonical(rows.map(({ seatId, side, version, body }) => ({ seatId, side, version, body }))));
	const detail = { digest, winner: given.winner, text: given.text };
	const done = await runCommand(me, hearingId, given.key, { by: 'organiser', act: 'publish', detail });
	if (!done.ok) return done;
	await recordAudit(me, 'arena.organise', `hearing:${hearingId}`, { published: digest, winner: given.winner });
	return ok(digest);
}
