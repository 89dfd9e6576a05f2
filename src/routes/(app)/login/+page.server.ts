import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { nextPath, signInForm } from '#lib/identity/forms.ts';
import { providerLabel } from '#lib/identity/server/provider.server.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import { describeDevice } from '#lib/platform/device.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { enter } from './enter.server.ts';
import type { Actions, PageServerLoad } from './$types';

const NOTICES = {
	kept: '登录已过期。答案还留着，登录后确认提交即可。',
	late: '验证码没有在五分钟内填写，请重新登录。'
} as const;

export const load: PageServerLoad = ({ url, locals: { ctx } }) => {
	const next = v.parse(nextPath, url.searchParams.get('next') ?? undefined);
	if (ctx.actor) redirect(303, next);
	const notice = url.searchParams.has('kept') ? NOTICES.kept : url.searchParams.has('late') ? NOTICES.late : null;
	return { next, notice, provider: providerLabel() };
};

export const actions: Actions = {
	default: async (event) => {
		const form = readForm(await event.request.formData(), signInForm);
		if (!form.ok) return fail(400, form);
		const { account, password, next } = form.value;
		const device = describeDevice(event.request.headers.get('user-agent'));
		const address = event.getClientAddress();
		const opened = await signIn(event.locals.ctx, { account, password, device, address });
		if (!opened.ok) return fail(400, { values: { account }, faults: toFaults(opened.refusal) });
		return enter(event, opened.value, next);
	}
};
