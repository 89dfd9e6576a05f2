import { authorisePerson } from '#lib/identity/server/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Feedback } from '../../domain/feedback.ts';
import { DRILL_KINDS, SET_KINDS, type SetKind } from '../../domain/kinds.ts';
import { PICK_REASONS, type Pick } from '../../domain/pick.ts';
import { type Question, ask } from '../../domain/present.ts';
import { type CachedItem, readItems } from '../item-cache.server.ts';
import * as repository from '../repository.server.ts';
import { toFeedback } from './answer-question.server.ts';

export interface SetView {
	readonly id: string;
	readonly kind: SetKind;
	readonly title: string;
	readonly day: string;
	readonly size: number;
	readonly answered: number;
	/** By position; null = open. */
	readonly marks: readonly (number | null)[];
	readonly finished: boolean;
	/** Mean of the marks once finished. */
	readonly mark: number | null;
	/** Whether the set counts for the month. */
	readonly ledger: boolean;
}

export interface SetPage {
	readonly set: SetView;
	readonly question: Question | null;
	readonly feedback: Feedback | null;
	readonly summary: readonly { position: number; title: string; mark: number | null; kind: string; why: string }[] | null;
}

/** An officer's own set: the next open question, the feedback of an answered one, or the summary. */
export async function readSet(ctx: Ctx, setId: string, after: number | null): Promise<Result<SetPage>> {
	const { actor } = authorisePerson(ctx, 'drills.practise');
	const set = isId(setId) ? await repository.selectSet(ctx.db, setId, actor.personId, 0) : null;
	if (!set) return refuse('no-such-set', '没有这组练习。');
	const open = openPosition(set.marks, null);
	const view = toSetView(setId, set);
	const items = await readItems(ctx, set.picks);
	const question = open === null || set.finished ? null : toQuestion(setId, open, set.picks[open]!, items[open]!);
	const feedback = after === null ? null : await readFeedback(ctx, setId, after, items[after]);
	const summary = set.finished ? set.picks.map((pick, position) => summarise(pick, position, items[position]!, set)) : null;
	return ok({ set: view, question, feedback, summary });
}

async function readFeedback(ctx: Ctx, setId: string, position: number, item: CachedItem | undefined) {
	const answers = await repository.selectAnswers(ctx.db, setId);
	const stored = answers.find((one) => one.position === position);
	return stored && item ? toFeedback(setId, position, item, stored.answer, false, null) : null;
}

function summarise(pick: Pick, position: number, item: CachedItem, set: repository.OpenSet) {
	const mark = set.marks[position] ?? null;
	return { position, title: item.title, mark, kind: DRILL_KINDS[item.kind], why: PICK_REASONS[pick.why] };
}

/** The first open place, not counting `except`. */
export function openPosition(marks: readonly (number | null)[], except: number | null): number | null {
	const open = marks.findIndex((mark, position) => mark === null && position !== except);
	return open === -1 ? null : open;
}

export function toQuestion(setId: string, position: number, pick: Pick, item: CachedItem): Question {
	const { stem, asOf, task } = item.body;
	const [kind, why] = [DRILL_KINDS[item.kind], PICK_REASONS[pick.why]];
	return { position, itemId: item.id, kind, why, stem, asOf, asked: ask(task, `${setId}/${position}`) };
}

export function toSetView(id: string, set: Omit<repository.OpenSet, 'memory'>): SetView {
	const { kind, day, marks, finished } = set;
	const given = marks.filter((mark) => mark !== null);
	const mean = given.length === 0 ? null : Math.round(given.reduce((sum, mark) => sum + mark, 0) / given.length);
	return {
		...{ id, kind, title: SET_KINDS[kind], day, size: marks.length, answered: given.length, marks, finished },
		...{ mark: finished ? mean : null, ledger: kind === 'daily' }
	};
}
