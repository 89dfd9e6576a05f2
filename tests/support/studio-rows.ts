import { actOnManuscript } from '#lib/studio/server/use-cases/act-on-manuscript.server.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;

const NO_MANUSCRIPT = '01990000-0000-7000-8000-00000000a11a';

/** For trainers and legal reviewers; nobody else knows that there are manuscripts. */
export const manuscriptRows: Rows = {
	readManuscript: (ctx) => readManuscript(ctx, NO_MANUSCRIPT),
	checkManuscript: (ctx) => checkManuscript(ctx, NO_MANUSCRIPT),
	actOnManuscript: (ctx) => actOnManuscript(ctx, NO_MANUSCRIPT, { act: 'submit', reason: '' })
};

/** For trainers, who write. */
export const authorRows: Rows = {
	startManuscript: (ctx) => startManuscript(ctx, { kind: 'case', from: 'blank' }),
	saveManuscript: (ctx) => saveManuscript(ctx, NO_MANUSCRIPT, [{ field: 'title', was: '', now: '写好的' }])
};
