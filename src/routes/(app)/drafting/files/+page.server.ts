import { readReviewFiles } from '#lib/drafting/server/use-cases/review-list.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => guard(url, () => readReviewFiles(ctx));
