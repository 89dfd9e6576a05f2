import type { CaseFile } from '#lib/cases/domain/case.ts';
import { before, daysOf, quarterOf } from '#lib/cases/domain/commentary/quarter.ts';
import { paragraphsOf } from '#lib/cases/domain/commentary/paragraphs.ts';
import {
	CRITERIA,
	CRITERIA_KEYS,
	type CaseSheet,
	type Criterion,
	isExtreme
} from '#lib/cases/domain/commentary/score-sheet.ts';
import * as scores from '#lib/cases/server/use-cases/case-scores.server.ts';
import { moderateComment, writeComment } from '#lib/cases/server/use-cases/commentary-comments.server.ts';
import { publishMinutes } from '#lib/cases/server/use-cases/commentary-minutes.server.ts';
import { addToAgenda, planMeeting } from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import { readMeeting } from '#lib/cases/server/use-cases/commentary-read.server.ts';
import * as record from '#lib/cases/server/use-cases/commentary-record.server.ts';
import { callItem, endMeeting, openMeeting } from '#lib/cases/server/use-cases/commentary-run.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor, readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Random, seedOf, seeded } from '#lib/shared/random.ts';
import { type Day, addDays, dayOf, instantOf, weekdayOf } from '#lib/shared/time.ts';
import {
	MEETINGS,
	NOMINATIONS,
	type ScriptedCase,
	type ScriptedComment,
	type ScriptedMeeting
} from './commentary-script.ts';
import { expectDone } from './expect-done.ts';

const PEOPLE = ['officer', 'trainer', 'legal-reviewer', 'judge'] as const;
const GRADERS = ['trainer', 'legal-reviewer', 'judge'] as const;

interface Stage {
	readonly cases: readonly CaseFile[];
	idOf(name: string): string;
	/** A context of somebody at some time. */
	as(name: string, day: Day, clock: string): Promise<Ctx>;
}

/**
 * Two meetings that were held, one that is planned for next week, and last quarter's excellent cases. Played before the months
 * of drills: what counts of a meeting must stand in the ledger before its month is closed.
 */
export async function playCommentary(ctx: Ctx, cases: readonly CaseFile[]): Promise<void> {
	const people = new Map((await readHolders(ctx, PEOPLE)).map(({ id, name }) => [name, id]));
	const idOf = (name: string) => {
		const id = people.get(name);
		if (id === undefined) throw new Error(`nobody is called ${name}`);
		return id;
	};
	const actors = new Map<string, Actor>();
	const as = async (name: string, day: Day, clock: string): Promise<Ctx> => {
		const actor = actors.get(name) ?? (await readActor(ctx, idOf(name)));
		actors.set(name, actor);
		return { ...ctx, actor, now: instantOf(day, clock), request: 'demo' };
	};
	const today = dayOf(ctx.now);
	const stage: Stage = { cases, idOf, as };
	for (const script of MEETINGS) await playMeeting(stage, script, today);
	await playScores(ctx, stage, before(quarterOf(today)));
}

async function playMeeting(stage: Stage, script: ScriptedMeeting, today: Day): Promise<void> {
	const wednesday = addDays(today, -((weekdayOf(today) + 4) % 7));
	const day = addDays(wednesday, -7 * script.weeksBack);
	const isAhead = day > today;
	// Whatever is ahead is planned yesterday at the latest.
	const planned = isAhead ? addDays(today, -2) : addDays(day, -8);
	const { idOf, as } = stage;
	const { title, place, chair, recorder } = script;
	const id = newId(instantOf(planned, '09:00'));
	const plan = { title, day, clock: '14:30', place, chairId: idOf(chair), recorderId: idOf(recorder) };
	expectDone(await planMeeting(await as(chair, planned, '09:00'), id, plan));
	for (const { caseId, minutes, expert, speakers } of script.cases) {
		const item = { caseId, minutes, expertId: idOf(expert), speakers: speakers.map(idOf) };
		expectDone(await addToAgenda(await as(chair, planned, '09:20'), id, item));
	}
	await playComments(stage, script, { id, day: isAhead ? addDays(today, -1) : addDays(day, -2) });
	if (isAhead) return;
	await playRecord(stage, script, { id, day });
	expectDone(await publishMinutes(await as(chair, addDays(day, 2), '10:00'), id));
}

interface Place {
	readonly id: string;
	readonly day: Day;
}

const itemsOf = async (stage: Stage, script: ScriptedMeeting, { id, day }: Place) =>
	expectDone(await readMeeting(await stage.as(script.chair, day, '09:00'), id)).items;

