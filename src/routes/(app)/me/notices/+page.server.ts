import { fail, redirect } from '@sveltejs/kit';
import { SMTP_URL } from '$app/env/private';
import { readChoiceForm } from '#lib/notices/forms.ts';
import { chooseNotices, openNotice, readAll } from '#lib/notices/server/use-cases/change-notices.server.ts';
import { readNotices } from '#lib/notices/server/use-cases/read-notices.server.ts';
import { readText, toFaults } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ ...(await readNotices(ctx)), sendsMail: SMTP_URL !== '' }));

export const actions: Actions = {
	open: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const opened = await guard(url, () => openNotice(ctx, readText(data, 'kind'), readText(data, 'about')));
		if (!opened.ok) return fail(400, { faults: toFaults(opened.refusal), values: null });
		redirect(303, opened.value);
	},
	readAll: async ({ url, locals: { ctx } }) => {
		await guard(url, () => readAll(ctx));
		redirect(303, '/me/notices');
	},
	choose: async ({ request, url, locals: { ctx } }) => {
		const read = readChoiceForm(await request.formData());
		if (!read.ok) return fail(400, { faults: read.faults, values: read.values });
		const chosen = await guard(url, () => chooseNotices(ctx, read.value));
		const { on, wantsMail, mailAddress } = read.value;
		if (!chosen.ok) return fail(400, { faults: toFaults(chosen.refusal), values: { on, wantsMail, mailAddress } });
		redirect(303, '/me/notices?chosen');
	}
};
