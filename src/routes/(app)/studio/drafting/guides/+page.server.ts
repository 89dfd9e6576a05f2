import { readGuides } from '#lib/drafting/server/use-cases/guides.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ guides: await readGuides(ctx) }));
