import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { RuleBook } from '../../domain/rule-book.ts';
import * as studio from '../repository/studio-pieces.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** The rules on documents and files as this process read them. */
export function currentRules(): RuleBook {
	return ruleBookOf('default');
}

/** Ids of the tasks that are shown. */
export function readTaskIds(ctx: Ctx): Promise<string[]> {
	return studio.selectShownIds(ctx.db, 'task');
}
