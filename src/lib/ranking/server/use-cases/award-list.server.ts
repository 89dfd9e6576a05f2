import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { cycleAt, cycleBefore, kindOfCycle, titleOfCycle } from '../../domain/awards/award-cycle.ts';
import { CYCLE_KINDS, DECLARED_CYCLES, type Honour } from '../../domain/awards/honour.ts';
import { honourTitle } from '../../domain/awards/notice.ts';
import { NOMINEE_STATES, STAGES, nomineesIn, stageOf } from '../../domain/awards/run.ts';
import { TERMS, termsOf } from '../../domain/awards/term.ts';
import { readContest } from '../award-contest.server.ts';
import { honourBook } from '../honours.server.ts';
import { type KnownRun, knowRuns } from '../known-run.server.ts';

/** How many cycles back one can still be opened. */
const CYCLES_BACK = 3;

export type AwardList = Awaited<ReturnType<typeof readAwards>>;

/** The archive, newest first, with what waits for this person, and for whoever runs selections what can be opened. */
export async function readAwards(ctx: Ctx) {
	const me = authorisePerson(ctx, 'ranking.readAwards');
	const runs = await knowRuns(ctx);
	const ofPeople = runs.filter(({ run }) => run.honour.kind === 'person');
	const shown = ofPeople.flatMap(({ run }) => run.nominees.map(({ officerId }) => officerId));
	const people = await readPeople(ctx, [...new Set(shown)]);
	const mayOpen = mayRun(me.actor, 'ranking.runAwards');
	const { honours, declared } = honourBook();
	return {
		mayOpen,
		offers: mayOpen ? await offersOf(ctx, honours, runs) : [],
		declared: declared.map((one) => ({ ...one, cycle: DECLARED_CYCLES[one.cycle] })),
		runs: runs.map((known) => lineOf(me, known, people))
	};
}

function lineOf(me: SignedIn, { id, run }: KnownRun, people: Awaited<ReturnType<typeof readPeople>>) {
	const today = dayOf(me.now);
	const terms = termsOf(run, today);
	return {
		...{ id, title: honourTitle(run.honour.name, run.cycle), cycle: run.cycle, stage: STAGES[stageOf(run)] },
		...{ isOpen: !['published', 'lapsed'].includes(stageOf(run)), number: run.number, publishedOn: run.publishedOn },
		mustSign: run.panel.some(({ reviewerId, sheet }) => reviewerId === me.actor.personId && sheet === null),
		overdue: terms.filter(({ isOverdue }) => isOverdue).map(({ what, lastDay }) => ({ what: TERMS[what], lastDay })),
		nextDay: terms[0]?.lastDay ?? null,
		honoured: nomineesIn(run, 'publicity', 'confirmed', 'published', 'revoked').map(({ officerId, state, notice }) => ({
			...{ name: notice?.name ?? people.get(officerId)?.name ?? '', unitName: notice?.unitName ?? '' },
			...{ state, label: NOMINEE_STATES[state] }
		}))
	};
}

/** Cycles that are over, closed and not opened yet, the usual ones of each honour first. */
async function offersOf(ctx: Ctx, honours: readonly Honour[], runs: readonly KnownRun[]) {
	const wanted = honours.filter(({ offered }) => offered).flatMap((honour) => cyclesOf(honour, dayOf(ctx.now)));
	const fresh = wanted.filter(
		({ honour, cycle }) => !runs.some(({ run }) => run.honour.id === honour.id && run.cycle === cycle)
	);
	const closed = await Promise.all(fresh.map(async (one) => ((await isOpenable(ctx, one)) ? [one] : [])));
	return closed.flat().map(({ honour, cycle }) => ({
		...{ choice: `${honour.id}/${cycle}`, title: `${titleOfCycle(cycle)} ${honour.name}` },
		kind: CYCLE_KINDS[kindOfCycle(cycle)!]
	}));
}

async function isOpenable(ctx: Ctx, { honour, cycle }: { readonly honour: Honour; readonly cycle: string }) {
	const contest = await readContest(ctx, honour, cycle);
	return contest !== null && (honour.kind === 'person' || contest.contestants > 0);
}

function cyclesOf(honour: Honour, today: Day) {
	return [honour.cycle, ...honour.cycles.filter((kind) => kind !== honour.cycle)].flatMap((kind) => {
		const cycles: string[] = [];
		let cycle = cycleAt(kind, today);
		for (let back = 0; back < (kind === honour.cycle ? CYCLES_BACK : 1); back++)
			cycles.push((cycle = cycleBefore(cycle)));
		return cycles.map((one) => ({ honour, cycle: one }));
	});
}
