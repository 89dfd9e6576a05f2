import { compareVersion, restoreVersion } from '#lib/drafting/server/use-cases/draft-versions.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import type { RequestHandler } from './$types';

/** What has changed since a version, or up to another one (`?to=3`). */
export const GET: RequestHandler = ({ params, url, locals: { ctx } }) => {
	const to = url.searchParams.get('to');
	const pair = { from: numberOf(params.number), to: to === null ? null : numberOf(to) };
	return answerJson(() => compareVersion(ctx, params.id, pair));
};

/** Brings a version back. */
export const POST: RequestHandler = ({ params, locals: { ctx } }) =>
	answerJson(() => restoreVersion(ctx, params.id, numberOf(params.number)));

/** 0 is the number of no version. */
const numberOf = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : 0);
