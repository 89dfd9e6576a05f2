import type { Ctx } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { isInCourt, stageById } from '../../domain/hearing/procedure.ts';
import { knowHearing } from '../known-hearing.server.ts';
import { selectOnPaper } from '../repository/hearings.server.ts';
import { runCommand } from '../run-command.server.ts';

/** The key of what the clock does: the same on every node, so that it is done once. */
function keyOf(hearingId: string, stage: string): string {
	const hex = sha256(`${hearingId} ${stage}`);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Ends the terms that have run out in hearings that have not opened yet. Any node may run it. @returns how many */
export async function endTerms(ctx: Ctx): Promise<number> {
	let ended = 0;
	for (const id of await selectOnPaper(ctx.db)) {
		const known = await knowHearing(ctx.db, id);
		const stage = known && stageById(known.frame.procedure, known.hearing.course.stage?.id ?? '');
		if (!stage || isInCourt(stage)) continue;
		const command = { by: 'timer', act: 'advance', detail: { to: stage.next[0] ?? '', reason: '' } } as const;
		// Refused while the term runs, and where a person has to go on.
		const done = await runCommand(ctx, id, keyOf(id, stage.id), command);
		if (done.ok && !done.value.isRepeated) ended++;
	}
	return ended;
}
