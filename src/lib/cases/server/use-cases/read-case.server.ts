import { readAnswer } from '#lib/drills/domain/answer.ts';
import { explain } from '#lib/drills/domain/explain.ts';
import type { Feedback } from '#lib/drills/domain/feedback.ts';
import { markAnswer } from '#lib/drills/domain/mark.ts';
import { ask } from '#lib/drills/domain/present.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import { noteForCase } from '#lib/law/domain/basis.ts';
import { readChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Area } from '#lib/shared/piece.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { formatDay } from '#lib/shared/time.ts';
import { type Block, type Checkpoint, readableBlocks } from '../../domain/case.ts';
import { SECTIONS, type Section } from '../../domain/section.ts';
import * as repository from '../repository.server.ts';
import { isOnShelf, toCard } from './list-cases.server.ts';

type ShownBlock =
	| { kind: 'html'; html: string; notes: CitedArticle[] }
	| {
			kind: 'checkpoint';
			id: string;
			stem: string;
			type: string;
			options: { key: string; text: string }[];
			answered: Feedback | null;
	  };

/** A case as far as the reader has answered; visitors read on without answering and nothing is stored. */
export async function readCase(ctx: Ctx, id: string) {
	authorise(ctx, 'cases.readCases');
	const row = await repository.selectCase(ctx.db, id);
	if (!row) return refuse('no-such-case', '没有这个案例，或者它还没有发布。');
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const readerId = isReader ? ctx.actor!.personId : null;
	const [answers, cards, changed] = await Promise.all([
		readerId ? repository.selectAnswers(ctx.db, readerId, id, row.version) : [],
		repository.selectCards(ctx.db, readerId, id),
		readChangedBasis(ctx, 'case')
	]);
	const basis = changed.get(id);
	const answered = new Map(answers.map(({ checkpoint, answer }) => [checkpoint, answer]));
	const all = row.body.blocks;
	const shown = isReader ? readableBlocks(all, new Set(answered.keys())) : all;
	const related = cards
		.filter((card) => isOnShelf(card, changed))
		.sort((left, right) => kinship(right, row) - kinship(left, row))
		.slice(0, 3);
	return ok({
		basisNote: basis ? noteForCase(basis, row.asOf) : null,
		...{ study: toStudy(row), blocks: await showBlocks(ctx, id, shown, answered) },
		...{ hidden: all.length - shown.length, isReader, related: related.map((card) => toCard(card, isReader, changed)) }
	});
}

type CaseRow = NonNullable<Awaited<ReturnType<typeof repository.selectCase>>>;

/** What stands above and beside the text. */
function toStudy({ id, version, title, lead, polarity, industry, areas, asOf, body }: CaseRow) {
	const { difficulty, minutes, timeline, author, sources, internalReview, legalReview } = body;
	const reviews = [
		...(internalReview ? [`内审 ${internalReview.by} ${formatDay(internalReview.on)}`] : []),
		...(legalReview ? [`法审 ${legalReview.by} ${formatDay(legalReview.on)}`] : [])
	];
	const about = { id, version, title, lead, polarity, industry, areas: areas as Area[], asOf };
	return { ...about, difficulty, minutes, timeline, author, reviews, sources };
}

/** How near two cases are: shared contested areas, and the industry. */
function kinship(card: repository.CardRow, { areas, industry }: CaseRow): number {
	return card.areas.filter((area) => areas.includes(area)).length + (card.industry === industry ? 1 : 0);
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
		if (block.kind !== 'checkpoint')
			return { kind: 'html', html: block.kind === 'section' ? `<h2>${titleOf(block)}</h2>` : '', notes };
		const given = answered.get(block.id);
		const asked = ask(block.task, `${caseId}/${block.id}`);
		return {
			...{ kind: 'checkpoint', id: block.id, stem: block.stem, type: block.task.type },
			options: 'options' in asked ? [...asked.options] : [],
			answered: given ? toFeedback(caseId, block, given, notes, false) : null
		};
	});
}

const titleOf = ({ section, title }: { section: Section; title: string | null }) =>
	SECTIONS[section] + (title ? ` · ${title}` : '');

function toFeedback(
	caseId: string,
	block: Checkpoint,
	given: readonly string[],
	citations: CitedArticle[],
	repeated: boolean
): Feedback {
	const { task, explanation, id } = block;
	return explain({
		task,
		given,
		explanation,
		citations,
		position: 0,
		place: `${caseId}/${id}`,
		repeated,
		nextDue: null
	});
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
