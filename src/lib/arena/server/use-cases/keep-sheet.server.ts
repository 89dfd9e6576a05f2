import * as v from 'valibot';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { acceptTeamSheet } from '../../domain/ballot/sheet.ts';
import { type SheetBody, readSheetBody } from '../../domain/ballot/sheet-body.ts';
import type { BallotKind, BallotState } from '../../domain/hearing/ballot-record.ts';
import { readSentSheet } from '../../domain/ballot/sent-sheet.ts';
import { NO_HEARING, knowHearing } from '../known-hearing.server.ts';
import { confirmBallot, readOwnBallots, saveBallot, sealBallot } from './keep-ballots.server.ts';

const STEPS = { save: saveBallot, seal: sealBallot, confirm: confirmBallot };

/** Keeps, hands in or confirms a judge's sheet as it came from the page; only a whole sheet can be handed in. */
export async function keepSheet(
	ctx: Ctx,
	hearingId: string,
	sent: unknown,
	token: string | null
): Promise<Result<{ readonly version: number; readonly state: BallotState }>> {
	authorise(ctx, 'arena.sit');
	const read = readSentSheet(sent);
	if (!read.success) return refuse('malformed', v.flatten(read.issues).root?.[0] ?? read.issues[0].message);
	const { step, body, ...given } = read.output;
	const known = isId(hearingId) ? await knowHearing(ctx.db, hearingId) : null;
	if (!known) return refuse(...NO_HEARING);
	if (step !== 'save') {
		const { points, notes, reason } = body;
		const whole = acceptTeamSheet({ judge: 'own', side: given.side, points, notes, reason }, known.hearing.seq);
		if (!whole.ok) return whole;
	}
	return STEPS[step](ctx, hearingId, { ...given, body }, token);
}

/** A judge's sheet as its page shows it. */
export interface OwnSheet {
	readonly side: 'plaintiff' | 'defendant';
	readonly kind: BallotKind;
	readonly version: number;
	readonly state: BallotState;
	readonly body: SheetBody;
}

/** The own sheets, read. */
export async function readOwnSheets(ctx: Ctx, hearingId: string, token: string | null): Promise<Result<OwnSheet[]>> {
	authorise(ctx, 'arena.sit');
	const rows = await readOwnBallots(ctx, hearingId, token);
	if (!rows.ok) return rows;
	return ok(
		rows.value.map(({ side, kind, version, state, body }) => ({
			...{ side: side as OwnSheet['side'], kind, version, state },
			body: readSheetBody(body)
		}))
	);
}
