import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { FILE_FEATURES, TASK_LEVELS } from '../../domain/piece-bodies.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as reviews from '../repository/reviews.server.ts';
import { scoreOf, toFinding } from '../review-score.server.ts';

/** Titles of the files to review that are shown now, by id. */
export async function readReviewTitles(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	authorise(ctx, 'drafting.readFiles');
	return ids.length === 0 ? new Map() : pieces.selectShownTitles(ctx.db, 'review', ids);
}

/** Files to read as models, and files with defects to review, easiest first, with the own result. */
export async function readReviewFiles(ctx: Ctx) {
	const { actor } = authorisePerson(ctx, 'drafting.readFiles');
	const [models, seeded, own] = await Promise.all([
		pieces.selectShownHeads(ctx.db, 'file'),
		pieces.selectShownHeads(ctx.db, 'review'),
		readOwn(ctx, actor.personId)
	]);
	const rows = seeded.map(({ id, title, head }) => ({
		...{ id, title, level: head.level, industry: head.industry, own: own.get(id) ?? null }
	}));
	return {
		mayReview: mayRun(actor, 'drafting.reviewFile'),
		mayRule: mayRun(actor, 'drafting.ruleFindings'),
		models: models.map(({ id, title, head }) => ({
			...{ id, title, industry: head.industry, features: head.features.map((one) => FILE_FEATURES[one]) }
		})),
		levels: TASK_LEVELS.map((level) => ({ level, files: rows.filter((row) => row.level === level) })).filter(
			({ files }) => files.length > 0
		)
	};
}

interface OwnReview {
	readonly isOpen: boolean;
	readonly marked: number;
	/** F1 as of now; null while it is open. */
	readonly f1: number | null;
}

async function readOwn(ctx: Ctx, personId: string): Promise<ReadonlyMap<string, OwnReview>> {
	const [attempts, findings, rulings] = await Promise.all([
		reviews.selectOwn(ctx.db, personId),
		reviews.selectOwnFindings(ctx.db, personId),
		reviews.selectRulings(ctx.db)
	]);
	const entries = attempts.map(async ({ id, pieceId, pieceVersion, handedInAt }): Promise<[string, OwnReview]> => {
		const marked = findings.filter(({ attemptId }) => attemptId === id).map(toFinding);
		if (!handedInAt) return [pieceId, { isOpen: true, marked: marked.length, f1: null }];
		const piece = await pieces.selectPiece(ctx.db, 'review', pieceId, pieceVersion);
		const about = rulings.filter((one) => one.pieceId === pieceId && one.pieceVersion === pieceVersion);
		const score = piece && scoreOf(piece.body, { findings: marked, handedInAt, rulings: about });
		return [pieceId, { isOpen: false, marked: marked.length, f1: score?.f1 ?? null }];
	});
	return new Map(await Promise.all(entries));
}
