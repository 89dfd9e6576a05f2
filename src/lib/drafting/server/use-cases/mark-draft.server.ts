import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Combined, combineMarks } from '../../domain/marking/combine-marks.ts';
import { markOf, openCriteria } from '../../domain/marking/mark-sheet.ts';
import { marksOf } from '../../domain/marking/places-needed.ts';
import { recordDraftMark } from '../ledger-entries.server.ts';
import { type Material, readMaterial } from '../marked-material.server.ts';
import { readSheet, refuseOpen } from '../marking-sheet.server.ts';
import * as draws from '../repository/marking-draws.server.ts';
import * as sheets from '../repository/marking-sheets.server.ts';
import { assignMarkers } from './assign-markers.server.ts';

const NOT_THERE = () => refuse('no-such-marking', '没有这份待阅的文书，可能已经转给别人。');
const GIVEN = () => refuse('given', '评分已经交了，不能再改。');

interface OwnMarking extends sheets.MarkedDraft {
	readonly material: Material;
}

async function openMarking({ db, actor }: SignedIn, id: string): Promise<OwnMarking | null> {
	const row = isId(id) ? await sheets.selectMarking(db, id, actor.personId) : null;
	return row && { ...row, material: await readMaterial(db, row.draft, row.marking) };
}

/** Keeps a sheet while it is being written; the last one stands. */
export async function saveMarking(ctx: Ctx, id: string, sheet: sheets.Sheet): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.mark');
	const own = await openMarking(me, id);
	if (!own) return NOT_THERE();
	if (own.marking.givenAt) return GIVEN();
	const open = { id, markerId: me.actor.personId };
	const isSaved = await sheets.saveSheet(me.db, open, readSheet(own.material, sheet), me.now);
	return isSaved ? ok(null) : GIVEN();
}

/**
 * Gives a mark, once and for all: a second click changes nothing. With the last mark of a document its result is settled and
 * goes into the ledger, or a third marker is drawn.
 */
export async function giveMark(ctx: Ctx, id: string, given: sheets.Sheet): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.mark');
	const own = await openMarking(me, id);
	if (!own) return NOT_THERE();
	const { marking, material } = own;
	if (marking.place === 4) return refuse('second-look', '这是异议复核，请在复核页答复。');
	if (marking.givenAt) return ok(null);
	const sheet = readSheet(material, given);
	const missing = openCriteria(material.guide.body, sheet.levels);
	if (missing.length > 0) return refuseOpen(missing);
	const mark = markOf(material.guide.body, sheet.levels);
	const combined = await inTransaction(me, (inner) => give(inner, own, { ...sheet, mark }));
	if (combined?.state === 'third') await assignMarkers(ctx);
	return ok(null);
}

/** @returns what the marks come to; null when it was given before */
async function give(
	inner: SignedIn,
	{ marking, material, draft }: OwnMarking,
	sheet: sheets.Sheet & { readonly mark: number }
): Promise<Combined | null> {
	const { db, now } = inner;
	const { id, draftId, markerId } = marking;
	await sheets.lockSubmission(db, draftId);
	if (!(await sheets.giveSheet(db, { id, markerId }, sheet, now))) return null;
	const { levels, mark } = sheet;
	await recordAudit(inner, 'drafting.giveMark', `marking:${id}`, { draftId, place: marking.place, levels, mark });
	const all = await sheets.selectMarkings(db, draftId);
	const held = all.map((one) => ({ ...one, isRecused: false }));
	const combined = combineMarks(marksOf(held), material.guide.body.limit);
	if (combined.state === 'final') {
		const { reason } = combined;
		await sheets.insertResult(db, { draftId, number: 1, mark: combined.mark, reason, settledAt: now });
		await recordDraftMark(inner, draft, combined.mark);
	}
	return combined;
}

const WHY_LENGTH = 4;

/** Hands a document back that one should not mark – the author is recognised, say; somebody else is drawn. */
export async function recuseMarking(ctx: Ctx, id: string, why: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.mark');
	const own = await openMarking(me, id);
	if (!own) return NOT_THERE();
	if (own.marking.givenAt) return GIVEN();
	const words = why.trim();
	if (words.length < WHY_LENGTH) return refuse('why', `写明回避的原因，至少 ${WHY_LENGTH} 个字。`, 'why');
	await inTransaction(me, async (inner) => {
		if (!(await draws.recuse(inner.db, id, { why: words, now: inner.now }))) return;
		await recordAudit(inner, 'drafting.recuseMarking', `marking:${id}`, { draftId: own.draft.id, why: words });
	});
	await assignMarkers(ctx);
	return ok(null);
}
