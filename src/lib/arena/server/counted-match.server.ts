import type { Db } from '#db/connect.ts';
import { type AdvocateCriterion, POINT } from '../domain/ballot/criteria.ts';
import { decideMatch, judgedSides } from '../domain/ballot/match-result.ts';
import type { TeamSheet } from '../domain/ballot/sheet.ts';
import { readSheetBody } from '../domain/ballot/sheet-body.ts';
import { sidesOf } from '../domain/ballot/sides-of.ts';
import { pointsAgainst } from '../domain/hearing/acts/objections.ts';
import type { BallotKind } from '../domain/hearing/ballot-record.ts';
import { sittingJudges } from '../domain/hearing/hearing.ts';
import type { Party } from '../domain/hearing/role.ts';
import { knowHearing } from './known-hearing.server.ts';
import { type BallotRow, selectLatest } from './repository/ballots.server.ts';
import { selectHearing } from './repository/hearings.server.ts';

// For the use-cases of a result, which know who may see what of it: here nobody is asked.

/** A team sheet with what its judge gave to the advocates of that side. */
export interface MarkedSheet extends TeamSheet {
	readonly advocates: Readonly<Record<string, Readonly<Partial<Record<AdvocateCriterion, number>>>>>;
}

/** Sheets of one kind that their judges have confirmed. */
export function confirmedSheets(rows: readonly BallotRow[], wanted: BallotKind): MarkedSheet[] {
	return rows
		.filter(({ kind, state }) => kind === wanted && state === 'confirmed')
		.map(({ seatId, side, body }) => {
			const { points, ...rest } = readSheetBody(body);
			return { judge: seatId, side: side as TeamSheet['side'], points: points as TeamSheet['points'], ...rest };
		});
}

/** A hearing with the sheets that count and what they come to; whoever was recused on the way has none that counts. */
export async function countMatch(db: Db, hearingId: string) {
	const [known, row] = await Promise.all([knowHearing(db, hearingId), selectHearing(db, hearingId)]);
	if (!known || !row) return null;
	const { hearing } = known;
	const sides = sidesOf(known);
	const judges = sittingJudges(hearing).map(({ id }) => id);
	const rows = await selectLatest(db, hearingId);
	const judged = judgedSides(sides);
	const isCounted = ({ judge, side }: TeamSheet) => judges.includes(judge) && judged.includes(side);
	const sheets = confirmedSheets(rows, 'real').filter(isCounted);
	const penaltyOf = (party: Party) => pointsAgainst(hearing.court.penalties, party) * POINT;
	const penalties = { plaintiff: penaltyOf('plaintiff'), defendant: penaltyOf('defendant') };
	const result = decideMatch({ rule: row.resultRule, judges, sheets, penalties, ...sides });
	const { bundle } = known.frame.file;
	return { hearing, bundle, sheets, shadows: confirmedSheets(rows, 'shadow'), result, sides };
}
