import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { readHiddenPeople } from '#lib/own/server/use-cases/visibility.server.ts';
import { recordReading } from '#lib/platform/audit-readings.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { type Cycle, boundsOf, formatCycle, isCycle } from '../../domain/cycle.ts';
import { describeRule } from '../../domain/describe-rule.ts';
import { SOURCES, isLate, parseBody } from '../../domain/entry.ts';
import { explainCorrection, explainFact } from '../../domain/explain-fact.ts';
import { type Rule, componentsFor, hasRule } from '../../domain/rule.ts';
import { NOT_RANKED, type Part, partsOf, scoreOf, unitOf, weightOf } from '../../domain/score.ts';
import { type Tally, EMPTY_TALLY, addEntry } from '../../domain/tally.ts';
import * as repository from '../repository.server.ts';
import { readRuleOf } from '../board-of.server.ts';
import * as boards from '../repository/board.server.ts';
import { currentRules } from './current-rules.server.ts';

/** The ledger entries behind one officer's figures of a month; each fact says what it counts as and why. */
export async function readEntries(ctx: Ctx, cycle: Cycle, officerId: string) {
	const missing = refuse('no-such-record', '没有这份记录。');
	const me = authorisePerson(ctx, 'ranking.readEntries');
	if (!isCycle(cycle) || !hasRule(await currentRules(ctx), cycle) || !isId(officerId)) return missing;
	const person = (await readPeople(ctx, [officerId])).get(officerId);
	if (!person) return missing;
	if (await isHidden(ctx, officerId, person.unitPath)) return missing;
	const showsSubjects = mayRun(ctx.actor, 'ranking.readSubjects', { personId: officerId, unitPath: person.unitPath });
	const isOwn = me.actor.personId === officerId;
	if (showsSubjects && !isOwn) await recordReading(me, 'ranking.readSubjects', `person:${officerId}`);
	const { from, before } = boundsOf(cycle);
	const [rows, place, rule] = await Promise.all([
		repository.selectEntries(ctx.db, officerId, from, before),
		boards.selectPlace(ctx.db, cycle, officerId),
		readRuleOf(ctx, cycle)
	]);
	const tally = rows.reduce<Tally>((sum, { body }) => addEntry(sum, parseBody(body), rule), EMPTY_TALLY);
	const parts = partsOf(tally, rule);
	const shows = { subjects: showsSubjects, sources: isOwn };
	return ok({
		...{ cycle, title: formatCycle(cycle), rule: describeRule(rule), score: scoreOf(tally, rule) },
		...{ tally, parts: parts.map(toLine), measured: weightOf(parts) },
		officer: { id: officerId, name: person.name, unitName: person.unitName },
		rank: place && place.standing !== NOT_RANKED ? place.higher + 1 : null,
		entries: explainEntries(rows, rule, shows)
	});
}

/** Whether the officer does not want to be named on boards, and whoever asks is none of those who see it all the same. */
async function isHidden(ctx: Ctx, personId: string, unitPath: string): Promise<boolean> {
	if (ctx.actor?.personId === personId || mayRun(ctx.actor, 'ranking.readHidden', { personId, unitPath })) return false;
	return (await readHiddenPeople(ctx, [personId])).has(personId);
}

type Rows = Awaited<ReturnType<typeof repository.selectEntries>>;

function explainEntries(rows: Rows, rule: Rule, shows: { readonly subjects: boolean; readonly sources: boolean }) {
	const bodies = rows.map(({ body, hash }) => ({ ...parseBody(body), hash }));
	bodies.sort((left, right) => (left.day === right.day ? left.seq - right.seq : left.day < right.day ? -1 : 1));
	return bodies.map((entry) => {
		const { complete, facts, source, sourceId, day, seq, hash } = entry;
		const by = bodies.find((one) => one.source === source && one.replaces?.sourceId === sourceId);
		const late = isLate(entry) ? { counts: [], why: '计在原来的月份，不计入本月' } : null;
		const replaced = by && { counts: [], why: `已由第 ${by.seq} 条更正代替` };
		return {
			...{ seq, day, source, label: SOURCES[source] ?? source, complete, hash },
			isScored: componentsFor(rule, source).length > 0,
			sourceId: shows.sources ? sourceId : null,
			correction: explainCorrection(entry),
			facts: facts.map((fact) => ({
				...{ subject: shows.subjects ? fact.subject : null, mark: fact.mark },
				...(replaced ?? late ?? explainFact(fact, source, rule))
			}))
		};
	});
}

/** A component as the sum shows it. */
const toLine = ({ component, count, counted, figure, gave, lacks }: Part) => ({
	...{ key: component.key, name: component.name, weight: component.weight, unit: unitOf(component) },
	...{ count, counted, figure: counted === 0 ? null : figure, gave, lacks }
});
