import type { Ctx } from '#lib/platform/ctx.server.ts';
import * as repository from '../repository/practice-cases.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** The cases that are asked, each with the quarters whose reference case it is. */
export async function readPracticeReferences(ctx: Ctx) {
	const rows = await repository.selectShown(ctx.db);
	return rows.map(({ id, reference }) => ({ id, body: { reference } }));
}
