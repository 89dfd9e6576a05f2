import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Way } from '../../domain/consistency.ts';
import type { ReferenceView } from '../../domain/consistency-view.ts';
import { type Quarter, isQuarter, lastDayOf, numberOfQuarter, quarterOf } from '../../domain/quarter.ts';
import { figuresOf } from '../consistency-figures.server.ts';
import { answersOf } from '../practice-attempt.server.ts';
import * as attempts from '../repository/practice-attempts.server.ts';
import * as cases from '../repository/practice-cases.server.ts';

/**
 * The reference cases of a quarter and how far apart the bureau is on them. An officer is told nothing about a case that is
 * still to be decided this quarter, whichever quarter is looked at.
 */
export async function readConsistency(ctx: Ctx, asked: string | null) {
	const me = authorisePerson(ctx, 'discretion.readConsistency');
	const now = quarterOf(dayOf(ctx.now));
	const known = await attempts.selectQuarters(ctx.db);
	const quarters = [...new Set([now, ...known])].sort().reverse();
	const quarter = asked !== null && isQuarter(asked) && quarters.includes(asked) ? asked : now;
	const [shown, taken] = await Promise.all([cases.selectShown(ctx.db), attempts.selectReference(ctx.db, quarters)]);
	const inQuarter = shown.filter(
		({ id, reference }) =>
			reference.includes(numberOfQuarter(quarter)) || taken.some((one) => one.caseId === id && one.quarter === quarter)
	);
	const references = await Promise.all(inQuarter.map((one) => readReference(me, one, { quarter, now, taken })));
	return { quarter, now, quarters, lastDay: lastDayOf(quarter), references, isOfficer: isOfficer(me) };
}
export type ConsistencyPage = Awaited<ReturnType<typeof readConsistency>>;

const isOfficer = ({ actor }: SignedIn) => mayRun(actor, 'discretion.practise');

interface Seen {
	readonly quarter: Quarter;
	readonly now: Quarter;
	readonly taken: readonly attempts.ReferenceAttempt[];
}

async function readReference(
	me: SignedIn,
	one: cases.ShownCase,
	{ quarter, now, taken }: Seen
): Promise<ReferenceView> {
	const mine = taken.filter(({ caseId, officerId }) => caseId === one.id && officerId === me.actor.personId);
	const own = mine.find((attempt) => attempt.quarter === quarter) ?? null;
	const isSetNow = one.reference.includes(numberOfQuarter(now));
	const isOwed = isOfficer(me) && isSetNow && !mine.some((attempt) => attempt.quarter === now && attempt.finishedAt);
	return {
		...{ id: one.id, title: one.title, level: one.level },
		own: own && { attemptId: own.id, isFinished: own.finishedAt !== null, mark: own.mark },
		mayStart: isOfficer(me) && own === null && quarter === now && isSetNow,
		figures: isOwed ? null : await readFigures(me, one, { quarter, now, taken })
	};
}

async function readFigures(me: SignedIn, one: cases.ShownCase, { quarter, taken }: Seen) {
	const finished = taken.filter(({ caseId, finishedAt }) => caseId === one.id && finishedAt !== null);
	const earlier = finished.flatMap((attempt) => (attempt.quarter! < quarter ? [attempt.quarter!] : [])).sort();
	const before = earlier.at(-1) ?? null;
	const wanted = finished.filter((attempt) => attempt.quarter === quarter || attempt.quarter === before);
	const [body, given, people] = await Promise.all([
		cases.selectCase(me.db, one.id, one.version),
		attempts.selectGiven(
			me.db,
			wanted.map(({ id }) => id),
			['gate', 'factors', 'amount']
		),
		readPeople(me, [...new Set(wanted.map(({ officerId }) => officerId))])
	]);
	const waysIn = (which: Quarter): Way[] =>
		wanted
			.filter((attempt) => attempt.quarter === which)
			.map(({ id, officerId, mark }) => ({
				...{ officerId, mark: mark ?? 0, answers: answersOf(given.filter(({ attemptId }) => attemptId === id)) }
			}));
	const then = before === null ? null : { quarter: before, ways: waysIn(before) };
	return figuresOf(me, { body: body!, quarter, ways: waysIn(quarter), before: then }, people);
}
