import { json } from '@sveltejs/kit';
import { linkOf } from '#lib/arena/server/link-cookie.server.ts';
import { keepSheet } from '#lib/arena/server/use-cases/keep-sheet.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { RequestHandler } from './$types';

/** A judge's sheet: kept, handed in or confirmed. */
export const POST: RequestHandler = async (event) => {
	const { request, params, url, locals } = event;
	const sent: unknown = await request.json().catch(() => null);
	const kept = await guard(url, () => keepSheet(locals.ctx, params.hearing, sent, linkOf(event)));
	return kept.ok ? json({ data: kept.value }) : json({ fault: kept.refusal.message }, { status: 400 });
};
