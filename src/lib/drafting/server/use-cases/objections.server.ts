import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf, formatDay } from '#lib/shared/time.ts';
import { markOf, openCriteria } from '../../domain/marking/mark-sheet.ts';
import { type Outcome, REASON_LENGTH, lastDayToObject } from '../../domain/marking/objection.ts';
import { correctDraftMark } from '../ledger-entries.server.ts';
import { readMaterial } from '../marked-material.server.ts';
import { readSheet, refuseOpen } from '../marking-sheet.server.ts';
import * as sheets from '../repository/marking-sheets.server.ts';
import { trainingTerms } from '../training-terms.server.ts';
import { assignMarkers } from './assign-markers.server.ts';

/** The officer does not accept the mark and says why; somebody who has not marked it looks again. Once a document. */
export async function raiseObjection(ctx: Ctx, draftId: string, reason: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.object');
	const own = isId(draftId) ? await sheets.selectOwn(me.db, draftId, me.actor.personId) : null;
	if (!own) return refuse('no-such-draft', '没有这份提交的文书。');
	const words = reason.trim();
	const fault = lengthFault(words, '异议理由', 'reason');
	if (fault) return fault;
	const [result] = await sheets.selectResults(me.db, draftId);
	if (!result) return refuse('not-settled', '评分还没有定下，定下以后才能提出异议。');
	const { objectionWorkdays } = trainingTerms();
	const until = lastDayToObject(dayOf(result.settledAt), objectionWorkdays);
	const standing = await sheets.selectObjection(me.db, draftId);
	if (standing) return standing.reason === words ? ok(null) : ONCE();
	if (dayOf(me.now) > until) {
		const term = `异议应在评分定下后 ${objectionWorkdays} 个工作日内提出`;
		return refuse('too-late', `${term}，已于${formatDay(until)}截止。`, 'reason');
	}
	const isFirst = await inTransaction(me, async (inner) => {
		const id = newId(inner.now);
		const row = { id, draftId, reason: words, raisedAt: inner.now };
		if (!(await sheets.insertObjection(inner.db, row))) return false;
		await recordAudit(inner, 'drafting.raiseObjection', `objection:${id}`, { draftId, reason: words });
		return true;
	});
	if (isFirst) await assignMarkers(ctx);
	return ok(null);
}

const ONCE = () => refuse('once', '已经提出过异议，每份文书一次。', 'reason');

export interface ObjectionAnswer extends sheets.Sheet {
	readonly outcome: Outcome;
	readonly answer: string;
}

/**
 * The second look ends: with its reasons the mark stands, or a new sheet takes its place. Once; a second click changes
 * nothing.
 */
export async function answerObjection(ctx: Ctx, markingId: string, given: ObjectionAnswer): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.mark');
	const row = isId(markingId) ? await sheets.selectMarking(me.db, markingId, me.actor.personId) : null;
	if (row?.marking.place !== 4) return refuse('no-such-objection', '没有这份待复核的异议，可能已经转给别人。');
	if (row.marking.givenAt) return ok(null);
	const answer = given.answer.trim();
	const fault = lengthFault(answer, '答复', 'answer');
	if (fault) return fault;
	const [material, results] = await Promise.all([
		readMaterial(me.db, row.draft, row.marking),
		sheets.selectResults(me.db, row.draft.id)
	]);
	const isChanged = given.outcome === 'changed';
	const { levels: chosen, comments } = readSheet(material, given);
	const levels = isChanged ? chosen : {};
	const missing = isChanged ? openCriteria(material.guide.body, levels) : [];
	if (missing.length > 0) return refuseOpen(missing);
	const mark = isChanged ? markOf(material.guide.body, levels) : results[0]!.mark;
	const { outcome } = given;
	await inTransaction(me, (inner) => save(inner, row, { outcome, answer, levels, comments, mark }));
	return ok(null);
}

async function save(
	inner: SignedIn,
	{ marking, draft }: sheets.MarkedDraft,
	{ outcome, answer, mark, ...sheet }: ObjectionAnswer & { readonly mark: number }
): Promise<void> {
	const { db, now } = inner;
	const { id, markerId } = marking;
	await sheets.lockSubmission(db, draft.id);
	if (!(await sheets.giveSheet(db, { id, markerId }, { ...sheet, mark }, now))) return;
	await sheets.answerObjection(db, draft.id, { outcome, answer, answeredAt: now });
	if (outcome === 'changed') {
		const reason = '异议成立，改按复核的评分。';
		await sheets.insertResult(db, { draftId: draft.id, number: 2, mark, reason, settledAt: now });
		await correctDraftMark(inner, draft, mark);
	}
	await recordAudit(inner, 'drafting.answerObjection', `marking:${id}`, { draftId: draft.id, outcome, answer, mark });
}

function lengthFault(words: string, what: string, field: string): Result<never> | null {
	const { min, max } = REASON_LENGTH;
	if (words.length < min) return refuse('too-short', `${what}至少写 ${min} 个字，说清是哪一项、为什么。`, field);
	return words.length > max ? refuse('too-long', `${what}不超过 ${max} 个字。`, field) : null;
}
