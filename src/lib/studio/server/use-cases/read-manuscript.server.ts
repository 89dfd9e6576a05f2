import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { KINDS } from '../../domain/manuscript.ts';
import { STATES } from '../../domain/workflow.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { gather, personOf } from '../standing.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

/** A manuscript for its editor: the parts, how they are asked for, and whether they may be changed now. */
export async function readManuscript(ctx: Ctx, id: string) {
	const me = authorisePerson(ctx, 'studio.readManuscripts');
	const row = isId(id) ? await manuscripts.selectManuscript(ctx.db, id) : null;
	if (!row) return NO_MANUSCRIPT;
	const judged = await gather(ctx, row);
	return ok(viewOf(judged, personOf(me.actor).mayWrite));
}

type Judged = Awaited<ReturnType<typeof gather>>;

function viewOf({ row, kind, authors, names, byline }: Judged, mayWrite: boolean) {
	const { id, state, fields, title, pieceId, basedOn, proposal, publishedAs, savedAt, savedBy } = row;
	return {
		...{ id, kind: row.kind, kindLabel: KINDS[row.kind], title, state, stateLabel: STATES[state] },
		...{ fields, specs: kind.fields, pieceId, basedOn, proposal, publishedAs },
		authors: authors.map((one) => names.get(one) ?? ''),
		author: byline.author,
		saved: { day: dayOf(savedAt), clock: clockOf(savedAt), by: names.get(savedBy) ?? '' },
		/** Under review, and afterwards, the text stands still. */
		mayEdit: mayWrite && state === 'draft'
	};
}
export type ManuscriptView = Extract<Awaited<ReturnType<typeof readManuscript>>, Result<never> & { ok: true }>['value'];
