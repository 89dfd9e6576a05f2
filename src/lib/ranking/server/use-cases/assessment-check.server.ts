import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Entry, type Verdict, entriesOf, whyMayNotReview } from '../../domain/assessment/entry.ts';
import { type Asked, knowUnit } from '../assessed-units.server.ts';
import * as assessment from '../repository/assessment.server.ts';

export interface Decision {
	readonly entryId: string;
	readonly verdict: Verdict;
	readonly reason: string;
}
const LEAST_REASON = 4;

/**
 * The second person confirms entries of a unit or sends them back with a reason, all of a form or none. What this person has
 * decided the same way already is passed over: a second click changes nothing. @returns how many were decided
 */
export async function decideFigures(ctx: Ctx, asked: Asked, decisions: readonly Decision[]): Promise<Result<number>> {
	const known = await knowUnit(ctx, 'ranking.confirmFigures', asked);
	if (!known.ok) return known;
	const { me, unit, period } = known.value;
	return inTransaction(me, async (inner) => {
		await assessment.lockAssessment(inner.db, unit.id, period);
		const entries = await assessment.selectEntries(inner.db, [unit.id], period.slice(0, 4));
		const rows: Decided[] = [];
		for (const decision of decisions) {
			const entry = entries.find(({ id, period: of }) => id === decision.entryId && of === period);
			if (!entry) return refuse('no-such-entry', '没有这一条填报。');
			const judged = judge(me, { entry, decision }, { entries, unitPath: unit.path });
			if (!judged.ok) return judged;
			if (judged.value) rows.push(judged.value);
		}
		await save(inner, rows);
		return ok(rows.length);
	});
}

interface Decided {
	readonly entry: Entry;
	readonly decision: Decision;
}

/** Null = decided so already. */
function judge(
	{ actor }: SignedIn,
	{ entry, decision }: Decided,
	known: { readonly entries: readonly Entry[]; readonly unitPath: string }
): Result<Decided | null> {
	const field = `verdict-${entry.id}`;
	if (entry.verdict) {
		const isSame = entry.verdict === decision.verdict && entry.reviewedBy === actor.personId;
		return isSame ? ok(null) : refuse('decided', '这一条已经有人核对过了。', field);
	}
	const newest = entriesOf(known.entries, entry.period, entry.subject).at(-1)!.number;
	const why = whyMayNotReview(entry, actor, { unitPath: known.unitPath, newest });
	if (why) return refuse('not-second', why, field);
	const reason = decision.reason.trim();
	if (decision.verdict === 'returned' && reason.length < LEAST_REASON) {
		return refuse('no-reason', '写明为什么退回、要补什么，至少四个字', `reason-${entry.id}`);
	}
	return ok({ entry, decision: { ...decision, reason } });
}

async function save(inner: SignedIn, rows: readonly Decided[]): Promise<void> {
	const { db, actor, now } = inner;
	const by = { reviewedBy: actor.personId, reviewerUnitId: actor.unitId, reviewedAt: now };
	await assessment.insertReviews(
		db,
		rows.map(({ entry: { id: entryId, unitId, enteredBy }, decision: { verdict, reason } }) => {
			return { entryId, unitId, enteredBy, verdict, reason: reason === '' ? null : reason, ...by };
		})
	);
	for (const { entry, decision } of rows) {
		const { unitId, period, subject, number } = entry;
		const about = `assessment:${unitId}:${period}:${subject}`;
		const { verdict, reason } = decision;
		await recordAudit(inner, `ranking.assessment.${verdict}`, about, { number, reason });
	}
}
