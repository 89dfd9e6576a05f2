import { readDrawableTitles } from '#lib/drills/server/use-cases/titles.server.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { REHEARSAL_STAGES } from '../../domain/bundle/bundle.ts';
import { bundleFor } from '../../domain/bundle/bundle-view.ts';
import { SIDES, otherSide } from '../../domain/bundle/side.ts';
import { openRound } from '../../domain/rehearsal/rehearsal.ts';
import type { RehearsalResult, RehearsalView } from '../../domain/rehearsal/rehearsal-view.ts';
import { type Shown, askRound, explainRound } from '../../domain/rehearsal/show-round.ts';
import { summarise } from '../../domain/rehearsal/summary.ts';
import { readLawLines } from '../law-entries.server.ts';
import { type OwnRehearsal, openRehearsal } from '../own-rehearsal.server.ts';
import { selectShown } from '../repository/bundles.server.ts';
import { selectOwn } from '../repository/rehearsals.server.ts';

const RECENT = 12;

/** What may be rehearsed, and what the actor rehearsed lately. */
export async function readRehearsalHome(ctx: Ctx) {
	const { db, actor } = authorisePerson(ctx, 'arena.rehearse');
	const [shown, own] = await Promise.all([selectShown(db), selectOwn(db, actor.personId, RECENT)]);
	return {
		bundles: shown.filter(({ isReserved }) => !isReserved),
		recent: own.map(({ startedAt, finishedAt, side, stage, ...one }) => ({
			...one,
			...{ day: dayOf(startedAt), isFinished: finishedAt !== null },
			...{ sideLabel: SIDES[side], stageLabel: REHEARSAL_STAGES[stage] }
		}))
	};
}
export type RehearsalHome = Awaited<ReturnType<typeof readRehearsalHome>>;

/**
 * The actor's own rehearsal: the round that is open, the one just answered with its reasons, or the result.
 * @param after the argument that was answered last; null = none is to be told
 */
export async function readRehearsal(ctx: Ctx, id: string, after: string | null): Promise<Result<RehearsalView>> {
	const me = authorisePerson(ctx, 'arena.rehearse');
	const own = await openRehearsal(me, id);
	if (!own) return refuse('no-such-rehearsal', '没有这次排练。');
	const { row, bundle, rounds } = own;
	const law = await readLawLines(me, bundle);
	const shown: Shown = { bundle, law, rounds, seed: row.seed };
	const open = openRound(rounds, row.answers);
	const last = row.answers.find(({ argument }) => argument === after);
	const told = last && rounds.find(({ id: argument }) => argument === last.argument);
	const { id: bundleId, title, act, claims, storyHtml, exhibits } = bundleFor(bundle, { kind: 'public' }).open;
	return ok({
		...{ id, sideLabel: SIDES[row.side], opponentLabel: SIDES[otherSide(row.side)] },
		...{ stageLabel: REHEARSAL_STAGES[row.stage], law },
		bundle: { id: bundleId, title, act, claims, storyHtml, exhibits },
		marks: rounds.map((round) => row.answers.find(({ argument }) => argument === round.id)?.mark ?? null),
		open: open && askRound(open, shown),
		marked: last && told ? explainRound(told, last, shown) : null,
		result: row.finishedAt === null ? null : await resultOf(me, own, shown)
	});
}

async function resultOf(me: SignedIn, { row, bundle, rounds }: OwnRehearsal, shown: Shown): Promise<RehearsalResult> {
	const { areas, missed, items } = summarise(bundle, rounds, row.answers);
	const wanted = new Set(missed.flatMap(({ argument }) => argument.met.law));
	return {
		...{ mark: row.mark ?? 0, areas },
		rounds: row.answers.flatMap((given) => {
			const round = rounds.find(({ id }) => id === given.argument);
			return round ? [explainRound(round, given, shown)] : [];
		}),
		missed: missed.map(({ argument, marks }) => ({ argument: argument.id, line: argument.line, mark: marks.total })),
		items: await readDrawableTitles(me, items),
		law: shown.law.filter(({ key }) => wanted.has(key))
	};
}
