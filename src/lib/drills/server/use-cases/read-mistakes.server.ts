import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { idsSetAside, noteForItem } from '#lib/law/domain/basis.ts';
import { recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { describeAnswer, describeKey } from '../../domain/describe-answer.ts';
import type { Task } from '../../domain/item.ts';
import { DRILL_KINDS, type DrillKind } from '../../domain/kinds.ts';
import { markAnswer } from '../../domain/mark.ts';
import * as recordRepository from '../repository/record.server.ts';

const PAGE_SIZE = 10;

/** The mistakes book: questions whose last answer was not fully right, with what was answered, the key and the reasons. */
export async function readMistakes(ctx: Ctx, filter: DrillKind | null, wantedPage: number) {
	const { actor } = authorisePerson(ctx, 'drills.readOwnRecord');
	const changed = await recallChangedBasis(ctx, 'item');
	const aside = idsSetAside(changed);
	const summary = await recordRepository.selectSummary(ctx.db, actor.personId, dayOf(ctx.now), aside);
	const kinds = summary
		.filter(({ mistakes }) => mistakes > 0)
		.map(({ kind, mistakes }) => ({ kind, label: DRILL_KINDS[kind], count: mistakes }));
	const total = kinds.filter(({ kind }) => filter === null || kind === filter).reduce((sum, one) => sum + one.count, 0);
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const page = Math.min(Math.max(1, wantedPage), pages);
	const rows = await recordRepository.selectMistakes(ctx.db, actor.personId, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
	const cited = await readCited(
		ctx,
		rows.flatMap(({ body }) => body.citations)
	);
	let at = 0;
	const mistakes = rows.map(({ answer, title, kind, body }) => {
		const citations = cited.slice(at, at + body.citations.length);
		at += body.citations.length;
		const { reasons } = markAnswer(body.task, answer.answer);
		const basis = changed.get(answer.itemId);
		return {
			...{ itemId: answer.itemId, title, kind, kindLabel: DRILL_KINDS[kind], mark: answer.mark, setId: answer.setId },
			...{ answeredOn: dayOf(answer.answeredAt), stem: body.stem, explanation: body.explanation, citations },
			...{ given: describeAnswer(body.task, answer.answer), key: describeKey(body.task) },
			basisNote: basis ? noteForItem(basis, body.asOf) : null,
			reasons: reasons.map(({ at: place, text, right }) => ({ about: describePlace(body.task, place), text, right }))
		};
	});
	return { mistakes, kinds, filter, page, pages };
}

/** The option that a reason is about, in words; null where it is about the whole answer. */
function describePlace(task: Task, place: string): string | null {
	return 'options' in task ? (task.options.find(({ key }) => key === place)?.text ?? null) : null;
}
