import { noteForItem } from '#lib/law/domain/basis.ts';
import { recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { explain } from '../domain/explain.ts';
import type { Feedback } from '../domain/feedback.ts';
import type { Answer } from '../domain/item.ts';
import { DRILL_KINDS, SET_KINDS } from '../domain/kinds.ts';
import { type Pick, reasonOf } from '../domain/pick.ts';
import { type Question, ask } from '../domain/present.ts';
import type { SetProgress, SetView } from '../domain/set-view.ts';
import type { CachedItem } from './item-cache.server.ts';
import type { OpenSet } from './repository/sets.server.ts';

/** The first open place, not counting `except`. */
export function openPosition(marks: readonly (number | null)[], except: number | null): number | null {
	const open = marks.findIndex((mark, position) => mark === null && position !== except);
	return open === -1 ? null : open;
}

export function toQuestion(setId: string, position: number, pick: Pick, item: CachedItem): Question {
	const { stem, asOf, task } = item.body;
	const [kind, why] = [DRILL_KINDS[item.kind], reasonOf(pick)];
	return { position, itemId: item.id, kind, why, stem, asOf, asked: ask(task, `${setId}/${position}`) };
}

export function toProgress({ marks, finished }: Omit<OpenSet, 'kind' | 'day' | 'picks' | 'memory'>): SetProgress {
	const given = marks.filter((mark) => mark !== null);
	const mean = given.length === 0 ? null : Math.round(given.reduce((sum, mark) => sum + mark, 0) / given.length);
	return { answered: given.length, marks, finished, mark: finished ? mean : null };
}

export function toSetView(id: string, set: Omit<OpenSet, 'memory'>): SetView {
	const { kind, day, marks } = set;
	return { id, kind, title: SET_KINDS[kind], day, size: marks.length, ledger: kind === 'daily', ...toProgress(set) };
}

export function toFeedback(
	setId: string,
	position: number,
	item: CachedItem,
	given: Answer,
	repeated: boolean,
	nextDue: string | null
): Feedback {
	const { task, explanation } = item.body;
	const place = `${setId}/${position}`;
	return explain({ ...{ task, given, explanation, citations: item.cited, position, place, repeated, nextDue } });
}

/** Says so under a marked answer when the law of its question has changed since it was written. */
export async function withBasisNote(ctx: Ctx, feedback: Feedback, item: CachedItem): Promise<Feedback> {
	const basis = (await recallChangedBasis(ctx, 'item')).get(item.id);
	return basis ? { ...feedback, basisNote: noteForItem(basis, item.body.asOf) } : feedback;
}
