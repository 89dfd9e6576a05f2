import { registerCitations, restoreCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
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

/** A version as the law room registers it. */
export const toCiting = ({ id, title, asOf, notes }: PublicCaseFile, version: number) => ({
	piece: { kind: 'public-case' as const, id, version, title, asOf },
	references: notes
});
