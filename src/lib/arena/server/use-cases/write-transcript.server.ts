import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { writeRecord } from '../../domain/hearing/transcript.ts';
import { writeTranscriptFile } from '../transcript-file.server.ts';
import { readHearing } from './read-hearing.server.ts';

/** The record of a hearing as a Word file, with what whoever asks may see of it. */
export async function writeTranscript(
	ctx: Ctx,
	hearingId: string,
	token: string | null
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>> {
	authorise(ctx, 'arena.sit');
	const read = await readHearing(ctx, hearingId, token);
	if (!read.ok) return read;
	const { title, hearing, frame } = read.value;
	return ok({ name: `庭审笔录 ${title}.docx`, bytes: await writeTranscriptFile(title, writeRecord(hearing, frame)) });
}
