import { isReviewedKind } from '#lib/law/domain/citing.ts';
import { isStanding } from '#lib/law/domain/standing.ts';
import { readChanges } from '#lib/law/server/use-cases/read-changes.server.ts';
import { guard } from '#lib/platform/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { ctx } }) =>
	guard(url, async () => {
		const standing = url.searchParams.get('standing') ?? '';
		const kind = url.searchParams.get('kind') ?? '';
		const filter = { standing: isStanding(standing) ? standing : '', kind: isReviewedKind(kind) ? kind : '' } as const;
		return { ...(await readChanges(ctx, filter)), isDone: url.searchParams.has('done') };
	});
