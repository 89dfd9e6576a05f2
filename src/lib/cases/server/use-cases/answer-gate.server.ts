import { readAnswer } from '#lib/drills/domain/answer.ts';
import type { Feedback } from '#lib/drills/domain/feedback.ts';
import { markAnswer } from '#lib/drills/domain/mark.ts';
import { promptItems } from '#lib/drills/server/use-cases/prompt-items.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Day } from '#lib/shared/time.ts';
import { type Checkpoint, DECIDE, readableBlocks } from '../../domain/case.ts';
import { type OwnDecision, readOwnDecisions } from '../../domain/own-decision.ts';
import { type AfterReading, readAfter } from '../after-reading.server.ts';
import { type KeptCase, readKept } from '../case-cache.server.ts';
import { readDecide, splitGiven } from '../decide-gate.server.ts';
import { insertAnswer, selectStanding, type Standing } from '../repository/reading.server.ts';
import { type ShownBlock, showBlocks, toFeedback } from '../show-blocks.server.ts';
import { timelineOf } from './read-case.server.ts';

const GONE = refuse('no-such-checkpoint', '没有这道思考题，案例可能刚刚更新，请刷新。');
const FULL_MARK = 100;

/**
 * Answers a checkpoint and opens what was folded behind it. The first answer of a reader is stored and stands, and a wrong
 * one makes the drill items on the same thing due; a visitor's answer is marked and forgotten.
 */
export async function answerCheckpoint(
	ctx: Ctx,
	id: string,
	checkpoint: string,
	picks: readonly string[]
): Promise<Result<Opened & { checkpoint: string; at: number; feedback: Feedback }>> {
	authorise(ctx, 'cases.readCases');
	const kept = await readShown(ctx, id);
	const at = kept?.row.body.blocks.findIndex((one) => one.kind === 'checkpoint' && one.id === checkpoint) ?? -1;
	if (!kept || at === -1) return GONE;
	const block = kept.row.body.blocks[at] as Checkpoint;
	const read = readAnswer(block.task, picks);
	if (!read.ok) return read;
	const given = read.value as readonly string[];
	const citations = kept.notes[at]!;
	if (!mayRun(ctx.actor, 'cases.answerCheckpoint')) {
		const feedback = toFeedback(id, block, { given, citations, repeated: false });
		return ok({ ...{ checkpoint, at, feedback }, ...(await showAll(ctx, kept)) });
	}
	const isFirst = await storeAnswer(ctx, kept, block, given);
	const opened = await readOpened(ctx, kept, at);
	const stands = opened.answers.get(checkpoint)!;
	const feedback = toFeedback(id, block, { given: stands, citations, repeated: !isFirst });
	return ok({ checkpoint, at, feedback, ...opened.view });
}

/** What is open after an answer. */
interface Opened {
	readonly study: { readonly id: string; readonly version: number; readonly asOf: Day };
	readonly isReader: boolean;
	/** Every block that is open now. */
	readonly blocks: readonly ShownBlock[];
	/** Number of the first one that the answer opened; all of them stood there before = their number. */
	readonly opens: number;
	readonly hidden: number;
	/** Null where it says what was known already. */
	readonly timeline: ReturnType<typeof timelineOf> | null;
	readonly after: AfterReading | null;
}

/** A visitor has the whole text already. */
async function showAll(ctx: Ctx, kept: KeptCase): Promise<Opened> {
	const { length } = kept.row.body.blocks;
	const decide = await readDecide(ctx, kept, null);
	const blocks = showBlocks(kept, { answers: new Map(), decide, mayDrill: false }, 0, length);
	return { ...{ study: kept.row, isReader: false, blocks }, opens: length, hidden: 0, timeline: null, after: null };
}

/** @returns false when there was an answer before */
function storeAnswer(ctx: Ctx, { row }: KeptCase, block: Checkpoint, given: readonly string[]): Promise<boolean> {
	const { mark } = markAnswer(block.task, given);
	const place = { personId: ctx.actor!.personId, caseId: row.id, caseVersion: row.version, checkpoint: block.id };
	return inTransaction(ctx, async (inner) => {
		if (!(await insertAnswer(inner.db, { ...place, answer: given, mark, answeredAt: inner.now }))) return false;
		if (mark < FULL_MARK) await promptItems(inner, block.items ?? [], `案例《${row.title}》`);
		return true;
	});
}

/**
 * Writes down what the officer would have decided and sets it beside what the engine answers. The first decision of a reader
 * is kept with the case, for the reader alone: it is no attempt of the discretion room, which asks step by step.
 */
export async function decideInCase(
	ctx: Ctx,
	id: string,
	posted: Readonly<Record<string, string>>
): Promise<Result<Awaited<ReturnType<typeof openDecided>>>> {
	authorise(ctx, 'cases.readCases');
	const kept = await readShown(ctx, id);
	const at = kept?.row.body.blocks.findIndex(({ kind }) => kind === DECIDE) ?? -1;
	if (!kept || at === -1) return refuse('no-such-place', '这个案例没有先裁后看，可能刚刚更新，请刷新。');
	const { parties } = await readDecide(ctx, kept, null);
	const read = readOwnDecisions(parties, posted);
	if (!read.ok) return read;
	if (mayRun(ctx.actor, 'cases.answerCheckpoint')) {
		const place = { personId: ctx.actor!.personId, caseId: id, caseVersion: kept.row.version, checkpoint: DECIDE };
		await insertAnswer(ctx.db, { ...place, answer: read.value, mark: null, answeredAt: ctx.now });
	}
	return ok(await openDecided(ctx, kept, at, read.value));
}

async function openDecided(ctx: Ctx, kept: KeptCase, at: number, given: readonly OwnDecision[]) {
	if (!mayRun(ctx.actor, 'cases.answerCheckpoint')) {
		const { answered } = await readDecide(ctx, kept, given);
		const all = await showAll(ctx, kept);
		return { checkpoint: DECIDE, at, comparison: answered ?? [], ...all, timeline: timelineOf(kept.row, true) };
	}
	const { decide, view } = await readOpened(ctx, kept, at);
	return { checkpoint: DECIDE, at, comparison: decide.answered ?? [], ...view };
}

async function readShown(ctx: Ctx, id: string): Promise<KeptCase | null> {
	const standing = await selectStanding(ctx.db, id, null);
	return standing && readKept(ctx, id, standing.version);
}

/** What is open behind a gate now, after the reader's answers as they are stored. */
async function readOpened(ctx: Ctx, kept: KeptCase, at: number) {
	const { id, body } = kept.row;
	const standing = await selectStanding(ctx.db, id, ctx.actor!.personId);
	const { gates, answers, own } = splitGiven(standing?.given ?? []);
	const decide = await readDecide(ctx, kept, own);
	const shown = readableBlocks(body.blocks, gates).length;
	const hidden = body.blocks.length - shown;
	const after = hidden === 0 ? await readAround(ctx, kept, standing?.passed ?? {}) : null;
	const blocks = showBlocks(kept, { answers, decide, mayDrill: mayRun(ctx.actor, 'drills.practise') }, 0, shown);
	const timeline = timelineOf(kept.row, gates.has(DECIDE));
	return { answers, decide, view: { study: kept.row, isReader: true, blocks, opens: at + 1, hidden, timeline, after } };
}

const readAround = async (ctx: Ctx, kept: KeptCase, passed: Standing['passed']) =>
	readAfter(ctx, kept, { changed: await recallChangedBasis(ctx, 'case'), passed });
