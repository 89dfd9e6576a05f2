import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readTraces } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, dayOf, formatDay, formatShortDay } from '#lib/shared/time.ts';
import { hiderOf } from '../../domain/marking/hide-people.ts';
import type { MarksView, ObjectionView } from '../../domain/marking/marking-view.ts';
import { OUTCOMES, lastDayToObject } from '../../domain/marking/objection.ts';
import { targetOf } from '../../domain/marking/working-day-target.ts';
import { givenSheets, guideView, labelsOf, readMaterial } from '../marked-material.server.ts';
import * as sheets from '../repository/marking-sheets.server.ts';
import { selectPiece } from '../repository/pieces.server.ts';
import { trainingTerms } from '../training-terms.server.ts';

/**
 * What people say about an own document that was handed in: nothing before all marks are in, then every sheet without the
 * names of its marker, how they were put together, and until when one may object.
 */
export async function readMarks(ctx: Ctx, draftId: string): Promise<Result<MarksView>> {
	const me = authorisePerson(ctx, 'drafting.readMarks');
	const own = isId(draftId) ? await sheets.selectOwn(me.db, draftId, me.actor.personId) : null;
	if (!own) return refuse('no-such-draft', '没有这份提交的文书。');
	const [all, results, objection, traces] = await Promise.all([
		sheets.selectMarkings(me.db, draftId),
		sheets.selectResults(me.db, draftId),
		sheets.selectObjection(me.db, draftId),
		readTraces(ctx)
	]);
	const [first] = all;
	const hider = hiderOf(traces);
	const waiting: MarksView = {
		...{ state: 'marking', words: wordsOf(all), machineScore: own.submission.score, settled: null, guide: null },
		...{ sheets: [], labels: {}, masked: hider.count(own.submission.entries), objection: null, mayObjectUntil: null }
	};
	if (!first) return ok(await withoutMarkers(me, own.draft, waiting));
	const settled = results.at(-1);
	if (!settled) return ok(waiting);
	const material = await readMaterial(me.db, own.draft, first);
	const isAnswered = objection?.answeredAt !== null;
	const answered = objection && viewObjection(objection, settled.mark);
	const until = lastDayToObject(dayOf(results[0]!.settledAt), trainingTerms().objectionWorkdays);
	const view: MarksView = {
		...{ ...waiting, state: 'settled', words: '', guide: guideView(material), labels: labelsOf(material.task.kind) },
		settled: { mark: settled.mark, reason: settled.reason, settledOn: formatDay(dayOf(settled.settledAt)) },
		sheets: givenSheets(all.filter(({ place }) => place !== 4 || isAnswered)),
		...{ objection: answered, mayObjectUntil: mayObjectUntil(me, objection, until) }
	};
	return ok(hider.hide(view));
}

type All = readonly sheets.StoredMarking[];

function wordsOf(all: All): string {
	const open = all.filter(({ mark }) => mark === null);
	if (all.length < 2) return '正在派阅卷人。';
	const { markingWorkdays } = trainingTerms();
	const days = open.map(({ assignedAt }) => targetOf(dayOf(assignedAt), markingWorkdays, dayOf(assignedAt)).due);
	const due = days.sort().at(-1);
	const until = due ? `，目标 ${formatShortDay(due)}前评完` : '';
	const isThird = all.some(({ place }) => place === 3) || open.length === 0;
	if (isThird) return `两份评分相差超过限度，由第三人评阅${until}。`;
	return `由两名阅卷人分别评阅，互不知道对方的评分，也不知道是谁写的${until}；已交 ${all.length - open.length} 份。`;
}

/** Nobody has it yet: because the task has only a formal part, or because markers are still to be drawn. */
async function withoutMarkers({ db }: SignedIn, draft: { taskId: string; taskVersion: number }, view: MarksView) {
	const task = await selectPiece(db, 'task', draft.taskId, draft.taskVersion);
	if (task?.body.guide) return view;
	return { ...view, state: 'none' as const, words: '这个任务只有机器检查的形式部分，不另由人评阅。' };
}

function mayObjectUntil({ now }: SignedIn, objection: sheets.StoredObjection | null, until: Day): string | null {
	return objection === null && dayOf(now) <= until ? formatDay(until) : null;
}

function viewObjection(one: sheets.StoredObjection, mark: number): ObjectionView {
	const { reason, raisedAt, outcome, answer, answeredAt } = one;
	return {
		...{ reason, raisedOn: formatDay(dayOf(raisedAt)) },
		answer:
			outcome && answer && answeredAt
				? { outcome: OUTCOMES[outcome], words: answer, answeredOn: formatDay(dayOf(answeredAt)), mark }
				: null
	};
}
