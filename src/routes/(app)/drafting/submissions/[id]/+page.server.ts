import { readMarks } from '#lib/drafting/server/use-cases/read-marks.server.ts';
import { readSubmission } from '#lib/drafting/server/use-cases/read-submission.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => ({
		view: orNotFound(await readSubmission(ctx, params.id)),
		marks: orNotFound(await readMarks(ctx, params.id))
	}));
