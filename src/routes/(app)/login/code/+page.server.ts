import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { codeForm, nextPath } from '#lib/identity/forms.ts';
import { finishSignIn } from '#lib/identity/server/use-cases/finish-sign-in.server.ts';
import { dropErrand, errandOf } from '#lib/platform/errand-cookie.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { enter } from '../enter.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const next = v.parse(nextPath, event.url.searchParams.get('next') ?? undefined);
	if (event.locals.ctx.actor) redirect(303, next);
	if (errandOf(event, 'sign-in-code') === null) redirect(303, `/login?late&next=${encodeURIComponent(next)}`);
	return { next };
};

export const actions: Actions = {
	default: async (event) => {
		const form = readForm(await event.request.formData(), codeForm);
		if (!form.ok) return fail(400, { faults: form.faults });
		const { code, next } = form.value;
		const opened = await finishSignIn(event.locals.ctx, errandOf(event, 'sign-in-code') ?? '', code);
		if (opened.ok) return enter(event, opened.value, next);
		if (opened.refusal.code !== 'expired') return fail(400, { faults: toFaults(opened.refusal) });
		dropErrand(event, 'sign-in-code');
		redirect(303, `/login?late&next=${encodeURIComponent(next)}`);
	}
};