/** Officers write before the meeting; another trainer than the chair decides. */
async function playComments(stage: Stage, script: ScriptedMeeting, at: Place): Promise<void> {
	const items = await itemsOf(stage, script, at);
	for (const [index, one] of script.cases.entries()) {
		const written: string[] = [];
		for (const [place, comment] of one.comments.entries()) {
			const writer = await stage.as(comment.by, at.day, `1${place + 1}:${10 + index}`);
			const id = newId(writer.now);
			const { area, text } = comment;
			const paragraph = paragraphFor(stage, one, comment);
			expectDone(await writeComment(writer, at.id, { id, itemId: items[index]!.id, area, paragraph, text }));
			written.push(id);
			if (comment.decision === null) continue;
			const trainer = await stage.as('顾晓棠', at.day, `1${place + 1}:${40 + index}`);
			const into = comment.decision === 'merged' ? written[0]! : null;
			const ruling = { commentId: id, decision: comment.decision, reason: comment.reason ?? '', into, seen: 0 };
			expectDone(await moderateComment(trainer, ruling));
		}
	}
}

/** The paragraph that holds the words, as long as the case says them. */
function paragraphFor({ cases }: Stage, { caseId }: ScriptedCase, { words }: ScriptedComment): number | null {
	const blocks = cases.find(({ id }) => id === caseId)?.body.blocks ?? [];
	if (words === null) return null;
	const holds = ({ index }: { readonly index: number }) => {
		const block = blocks[index]!;
		return block.kind === 'html' && block.html.includes(words);
	};
	return paragraphsOf(blocks).find(holds)?.index ?? null;
}

/** The afternoon itself: the clock, the record, the experts, what is to be done. */
async function playRecord({ idOf, as, ...stage }: Stage, script: ScriptedMeeting, at: Place): Promise<void> {
	const { id, day } = at;
	const { chair, recorder } = script;
	let minute = 14 * 60 + 31;
	const clock = () => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
	expectDone(await openMeeting(await as(chair, day, '14:29'), id));
	const items = await itemsOf({ ...stage, idOf, as }, script, at);
	for (const [index, one] of script.cases.entries()) {
		const itemId = items[index]!.id;
		expectDone(await callItem(await as(chair, day, clock()), id, itemId));
		for (const text of one.notes) {
			minute += 4;
			const ctx = await as(recorder, day, clock());
			expectDone(await record.keepNote(ctx, id, { id: newId(ctx.now), itemId, seen: 0, text }));
		}
		minute += Math.max(1, one.taken - 4 * one.notes.length);
		if (one.verdict) {
			expectDone(await record.giveVerdict(await as(one.expert, day, clock()), id, { ...one.verdict, itemId, seen: 0 }));
		}
	}
	expectDone(await endMeeting(await as(chair, day, clock()), id));
	for (const [index, { text, owner, days }] of script.actions.entries()) {
		const given = { text, ownerId: idOf(owner), dueOn: addDays(day, days), seen: index };
		expectDone(await record.addAction(await as(chair, day, '16:30'), id, given));
	}
	await finishActions({ ...stage, idOf, as }, script, at);
}

async function finishActions(stage: Stage, script: ScriptedMeeting, { id, day }: Place): Promise<void> {
	const chair = await stage.as(script.chair, day, '16:40');
	const { actions } = expectDone(await readMeeting(chair, id));
	for (const [index, { owner, done, days }] of script.actions.entries()) {
		if (done === undefined) continue;
		const ctx = await stage.as(owner, addDays(day, days - 1), '17:00');
		expectDone(await record.finishAction(ctx, id, { actionId: actions[index]!.id, note: done }));
	}
}

/** Named a few days before the quarter ended, graded by whoever is not the author until its last day. */
async function playScores(ctx: Ctx, { cases, as }: Stage, quarter: string): Promise<void> {
	const { until } = daysOf(quarter);
	const graders = await readHolders(ctx, GRADERS);
	for (const { caseId, reason } of NOMINATIONS) {
		expectDone(await scores.nominateCase(await as('顾晓棠', addDays(until, -6), '15:00'), quarter, { caseId, reason }));
	}
	for (const { caseId, ...quality } of NOMINATIONS) {
		const author = cases.find(({ id }) => id === caseId)?.body.author;
		for (const { name } of graders) {
			if (name === author) continue;
			const sheet = sheetBy(quality, seeded(seedOf(`demo-score:${caseId}:${name}`)));
			expectDone(await scores.signCaseSheet(await as(name, addDays(until, -1), '16:00'), quarter, { caseId, sheet }));
		}
	}
}

type Quality = Omit<(typeof NOMINATIONS)[number], 'caseId'>;

function sheetBy({ level, spread, share, reason }: Quality, random: Random): CaseSheet {
	const pointsOf = (criterion: Criterion) => {
		const { most } = CRITERIA[criterion];
		const wanted = Math.round(most * (share[criterion] ?? level) + (random() - 0.5) * 2 * spread);
		return Math.min(most, Math.max(0, wanted));
	};
	const points = Object.fromEntries(CRITERIA_KEYS.map((key) => [key, pointsOf(key)])) as Record<Criterion, number>;
	const reasons = Object.fromEntries(
		CRITERIA_KEYS.map((key) => [key, isExtreme(key, points[key]) ? reason : ''])
	) as Record<Criterion, string>;
	return { points, reasons, remark: '' };
}
