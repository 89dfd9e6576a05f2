import { fail, redirect } from '@sveltejs/kit';
import { answerCheckpoint, decideInCase } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import { practiseLinked } from '#lib/cases/server/use-cases/practise-linked.server.ts';
import { readCase } from '#lib/cases/server/use-cases/read-case.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { keptFields, signInKeeping, signInKeepingFields } from '#lib/platform/kept-picks.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { partsOfCase, partsPassed } from './case-parts.server.ts';

export const load: PageServerLoad = async (event) => {
	const { params, url, locals } = event;
	const { ctx } = locals;
	const page = orNotFound(await guard(url, () => readCase(ctx, params.slug)));
	const at = url.searchParams.get('at');
	const restored = at && { checkpoint: at, picks: url.searchParams.getAll('pick'), fault: null };
	const values = keptFields(url, 'decide');
	return {
		...partsOfCase(event, page),
		restored: restored || null,
		undecided: values && { values, fault: '', field: '' }
	};
};

const isEnhanced = (request: Request) => request.headers.has('x-sveltekit-action');

export const actions: Actions = {
	answer: async (event) => {
		const { request, params, url, locals } = event;
		const { ctx } = locals;
		const data = await request.formData();
		const checkpoint = readText(data, 'checkpoint');
		const picks = data.getAll('pick').filter((value) => typeof value === 'string');
		// Who was signed in when the page came answers as that person or not at all.
		if (!ctx.actor) redirect(303, signInKeeping(url, checkpoint, picks));
		const answered = await answerCheckpoint(ctx, params.slug, checkpoint, picks);
		if (!answered.ok) return fail(400, { checkpoint, picks, fault: answered.refusal.message });
		if (!isEnhanced(request) && ctx.actor) redirect(303, `${url.pathname}#${checkpoint}`);
		return partsPassed(event, answered.value);
	},
	decide: async (event) => {
		const { request, params, url, locals } = event;
		const { ctx } = locals;
		const data = await request.formData();
		const pairs = [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
		const values = Object.fromEntries(pairs.filter(([name]) => name !== 'reader'));
		if (!ctx.actor) redirect(303, signInKeepingFields(url, 'decide', values));
		const decided = await decideInCase(ctx, params.slug, values);
		if (!decided.ok) {
			const { message, field = '' } = decided.refusal;
			return fail(400, { checkpoint: 'decide', values, fault: message, field });
		}
		if (!isEnhanced(request) && ctx.actor) redirect(303, `${url.pathname}#decide`);
		return partsPassed(event, decided.value);
	},
	practise: async ({ params, url, locals: { ctx } }) => {
		const started = await guard(url, () => practiseLinked(ctx, params.slug));
		if (!started.ok) return fail(400, { fault: started.refusal.message });
		redirect(303, `/drills/sets/${started.value}`);
	}
};
