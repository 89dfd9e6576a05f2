import { guard } from '#lib/platform/guard.server.ts';
import { listSettings } from '#lib/settings/server/use-cases/read-history.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ groups: await listSettings(ctx) }));
