import type { Answer, Ordering, Task } from '#lib/drills/domain/item.ts';
import { DRILL_KINDS, type DrillKind } from '#lib/drills/domain/kinds.ts';
import { type Random, shuffle } from '#lib/shared/random.ts';

/** How an invented officer drills: nothing of it is stored, only what they answer. */
export interface Character {
	/** Chance of doing the daily set on a working day. */
	readonly diligence: number;
	/** Chance of answering a question of middling difficulty rightly the first time. */
	readonly skill: Readonly<Record<DrillKind, number>>;
	/** How much each earlier meeting with a question helps. */
	readonly learning: number;
}

export function makeCharacter(random: Random, isNewcomer: boolean): Character {
	const base = (isNewcomer ? 0.42 : 0.5) + random() * 0.28;
	const kinds = Object.keys(DRILL_KINDS) as DrillKind[];
	return {
		diligence: 0.42 + random() * 0.5,
		// Drafting is the weak side of the whole bureau, as the bureaus' own reports say.
		skill: Object.fromEntries(
			kinds.map((kind) => [kind, base + (random() - 0.5) * 0.24 - (kind === 'drafting' ? 0.08 : 0)])
		) as Record<DrillKind, number>,
		learning: 0.02 + random() * 0.05
	};
}

const MIDDLING = 3;

/** Whether the officer gets a question right, met `times` before. */
export function knows(one: Character, kind: DrillKind, difficulty: number, times: number, random: Random): boolean {
	const chance = one.skill[kind] - 0.05 * (difficulty - MIDDLING) + one.learning * times;
	return random() < Math.min(0.94, Math.max(0.1, chance));
}

/** The answer as a form would post it: the key when it is known, else a mistake that people make. */
export function answerOf(task: Task, isKnown: boolean, random: Random): string[] {
	return toPicks(isKnown ? keyOf(task) : slip(task, random));
}

function toPicks(answer: Answer): string[] {
	return typeof answer === 'number' ? [String(answer)] : [...answer];
}

function keyOf(task: Task): Answer {
	if (task.type === 'numeric') return task.value;
	if (task.type === 'ordering') return task.accepted[0]!;
	return task.options.filter(({ correct }) => correct).map(({ key }) => key);
}

function slip(task: Task, random: Random): Answer {
	if (task.type === 'numeric') return shuffle(task.traps, random)[0]?.value ?? task.value + 1;
	if (task.type === 'ordering') return slipInOrder(task, random);
	const wrong = shuffle(
		task.options.filter(({ correct }) => !correct),
		random
	);
	if (task.type !== 'multiple') return [wrong[0]!.key];
	const right = shuffle(
		task.options.filter(({ correct }) => correct),
		random
	);
	const missed = right.slice(1).map(({ key }) => key);
	return random() < 0.5 ? missed : [...missed, wrong[0]!.key];
}

/** Two neighbours changed places, and no law allows that; the whole order backwards where every change is lawful. */
function slipInOrder({ accepted }: Ordering, random: Random): Answer {
	const order = accepted[0]!;
	const swapped = order.slice(1).map((key, at) => order.with(at, key).with(at + 1, order[at]!));
	const lawful = new Set(accepted.map((one) => one.join()));
	const wrong = swapped.filter((one) => !lawful.has(one.join()));
	return shuffle(wrong, random)[0] ?? [...order].reverse();
}
