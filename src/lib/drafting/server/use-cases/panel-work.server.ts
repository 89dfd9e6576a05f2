import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { drawThird } from '../../domain/review/draw-panel.ts';
import { OBJECTION_WORKDAYS } from '../../domain/review/panel-stage.ts';
import { type ItemStep, nextSteps } from '../../domain/review/rectification.ts';
import type { ScoreSheet } from '../../domain/review/score-sheet.ts';
import { findReviewers } from '../find-reviewers.server.ts';
import { type KnownFile, knowFile, outcomeOf, stageNow } from '../panel-file.server.ts';
import * as panels from '../repository/panels.server.ts';

const NO_FILE = ['no-such-file', '没有这个案卷。'] as const;

/** Runs a change of one file after whoever is changing it now. */
async function withFile<T>(
	ctx: SignedIn,
	id: string,
	work: (inner: SignedIn, known: KnownFile) => Promise<Result<T>>
): Promise<Result<T>> {
	if (!(await panels.selectFile(ctx.db, id))) return refuse(...NO_FILE);
	return inTransaction(ctx, async (inner) => {
		await panels.lockFile(inner.db, id);
		return work(inner, (await knowFile(inner, id))!);
	});
}

/**
 * Signs the own sheet. With the second one the file is settled, or a third reviewer drawn when the two are far apart; with the
 * third it is settled. What is signed stands: a second submit changes nothing.
 */
export async function signSheet(ctx: Ctx, fileId: string, sheet: ScoreSheet): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.fillSheets');
	return withFile(me, fileId, async (inner, known) => {
		const reviewerId = me.actor.personId;
		if (!known.sheets.some((one) => one.reviewerId === reviewerId)) return refuse(...NO_FILE);
		const isFirst = await panels.signSheet(inner.db, { fileId, reviewerId, sheet, now: inner.now });
		if (!isFirst) return ok(null);
		const now = (await knowFile(inner, fileId))!;
		const outcome = outcomeOf(now);
		if (outcome.state === 'settled') await panels.settleFile(inner.db, fileId, inner.now);
		if (outcome.state === 'apart') await callThird(inner, now);
		return ok(null);
	});
}

/** Without anybody left to draw the file waits; the organiser sees that it does. @returns whether somebody was drawn */
async function callThird(ctx: SignedIn, { file, unit, sheets }: KnownFile): Promise<boolean> {
	const taken = sheets.map(({ reviewerId }) => reviewerId);
	const third = drawThird(unit.path, await findReviewers(ctx), { taken, seed: ctx.seed });
	if (third === null) return false;
	await panels.insertSheet(ctx.db, { fileId: file.id, place: 3, reviewerId: third, assignedAt: ctx.now });
	return true;
}

/** Draws the third reviewer of a file that had to wait for one, after somebody else was given the role. */
export async function drawThirdAgain(ctx: Ctx, fileId: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.organisePanels');
	return withFile(me, fileId, async (inner, known) => {
		if (outcomeOf(known).state !== 'apart' || known.sheets.length > 2) return ok(null);
		if (await callThird(inner, known)) return ok(null);
		return refuse('no-reviewers', '责任单位以外还是没有第三名评查人。请先请管理员授予评查角色。');
	});
}

/** The unit's one objection, within five working days of being told. */
export async function raisePanelObjection(ctx: Ctx, fileId: string, reason: string): Promise<Result<null>> {
	const known = await knowFile(ctx, fileId);
	const me = authorisePerson(ctx, 'drafting.answerForUnit', { unitPath: known?.unit.path ?? '-' });
	return withFile(me, fileId, async ({ db, now }, file) => {
		if (file.objection !== null) return refuse('objected', '本单位已经提出过异议。', 'reason');
		if (stageNow(file, now) !== 'objecting') {
			return refuse('too-late', `异议应在告知后 ${OBJECTION_WORKDAYS} 个工作日内提出。`, 'reason');
		}
		await panels.insertObjection(db, { fileId, raisedBy: me.actor.personId, raisedAt: now, reason });
		return ok(null);
	});
}

const hasGraded = (sheets: KnownFile['sheets'], personId: string) =>
	sheets.some(({ reviewerId }) => reviewerId === personId);

