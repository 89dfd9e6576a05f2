import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { STAGES, stepsTo } from '../../domain/review/panel-stage.ts';
import { COVER, catalogueOf, pageOf } from '../../domain/review/file-view.ts';
import { ITEM_STEPS } from '../../domain/review/rectification.ts';
import { viewSheet } from '../../domain/review/result-view.ts';
import { GATES } from '../../domain/review/score-sheet.ts';
import { GRADES } from '../../domain/rule-book.ts';
import {
	type KnownFile,
	finalGrade,
	knowFile,
	knowFiles,
	objectUntil,
	outcomeOf,
	stageNow
} from '../panel-file.server.ts';
import * as panels from '../repository/panels.server.ts';
import * as pieces from '../repository/pieces.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

export type PanelFileView = Extract<Awaited<ReturnType<typeof readPanelFile>>, { ok: true }>['value'];

/** What this person may do with a file: as its reviewer, for its unit, as organiser. Others see that it is there. */
function partIn({ actor }: SignedIn, { sheets, unit }: KnownFile) {
	const own = sheets.find(({ reviewerId }) => reviewerId === actor.personId) ?? null;
	return {
		own: mayRun(actor, 'drafting.fillSheets') ? own : null,
		mayAnswer: mayRun(actor, 'drafting.answerForUnit', { unitPath: unit.path }),
		mayOrganise: mayRun(actor, 'drafting.organisePanels')
	};
}

/** Whoever still has to sign does not see what the other wrote, not even as the organiser. */
const maySeeSheets = ({ own, mayOrganise }: ReturnType<typeof partIn>, isTold: boolean) =>
	isTold || (mayOrganise && (own === null || own.signedAt !== null));

/** The rounds, newest first, with the files that concern this person – or all, for whoever organises. */
export async function readPanels(ctx: Ctx) {
	const me = authorisePerson(ctx, 'drafting.readPanels');
	const rounds = await panels.selectPanels(ctx.db);
	const files = await knowFiles(
		ctx,
		await panels.selectFiles(
			ctx.db,
			rounds.map(({ id }) => id)
		)
	);
	const titles = await titlesOf(ctx, files);
	return {
		mayOrganise: mayRun(me.actor, 'drafting.organisePanels'),
		rounds: rounds.map(({ id, title, period, seed, poolSize, drawnAt }) => ({
			...{ id, title, period, seed, poolSize, drawnOn: dayOf(drawnAt) },
			files: files.filter(({ file }) => file.panelId === id).flatMap((known) => lineOf(me, known, titles))
		}))
	};
}

function lineOf(me: SignedIn, known: KnownFile, titles: ReadonlyMap<string, string>) {
	const { own, mayAnswer, mayOrganise } = partIn(me, known);
	const isTold = known.standing.toldOn !== null;
	if (!own && !mayOrganise && !(mayAnswer && isTold)) return [];
	const stage = stageNow(known, me.now);
	const grade = mayOrganise || mayAnswer ? finalGrade(known) : null;
	return [
		{
			...{ id: known.file.id, number: known.file.number, unit: known.unit.name },
			...{ title: titles.get(known.file.id) ?? '', stage: STAGES[stage] },
			...{ mustSign: own !== null && own.signedAt === null, total: grade?.total ?? null },
			grade: grade && GRADES[grade.grade]
		}
	];
}

async function titlesOf(ctx: Ctx, files: readonly KnownFile[]): Promise<ReadonlyMap<string, string>> {
	const found = files.map(async ({ file }) => {
		const piece = await pieces.selectPiece(ctx.db, file.pieceKind, file.pieceId, file.pieceVersion);
		return [file.id, piece?.title ?? ''] as const;
	});
	return new Map(await Promise.all(found));
}

/**
 * One drawn file, sheet by sheet, for its reviewers, its unit and the organiser. Reviewers do not see each other's sheets before
 * the file is settled; the unit sees the result without the reviewers' names.
 */
export async function readPanelFile(ctx: Ctx, id: string, page: string) {
	const me = authorisePerson(ctx, 'drafting.readPanels');
	const known = isId(id) ? await knowFile(ctx, id) : null;
	const part = known && partIn(me, known);
	const isTold = known?.standing.toldOn != null;
	if (!known || !part || !(part.own || part.mayOrganise || (part.mayAnswer && isTold))) {
		return refuse('no-such-file', '没有这个案卷。');
	}
	const { file, unit, sheets, objection, standing } = known;
	const piece = (await pieces.selectPiece(ctx.db, file.pieceKind, file.pieceId, file.pieceVersion))!;
	const stage = stageNow(known, ctx.now);
	return ok({
		...{ id, number: file.number, title: piece.title, unit: unit.name, stage, seenItems: known.items.length },
		steps: stepsTo(stage, { third: sheets.length > 2, answering: objection !== null }),
		...paperOf(piece.body, page),
		own: part.own && { place: part.own.place, sheet: part.own.sheet && viewSheet(part.own.sheet) },
		...{ mayAnswer: part.mayAnswer, mayOrganise: part.mayOrganise },
		mayJudge: part.mayOrganise && !sheets.some(({ reviewerId }) => reviewerId === me.actor.personId),
		mayWriteCase: mayRun(me.actor, 'drafting.ruleFindings') && mayRun(me.actor, 'studio.writeManuscripts'),
		sheets: maySeeSheets(part, isTold) ? await sheetsOf(ctx, known, part.mayOrganise) : [],
		waitsForThird: part.mayOrganise && outcomeOf(known).state === 'apart' && sheets.length < 3,
		result: isTold ? resultOf(known) : null,
		toldOn: standing.toldOn,
		objectUntil: objectUntil(known),
		objection: objection && {
			...{ reason: objection.reason, on: dayOf(objection.raisedAt), answer: objection.answer },
			...{ isUpheld: objection.isUpheld, answeredOn: objection.answeredAt && dayOf(objection.answeredAt) }
		},
		items: known.items.map(({ id: itemId, number, text, dueOn, steps, last }) => ({
			...{ id: itemId, number, text, dueOn, last, isLate: last !== 'passed' && dueOn < dayOf(ctx.now) },
			steps: steps.map(({ step, note, at }) => ({ label: ITEM_STEPS[step], note, on: dayOf(at) }))
		}))
	});
}

function paperOf(body: Parameters<typeof catalogueOf>[0] & { readonly place: string }, wanted: string) {
	const book = ruleBookOf(body.place);
	const catalogue = catalogueOf(body, book).map((line) => ({ ...line, marked: 0 }));
	const page = catalogue.some((line) => line.page === wanted) ? wanted : COVER;
	const at = catalogue.findIndex((line) => line.page === page);
	const around = { before: catalogue[at - 1] ?? null, after: catalogue[at + 1] ?? null };
	const fields = pageOf(body, page, book) ?? [];
	return { catalogue, paper: { ...catalogue[at]!, fields, isCover: page === COVER, marks: [], rules: [], ...around } };
}

async function sheetsOf(ctx: Ctx, { sheets }: KnownFile, withNames: boolean) {
	const people = withNames
		? await readPeople(
				ctx,
				sheets.map(({ reviewerId }) => reviewerId)
			)
		: null;
	return sheets.map(({ place, reviewerId, sheet }) => ({
		...{ place, by: people?.get(reviewerId)?.name ?? null, sheet: sheet && viewSheet(sheet) }
	}));
}

function resultOf(known: KnownFile) {
	const grade = finalGrade(known);
	if (!grade) return null;
	return { ...grade, grade: GRADES[grade.grade], failed: grade.failed.map((gate) => GATES[gate]) };
}
