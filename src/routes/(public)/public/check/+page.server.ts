import { redirect } from '@sveltejs/kit';
import { readText } from '#lib/platform/forms.server.ts';
import { publicHeaders } from '#lib/platform/public-headers.server.ts';
import { parseCode } from '#lib/ranking/domain/awards/verification-code.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => setHeaders(publicHeaders(null));

export const actions: Actions = {
	default: async ({ request }) => {
		const typed = readText(await request.formData(), 'code').trim();
		redirect(303, `/public/check/${parseCode(typed) ?? encodeURIComponent(typed.slice(0, 60) || '-')}`);
	}
};
