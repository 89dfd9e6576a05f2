import { error } from '@sveltejs/kit';
import { areasFor } from '#lib/identity/domain/administration.ts';
import { mayRunSomewhere } from '#lib/identity/domain/permissions.ts';
import { countDutiesToDecide } from '#lib/identity/server/use-cases/read-duties.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		if (!ctx.actor) throw new NotAllowed('identity.readRegister', false);
		const areas = areasFor(ctx.actor).map(({ path, title, says }) => ({ path, title, says }));
		if (areas.length === 0) error(404, '没有这个页面，或者没有权限查看。');
		const waiting = mayRunSomewhere(ctx.actor, 'identity.confirmDuties') ? await countDutiesToDecide(ctx) : 0;
		return { areas, waiting };
	});
