import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { FileBody, ReviewBody } from '../../domain/piece-bodies.ts';
import {
	type CaseMaterial,
	type MaterialDefect,
	areaOfRule,
	paragraphsOfHtml
} from '../../domain/review/case-material.ts';
import { titleOf } from '../../domain/review/file-view.ts';
import { ownedRules } from '../../domain/seeder/problem.ts';
import { type KnownFile, knowFile } from '../panel-file.server.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as reviews from '../repository/reviews.server.ts';
import { standingRulings } from '../review-score.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

/** A file that officers reviewed, or one that a panel was drawn for. */
export interface MaterialSource {
	readonly kind: 'review' | 'panel';
	readonly id: string;
}

const NO_FILE = ['no-such-file', '没有这个案卷。'] as const;

/** What a reviewed file offers for a case study: what happened, its defects with their rules, what had to be mended, its tasks. */
export async function readCaseMaterial(ctx: Ctx, { kind, id }: MaterialSource): Promise<Result<CaseMaterial>> {
	authorise(ctx, 'drafting.ruleFindings');
	const panel = kind === 'panel' && isId(id) ? await knowFile(ctx, id) : null;
	if (kind === 'panel' && panel?.standing.toldOn == null) return refuse(...NO_FILE);
	const piece = await findPiece(ctx, panel, id);
	if (!piece) return refuse(...NO_FILE);
	const { body, title } = piece;
	const clean = 'file' in body ? await pieces.selectPiece(ctx.db, 'file', body.file) : null;
	const fileId = 'file' in body ? body.file : piece.id;
	const tasks = await pieces.selectShownHeads(ctx.db, 'task');
	return ok({
		...{ title, industry: body.industry, asOf: body.asOf },
		source: panel ? `案卷评查第 ${panel.file.number} 卷：${title}` : `评查案卷：${title}`,
		story: paragraphsOfHtml(clean?.body.storyHtml ?? body.storyHtml),
		defects: 'defects' in body ? await defectsOf(ctx, piece.id, piece.version, body) : [],
		mending: (panel?.items ?? []).map(({ text }) => text),
		tasks: tasks.filter(({ head }) => head.file === fileId).map((task) => task.id)
	});
}

type Piece = pieces.StoredPiece<'file' | 'review'>;

async function findPiece(ctx: Ctx, panel: KnownFile | null, id: string): Promise<Piece | null> {
	if (!panel) return pieces.selectPiece(ctx.db, 'review', id);
	const { pieceKind, pieceId, pieceVersion } = panel.file;
	return pieces.selectPiece(ctx.db, pieceKind, pieceId, pieceVersion);
}

/** The defects that were put in, and what trainers accepted beside them. */
async function defectsOf(ctx: Ctx, id: string, version: number, body: ReviewBody): Promise<MaterialDefect[]> {
	const rulings = standingRulings(await reviews.selectRulings(ctx.db, { id, version }));
	const accepted = rulings
		.filter(({ verdict }) => verdict === 'accepted')
		.map(({ document, rule, severity, reason }) => ({ document, rule, severity, message: reason }));
	return [...body.defects, ...accepted].map((defect) => toDefect(defect, body));
}

type Found = Pick<ReviewBody['defects'][number], 'document' | 'rule' | 'severity' | 'message'>;

function toDefect({ document, rule: id, severity, message }: Found, { place }: FileBody | ReviewBody): MaterialDefect {
	const book = ruleBookOf(place);
	const rule = ownedRules(book).get(id)?.rule;
	return {
		...{ rule: id, where: titleOf(document, book), what: message, wanted: rule?.requirement ?? message, severity },
		area: rule ? areaOfRule(rule.kind) : 'procedure'
	};
}
