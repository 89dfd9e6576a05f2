import { redirect } from '@sveltejs/kit';
import { keepLink } from '#lib/arena/server/link-cookie.server.ts';
import { findLink } from '#lib/arena/server/use-cases/seat-people.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** Where a personal link leads: the token goes into a cookie of that hearing, and out of the address. */
export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const { hearingId } = orNotFound(await guard(url, () => findLink(locals.ctx, params.token)));
	keepLink(event, hearingId, params.token);
	redirect(303, `/arena/${hearingId}`);
};
