import { currentLawIndex } from '#lib/law/server/use-cases/current-law-index.server.ts';
import { registerCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { OpenedPiece } from '#lib/platform/piece-versions.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { idIn, nextVersion } from '#lib/shared/publishing.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import * as repository from '../repository.server.ts';
import { caseVersions } from '../repository/studio-cases.server.ts';
import { readCaseText } from './case-files.server.ts';
import { readCurrentLinks } from './current-links.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** A text of the form of `content/cases` as a case, or what is wrong with it. */
export async function readCaseSource(ctx: Ctx, text: string) {
	const name = idIn(text);
	const known = await readCurrentLinks(ctx);
	return readCaseText({ path: name, name, text, digest: sha256(text) }, { laws: currentLawIndex(), known });
}

/**
 * Adds a version that was written in the studio and shows it.
 * @param based the version that it changes; null = a new case. Whoever was overtaken is told.
 */
export async function publishCase(ctx: Ctx, text: string, based: number | null): Promise<Result<{ version: number }>> {
	const { read, faults } = await readCaseSource(ctx, text);
	if (!read || faults.length > 0) return refuse('faults', faults[0]?.message ?? '稿件不能识别。');
	return inTransaction(ctx, async (inner) => {
		const next = nextVersion({ id: read.id, based, ...(await caseVersions.lock(inner.db, read.id)) });
		if (!next.ok) return next;
		const version = next.value;
		await repository.saveCase(inner.db, read, { version, isPublished: true, origin: 'studio', now: inner.now });
		const piece = { kind: 'case' as const, id: read.id, version, title: read.title, asOf: read.asOf };
		await registerCitations(inner, [{ piece, references: read.citations }]);
		return ok({ version });
	});
}

/** Takes a case out of sight; its versions and what was answered in it stay, and no file brings it back. */
export async function withdrawCase(ctx: Ctx, id: string): Promise<void> {
	await inTransaction(ctx, async (inner) => {
		await repository.withdrawCases(inner.db, [id]);
		await caseVersions.markWithdrawn(inner.db, id);
		await withdrawCitations(inner, 'case', [id]);
	});
}

/** The text of a version: of the one that is shown, or of the newest published one. */
export async function openCase(ctx: Ctx, id: string, wanted?: number): Promise<Result<OpenedPiece>> {
	const found = await caseVersions.open(ctx.db, id, wanted);
	if (!found) return refuse('no-such-case', '没有这个案例，或者它没有留下原文。');
	return ok(found);
}

/** Files that changed after the studio had taken the case over: they wait as drafts. */
export function readCaseProposals(ctx: Ctx) {
	return caseVersions.proposals(ctx.db);
}
