import { readMeeting } from '#lib/cases/server/use-cases/commentary-read.server.ts';
import { guard, orNotFound } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, depends, locals: { ctx } }) => {
	depends('cases:meeting');
	return guard(url, async () => ({ view: orNotFound(await readMeeting(ctx, params.id)) }));
};
