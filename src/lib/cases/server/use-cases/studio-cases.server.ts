import { currentLawIndex } from '#lib/law/server/use-cases/current-law-index.server.ts';
import { registerCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import * as repository from '../repository.server.ts';
import * as studio from '../repository/studio-cases.server.ts';
import { readCaseText } from './case-files.server.ts';
import { readCurrentLinks } from './current-links.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** A text of the form of `content/cases` as a case, or what is wrong with it. */
export async function readCaseSource(ctx: Ctx, text: string) {
	const name = /^id:\s*(\S+)/m.exec(text)?.[1] ?? '';
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
		const { newest, shown } = await studio.lockCase(inner.db, read.id);
		if (based === null && newest > 0)
			return refuse('id-taken', `编号 ${read.id} 已被另一个案例使用，换一个编号。`, 'id');
		if (based !== null && shown !== null && shown !== based) {
			return refuse('overtaken', `这篇稿件改自第 ${based} 版，现在发布的已是第 ${shown} 版，请从新版重新改起。`);
		}
		const version = newest + 1;
		await repository.saveCase(inner.db, read, { version, isPublished: true, origin: 'studio', now: inner.now });
		const piece = { kind: 'case' as const, id: read.id, version, title: read.title, asOf: read.asOf };
		await registerCitations(inner, [{ piece, references: read.citations }]);
		return ok({ version });
	});
}

/** Takes a case out of sight; its versions and what was answered in it stay, and no file brings it back. */
export async function withdrawCase(ctx: Ctx, id: string): Promise<void> {
	await inTransaction(ctx, async (inner) => {
		await studio.endCase(inner.db, id);
		await withdrawCitations(inner, 'case', [id]);
	});
}

/** The text of a version: of the one that is shown, or of the newest published one. */
export async function openCase(ctx: Ctx, id: string, wanted?: number): Promise<Result<studio.OpenedCase>> {
	const found = await studio.selectSource(ctx.db, id, wanted);
	if (!found) return refuse('no-such-case', '没有这个案例，或者它没有留下原文。');
	return ok(found);
}

/** Files that changed after the studio had taken the case over: they wait as drafts. */
export function readCaseProposals(ctx: Ctx) {
	return studio.selectProposals(ctx.db);
}
