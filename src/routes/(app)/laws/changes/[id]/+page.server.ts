import { fail, redirect } from '@sveltejs/kit';
import { readItemForReview } from '#lib/drills/server/use-cases/read-item.server.ts';
import { verdictForm } from '#lib/law/forms.ts';
import { decideReview, readReview } from '#lib/law/server/use-cases/review-change.server.ts';
import { readForm, toFaults } from '#lib/platform/forms.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

const CHOSEN = 'with-';

export const load: PageServerLoad = ({ params, url, locals: { ctx } }) =>
	guard(url, async () => {
		const chosen = [...url.searchParams].filter(([key, value]) => key.startsWith(CHOSEN) && value !== '');
		const counterparts = Object.fromEntries(chosen.map(([key, value]) => [key.slice(CHOSEN.length), value.trim()]));
		const review = orNotFound(await readReview(ctx, params.id, counterparts));
		const { kind, id, version } = review.piece;
		const item = kind === 'item' ? orNotFound(await readItemForReview(ctx, id, version)) : null;
		return { review, item, counterparts, isNext: url.searchParams.has('done') };
	});

export const actions: Actions = {
	default: async ({ request, params, url, locals: { ctx } }) => {
		const data = await request.formData();
		const form = readForm(data, verdictForm);
		if (!form.ok) return fail(400, { ...form, seen: null });
		const decided = await guard(url, () => decideReview(ctx, params.id, form.value));
		if (!decided.ok) {
			const { verdict, reason } = form.value;
			// The page on screen stays: it has to know of the decision that came in between, so that a second look may follow.
			const now = await readReview(ctx, params.id);
			const seen = now.ok ? now.value.decisions.length : null;
			return fail(409, { values: { verdict, reason }, faults: toFaults(decided.refusal), seen });
		}
		const { next } = decided.value;
		redirect(303, next === null ? '/laws/changes?done=1' : `/laws/changes/${next}?done=1`);
	}
};
