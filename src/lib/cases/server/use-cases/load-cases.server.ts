import { registerCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { CaseFile } from '../../domain/case.ts';
import * as repository from '../repository.server.ts';

/** Loads case files; the same rules as for items. Run by the starter and the command line. */
export async function loadCases(ctx: Ctx, files: readonly CaseFile[]) {
	const stored = await repository.readDigests(ctx.db);
	const fresh = files.filter(({ id, digest }) => stored.get(id)?.digest !== digest);
	const ids = new Set(files.map(({ id }) => id));
	const gone = [...stored].filter(([id, { origin }]) => origin === 'file' && !ids.has(id)).map(([id]) => id);
	await inTransaction(ctx, async (inner) => {
		for (const file of fresh) {
			const before = stored.get(file.id);
			const version = (before?.version ?? 0) + 1;
			const isPublished = before?.origin !== 'studio' && !!file.body.internalReview && !!file.body.legalReview;
			await repository.saveCase(inner.db, file, version, isPublished, ctx.now);
			const piece = { kind: 'case' as const, id: file.id, version, title: file.title, asOf: file.asOf };
			await registerCitations(inner, [{ piece, references: file.citations }]);
		}
		await repository.withdrawCases(inner.db, gone);
	});
	const added = fresh.filter(({ id }) => !stored.has(id)).length;
	const proposals = fresh.filter(({ id }) => stored.get(id)?.origin === 'studio').map(({ id }) => id);
	return {
		added,
		changed: fresh.length - added,
		unchanged: files.length - fresh.length,
		withdrawn: gone.length,
		proposals
	};
}
