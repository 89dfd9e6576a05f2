import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Fields } from '../../domain/manuscript.ts';
import { draftPublicText } from '../../domain/public-draft.ts';
import { kindOf } from '../kinds.server.ts';
import { startManuscript } from './start-manuscript.server.ts';

/** What would be taken over from a published case into a text for the public. */
export async function readPublicDraft(ctx: Ctx, caseId: string): Promise<Result<Fields>> {
	authorise(ctx, 'studio.writeManuscripts');
	const { open, toFields } = kindOf('case');
	const opened = await open(ctx, caseId);
	if (!opened.ok) return opened;
	const fields = toFields(opened.value.source);
	return fields.ok ? ok(draftPublicText(fields.value, dayOf(ctx.now))) : fields;
}

/** Begins a text for the public: a manuscript of its own, through both gates of its own. @returns its id */
export async function startPublicVersion(ctx: Ctx, caseId: string, id?: string): Promise<Result<{ id: string }>> {
	const draft = await readPublicDraft(ctx, caseId);
	if (!draft.ok) return draft;
	return startManuscript(ctx, { kind: 'public-case', from: { fields: draft.value }, ...(id ? { id } : {}) });
}
