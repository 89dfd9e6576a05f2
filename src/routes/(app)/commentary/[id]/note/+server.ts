import { noteForm } from '#lib/cases/commentary-forms.ts';
import { keepNote } from '#lib/cases/server/use-cases/commentary-record.server.ts';
import { answerJson } from '#lib/platform/answer-json.server.ts';
import { readForm } from '#lib/platform/forms.server.ts';
import { refuse } from '#lib/shared/result.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, params, locals: { ctx } }) => {
	const form = readForm(await request.formData(), noteForm);
	return answerJson(async () =>
		form.ok ? keepNote(ctx, params.id, form.value) : refuse('bad-form', Object.values(form.faults)[0] ?? '没有保存。')
	);
};
