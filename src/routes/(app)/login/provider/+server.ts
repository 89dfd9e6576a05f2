import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { nextPath } from '#lib/identity/forms.ts';
import { beginErrand } from '#lib/identity/server/provider.server.ts';
import { keepErrand } from '#lib/platform/errand-cookie.server.ts';
import type { RequestHandler } from './$types';

const ERRAND_SECONDS = 10 * 60;

/** Sends somebody to the provider. A link and no form: a form may not lead to another site (content security policy). */
export const GET: RequestHandler = async (event) => {
	const { url, locals } = event;
	const next = v.parse(nextPath, url.searchParams.get('next') ?? undefined);
	const begun = await beginErrand(locals.ctx.log, `${url.origin}/login/provider/callback`);
	if (!begun.ok) redirect(303, `/login/provider/callback?failed=${begun.refusal.code}`);
	const { address, errand } = begun.value;
	keepErrand(event, 'sign-in-provider', { text: JSON.stringify({ ...errand, next }), maxAge: ERRAND_SECONDS });
	redirect(303, address);
};
