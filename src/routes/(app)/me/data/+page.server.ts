import { redirect } from '@sveltejs/kit';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { summariseCopy } from '#lib/own/domain/own-copy.ts';
import { readOwnData } from '#lib/own/server/use-cases/read-own-data.server.ts';
import { chooseVisibility, readOwnVisibility } from '#lib/own/server/use-cases/visibility.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

const NEWEST = 10;

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		const [copy, boards] = await Promise.all([
			readOwnData(ctx),
			mayRun(ctx.actor, 'own.chooseVisibility') ? readOwnVisibility(ctx) : null
		]);
		return { at: copy.at, rooms: summariseCopy(copy.rooms, NEWEST), newest: NEWEST, boards };
	});

export const actions: Actions = {
	boards: async ({ request, url, locals: { ctx } }) => {
		const isHidden = readText(await request.formData(), 'show') === 'no';
		await guard(url, () => chooseVisibility(ctx, isHidden));
		redirect(303, '/me/data');
	}
};
