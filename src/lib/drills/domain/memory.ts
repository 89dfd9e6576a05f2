import { type Card, type Grade, Rating, createEmptyCard, fsrs } from 'ts-fsrs';
import { type Day, dayOf, daysBetween } from '#lib/shared/time.ts';

/** One officer's memory of one item. */
export interface Memory {
	readonly due: Date;
	readonly stability: number;
	readonly difficulty: number;
	readonly reps: number;
	readonly lapses: number;
	readonly state: number;
	readonly lastReview: Date;
	readonly firstSuccessAt: Date | null;
	readonly lastMark: number;
}

/** FSRS-6 without fuzz (recomputable) and without same-day steps: an item comes back on another day at the earliest. */
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 180 });

/** 100 = remembered · 50 and more = with difficulty · less = forgotten. */
export function gradeOf(mark: number): Grade {
	if (mark === 100) return Rating.Good;
	return mark >= 50 ? Rating.Hard : Rating.Again;
}

/**
 * The memory after an answer.
 * @param mark 0–100
 * @source Ye, Su, Cao: A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling (KDD 2022); ts-fsrs
 */
export function review(before: Memory | null, mark: number, now: Date): Memory {
	const { card } = SCHEDULER.next(before ? toCard(before) : createEmptyCard(now), now, gradeOf(mark));
	return {
		due: card.due,
		stability: card.stability,
		difficulty: card.difficulty,
		reps: card.reps,
		lapses: card.lapses,
		state: card.state,
		lastReview: now,
		firstSuccessAt: before?.firstSuccessAt ?? (mark === 100 ? now : null),
		lastMark: mark
	};
}

/** What the ledger needs to know about the past of an item at the moment of an answer. */
export interface Past {
	readonly daysSinceLast: number | null;
	readonly daysSinceFirstSuccess: number | null;
	readonly wasDue: boolean;
}

export function pastOf(memory: Memory | null, now: Date): Past {
	if (!memory) return { daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false };
	const today: Day = dayOf(now);
	return {
		daysSinceLast: daysBetween(dayOf(memory.lastReview), today),
		daysSinceFirstSuccess: memory.firstSuccessAt ? daysBetween(dayOf(memory.firstSuccessAt), today) : null,
		wasDue: dayOf(memory.due) <= today
	};
}

function toCard(memory: Memory): Card {
	return {
		due: memory.due,
		stability: memory.stability,
		difficulty: memory.difficulty,
		elapsed_days: 0,
		scheduled_days: 0,
		learning_steps: 0,
		reps: memory.reps,
		lapses: memory.lapses,
		state: memory.state,
		last_review: memory.lastReview
	};
}
