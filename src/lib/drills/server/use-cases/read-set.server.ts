import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Feedback } from '../../domain/feedback.ts';
import { DRILL_KINDS } from '../../domain/kinds.ts';
import type { SetView, SummaryLine } from '../../domain/set-view.ts';
import { type Pick, reasonOf } from '../../domain/pick.ts';
import type { Question } from '../../domain/present.ts';
import { endingOf, finishSet } from '../finish-set.server.ts';
import { type CachedItem, readItems } from '../item-cache.server.ts';
import * as answersRepository from '../repository/answers.server.ts';
import * as setsRepository from '../repository/sets.server.ts';
import { openPosition, toFeedback, toQuestion, toSetView, withBasisNote } from '../set-view.server.ts';

export interface SetPage {
	readonly set: SetView;
	readonly question: Question | null;
	/** Of the question asked for by `?after=N`, and that question again. */
	readonly feedback: Feedback | null;
	readonly answered: Question | null;
	readonly summary: readonly SummaryLine[] | null;
}

/** An officer's own set: the next open question, the feedback of an answered one, or the summary. */
export async function readSet(ctx: Ctx, setId: string, after: number | null): Promise<Result<SetPage>> {
	const me = authorisePerson(ctx, 'drills.practise');
	const stored = isId(setId) ? await setsRepository.selectSet(ctx.db, setId, me.actor.personId, 0) : null;
	if (!stored) return refuse('no-such-set', '没有这组练习。');
	const open = openPosition(stored.marks, null);
	const set = { ...stored, finished: stored.finished || open === null };
	// The last two answers came at once from two tabs, and neither saw the other.
	if (set.finished && !stored.finished) await inTransaction(me, (inner) => finishSet(inner, endingOf(me, setId, set)));
	const view = toSetView(setId, set);
	const items = await readItems(ctx, set.picks);
	const question = open === null || set.finished ? null : toQuestion(setId, open, set.picks[open]!, items[open]!);
	const feedback = after === null ? null : await readFeedback(ctx, setId, after, items[after]);
	const answered =
		feedback && toQuestion(setId, feedback.position, set.picks[feedback.position]!, items[feedback.position]!);
	const summary = set.finished
		? set.picks.map((pick, position) => summarise(pick, position, items[position]!, set))
		: null;
	return ok({ set: view, question, feedback, answered, summary });
}

async function readFeedback(ctx: Ctx, setId: string, position: number, item: CachedItem | undefined) {
	const answers = await answersRepository.selectAnswers(ctx.db, setId);
	const stored = answers.find((one) => one.position === position);
	return stored && item
		? withBasisNote(ctx, toFeedback(setId, position, item, stored.answer, false, null), item)
		: null;
}

function summarise(pick: Pick, position: number, item: CachedItem, set: setsRepository.OpenSet) {
	const mark = set.marks[position] ?? null;
	return { position, title: item.title, mark, kind: DRILL_KINDS[item.kind], why: reasonOf(pick) };
}
