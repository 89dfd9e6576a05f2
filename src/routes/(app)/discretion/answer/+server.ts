import { json } from '@sveltejs/kit';
import { readCalculator } from '#lib/discretion/server/use-cases/read-calculator.server.ts';
import type { RequestHandler } from './$types';

/** What the calculator shows at the same address, as plain JSON; Kit's `json` says how long it is, so it is compressed in one piece. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) =>
	json(await readCalculator(ctx, url.searchParams));
