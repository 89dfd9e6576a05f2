import { readDrillRoom } from '#lib/drills/server/use-cases/read-home.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => guard(url, () => readDrillRoom(ctx));
