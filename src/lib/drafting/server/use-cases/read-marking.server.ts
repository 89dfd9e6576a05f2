import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readTraces } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay, formatShortDay } from '#lib/shared/time.ts';
import { PLACES } from '../../domain/marking/combine-marks.ts';
import { hiderOf } from '../../domain/marking/hide-people.ts';
import type { MarkingView, QueuedMarking } from '../../domain/marking/marking-view.ts';
import { describeTarget, targetOf } from '../../domain/marking/working-day-target.ts';
import { viewReport } from '../../domain/report-view.ts';
import { viewSheet } from '../../domain/sheet-view.ts';
import { viewTask } from '../../domain/task-view.ts';
import { givenSheets, guideView, readMaterial } from '../marked-material.server.ts';
import * as sheets from '../repository/marking-sheets.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';
import { trainingTerms } from '../training-terms.server.ts';
import { assignMarkers } from './assign-markers.server.ts';

export interface MarkingQueue {
	readonly open: readonly QueuedMarking[];
	readonly given: readonly QueuedMarking[];
	readonly overdue: number;
	/** Working days in which a document should be marked. */
	readonly workdays: number;
}

/** What waits for this marker, first what is due first, and what was marked before. New documents are drawn for on the way. */
export async function readMarkingQueue(ctx: Ctx): Promise<MarkingQueue> {
	const me = authorisePerson(ctx, 'drafting.mark');
	await assignMarkers(ctx);
	const rows = await sheets.selectQueue(me.db, me.actor.personId);
	const { markingWorkdays } = trainingTerms();
	const { documents } = ruleBookOf('default');
	const today = dayOf(ctx.now);
	const all = rows.map((row): QueuedMarking => {
		const target = targetOf(dayOf(row.assignedAt), markingWorkdays, today);
		return {
			...{ id: row.id, title: row.title, documentTitle: documents.get(row.document)?.title ?? row.document },
			...{ isSecondLook: row.place === 4, due: formatShortDay(target.due), dueWords: describeTarget(target) },
			...{ isOverdue: target.isOverdue && row.givenAt === null, isBegun: row.savedAt !== null, mark: row.mark },
			givenOn: row.givenAt && formatShortDay(dayOf(row.givenAt))
		};
	});
	const open = all.filter(({ mark }) => mark === null);
	const given = all.filter(({ mark }) => mark !== null);
	return { open, given, overdue: open.filter(({ isOverdue }) => isOverdue).length, workdays: markingWorkdays };
}

/**
 * A document for its marker. Names, accounts, certificate numbers and units are masked in the whole answer, and no id in it
 * belongs to the document or its author.
 */
export async function readMarking(ctx: Ctx, id: string): Promise<Result<MarkingView>> {
	const { db, actor, now } = authorisePerson(ctx, 'drafting.mark');
	const row = isId(id) ? await sheets.selectMarking(db, id, actor.personId) : null;
	if (!row) return refuse('no-such-marking', '没有这份待阅的文书，可能已经转给别人。');
	const { marking, draft, submission } = row;
	const [material, all, results, objection, traces] = await Promise.all([
		readMaterial(db, draft, marking),
		sheets.selectMarkings(db, draft.id),
		sheets.selectResults(db, draft.id),
		sheets.selectObjection(db, draft.id),
		readTraces(ctx)
	]);
	const hider = hiderOf(traces);
	const { task } = material;
	const target = targetOf(dayOf(marking.assignedAt), trainingTerms().markingWorkdays, dayOf(now));
	const isSecondLook = marking.place === 4;
	const result = isSecondLook ? results[0] : results.at(-1);
	const maySeeOthers = isSecondLook || (marking.mark !== null && result !== undefined);
	const { levels, comments, savedAt, mark } = marking;
	const view: MarkingView = {
		...{ id, placeLabel: isSecondLook ? PLACES[4] : '阅卷', due: formatDay(target.due) },
		...{ dueWords: describeTarget(target), isOverdue: target.isOverdue && mark === null },
		...{ task: viewTask(task), documentTitle: task.kind.title, guide: guideView(material) },
		...{ rows: viewSheet(task.form, submission.entries), report: viewReport(submission.report, task.kind) },
		...{ masked: hider.count(submission.entries), sheet: { levels, comments }, mark },
		savedAt: savedAt && `${formatShortDay(dayOf(savedAt))} ${clockOf(savedAt)}`,
		others: maySeeOthers ? givenSheets(all.filter((one) => one.id !== id && one.place !== 4)) : [],
		settled: maySeeOthers && result ? { mark: result.mark, reason: result.reason } : null,
		objection:
			isSecondLook && objection ? { reason: objection.reason, raisedOn: formatDay(dayOf(objection.raisedAt)) } : null
	};
	return ok(hider.hide(view));
}
