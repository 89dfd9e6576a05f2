import { listHearings } from '#lib/arena/server/use-cases/read-hearing.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({
		hearings: (await listHearings(ctx)).map((one) => ({
			...{ id: one.id, title: one.title, mode: one.mode, startsAt: one.startsAt.getTime(), seatId: one.seatId },
			state: one.cancelledAt ? 'cancelled' : one.publishedAt ? 'past' : one.stage ? 'running' : 'coming'
		})),
		mayOrganise: mayRun(ctx.actor, 'arena.organise')
	}));
