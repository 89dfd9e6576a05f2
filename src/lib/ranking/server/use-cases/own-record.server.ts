import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { cycleAt, cycleBefore, titleOfCycle } from '../../domain/awards/award-cycle.ts';
import { CHECKS, isEligible } from '../../domain/awards/eligibility.ts';
import { type Cycle, formatCycle, previousCycle } from '../../domain/cycle.ts';
import { cycleOf } from '../../domain/entry.ts';
import { type Rule, hasRule, ruleOf } from '../../domain/rule.ts';
import { scoreOf } from '../../domain/score.ts';
import { EMPTY_TALLY } from '../../domain/tally.ts';
import { readChecks } from '../award-checks.server.ts';
import { honourBook } from '../honours.server.ts';
import * as repository from '../repository.server.ts';
import { currentRules } from './current-rules.server.ts';

const MONTHS = 12;

/** The months up to this one that have a rule, oldest first. */
function lastMonths(cycle: Cycle, rules: readonly Rule[]): Cycle[] {
	const months = [cycle];
	while (months.length < MONTHS) months.unshift(previousCycle(months[0]!));
	return months.filter((month) => hasRule(rules, month));
}

/** The actor's own months, oldest first, from the first one with an entry to the running one; one statement. */
export async function readOwnMonths(ctx: Ctx) {
	const { db, actor } = authorisePerson(ctx, 'ranking.readBoard');
	const rules = await currentRules(ctx);
	const months = lastMonths(cycleOf(dayOf(ctx.now)), rules);
	const rows = await repository.selectOwnTallies(db, actor.personId, months);
	const tallies = new Map(rows.map(({ cycle, tally }) => [cycle, tally]));
	const first = months.findIndex((cycle) => tallies.has(cycle));
	if (first === -1) return [];
	return months.slice(first).map((cycle) => {
		const { total, missing } = scoreOf(tallies.get(cycle) ?? EMPTY_TALLY, ruleOf(rules, cycle));
		const takesPart = tallies.has(cycle);
		return {
			cycle,
			title: formatCycle(cycle),
			total: takesPart ? total : null,
			isRanked: missing.length === 0,
			missing
		};
	});
}

/** What stands in the actor's way to each honour that is given now, on this day: the checks that a nominee goes through. */
export async function readOwnChances(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'ranking.readAwards');
	const today = dayOf(ctx.now);
	const offered = honourBook().honours.filter(({ offered, kind, cycle }) => {
		return offered && kind === 'person' && cycle === 'month';
	});
	return Promise.all(
		offered.map(async (honour) => {
			const cycle = cycleAt(honour.cycle, today);
			const checks = (await readChecks(ctx, { honour, cycle }, { officerIds: [actor.personId] }))(actor.personId);
			return {
				...{ id: honour.id, name: honour.name, period: titleOfCycle(cycle), before: titleOfCycle(cycleBefore(cycle)) },
				...{ isEligible: isEligible(checks), candidates: honour.candidates },
				checks: checks.map(({ id, passed, reason }) => ({ id, label: CHECKS[id], passed, reason }))
			};
		})
	);
}
