import { readPeopleFilter } from '#lib/identity/domain/people-filter.ts';
import { listPeople, readUnitChoices } from '#lib/identity/server/use-cases/read-register.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		const filter = readPeopleFilter((name) => url.searchParams.get(name));
		const [page, units] = await Promise.all([listPeople(ctx, filter), readUnitChoices(ctx)]);
		return { ...page, filter, units: units.map(({ id, label }) => ({ value: id, label })) };
	});
