import { readCaseScores, readPublishedCaseIds } from '#lib/cases/server/use-cases/case-scores.server.ts';
import { readCandidates } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type AwardCycle, cycleBefore } from '../domain/awards/award-cycle.ts';
import { type Check, checkCase, checkEligibility, checkUnit } from '../domain/awards/eligibility.ts';
import type { Honour } from '../domain/awards/honour.ts';
import { holdersOf } from '../domain/awards/run.ts';
import { replay } from '../domain/awards/take-step.ts';
import * as awards from './repository/awards.server.ts';
import { readClosedUnits } from './use-cases/assessment-close.server.ts';

export interface Asked {
	readonly honour: Honour;
	readonly cycle: AwardCycle;
}

/** Everybody's checks on the day: from the register of people, closed assessments or the case room, the archive and what the supervisor states. */
export async function readChecks(
	ctx: Ctx,
	{ honour, cycle }: Asked,
	{
		officerIds,
		vetoes = new Map()
	}: { readonly officerIds: readonly string[]; readonly vetoes?: ReadonlyMap<string, string> }
): Promise<(officerId: string) => Check[]> {
	const before = cycleBefore(cycle);
	const last = await awards.findRun(ctx.db, honour.id, before);
	const steps = last && (await awards.selectSteps(ctx.db, [last.id])).get(last.id)!;
	const holders = new Set(last && steps ? holdersOf(replay(steps, last)) : []);
	const about = (id: string) => ({ hadLast: holders.has(id), veto: vetoes.get(id) ?? null });
	if (honour.kind === 'unit') {
		const closed = await readClosedUnits(ctx, cycle);
		return (id) => checkUnit({ assessment: closed.get(id) ?? null, ...about(id) }, { honour, before });
	}
	if (honour.kind === 'case') return caseChecks(ctx, cycle, vetoes);
	const candidates = await readCandidates(ctx, officerIds);
	return (id) => {
		const known = candidates.get(id);
		const papers = {
			isActive: known?.isActive ?? false,
			certificateExpiresOn: known?.certificateExpiresOn ?? null
		};
		return checkEligibility({ ...papers, ...about(id) }, { honour, today: dayOf(ctx.now), before });
	};
}

async function caseChecks(
	ctx: Ctx,
	cycle: AwardCycle,
	vetoes: ReadonlyMap<string, string>
): Promise<(id: string) => Check[]> {
	const [scored, published] = await Promise.all([readCaseScores(ctx, cycle), readPublishedCaseIds(ctx)]);
	const scores = new Map(scored.ok ? scored.value.map(({ caseId, score }) => [caseId, score] as const) : []);
	return (id) => {
		const score = scores.get(id);
		const notRecommended = score?.isRecommended ? null : (score?.reasons.join('') ?? '没有参加这个季度的评选');
		return checkCase({ isPublished: published.has(id), notRecommended, veto: vetoes.get(id) ?? null });
	};
}