export interface ObjectionAnswer {
	readonly isUpheld: boolean;
	/** The new total when it is upheld. */
	readonly changedTotal: number | null;
	readonly answer: string;
}

/** Answers an objection with reasons, once; whoever graded the file does not judge what is said against the grade. */
export async function answerPanelObjection(ctx: Ctx, fileId: string, given: ObjectionAnswer): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.organisePanels');
	return withFile(me, fileId, async ({ db, now }, { objection, sheets }) => {
		if (objection === null) return refuse('no-objection', '没有异议。');
		if (hasGraded(sheets, me.actor.personId)) {
			return refuse('graded', '评查人不能答复对自己评分的异议，请另一名组织者答复。', 'answer');
		}
		if (objection.answeredAt !== null) return refuse('answered', '这个异议已经答复。', 'answer');
		await panels.answerObjection(db, fileId, { ...given, answeredBy: me.actor.personId, answeredAt: now });
		return ok(null);
	});
}

export interface NewItem {
	readonly text: string;
	readonly dueOn: string;
	/** How many there were on the page: a double submit adds one, not two. */
	readonly seen: number;
}

/** Puts something on the list of what the unit has to mend. */
export async function addItem(ctx: Ctx, fileId: string, { text, dueOn, seen }: NewItem): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.organisePanels');
	return withFile(me, fileId, async ({ db, now }, { items, standing }) => {
		if (standing.toldOn === null) return refuse('not-settled', '评查还没有结果。', 'text');
		if (standing.isClosed) return refuse('closed', '这个案卷已经办结。', 'text');
		if (dueOn < standing.toldOn) return refuse('too-early', '整改期限不能早于告知日。', 'dueOn');
		if (items.length !== seen) {
			// The same words again are a double click; others come from a page that is out of date.
			return items.at(-1)?.text === text
				? ok(null)
				: refuse('changed-meanwhile', '清单刚刚有变化，请看过再加。', 'text');
		}
		const by = { addedBy: me.actor.personId, addedAt: now };
		await panels.insertItem(db, { id: newId(now), fileId, number: seen + 1, text, dueOn, ...by });
		return ok(null);
	});
}

export interface ItemMove {
	readonly itemId: string;
	readonly step: ItemStep;
	readonly note: string;
	/** How many steps were on the page. */
	readonly seen: number;
}

/** The unit tells that something is mended. */
export async function reportItem(ctx: Ctx, fileId: string, move: Omit<ItemMove, 'step'>): Promise<Result<null>> {
	const known = await knowFile(ctx, fileId);
	const me = authorisePerson(ctx, 'drafting.answerForUnit', { unitPath: known?.unit.path ?? '-' });
	return withFile(me, fileId, (inner, file) => moveItem(inner, file, { ...move, step: 'reported' }));
}

/** Whoever organises the round looks again: sends it back or finds it mended. */
export async function recheckItem(ctx: Ctx, fileId: string, move: ItemMove): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.organisePanels');
	return withFile(me, fileId, (inner, file) => moveItem(inner, file, move));
}

async function moveItem({ db, actor, now }: SignedIn, file: KnownFile, move: ItemMove): Promise<Result<null>> {
	const { itemId, step, note, seen } = move;
	const item = file.items.find(({ id }) => id === itemId);
	if (!item) return refuse('no-such-item', '没有这一项整改。');
	if (item.steps.length > seen && item.last === step) return ok(null);
	if (item.steps.length !== seen || !nextSteps(item.last).includes(step)) {
		return refuse('changed-meanwhile', '这一项刚刚有变化，请看过再定。', 'note');
	}
	await panels.insertStep(db, { itemId, number: seen + 1, step, note, by: actor.personId, at: now });
	return ok(null);
}

/** Ends a file in which nothing is left to mend and nothing to be answered. */
export async function closePanelFile(ctx: Ctx, fileId: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.organisePanels');
	return withFile(me, fileId, async ({ db, now }, file) => {
		if (file.standing.isClosed) return ok(null);
		const stage = stageNow(file, now);
		const isMended = file.items.every(({ last }) => last === 'passed');
		if ((stage !== 'mending' && stage !== 'rechecking') || !isMended) {
			return refuse('not-yet', '异议期满、异议已答复、整改全部复查通过以后才能办结。');
		}
		await panels.closeFile(db, fileId, now);
		return ok(null);
	});
}
