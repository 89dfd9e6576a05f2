import { changesBetween } from '#lib/drafting/domain/apply-changes.ts';
import type { DraftingPieces, PieceFile } from '#lib/drafting/domain/piece-file.ts';
import { entriesOf } from '#lib/drafting/domain/read-entries.ts';
import { checkDraft } from '#lib/drafting/server/use-cases/check-draft.server.ts';
import type { DraftingContent } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { raiseObjection } from '#lib/drafting/server/use-cases/objections.server.ts';
import { readMarks } from '#lib/drafting/server/use-cases/read-marks.server.ts';
import { readOwnDraft } from '#lib/drafting/server/use-cases/own-drafts.server.ts';
import { saveDraft } from '#lib/drafting/server/use-cases/save-draft.server.ts';
import { startDraft } from '#lib/drafting/server/use-cases/start-draft.server.ts';
import { submitDraft } from '#lib/drafting/server/use-cases/submit-draft.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { workdaysUpTo } from '#lib/shared/calendar.ts';
import { type Random, seedOf, seeded, shuffle } from '#lib/shared/random.ts';
import { type Day, addDays, dayOf, instantOf } from '#lib/shared/time.ts';
import { expectDone } from './expect-done.ts';
import { playFileReviews } from './file-reviews.ts';
import { playMarking } from './marking.ts';
import type { DemoOfficer } from './people.ts';
import { type Writer, writtenBy } from './slips.ts';

export interface DraftingMaterial {
	readonly draftingPieces: DraftingPieces;
	readonly drafting: DraftingContent | null;
}

/** What a newcomer has to have written in the first month (training-and-awards §1). */
const CORE = ['onsite-inspection-record', 'rectification-order', 'penalty-decision'];
const WORKDAYS = 22;
/** How many documents an officer has written in that time. */
const FEWEST = 1;
const MOST = 3;

/**
 * The last month in the drafting room, day by day: officers write, markers mark what came in on the days before, some
 * object, some review files – all through the same use-cases as the web pages.
 */
export async function playDrafting(
	ctx: Ctx,
	officers: readonly DemoOfficer[],
	material: DraftingMaterial
): Promise<void> {
	const writers = new Map<Writer, readonly PieceFile<'task'>[]>();
	for (const { id, account, isNewcomer } of officers) {
		const random = seeded(seedOf(`demo-drafting:${account}`));
		const skill = (isNewcomer ? 0.35 : 0.55) + random() * 0.4;
		writers.set({ actor: await readActor(ctx, id), skill, random }, tasksFor(material, { isNewcomer, random }));
	}
	const days = workdaysUpTo(addDays(dayOf(ctx.now), -1), WORKDAYS);
	const plan = [...writers].flatMap(([writer, tasks]) =>
		tasks.map((task) => ({ writer, task, day: days[Math.floor(writer.random() * days.length)]! }))
	);
	const written: Written[] = [];
	for (const day of days) {
		await playMarking({ ...ctx, now: instantOf(day, '08:00') });
		const todays = plan.filter((one) => one.day === day);
		for (const { writer, task } of todays) {
			const draftId = await write(ctx, writer, { task, day, material });
			if (draftId) written.push({ actor: writer.actor, draftId });
		}
	}
	await objectToSome(ctx, written, days.at(-1)!);
	await playFileReviews(ctx, [...writers.keys()], { reviews: material.draftingPieces.review, days });
}

function tasksFor(
	{ draftingPieces: { task: all } }: DraftingMaterial,
	{ isNewcomer, random }: { isNewcomer: boolean; random: Random }
): readonly PieceFile<'task'>[] {
	const count = FEWEST + Math.floor(random() * (MOST - FEWEST + 1));
	const drawn = shuffle(all, random);
	if (!isNewcomer) return drawn.slice(0, count);
	const core = CORE.flatMap((kind) => drawn.filter(({ body }) => body.document === kind).slice(0, 1));
	return core.slice(0, 1 + Math.floor(random() * core.length));
}

interface Writing {
	readonly task: PieceFile<'task'>;
	readonly day: Day;
	readonly material: DraftingMaterial;
}

interface Written {
	readonly actor: Actor;
	readonly draftId: string;
}

const OBJECTIONS = 2;
const REASON = '评分说没有写证据编号，但第二段已经逐项对应；请对照证据清单再看一次。';

/** The newest marks that may still be objected to: two officers do. */
async function objectToSome(ctx: Ctx, written: readonly Written[], day: Day): Promise<void> {
	let raised = 0;
	for (const { actor, draftId } of [...written].reverse()) {
		if (raised === OBJECTIONS) return;
		const officer = { ...ctx, actor, now: instantOf(day, '17:30'), request: 'demo' };
		const marks = await readMarks(officer, draftId);
		if (!marks.ok || marks.value.mayObjectUntil === null) continue;
		expectDone(await raiseObjection(officer, draftId, REASON));
		raised++;
	}
}

/** @returns the draft that was handed in; null when it had been before */
async function write(
	ctx: Ctx,
	{ actor, skill, random }: Writer,
	{ task, day, material }: Writing
): Promise<string | null> {
	let millis = instantOf(day, '08:40').getTime() + Math.floor(random() * 7 * 3_600_000);
	const at = () => ({
		...ctx,
		actor,
		now: new Date((millis += 60_000 + Math.floor(random() * 600_000))),
		request: 'demo'
	});
	const id = expectDone(await startDraft(at(), task.id));
	const { row } = expectDone(await readOwnDraft(at(), id));
	if (row.submittedAt) return null;
	const kind = material.drafting!.documents.get(task.body.document)!;
	const wanted = writtenBy(skill, entriesOf(kind, task.body.model), random);
	const changes = changesBetween(row.entries, wanted);
	const half = Math.ceil(changes.length / 2);
	expectDone(await saveDraft(at(), id, changes.slice(0, half)));
	if (random() < 0.5) expectDone(await checkDraft(at(), id));
	expectDone(await saveDraft(at(), id, changes.slice(half)));
	expectDone(await submitDraft(at(), id));
	return id;
}
