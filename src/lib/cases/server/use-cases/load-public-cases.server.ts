import { registerCitations, restoreCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { PublicCaseFile } from '../../domain/public-case.ts';
import * as repository from '../repository/public-cases.server.ts';

/** Loads files of public texts; the same rules as for cases. Run by the starter and the command line. */
export async function loadPublicCases(ctx: Ctx, files: readonly PublicCaseFile[]) {
	const { versions, restored, gone, report } = planLoad(files, await repository.selectStored(ctx.db));
	await inTransaction(ctx, async (inner) => {
		const { db, now } = inner;
		for (const { file, version, isPublished } of versions) {
			await repository.savePublicCase(db, file, { version, origin: 'file', isPublished, now });
			if (isPublished) await registerCitations(inner, [toCiting(file, version)]);
		}
		for (const { id, version } of restored) await repository.showPublicCase(db, id, version, now);
		await repository.withdrawPublicCases(db, gone, now);
		await restoreCitations(inner, 'public-case', restored);
		await withdrawCitations(inner, 'public-case', gone);
	});
	return report;
}

/** Publishes what passed both gates of the studio as a new version; run by the studio, which has authorised. */
export async function publishPublicCase(ctx: Ctx, file: PublicCaseFile): Promise<Result<{ version: number }>> {
	const { author, internalReview, legalReview } = file.body;
	if (!internalReview || !legalReview || [internalReview.by, legalReview.by].includes(author))
		return refuse('not-reviewed', '公开版本要先内审、再法审，作者不能审自己的稿件。');
	return inTransaction(ctx, async (inner) => {
		const version = (await repository.selectNewestVersion(inner.db, file.id)) + 1;
		const made = { version, origin: 'studio', isPublished: true, now: ctx.now } as const;
		await repository.savePublicCase(inner.db, file, made);
		await registerCitations(inner, [toCiting(file, version)]);
		return ok({ version });
	});
}

/** Takes a public text off: its page answers “withdrawn” from now on, its pictures are gone. Run by the studio. */
export async function withdrawPublicCase(ctx: Ctx, id: string): Promise<void> {
	await inTransaction(ctx, async (inner) => {
		await repository.withdrawPublicCases(inner.db, [id], ctx.now);
		await withdrawCitations(inner, 'public-case', [id]);
	});
}

/** The shown text of a piece as its file, for a manuscript that begins from it. Run by the studio. */
export async function openPublicCase(ctx: Ctx, id: string): Promise<Result<{ source: string; version: number }>> {
	const row = await repository.selectSource(ctx.db, id);
	return row ? ok(row) : refuse('no-such-case', '没有这篇公开案例，或者它已经撤下。');
}

const toCiting = ({ id, title, asOf, notes }: PublicCaseFile, version: number) => ({
	piece: { kind: 'public-case' as const, id, version, title, asOf },
	references: notes
});
