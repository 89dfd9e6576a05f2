import { readAnswer } from '#lib/drills/domain/answer.ts';
import { type Feedback, explain } from '#lib/drills/domain/feedback.ts';
import { markAnswer } from '#lib/drills/domain/mark.ts';
import { ask } from '#lib/drills/domain/present.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/authorise.server.ts';
import { readCited, registerCitations } from '#lib/law/server/use-cases.server.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { AREAS, type Area } from '#lib/shared/piece.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { formatDay } from '#lib/shared/time.ts';
import { type Block, type Checkpoint, POLARITIES, readableBlocks } from '../domain/case.ts';
import type { CaseFile } from './case-files.server.ts';
import * as repository from './repository.server.ts';

/** Loads case files; the same rules as for items. Run by the starter and the command line. */
export async function loadCases(ctx: Ctx, files: readonly CaseFile[]) {
	const stored = await repository.readDigests(ctx.db);
	const fresh = files.filter(({ id, digest }) => stored.get(id)?.digest !== digest);
	const ids = new Set(files.map(({ id }) => id));
	const gone = [...stored].filter(([id, { origin }]) => origin === 'file' && !ids.has(id)).map(([id]) => id);
	await inTransaction(ctx, async (inner) => {
		for (const file of fresh) {
			const before = stored.get(file.id);
			const version = (before?.version ?? 0) + 1;
			const isPublished = before?.origin !== 'studio' && !!file.body.internalReview && !!file.body.legalReview;
			await repository.saveCase(inner.db, file, version, isPublished, ctx.now);
			const piece = { kind: 'case' as const, id: file.id, version, title: file.title, asOf: file.asOf };
			await registerCitations(inner, [{ piece, references: file.citations }]);
		}
		await repository.withdrawCases(inner.db, gone);
	});
	const added = fresh.filter(({ id }) => !stored.has(id)).length;
	const proposals = fresh.filter(({ id }) => stored.get(id)?.origin === 'studio').map(({ id }) => id);
	return { added, changed: fresh.length - added, unchanged: files.length - fresh.length, withdrawn: gone.length, proposals };
}

export interface CaseFilter {
	readonly polarity: string;
	readonly area: string;
	readonly industry: string;
	readonly query: string;
}

function toCard({ answered, checkpoints, areas, ...rest }: repository.CardRow, isReader: boolean) {
	return { ...rest, areas: areas as Area[], progress: isReader ? { answered, checkpoints } : null };
}
export type CaseCard = ReturnType<typeof toCard>;

/** All published cases that fit the filter; empty words filter nothing. */
export async function readCases(ctx: Ctx, filter: CaseFilter) {
	authorise(ctx, 'cases.readCases');
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const rows = await repository.selectCards(ctx.db, isReader ? ctx.actor!.personId : null);
	const words = filter.query.normalize('NFKC').trim();
	const fits = (row: repository.CardRow) =>
		(!filter.polarity || row.polarity === filter.polarity) &&
		(!filter.area || row.areas.includes(filter.area)) &&
		(!filter.industry || row.industry === filter.industry) &&
		(!words || row.title.includes(words) || row.lead.includes(words));
	return { cases: rows.filter(fits).map((row) => toCard(row, isReader)), counts: { all: rows.length }, filter };
}

/** The three newest cases for the public front page. */
export async function readFrontCases(ctx: Ctx) {
	const { cases } = await readCases(ctx, { polarity: '', area: '', industry: '', query: '' });
	return { cases: cases.slice(0, 3), count: cases.length };
}

/** The case that a reader should go on with, or start next; null when all are read. */
export async function readNextCase(ctx: Ctx): Promise<CaseCard | null> {
	const { actor } = authorisePerson(ctx, 'cases.answerCheckpoint');
	const row = await repository.selectNextCard(ctx.db, actor.personId);
	return row && toCard(row, true);
}

type ShownBlock =
	| { kind: 'html'; html: string; notes: CitedArticle[] }
	| { kind: 'checkpoint'; id: string; stem: string; type: string; options: { key: string; text: string }[]; answered: Feedback | null };

