import { arenaNotices } from '#lib/arena/server/use-cases/notices.server.ts';
import { ownRehearsals } from '#lib/arena/server/use-cases/own-rehearsals.server.ts';
import { casesNotices } from '#lib/cases/server/use-cases/notices.server.ts';
import { ownCases } from '#lib/cases/server/use-cases/own-records.server.ts';
import { ownHearings } from '#lib/arena/server/use-cases/own-records.server.ts';
import { ownDiscretion } from '#lib/discretion/server/use-cases/own-records.server.ts';
import { readInHand } from '#lib/drafting/server/use-cases/in-hand.server.ts';
import { draftingNotices } from '#lib/drafting/server/use-cases/notices.server.ts';
import { ownDrafting } from '#lib/drafting/server/use-cases/own-records.server.ts';
import { ownDrills } from '#lib/drills/server/use-cases/own-records.server.ts';
import { readSkills } from '#lib/drills/server/use-cases/read-skills.server.ts';
import { startArticle } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { identityNotices } from '#lib/identity/server/use-cases/notices.server.ts';
import { ownAccount } from '#lib/identity/server/use-cases/own-records.server.ts';
import { lawNotices } from '#lib/law/server/use-cases/notices.server.ts';
import { ownLawWork } from '#lib/law/server/use-cases/own-records.server.ts';
import * as changes from '#lib/notices/server/use-cases/change-notices.server.ts';
import { ownNoticeRecords } from '#lib/notices/server/use-cases/own-records.server.ts';
import { readDigest, readNotices } from '#lib/notices/server/use-cases/read-notices.server.ts';
import * as corrections from '#lib/own/server/use-cases/corrections.server.ts';
import { ownNotices } from '#lib/own/server/use-cases/notices.server.ts';
import { readOwnData } from '#lib/own/server/use-cases/read-own-data.server.ts';
import * as visibility from '#lib/own/server/use-cases/visibility.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { rankingNotices } from '#lib/ranking/server/use-cases/notices.server.ts';
import { ownLedger } from '#lib/ranking/server/use-cases/own-records.server.ts';
import { readOwnChances, readOwnMonths } from '#lib/ranking/server/use-cases/own-record.server.ts';
import { readPeriodBoard } from '#lib/ranking/server/use-cases/read-period-board.server.ts';
import { settingsNotices } from '#lib/settings/server/use-cases/notices.server.ts';
import { studioNotices } from '#lib/studio/server/use-cases/notices.server.ts';
import { ownManuscripts } from '#lib/studio/server/use-cases/own-records.server.ts';
import { ownSettings } from '#lib/settings/server/use-cases/own-records.server.ts';
import { LAW } from './bank.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;
const NONE = '01980000-0000-7000-8000-000000000000';

/** Everybody's own data, and boards, for whoever is signed in. */
export const ownRows: Rows = {
	...{
		ownAccount,
		ownDrills,
		ownCases,
		ownDrafting,
		ownDiscretion,
		ownLawWork,
		ownManuscripts,
		ownLedger,
		ownHearings
	},
	...{ arenaNotices, casesNotices, draftingNotices, identityNotices, lawNotices, ownNotices, rankingNotices },
	...{ studioNotices, settingsNotices, ownNoticeRecords, readDigest, readNotices, readAll: changes.readAll },
	openNotice: (ctx) => changes.openNotice(ctx, 'marked', NONE),
	chooseNotices: (ctx) => changes.chooseNotices(ctx, { on: [], offered: [], mailAddress: '', wantsMail: true }),
	...{ ownSettings, ownRehearsals, readOwnData, readOwnMonths, readOwnChances },
	readPeriodBoard: (ctx) => readPeriodBoard(ctx, '2026-Q4'),
	readOwnCorrections: (ctx) => corrections.readOwnCorrections(ctx),
	askCorrection: (ctx) => corrections.askCorrection(ctx, { id: 'x', about: 'record', place: '', wrong: '', right: '' }),
	withdrawCorrection: (ctx) => corrections.withdrawCorrection(ctx, NONE)
};
/** The officer's own page. */
export const ownPageRows: Rows = {
	...{ readSkills, readInHand },
	startArticle: (ctx) => startArticle(ctx, LAW.id, '1'),
	chooseVisibility: (ctx) => visibility.chooseVisibility(ctx, false),
	readOwnVisibility: (ctx) => visibility.readOwnVisibility(ctx)
};
/** For those who answer requests about the register, or about work. */
export const correctionRows: Rows = {
	readCorrectionQueue: (ctx) => corrections.readCorrectionQueue(ctx),
	countOpenCorrections: (ctx) => corrections.countOpenCorrections(ctx),
	answerCorrection: (ctx) => corrections.answerCorrection(ctx, NONE, { answer: 'refused', reason: '没有错。' })
};
