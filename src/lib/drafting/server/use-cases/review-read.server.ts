import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { checkFile } from '../../domain/check-file.ts';
import type { FileBody, ReviewBody } from '../../domain/piece-bodies.ts';
import { COVER, catalogueOf, documentOf, pageOf, rulesOn } from '../../domain/review/file-view.ts';
import type { Finding } from '../../domain/review/finding.ts';
import { linesOf, machineGrade, viewFinding, viewSheet } from '../../domain/review/result-view.ts';
import { RULE_KINDS } from '../../domain/rule.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as reviews from '../repository/reviews.server.ts';
import { scoreOf, toFinding } from '../review-score.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

/** Which sheet of the file is open, and at which of its fields something is being marked. */
export interface FilePlace {
	readonly page: string;
	readonly field: string | null;
}

export type ReviewMode = 'model' | 'ready' | 'reviewing' | 'result';
export type FileView = Extract<Awaited<ReturnType<typeof readReviewFile>>, { ok: true }>['value'];

/**
 * A case file, sheet by sheet: a clean one to read, or one with defects – before, during and after the own review. What the
 * defects are leaves the server with the result only.
 */
export async function readReviewFile(ctx: Ctx, id: string, place: FilePlace) {
	const { actor } = authorisePerson(ctx, 'drafting.readFiles');
	const found = await findFile(ctx, id, actor.personId);
	if (!found) return refuse('no-such-file', '没有这个案卷。');
	const { piece, attempt, newest } = found;
	const { body } = piece;
	const book = ruleBookOf(body.place);
	const catalogue = catalogueOf(body, book);
	const page = catalogue.some((line) => line.page === place.page) ? place.page : COVER;
	const at = catalogue.findIndex((line) => line.page === page);
	const stored = attempt ? await reviews.selectFindings(ctx.db, attempt.id) : [];
	const findings = stored.filter(({ withdrawnAt }) => withdrawnAt === null).map(toFinding);
	const mode = modeOf(body, attempt);
	const own = findings.filter(({ document }) => document === documentOf(page));
	const fields = pageOf(body, page, book) ?? [];
	return ok({
		...{ id, title: piece.title, industry: body.industry, storyHtml: body.storyHtml, mode },
		level: 'level' in body ? body.level : null,
		mayReview: mayRun(actor, 'drafting.reviewFile'),
		mayRule: mayRun(actor, 'drafting.ruleFindings') && mode !== 'model',
		isRenewed: mode === 'result' && newest !== piece.version,
		catalogue: catalogue.map((line) => ({ ...line, marked: countOn(line.page, findings) })),
		sheet: {
			...{ ...catalogue[at]!, fields, isCover: page === COVER },
			...{ before: catalogue[at - 1] ?? null, after: catalogue[at + 1] ?? null },
			marks: own.map((finding) => ({ field: finding.field, rule: finding.rule })),
			rules: mode === 'reviewing' ? rulesOn(page, book).map(toChoice) : []
		},
		field: mode === 'reviewing' && fields.some(({ path }) => path === `f.${place.field}`) ? place.field : null,
		findings: findings.map((finding) => viewFinding(finding, book)),
		result:
			mode === 'result' && 'defects' in body ? await resultOf(ctx, { piece, body, attempt: attempt!, findings }) : null
	});
}

const toChoice = ({ id, requirement, kind }: ReturnType<typeof rulesOn>[number]) => ({
	...{ id, requirement, kind: RULE_KINDS[kind] }
});

const countOn = (page: string, findings: readonly Finding[]) =>
	findings.filter(({ document }) => document === documentOf(page)).length;

function modeOf(body: FileBody | ReviewBody, attempt: reviews.StoredAttempt | null): ReviewMode {
	if (!('defects' in body)) return 'model';
	if (!attempt) return 'ready';
	return attempt.handedInAt ? 'result' : 'reviewing';
}

/** A file with defects in the version of the own review, in the shown one before that; else a clean file. */
async function findFile(ctx: Ctx, id: string, personId: string) {
	const [shown, latest] = await Promise.all([
		pieces.selectPiece(ctx.db, 'review', id),
		reviews.selectLatest(ctx.db, personId, id)
	]);
	const reviewed = latest && (await pieces.selectPiece(ctx.db, 'review', id, latest.pieceVersion));
	if (reviewed) return { piece: reviewed, attempt: latest, newest: shown?.version ?? reviewed.version };
	if (shown) return { piece: shown, attempt: null, newest: shown.version };
	const model = await pieces.selectPiece(ctx.db, 'file', id);
	return model && { piece: model, attempt: null, newest: model.version };
}

interface HandedIn {
	readonly piece: { readonly id: string; readonly version: number };
	readonly body: ReviewBody;
	readonly attempt: reviews.StoredAttempt;
	readonly findings: readonly Finding[];
}

async function resultOf(ctx: Ctx, { piece, body, attempt, findings }: HandedIn) {
	const book = ruleBookOf(body.place);
	const rulings = await reviews.selectRulings(ctx.db, piece);
	const score = scoreOf(body, { findings, handedInAt: attempt.handedInAt!, rulings });
	const { documents, case: facts } = body;
	const machine = machineGrade(checkFile({ documents, case: facts, parameters: {} }, book), book);
	const { precision, recall, f1, reasons } = score;
	return { precision, recall, f1, reasons, lines: linesOf(score, book), machine, own: viewSheet(attempt.sheet!) };
}
