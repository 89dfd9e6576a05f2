import { readMeetings } from '#lib/cases/server/use-cases/commentary-read.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		const caseId = url.searchParams.get('case') ?? '';
		return { caseId, view: await readMeetings(ctx, caseId) };
	});
