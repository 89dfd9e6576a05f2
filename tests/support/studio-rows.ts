import { actOnManuscript } from '#lib/studio/server/use-cases/act-on-manuscript.server.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import { commentManuscript, resolveComment } from '#lib/studio/server/use-cases/comment-manuscript.server.ts';
import { confirmWarnings } from '#lib/studio/server/use-cases/confirm-warnings.server.ts';
import { exportSource } from '#lib/studio/server/use-cases/export-source.server.ts';
import * as versions from '#lib/studio/server/use-cases/manuscript-versions.server.ts';
import { readDesk } from '#lib/studio/server/use-cases/read-desk.server.ts';
import { readReview } from '#lib/studio/server/use-cases/read-review.server.ts';
import { readDeskFilter } from '#lib/studio/domain/desk-filter.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import { readPublicDraft, startPublicVersion } from '#lib/studio/server/use-cases/start-public-version.server.ts';
import { uploadImage } from '#lib/studio/server/use-cases/images.server.ts';
import { exportArchive, exportWord } from '#lib/studio/server/use-cases/export-files.server.ts';
import { importFiles, listImportKinds } from '#lib/studio/server/use-cases/import-files.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;

const NO_MANUSCRIPT = '01990000-0000-7000-8000-00000000a11a';

/** For trainers and legal reviewers; nobody else knows that there are manuscripts. */
export const manuscriptRows: Rows = {
	readManuscript: (ctx) => readManuscript(ctx, NO_MANUSCRIPT),
	checkManuscript: (ctx) => checkManuscript(ctx, NO_MANUSCRIPT),
	readDesk: (ctx) => readDesk(ctx, readDeskFilter(new URLSearchParams())),
	readReview: (ctx) => readReview(ctx, NO_MANUSCRIPT, null),
	exportSource: (ctx) => exportSource(ctx, NO_MANUSCRIPT),
	exportArchive: (ctx) => exportArchive(ctx, [NO_MANUSCRIPT]),
	exportWord: (ctx) => exportWord(ctx, NO_MANUSCRIPT),
	listManuscriptVersions: (ctx) => versions.listManuscriptVersions(ctx, NO_MANUSCRIPT),
	readManuscriptVersion: (ctx) => versions.readManuscriptVersion(ctx, NO_MANUSCRIPT, 1),
	compareManuscriptVersions: (ctx) => versions.compareManuscriptVersions(ctx, NO_MANUSCRIPT, { from: 1, to: null }),
	commentManuscript: (ctx) => commentManuscript(ctx, NO_MANUSCRIPT, { field: '', quote: '', text: '一条意见' }),
	resolveComment: (ctx) => resolveComment(ctx, NO_MANUSCRIPT, NO_MANUSCRIPT),
	actOnManuscript: (ctx) => actOnManuscript(ctx, NO_MANUSCRIPT, { act: 'submit', reason: '' })
};

/** For trainers, who write. */
export const authorRows: Rows = {
	startManuscript: (ctx) => startManuscript(ctx, { kind: 'case', from: 'blank' }),
	readPublicDraft: (ctx) => readPublicDraft(ctx, 'one'),
	startPublicVersion: (ctx) => startPublicVersion(ctx, 'one'),
	saveManuscript: (ctx) => saveManuscript(ctx, NO_MANUSCRIPT, [{ field: 'title', was: '', now: '写好的' }]),
	uploadImage: (ctx) => uploadImage(ctx, { bytes: new Uint8Array(), alt: '一张图' }),
	listImportKinds: (ctx) => Promise.resolve().then(() => listImportKinds(ctx)),
	importFiles: (ctx) => importFiles(ctx, 'case', [{ name: 'a.txt', bytes: new Uint8Array([1]) }]),
	keepManuscriptVersion: (ctx) => versions.keepManuscriptVersion(ctx, NO_MANUSCRIPT),
	restoreManuscriptVersion: (ctx) => versions.restoreManuscriptVersion(ctx, NO_MANUSCRIPT, 1),
	confirmWarnings: (ctx) => confirmWarnings(ctx, NO_MANUSCRIPT, { keys: [], reason: '都是编出来的名字' })
};
