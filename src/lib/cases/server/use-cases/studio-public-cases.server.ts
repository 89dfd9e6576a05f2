import { currentLawIndex } from '#lib/law/server/use-cases/current-law-index.server.ts';
import { registerCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { idIn, nextVersion } from '#lib/shared/publishing.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import * as repository from '../repository/public-cases.server.ts';
import * as studio from '../repository/studio-public-cases.server.ts';
import { toCiting } from './load-public-cases.server.ts';
import { readPublicCaseFile } from './public-case-files.server.ts';

// What the studio asks of this room about public pieces. Who may publish is decided there, by its workflow.

/** A text of the form of `content/public-cases` as a piece, or what is wrong with it. */
export async function readPublicCaseSource(ctx: Ctx, text: string) {
	const name = idIn(text);
	const cases = await repository.selectCaseIds(ctx.db);
	return readPublicCaseFile({ path: name, name, text, digest: sha256(text) }, currentLawIndex(), new Set(cases));
}

/**
 * Adds a version that was written in the studio and shows it to everybody.
 * @param based the version that it changes; null = a new piece. Whoever was overtaken is told.
 */
export async function publishPublicCase(
	ctx: Ctx,
	text: string,
	based: number | null
): Promise<Result<{ version: number }>> {
	const { piece, faults } = await readPublicCaseSource(ctx, text);
	if (!piece || faults.length > 0) return refuse('faults', faults[0]?.message ?? '稿件不能识别。');
	// The studio's gates have said so already; what everybody reads is asked twice.
	const { internalReview, legalReview } = piece.body;
	if (!internalReview || !legalReview) return refuse('not-reviewed', '公开版本要先内审、再法审。');
	return inTransaction(ctx, async (inner) => {
		const { newest, shown } = await studio.lockPublicCase(inner.db, piece.id, inner.now);
		const version = nextVersion({ id: piece.id, based, newest, shown });
		if (!version.ok) return version;
		const made = { version: version.value, origin: 'studio', isPublished: true, now: inner.now } as const;
		await repository.savePublicCase(inner.db, piece, made);
		await registerCitations(inner, [toCiting(piece, made.version)]);
		return ok({ version: made.version });
	});
}

/** Takes a public text off: its page says so from now on, its pictures are gone, and no file brings it back. */
export async function withdrawPublicCase(ctx: Ctx, id: string): Promise<void> {
	await inTransaction(ctx, async (inner) => {
		await studio.endPublicCase(inner.db, id, inner.now);
		await withdrawCitations(inner, 'public-case', [id]);
	});
}

/** The text of a version: of the one that is shown, or of the newest published one. */
export async function openPublicCase(
	ctx: Ctx,
	id: string,
	wanted?: number
): Promise<Result<{ source: string; version: number }>> {
	const found = await studio.selectSource(ctx.db, id, wanted);
	return found ? ok(found) : refuse('no-such-case', '没有这篇公开案例。');
}

/** Files that changed after the studio had taken the piece over: they wait as drafts. */
export function readPublicCaseProposals(ctx: Ctx) {
	return studio.selectProposals(ctx.db);
}
