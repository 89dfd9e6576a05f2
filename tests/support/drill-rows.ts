import { answerQuestion } from '#lib/drills/server/use-cases/answer-question.server.ts';
import * as home from '#lib/drills/server/use-cases/read-home.server.ts';
import { readMistakes } from '#lib/drills/server/use-cases/read-mistakes.server.ts';
import { readSet } from '#lib/drills/server/use-cases/read-set.server.ts';
import * as startSets from '#lib/drills/server/use-cases/start-sets.server.ts';
import { findItems } from '#lib/drills/server/use-cases/titles.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

/** What officers may in the room of drills. @param open an open set of somebody’s own */
export const drillRows = (open: () => string): Record<string, (ctx: Ctx) => unknown> => ({
	startDaily: startSets.startDaily,
	startKind: (ctx) => startSets.startKind(ctx, 'drafting'),
	startMistakes: (ctx) => startSets.startMistakes(ctx, null),
	readSet: (ctx) => readSet(ctx, open(), 0),
	answerQuestion: (ctx) => answerQuestion(ctx, open(), 1, ['a']),
	findItems: (ctx) => findItems(ctx, '第', 5),
	readDrillHome: (ctx) => home.readDrillHome(ctx),
	readDrillRoom: (ctx) => home.readDrillRoom(ctx),
	readDaily: (ctx) => home.readDaily(ctx),
	readKind: (ctx) => home.readKind(ctx, 'drafting'),
	readMistakes: (ctx) => readMistakes(ctx, null, 1)
});
