import { redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/shared/time.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) => redirect(303, `/ranking/${dayOf(ctx.now).slice(0, 7)}`);
