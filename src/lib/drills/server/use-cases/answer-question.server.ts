import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAnswer } from '../../domain/answer.ts';
import { markAnswer } from '../../domain/mark.ts';
import { pastOf, review } from '../../domain/memory.ts';
import type { Question } from '../../domain/present.ts';
import type { Answered } from '../../domain/set-view.ts';
import { type CachedItem, readItems } from '../item-cache.server.ts';
import * as answersRepository from '../repository/answers.server.ts';
import * as setsRepository from '../repository/sets.server.ts';
import { endingOf, finishSet } from '../finish-set.server.ts';
import { openPosition, toFeedback, toProgress, toQuestion, withBasisNote } from '../set-view.server.ts';

/**
 * Marks and stores one answer and hands out the next question. The first answer to a place stands: a second submit
 * (double click, second tab, retry after a lost reply) gets the feedback of the stored one.
 */
export async function answerQuestion(
	ctx: Ctx,
	setId: string,
	position: number,
	picks: readonly string[]
): Promise<Result<Answered>> {
	const me = authorisePerson(ctx, 'drills.practise');
	const set = isId(setId) ? await setsRepository.selectSet(ctx.db, setId, me.actor.personId, position) : null;
	const pick = set?.picks[position];
	if (!set || !pick) return refuse('no-such-question', '没有这道题。');
	const after = openPosition(set.marks, position);
	const next = after === null ? undefined : set.picks[after];
	const [item, nextItem] = await readItems(ctx, next ? [pick, next] : [pick]);
	const question = next && nextItem && after !== null ? toQuestion(setId, after, next, nextItem) : null;
	if (set.marks[position] !== null) return repeat(me, set, setId, position, item!, question);

	if (set.finished) return refuse('set-closed', '这组练习已经截止，没有作答的题不再接收答案。');
	const read = readAnswer(item!.body.task, picks);
	if (!read.ok) return read;
	const { mark } = markAnswer(item!.body.task, read.value);
	const memory = review(set.memory, mark, ctx.now);
	const answer = {
		...{ setId, position, officerId: me.actor.personId, itemId: pick.id, itemVersion: pick.version },
		...{ answer: read.value, mark, past: pastOf(set.memory, ctx.now), memory, now: ctx.now }
	};
	const isLast = after === null;
	const saved = isLast ? await saveLast(me, set, answer) : await answersRepository.saveAnswer(ctx.db, answer);
	if (!saved) return repeat(me, set, setId, position, item!, question);
	set.marks[position] = mark;
	const feedback = toFeedback(setId, position, item!, read.value, false, dayOf(memory.due));
	return ok({
		feedback: await withBasisNote(ctx, feedback, item!),
		question,
		set: toProgress({ ...set, finished: isLast })
	});
}

/** The last answer, the end of the set and, for the daily set, the ledger entry: all or nothing. */
function saveLast(me: SignedIn, set: setsRepository.OpenSet, answer: answersRepository.NewAnswer): Promise<boolean> {
	return inTransaction(me, async (inner) => {
		if (!(await answersRepository.saveAnswer(inner.db, answer))) return false;
		await finishSet(inner, endingOf(me, answer.setId, set));
		return true;
	});
}

async function repeat(
	me: SignedIn,
	set: setsRepository.OpenSet,
	setId: string,
	position: number,
	item: CachedItem,
	question: Question | null
): Promise<Result<Answered>> {
	const stored = (await answersRepository.selectAnswers(me.db, setId)).find((one) => one.position === position);
	if (!stored) return refuse('no-such-question', '没有这道题。');
	set.marks[position] = stored.mark;
	// Two tabs can give the last two answers at once, so that neither was the last one when it began.
	const finished = set.finished || question === null;
	if (finished && !set.finished) await inTransaction(me, (inner) => finishSet(inner, endingOf(me, setId, set)));
	const feedback = await withBasisNote(me, toFeedback(setId, position, item, stored.answer, true, null), item);
	return ok({ feedback, question, set: toProgress({ ...set, finished }) });
}
