import { fail, redirect } from '@sveltejs/kit';
import { readPracticeCases } from '#lib/discretion/server/use-cases/practice-list.server.ts';
import { startCase, startGenerated } from '#lib/discretion/server/use-cases/practice-start.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) => {
	const of = (name: string, allowed: RegExp) => {
		const value = url.searchParams.get(name) ?? '';
		return allowed.test(value) ? value : '';
	};
	const filter = { level: of('level', /^[1-5]$/), trap: of('trap', /^\d{1,2}$/), done: of('done', /^(yes|no)$/) };
	return guard(url, () => readPracticeCases(ctx, filter));
};

function goTo(started: Result<string>) {
	if (!started.ok) return fail(400, { fault: started.refusal.message });
	redirect(303, `/discretion/cases/attempts/${started.value}`);
}

export const actions: Actions = {
	start: async ({ request, url, locals: { ctx } }) => {
		const id = readText(await request.formData(), 'case');
		return goTo(await guard(url, () => startCase(ctx, id)));
	},
	draw: async ({ request, url, locals: { ctx } }) => {
		const level = Number(readText(await request.formData(), 'level'));
		return goTo(await guard(url, () => startGenerated(ctx, level)));
	}
};
