import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { readHiddenPeople } from '#lib/own/server/use-cases/visibility.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { type Cycle, boundsOf, formatCycle, isCycle } from '../../domain/cycle.ts';
import { type Fact, SOURCES, parseBody } from '../../domain/entry.ts';
import { type Rule, describeRule, hasRule, ruleOf } from '../../domain/rule.ts';
import { EMPTY_TALLY, scoreOf } from '../../domain/tally.ts';
import * as repository from '../repository.server.ts';
import { readBoardOf } from '../board-of.server.ts';
import { toContenders } from './compute-cycle.server.ts';

/** The ledger entries behind one officer's figures of a month; each fact says what it counts as and why. */
export async function readEntries(ctx: Ctx, cycle: Cycle, officerId: string) {
	const missing = refuse('no-such-record', '没有这份记录。');
	authorise(ctx, 'ranking.readEntries');
	if (!isCycle(cycle) || !hasRule(cycle) || !isId(officerId)) return missing;
	const person = (await readPeople(ctx, [officerId])).get(officerId);
	if (!person) return missing;
	if (await isHidden(ctx, officerId, person.unitPath)) return missing;
	const showsSubjects = mayRun(ctx.actor, 'ranking.readSubjects', { personId: officerId, unitPath: person.unitPath });
	const rule = ruleOf(cycle);
	const { from, before } = boundsOf(cycle);
	const [rows, { board }] = await Promise.all([
		repository.selectEntries(ctx.db, officerId, from, before),
		readBoardOf(ctx, cycle)
	]);
	const tally = toContenders(rows, rule)[0]?.tally ?? EMPTY_TALLY;
	const standing = board.standings.find((one) => one.officerId === officerId);
	return ok({
		...{ cycle, title: formatCycle(cycle), rule: describeRule(rule), tally, score: scoreOf(tally, rule) },
		officer: { id: officerId, name: person.name, unitName: person.unitName },
		rank: standing?.rank ?? null,
		entries: rows.map((row) => {
			const { complete, facts, source, sourceId, day, seq } = parseBody(row.body);
			return {
				...{ seq, day, source, label: SOURCES[source] ?? source, complete, hash: row.hash },
				isScored: rule.sources.includes(source),
				sourceId: ctx.actor?.personId === officerId ? sourceId : null,
				facts: facts.map((fact) => ({
					...{ subject: showsSubjects ? fact.subject : null, mark: fact.mark },
					...(rule.sources.includes(source) ? explainFact(fact, rule) : { counts: [] as Way[], why: '本期规则未计分' })
				}))
			};
		})
	});
}

/** Whether the officer does not want to be named on boards, and whoever asks is none of those who see it all the same. */
async function isHidden(ctx: Ctx, personId: string, unitPath: string): Promise<boolean> {
	if (ctx.actor?.personId === personId || mayRun(ctx.actor, 'ranking.readHidden', { personId, unitPath })) return false;
	return (await readHiddenPeople(ctx, [personId])).has(personId);
}

type Way = 'fresh' | 'retained' | 'lost';

/** What a fact counts as under the rule. */
function explainFact(fact: Fact, rule: Rule): { counts: Way[]; why: string } {
	const { daysSinceLast, daysSinceFirstSuccess, wasDue, mark } = fact;
	const isFresh = daysSinceLast === null || daysSinceLast >= rule.freshAfterDays;
	const isReview = wasDue && (daysSinceFirstSuccess ?? -1) >= rule.retainedAfterDays;
	const reasons = [
		daysSinceLast === null
			? '第一次作答，计入首答'
			: isFresh
				? `距上次作答 ${daysSinceLast} 天，计入首答`
				: `距上次作答仅 ${daysSinceLast} 天，不计首答`,
		...(isReview
			? [
					`第一次全对已过 ${daysSinceFirstSuccess} 天，${mark === 100 ? '仍然全对，计入保持' : '这次没有全对，保持率下降'}`
				]
			: [])
	];
	return {
		counts: [
			...(isFresh ? ['fresh' as const] : []),
			...(isReview ? [mark === 100 ? ('retained' as const) : ('lost' as const)] : [])
		],
		why: reasons.join('；')
	};
}
