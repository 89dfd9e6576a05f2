import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { stringify } from 'yaml';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { findGuideFaults } from '../../domain/guide-faults.ts';
import { type GuideForm, type ReadGuide, guideFormOf, readGuideForm } from '../../domain/guide-form.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as studio from '../repository/studio-pieces.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

/** The guides that are marked by, and how many sheets each has. */
export async function readGuides(ctx: Ctx) {
	authorise(ctx, 'drafting.writePieces');
	const [heads, uses, tasks] = await Promise.all([
		pieces.selectShownHeads(ctx.db, 'guide'),
		studio.countUses(ctx.db),
		pieces.selectShownHeads(ctx.db, 'task')
	]);
	return heads.map(({ id, version, title, head: { criteria, limit } }) => ({
		...{ id, version, title, limit, criteria: criteria.length, uses: uses.get(id) ?? 0 },
		tasks: tasks.filter((task) => task.head.guide === id).length
	}));
}

/** A guide to be changed, with the number of the version that the change is made on. */
export async function readGuide(ctx: Ctx, id: string) {
	authorise(ctx, 'drafting.writePieces');
	const guide = await pieces.selectPiece(ctx.db, 'guide', id);
	if (!guide) return refuse('no-such-guide', '没有这份评分细则。');
	const kinds = [...ruleBookOf('default').documents.values()].map((kind) => ({ id: kind.id, title: kind.title }));
	return ok({ id, version: guide.version, kinds, form: guideFormOf(guide.title, guide.body) });
}

/** A guide as it would be, with everything that is wrong with it. */
export function checkGuide(form: GuideForm): ReadGuide {
	const read = readGuideForm(form);
	if (Object.keys(read.faults).length > 0) return read;
	const found = findGuideFaults(read.body, ruleBookOf('default').documents);
	return { ...read, faults: Object.fromEntries(found.map(({ field, message }) => [field, `${message}。`])) };
}

export type ComposedGuide =
	| {
			readonly kind: 'composed';
			/** In the form of its file, without the id. */
			readonly source: string;
	  }
	| { readonly kind: 'faults'; readonly faults: ReadGuide['faults'] };

/**
 * Writes a changed guide as its file would be, for the studio to review. Stores nothing.
 * @param seen the version that the change was made on: who was overtaken is told, and nothing is lost
 */
export async function composeGuide(
	ctx: Ctx,
	id: string,
	form: GuideForm,
	seen: number
): Promise<Result<ComposedGuide>> {
	authorise(ctx, 'drafting.writePieces');
	const before = await pieces.selectPiece(ctx.db, 'guide', id);
	if (!before) return refuse('no-such-guide', '没有这份评分细则。');
	const { body, faults } = checkGuide(form);
	if (Object.keys(faults).length > 0) return ok({ kind: 'faults', faults });
	if (before.version !== seen) {
		return refuse('changed-meanwhile', `细则已有第 ${before.version} 版，请另开一页核对后再存；填写的都还在。`);
	}
	const { sources, asOf } = before.body;
	const { documents, limit, criteria } = body;
	const file = { title: form.title.trim(), sources, asOf, documents, limit, criteria };
	return ok({ kind: 'composed', source: stringify(file, { lineWidth: 0 }) });
}
