import { answerOf } from '#db/seed/demo/character.ts';
import type { ItemFile, Task } from '#lib/drills/domain/item.ts';
import type { SetProgress } from '#lib/drills/domain/set-view.ts';
import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import { loadItems } from '#lib/drills/server/use-cases/load-items.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import { startDaily } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { seeded } from '#lib/shared/random.ts';
import { LAW, makeItem } from './bank.ts';
import { valueOf } from './people.ts';

/** Loads the law of the tests and these items. */
export async function loadBank(ctx: Ctx, items: readonly ItemFile[]) {
	await loadLaws(ctx, [LAW]);
	return loadItems(ctx, items);
}

/** What somebody posts who knows the answer, or does not. */
export function picksFor(task: Task, isKnown: boolean): string[] {
	return answerOf(task, isKnown, seeded(1));
}

/** The task of an item of the bank of the tests. */
export function taskOf(itemId: string): Task {
	return makeItem(Number(itemId.slice('item-'.length))).body.task;
}

/** Answers a set from its open question on. @param upTo at most so many answers */
export async function answerSet(ctx: Ctx, setId: string, isKnown: (itemId: string) => boolean, upTo = Infinity) {
	const start = valueOf(await readSet(ctx, setId, null));
	let question = start.question;
	let set: SetProgress = start.set;
	for (let count = 0; question && count < upTo; count++) {
		const picks = picksFor(taskOf(question.itemId), isKnown(question.itemId));
		({ question, set } = valueOf(await answerQuestion(ctx, setId, question.position, picks)));
	}
	return { question, set };
}

/** A whole daily set. @returns its id */
export async function doDaily(ctx: Ctx, isKnown: (itemId: string) => boolean = () => true): Promise<string> {
	const setId = valueOf(await startDaily(ctx));
	await answerSet(ctx, setId, isKnown);
	return setId;
}
