import type { Ctx } from '#lib/platform/ctx.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { inTransaction } from '#lib/platform/ctx.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type SeenClaim, entriesOf, planEntries } from '../../domain/assessment/entry.ts';
import { faultOf } from '../../domain/assessment/formula.ts';
import { faultsOfProof } from '../../domain/assessment/report-form.ts';
import { enteredFormula } from '../../domain/assessment/scheme.ts';
import { type Asked, type Known, knowUnit } from '../assessed-units.server.ts';
import * as assessment from '../repository/assessment.server.ts';

/**
 * A unit reports figures of a period with their proof, all of a form or none; the supervising office states vetoes the same way.
 * What says the same as the newest entry is not written again. @returns how many entries were made
 */
export async function reportFigures(ctx: Ctx, asked: Asked, claims: readonly SeenClaim[]): Promise<Result<number>> {
	const known = await knowUnit(ctx, 'ranking.reportFigures', asked);
	if (!known.ok) return known;
	const { me, unit, period, scheme } = known.value;
	for (const claim of claims) {
		const fault = refusalOf(known.value, claim);
		if (fault) return fault;
	}
	return inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		await assessment.lockAssessment(db, unit.id, period);
		const there = await assessment.selectEntries(db, [unit.id], period.slice(0, 4));
		const planned = planEntries(claims, (subject) => entriesOf(there, period, subject).at(-1) ?? null);
		if (!planned.ok) return planned;
		const by = { unitId: unit.id, period, schemeVersion: scheme.version, enteredBy: actor.personId, enteredAt: now };
		await assessment.insertEntries(
			db,
			planned.value.map((one) => ({ ...one, ...by, id: newId(now) }))
		);
		for (const { subject, number, figures } of planned.value) {
			const about = `assessment:${unit.id}:${period}:${subject}`;
			await recordAudit(inner, 'ranking.assessment.report', about, { number, figures });
		}
		return ok(planned.value.length);
	});
}

/** What the form has shown already, judged once more where it is kept. */
function refusalOf({ me, unit, scheme, part }: Known, claim: SeenClaim) {
	const { subject, figures, link } = claim;
	const formula = enteredFormula(scheme, part, subject);
	if (!formula) return refuse('no-such-subject', '这一期没有这个指标，或者不由单位填报。');
	const isVeto = scheme.vetoes.some(({ id }) => id === subject);
	if (isVeto && !mayRun(me.actor, 'ranking.confirmFigures', { unitPath: unit.path })) {
		throw new NotAllowed('ranking.confirmFigures', true);
	}
	const fault = faultOf(formula, figures);
	if (fault) return refuse('malformed', fault.message, `figure/${subject}/${fault.field}`);
	const [wrong] = Object.entries(faultsOfProof({ ...claim, link: link ?? '' }, dayOf(me.now)));
	return wrong ? refuse('malformed', wrong[1], `${wrong[0]}/${subject}`) : null;
}
