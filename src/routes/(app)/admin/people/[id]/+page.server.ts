import { readPerson } from '#lib/identity/server/use-cases/read-person.server.ts';
import { readUnitChoices } from '#lib/identity/server/use-cases/read-register.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { DONE, personActions } from './person-actions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const [person, units] = await Promise.all([readPerson(ctx, params.id), readUnitChoices(ctx)]);
		return {
			...{ person, today: dayOf(ctx.now), done: DONE[url.searchParams.get('done') ?? ''] ?? null },
			units: units.map(({ id, label }) => ({ value: id, label }))
		};
	});

export const actions = personActions;
