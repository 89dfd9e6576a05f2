import { fail, redirect } from '@sveltejs/kit';
import { readPersonalLinks, revokePersonalLink } from '#lib/identity/server/use-cases/personal-links.server.ts';
import { readText } from '#lib/platform/forms.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => ({ links: await readPersonalLinks(ctx) }));

export const actions: Actions = {
	default: async ({ request, url, locals: { ctx } }) => {
		const key = readText(await request.formData(), 'key');
		const revoked = await guard(url, () => revokePersonalLink(ctx, key));
		if (!revoked.ok) return fail(400, { fault: revoked.refusal.message });
		redirect(303, '/admin/links');
	}
};
