import { readStudioHome } from '#lib/drafting/server/use-cases/studio-home.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => guard(url, () => readStudioHome(ctx));
