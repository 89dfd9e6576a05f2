import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { registerCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
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

export type SavedGuide =
	| { readonly kind: 'saved'; readonly version: number }
	| { readonly kind: 'faults'; readonly faults: ReadGuide['faults'] };

/**
 * Stores a new version of a guide, which counts for documents that are drawn from now on; sheets that were begun keep theirs.
 * @param seen the version that the change was made on: who was overtaken is told, and nothing is lost
 */
export async function saveGuide(ctx: Ctx, id: string, form: GuideForm, seen: number): Promise<Result<SavedGuide>> {
	const me = authorisePerson(ctx, 'drafting.writePieces');
	const before = await pieces.selectPiece(ctx.db, 'guide', id);
	if (!before) return refuse('no-such-guide', '没有这份评分细则。');
	const { body, faults } = checkGuide(form);
	if (Object.keys(faults).length > 0) return ok({ kind: 'faults', faults });
	const title = form.title.trim();
	const digest = sha256(JSON.stringify({ title, body }));
	return inTransaction(me, async (inner) => {
		const newest = await studio.lockNewest(inner.db, 'guide', id);
		const stored = await pieces.selectStored(inner.db, 'guide');
		// The same once more: a double click.
		if (stored.some((one) => one.id === id && one.isCurrent && one.digest === digest)) {
			return ok({ kind: 'saved' as const, version: newest });
		}
		if (before.version !== seen) {
			return refuse('changed-meanwhile', `细则已有第 ${before.version} 版，请另开一页核对后再存；填写的都还在。`);
		}
		const { author, sources, asOf, citations } = before.body;
		const whole = { ...body, author, sources, asOf, citations };
		const version = newest + 1;
		const file = { id, digest, title, body: whole };
		await studio.saveStudioPiece(inner.db, { kind: 'guide', file, version, by: me.actor.personId, now: inner.now });
		const piece = { kind: 'drafting' as const, id: `guide/${id}`, version, title, asOf };
		await registerCitations(inner, [{ piece, references: citations }]);
		await recordAudit(inner, 'drafting.saveGuide', `guide:${id}`, { version, digest });
		return ok({ kind: 'saved' as const, version });
	});
}
