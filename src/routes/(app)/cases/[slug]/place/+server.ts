import { keepPlace } from '#lib/cases/server/use-cases/keep-place.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

const place = v.strictObject({ version: v.number(), block: v.number() });

/** Where the reader is; sent by the page as a beacon, whose answer nobody reads. */
export const POST: RequestHandler = async ({ request, params, url, locals: { ctx } }) => {
	const sent = v.safeParse(place, await request.json().catch(() => null));
	if (!sent.success) error(400, '位置没有读懂。');
	const { version, block } = sent.output;
	const kept = await guard(url, () => keepPlace(ctx, params.slug, version, block));
	return new Response(null, { status: kept.ok ? 204 : 409 });
};
