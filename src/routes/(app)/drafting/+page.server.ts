import { readTasks } from '#lib/drafting/server/use-cases/list-tasks.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => {
	const of = (name: string, allowed: RegExp) => {
		const value = url.searchParams.get(name) ?? '';
		return allowed.test(value) ? value : '';
	};
	const filter = {
		...{ kind: of('kind', /^[a-z-]{1,60}$/), level: of('level', /^[1-5]$/) },
		...{ industry: of('industry', /^\p{Script=Han}{1,8}$/u), done: of('done', /^(yes|no|open)$/) }
	};
	return guard(url, async () => ({
		...(await readTasks(ctx, filter)),
		mayMark: mayRun(ctx.actor, 'drafting.mark'),
		mayTrain: mayRun(ctx.actor, 'drafting.readMarkingFigures')
	}));
};
