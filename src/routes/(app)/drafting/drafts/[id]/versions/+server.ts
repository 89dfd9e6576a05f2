import { keepVersion, listVersions } from '#lib/drafting/server/use-cases/draft-versions.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { ctx } }) => answerJson(() => listVersions(ctx, params.id));

/** Keeps what is stored as a version. */
export const POST: RequestHandler = ({ params, locals: { ctx } }) => answerJson(() => keepVersion(ctx, params.id));
