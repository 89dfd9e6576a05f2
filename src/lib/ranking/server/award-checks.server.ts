import { readCandidates } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type AwardCycle, cycleBefore, monthsOf } from '../domain/awards/award-cycle.ts';
import { type Check, checkEligibility } from '../domain/awards/eligibility.ts';
import { type Figure, figuresOf } from '../domain/awards/figures.ts';
import type { Honour } from '../domain/awards/honour.ts';
import { holdersOf } from '../domain/awards/run.ts';
import { replay } from '../domain/awards/take-step.ts';
import * as awards from './repository/awards.server.ts';
import * as repository from './repository.server.ts';

export interface Asked {
	readonly honour: Honour;
	readonly cycle: AwardCycle;
}

/** What the closed boards of a cycle say; null while its last month is not closed. */
export async function readFigures(
	ctx: Ctx,
	cycle: AwardCycle
): Promise<{ figures: Figure[]; digests: Record<string, string> } | null> {
	const months = monthsOf(cycle);
	const rows = await Promise.all(months.map((month) => repository.selectClosed(ctx.db, month)));
	const closed = rows.flatMap((row) => row ?? []);
	if (rows.at(-1) === null) return null;
	return {
		figures: figuresOf(closed.map(({ board }) => board)),
		digests: Object.fromEntries(closed.map((one) => [one.cycle, one.boardDigest]))
	};
}

/** Everybody's checks on the day, from the register of people, the archive and what the supervisor states. */
export async function readChecks(
	ctx: Ctx,
	{ honour, cycle }: Asked,
	{
		officerIds,
		vetoes = new Map()
	}: { readonly officerIds: readonly string[]; readonly vetoes?: ReadonlyMap<string, string> }
): Promise<(officerId: string) => Check[]> {
	const before = cycleBefore(cycle);
	const [candidates, last] = await Promise.all([
		readCandidates(ctx, officerIds),
		awards.findRun(ctx.db, honour.id, before)
	]);
	const steps = last && (await awards.selectSteps(ctx.db, [last.id])).get(last.id)!;
	const holders = new Set(last && steps ? holdersOf(replay(steps, last)) : []);
	return (officerId) => {
		const known = candidates.get(officerId);
		const candidate = {
			...{ isActive: known?.isActive ?? false, certificateExpiresOn: known?.certificateExpiresOn ?? null },
			...{ hadLast: holders.has(officerId), veto: vetoes.get(officerId) ?? null }
		};
		return checkEligibility(candidate, { honour, today: dayOf(ctx.now), before });
	};
}
