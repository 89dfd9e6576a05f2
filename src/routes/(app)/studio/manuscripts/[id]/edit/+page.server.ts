import { fail } from '@sveltejs/kit';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import { readPlainForm } from '#lib/studio/editor-forms.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params, locals: { ctx } }) => {
	const manuscript = orNotFound(await guard(url, () => readManuscript(ctx, params.id)));
	const judged = orNotFound(await guard(url, () => checkManuscript(ctx, params.id)));
	return { manuscript, judged, person: ctx.actor!.personId };
};

export const actions: Actions = {
	/** Without scripts: the whole form at once, each part as compare and set. */
	save: async ({ url, params, request, locals: { ctx } }) => {
		const form = await request.formData();
		const { specs } = orNotFound(await guard(url, () => readManuscript(ctx, params.id)));
		const saved = await guard(url, () => saveManuscript(ctx, params.id, readPlainForm(form, specs)));
		if (!saved.ok) return fail(400, { fault: saved.refusal.message, typed: readPlainForm(form, specs) });
		const { conflicts, savedAt } = saved.value;
		const typed = readPlainForm(form, specs).filter(({ field }) => conflicts.some((one) => one.field === field));
		return conflicts.length > 0 ? fail(409, { fault: '有几栏在别处也改过：', typed }) : { savedAt };
	}
};