/** A case as far as the reader has answered; visitors read on without answering and nothing is stored. */
export async function readCase(ctx: Ctx, id: string) {
	authorise(ctx, 'cases.readCases');
	const row = await repository.selectCase(ctx.db, id);
	if (!row) return refuse('no-such-case', '没有这个案例，或者它还没有发布。');
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const readerId = isReader ? ctx.actor!.personId : null;
	const [answers, cards] = await Promise.all([
		readerId ? repository.selectAnswers(ctx.db, readerId, id, row.version) : [],
		repository.selectCards(ctx.db, readerId, id)
	]);
	const answered = new Map(answers.map(({ checkpoint, answer }) => [checkpoint, answer]));
	const all = row.body.blocks;
	const shown = isReader ? readableBlocks(all, new Set(answered.keys())) : all;
	const { title, lead, polarity, industry, areas, asOf, version, body } = row;
	const { difficulty, minutes, timeline, author, sources, internalReview, legalReview } = body;
	const reviews = [
		...(internalReview ? [`内审 ${internalReview.by} ${formatDay(internalReview.on)}`] : []),
		...(legalReview ? [`法审 ${legalReview.by} ${formatDay(legalReview.on)}`] : [])
	];
	const near = (card: repository.CardRow) => card.areas.filter((area) => areas.includes(area)).length + (card.industry === industry ? 1 : 0);
	const related = [...cards].sort((left, right) => near(right) - near(left)).slice(0, 3);
	return ok({
		study: {
			...{ id, version, title, lead, polarity, polarityLabel: POLARITIES[polarity], industry, areas: areas as Area[] },
			...{ areaLabels: areas.map((area) => AREAS[area as Area]), asOf, difficulty, minutes, timeline, author, reviews, sources }
		},
		blocks: await showBlocks(ctx, id, shown, answered),
		hidden: all.length - shown.length,
		isReader,
		related: related.map((card) => toCard(card, isReader))
	});
}

async function showBlocks(
	ctx: Ctx,
	caseId: string,
	blocks: readonly Block[],
	answered: ReadonlyMap<string, readonly string[]>
): Promise<ShownBlock[]> {
	const cited = await readCited(
		ctx,
		blocks.flatMap(({ notes }) => notes)
	);
	let at = 0;
	return blocks.map((block) => {
		const notes = cited.slice(at, at + block.notes.length);
		at += block.notes.length;
		if (block.kind === 'html') return { kind: 'html', html: block.html, notes };
		const given = answered.get(block.id);
		const asked = ask(block.task, `${caseId}/${block.id}`);
		return {
			...{ kind: 'checkpoint', id: block.id, stem: block.stem, type: block.task.type },
			options: 'options' in asked ? [...asked.options] : [],
			answered: given ? toFeedback(caseId, block, given, notes, false) : null
		};
	});
}

function toFeedback(caseId: string, block: Checkpoint, given: readonly string[], citations: CitedArticle[], repeated: boolean): Feedback {
	const { task, explanation, id } = block;
	return explain({ task, given, explanation, citations, position: 0, place: `${caseId}/${id}`, repeated, nextDue: null });
}

/**
 * Answers a checkpoint and opens what was folded behind it. The first answer of a reader is stored and stands; a
 * visitor's answer is marked and forgotten.
 */
export async function answerCheckpoint(
	ctx: Ctx,
	id: string,
	checkpoint: string,
	picks: readonly string[]
): Promise<Result<{ checkpoint: string; feedback: Feedback; blocks: ShownBlock[]; hidden: number }>> {
	authorise(ctx, 'cases.readCases');
	const row = await repository.selectCase(ctx.db, id);
	const block = row?.body.blocks.find((one): one is Checkpoint => one.kind === 'checkpoint' && one.id === checkpoint);
	if (!row || !block) return refuse('no-such-checkpoint', '没有这道思考题，案例可能刚刚更新，请刷新。');
	const read = readAnswer(block.task, picks);
	if (!read.ok) return read;
	const given = read.value as readonly string[];
	const notes = await readCited(ctx, block.notes);
	if (!mayRun(ctx.actor, 'cases.answerCheckpoint')) {
		return ok({ checkpoint, feedback: toFeedback(id, block, given, notes, false), blocks: [], hidden: 0 });
	}
	const personId = ctx.actor!.personId;
	const place = { personId, caseId: id, caseVersion: row.version, checkpoint };
	const { mark } = markAnswer(block.task, given);
	const saved = await repository.insertAnswer(ctx.db, { ...place, answer: [...given], mark, answeredAt: ctx.now });
	const answers = await repository.selectAnswers(ctx.db, personId, id, row.version);
	const answered = new Map(answers.map((one) => [one.checkpoint, one.answer]));
	const shown = readableBlocks(row.body.blocks, new Set(answered.keys()));
	const from = row.body.blocks.indexOf(block) + 1;
	return ok({
		checkpoint,
		feedback: toFeedback(id, block, answered.get(checkpoint)!, notes, !saved),
		blocks: await showBlocks(ctx, id, shown.slice(from), answered),
		hidden: row.body.blocks.length - shown.length
	});
}

/** Hits for the search box. */
export async function findCases(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'search.find');
	const rows = await repository.findCases(ctx.db, `%${query.replace(/[\\%_]/g, '\\$&')}%`, limit);
	return rows.map(({ id, title, lead }) => ({ title, path: `/cases/${id}`, excerpt: lead }));
}
