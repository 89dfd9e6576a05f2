import { readItemForReview } from '#lib/drills/server/use-cases/read-item.server.ts';
import { countOpenReviews } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { readChanges } from '#lib/law/server/use-cases/read-changes.server.ts';
import { decideReview, readReview } from '#lib/law/server/use-cases/review-change.server.ts';
import * as uploads from '#lib/law/server/use-cases/uploads.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;

const NO_REVIEW = '0'.repeat(32);

/** For legal reviewers and trainers; only the first decide. */
export const lawReviewerRows: Rows = {
	readChanges: (ctx) => readChanges(ctx, { standing: '', kind: '' }),
	readReview: (ctx) => readReview(ctx, NO_REVIEW),
	readItemForReview: (ctx) => readItemForReview(ctx, 'item-001', 1),
	countOpenReviews: (ctx) => countOpenReviews(ctx)
};
export const lawDeciderRows: Rows = {
	decideReview: (ctx) => decideReview(ctx, NO_REVIEW, { verdict: 'released', reason: '核对过，仍然正确。', seen: 0 })
};

/** For administrators and legal reviewers. @param id of nothing that was imported */
export const lawImporterRows = (id: () => string): Rows => ({
	acceptUpload: (ctx) => uploads.acceptUpload(ctx, [new File(['# x'], 'x.md')]),
	readImports: (ctx) => uploads.readImports(ctx),
	readImport: (ctx) => uploads.readImport(ctx, id()),
	readReport: (ctx) => uploads.readReport(ctx, id())
});
