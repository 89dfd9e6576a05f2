import { closeAssessment } from '#lib/ranking/server/use-cases/assessment-close.server.ts';
import { readAwards } from '#lib/ranking/server/use-cases/award-list.server.ts';
import * as nominating from '#lib/ranking/server/use-cases/award-nominate.server.ts';
import { openAward } from '#lib/ranking/server/use-cases/award-open.server.ts';
import * as publicity from '#lib/ranking/server/use-cases/award-publicity.server.ts';
import * as publishing from '#lib/ranking/server/use-cases/award-publish.server.ts';
import * as reading from '#lib/ranking/server/use-cases/award-read.server.ts';
import * as review from '#lib/ranking/server/use-cases/award-review.server.ts';
import { decideRule } from '#lib/ranking/server/use-cases/decide-rule.server.ts';
import { previewDraft, proposeRule } from '#lib/ranking/server/use-cases/propose-rule.server.ts';
import { readRuleForm, readRules } from '#lib/ranking/server/use-cases/read-rules.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { assessmentRows } from './assessment-rows.ts';

const RULE = { base: '2', effectiveFrom: '2027-01-01', reason: '', fields: {} };

type Rows = Record<string, (ctx: Ctx) => unknown>;
const NO_RUN = '01980000-0000-7000-8000-000000000000';
const deeds = { officerId: NO_RUN, deeds: '事迹。', evidence: [] };
const sheet = { marks: {}, reasons: {} };

/** The use-cases of awards as rows of the permission table: for anybody signed in, for the supervisor, the panel, units. */
export const awardReaderRows: Rows = {
	readAwards: (ctx) => readAwards(ctx),
	readRules: (ctx) => readRules(ctx),
	readAward: (ctx) => reading.readAward(ctx, NO_RUN),
	readAwardDocument: (ctx) => reading.readAwardDocument(ctx, NO_RUN, 'notice'),
	readCertificate: (ctx) => reading.readCertificate(ctx, NO_RUN, NO_RUN),
	objectToAward: (ctx) => publicity.objectToAward(ctx, NO_RUN, { officerId: NO_RUN, reason: '有疑问', evidence: [] })
};
export const supervisorRows: Rows = {
	openAward: (ctx) => openAward(ctx, 'star', '2026-10'),
	qualify: (ctx) => review.qualify(ctx, NO_RUN, { decisions: [], size: 3 }),
	replaceReviewer: (ctx) => review.replaceReviewer(ctx, NO_RUN, { reviewerId: NO_RUN, reason: '回避' }),
	publicise: (ctx) => publicity.publicise(ctx, NO_RUN, {}),
	confirmAward: (ctx) => publishing.confirmAward(ctx, NO_RUN, { signer: '局长', seen: [] }),
	publishAward: (ctx) => publishing.publishAward(ctx, NO_RUN),
	revokeAward: (ctx) => publishing.revokeAward(ctx, NO_RUN, { officerId: NO_RUN, signer: '局长', reason: '不实' }),
	lapseAward: (ctx) => publishing.lapseAward(ctx, NO_RUN, '空缺'),
	readRuleForm: (ctx) => readRuleForm(ctx, null),
	previewDraft: (ctx) => previewDraft(ctx, RULE),
	proposeRule: (ctx) => proposeRule(ctx, RULE),
	closeAssessment: (ctx) => closeAssessment(ctx, '2026-10', { reason: '', seen: 9 })
};
/** For whoever may be the second person: another supervisor, or a legal reviewer. */
export const ruleDeciderRows: Rows = {
	decideRule: (ctx) => decideRule(ctx, { version: 99, verdict: 'confirmed', reason: '' })
};
/** For those who judge; whoever looks into objections may be a supervisor too. */
export const panelistRows: Rows = {
	keepAwardSheet: (ctx) => review.keepAwardSheet(ctx, NO_RUN, sheet),
	signAwardSheet: (ctx) => review.signAwardSheet(ctx, NO_RUN, sheet),
	verifyObjection: (ctx) =>
		publicity.verifyObjection(ctx, NO_RUN, { objectionId: NO_RUN, finding: 'rejected', reason: '查过' })
};
/** For a unit about its own people: of an unknown person nobody's unit is. */
export const awardUnitRows: Rows = {
	nominate: (ctx) => nominating.nominate(ctx, NO_RUN, deeds),
	describeDeeds: (ctx) => nominating.describeDeeds(ctx, NO_RUN, deeds)
};
/** An officer speaks for the own unit. */
export const dissentRows: Rows = {
	dissent: (ctx) => nominating.dissent(ctx, NO_RUN, { officerId: NO_RUN, reason: '有意见', evidence: [] })
};

/** For those who run awards, judge, or speak for a unit, and who does what in the assessment: awards.test.ts, assessment.test.ts. */
export const AWARDS: Rows = {
	...supervisorRows,
	...ruleDeciderRows,
	...panelistRows,
	...awardUnitRows,
	...dissentRows,
	...assessmentRows
};
