import { fail, redirect } from '@sveltejs/kit';
import { toFaults, withoutSecrets } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readReportForm } from '#lib/ranking/domain/assessment/report-form.ts';
import { readReport } from '#lib/ranking/server/use-cases/assessment-desk.server.ts';
import { reportFigures } from '#lib/ranking/server/use-cases/assessment-report.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { period, unit }, url, locals: { ctx } }) =>
	guard(url, async () => ({ report: orNotFound(await readReport(ctx, { period, unitId: unit })) }));

export const actions: Actions = {
	default: async ({ request, params: { period, unit }, url, locals: { ctx } }) => {
		const asked = { period, unitId: unit };
		const values = withoutSecrets(Object.fromEntries(await request.formData()));
		const { subjects } = await guard(url, async () => orNotFound(await readReport(ctx, asked)));
		const { claims, faults } = readReportForm(subjects, values, dayOf(ctx.now));
		if (Object.keys(faults).length > 0) return fail(400, { values, faults, fresh: null });
		if (claims.length === 0) return fail(400, { values, faults: { form: '还没有填任何一项。' }, fresh: null });
		const done = await guard(url, () => reportFigures(ctx, asked, claims));
		if (!done.ok) {
			// What somebody else entered meanwhile is shown above what was typed; the next send is over that.
			const fresh = orNotFound(await readReport(ctx, asked));
			return fail(409, { values, faults: toFaults(done.refusal), fresh });
		}
		redirect(303, `/ranking/assessment/${period}/${unit}?done=${done.value > 0 ? 'reported' : 'unchanged'}`);
	}
};
