import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import type { PlacedWarning } from '../../domain/answer-warnings.ts';
import type { FieldFault, Fields, PreviewBlock } from '../../domain/manuscript.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { gather, readText } from '../standing.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

export interface Checked {
	readonly faults: readonly FieldFault[];
	/** Worth a look; they stop nothing. */
	readonly remarks: readonly FieldFault[];
	/** The text as its reader will see it, as far as it can be read. */
	readonly preview: readonly PreviewBlock[];
	/** What looks like data of a real person, with what its author answered. */
	readonly redaction: readonly PlacedWarning[];
}

/**
 * Judges a manuscript as its room will.
 * @param fields what an editor holds and has not saved yet; else what is stored
 */
export async function checkManuscript(ctx: Ctx, id: string, fields?: Fields): Promise<Result<Checked>> {
	authorise(ctx, 'studio.readManuscripts');
	const row = isId(id) ? await manuscripts.selectManuscript(ctx.db, id) : null;
	if (!row) return NO_MANUSCRIPT;
	const judged = await gather(ctx, fields ? { ...row, fields } : row);
	const { preview, remarks, ...read } = await readText(ctx, judged);
	return ok({ faults: read.ok ? [] : read.faults, remarks, preview, redaction: judged.warnings });
}
