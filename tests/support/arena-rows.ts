// Rows of tests/db/permissions.test.ts: the use-cases of the arena that a role decides about. Where the seat decides, see arena.test.ts.
import { publishResult } from '#lib/arena/server/use-cases/publish-result.server.ts';
import { countBallots, publishMatch } from '#lib/arena/server/use-cases/decide-result.server.ts';
import { decideRecusal } from '#lib/arena/server/use-cases/decide-recusal.server.ts';
import { draftCaseStudy } from '#lib/arena/server/use-cases/draft-case-study.server.ts';
import { practiseReview } from '#lib/arena/server/use-cases/review-hearing.server.ts';
import { readBallots } from '#lib/arena/server/use-cases/keep-ballots.server.ts';
import * as plan from '#lib/arena/server/use-cases/plan-hearing.server.ts';
import { listHearings } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import * as schedule from '#lib/arena/server/use-cases/schedule-hearing.server.ts';
import * as seats from '#lib/arena/server/use-cases/seat-people.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { givenSeat, key, newHearing } from './arena.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;
const NOBODYS = '019ab000-0000-7000-8000-000000000000';

export const hearingListRows: Rows = {
	listHearings: (ctx) => listHearings(ctx),
	listProcedures: (ctx) => schedule.listProcedures(ctx)
};

export const hearingOrganiserRows: Rows = {
	scheduleHearing: (ctx) => schedule.scheduleHearing(ctx, newHearing()),
	publishCaseFile: (ctx) => schedule.publishCaseFile(ctx, NOBODYS, key()),
	cancelHearing: (ctx) => schedule.cancelHearing(ctx, NOBODYS, '评委生病。'),
	seatPerson: (ctx) => seats.seatPerson(ctx, NOBODYS, givenSeat('clerk-1'), NOBODYS),
	seatByLink: (ctx) => seats.seatByLink(ctx, NOBODYS, givenSeat('panel-1'), { name: '何律师', expiresAt: ctx.now }),
	revokeLink: (ctx) => seats.revokeLink(ctx, NOBODYS, 'panel-1'),
	readSeatHolders: (ctx) => seats.readSeatHolders(ctx, NOBODYS),
	decideRecusal: (ctx) =>
		decideRecusal(ctx, NOBODYS, { key: key(), seatId: 'panel-1', granted: true, reason: '同单位。' }),
	planHearing: (ctx) => plan.planHearing(ctx, { ...newHearing(), bundleId: 'nothing' }),
	readHearingChoices: (ctx) => plan.readHearingChoices(ctx),
	readSitters: (ctx) => plan.readSitters(ctx),
	countBallots: (ctx) => countBallots(ctx, NOBODYS),
	publishMatch: (ctx) => publishMatch(ctx, NOBODYS, key()),
	readBallots: (ctx) => readBallots(ctx, NOBODYS),
	publishResult: (ctx) => publishResult(ctx, NOBODYS, { key: key(), winner: null, text: '平局' })
};

export const hearingOfficerRows: Rows = { practiseReview: (ctx) => practiseReview(ctx, NOBODYS) };
export const hearingTrainerRows: Rows = { draftCaseStudy: (ctx) => draftCaseStudy(ctx, NOBODYS, NOBODYS) };
