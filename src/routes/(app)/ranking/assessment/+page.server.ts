import { redirect } from '@sveltejs/kit';
import { currentPeriod } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx } }) =>
	redirect(303, `/ranking/assessment/${currentPeriod(dayOf(ctx.now))}`);
