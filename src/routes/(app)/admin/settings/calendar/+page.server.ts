import { fail, redirect } from '@sveltejs/kit';
import { readForm, toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { noticeForm } from '#lib/settings/forms.ts';
import { importCalendar, listCalendars, previewCalendar } from '#lib/settings/server/use-cases/calendars.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { withFile } from './notice-file.server.ts';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ calendars: await listCalendars(ctx), done: url.searchParams.get('done') }));

export const actions: Actions = {
	preview: async ({ request, url, locals: { ctx } }) => {
		const data = await withFile(await request.formData());
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, noticeForm);
		if (!form.ok) return fail(400, { values, faults: form.faults });
		const preview = await guard(url, () => previewCalendar(ctx, form.value));
		if (!preview.ok) return fail(400, { values, faults: toFaults(preview.refusal) });
		return { values, faults: {}, preview: preview.value };
	},
	import: async ({ request, url, locals: { ctx } }) => {
		const data = await request.formData();
		const values = withoutSecrets(Object.fromEntries(data));
		const form = readForm(data, noticeForm);
		if (!form.ok) return fail(400, { values, faults: form.faults });
		const imported = await guard(url, () => importCalendar(ctx, form.value));
		if (!imported.ok) return fail(400, { values, faults: toFaults(imported.refusal) });
		redirect(303, `/admin/settings/calendar?done=${form.value.year}`);
	}
};
