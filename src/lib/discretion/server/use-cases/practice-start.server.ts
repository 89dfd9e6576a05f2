import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { render } from '#lib/platform/markdown.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { generateCase } from '../../domain/generate/generate-case.ts';
import { CASE_LEVELS, type CaseBody, type CaseLevel } from '../../domain/practice-case.ts';
import { numberOfQuarter, quarterOf } from '../../domain/quarter.ts';
import { benchmarkName, practiceBook } from '../practice-book.server.ts';
import * as attempts from '../repository/practice-attempts.server.ts';
import * as cases from '../repository/practice-cases.server.ts';

/** Begins a case, or finds the attempt at it that is still open. @returns the attempt's id */
export async function startCase(ctx: Ctx, caseId: string): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'discretion.practise');
	const shown = (await cases.selectShown(ctx.db)).find(({ id }) => id === caseId);
	if (!shown) return refuse('no-such-case', '没有这个案例。');
	if (shown.reference.length > 0) return refuse('reference-only', '这是基准案例，在“一致性”里按季度作答。');
	return ok(await begin(me, { mode: 'practice', ...(await authored(ctx, shown)) }));
}

/** Begins a reference case of this quarter; each once a quarter. @returns the attempt's id */
export async function startReference(ctx: Ctx, caseId: string): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'discretion.practise');
	const quarter = quarterOf(dayOf(ctx.now));
	const shown = (await cases.selectShown(ctx.db)).find(({ id }) => id === caseId);
	if (!shown?.reference.includes(numberOfQuarter(quarter))) {
		return refuse('no-such-case', '这个案例不是本季度的基准案例。');
	}
	return ok(await begin(me, { mode: 'reference', quarter, ...(await authored(ctx, shown)) }));
}

/** Draws a new case of a level, or finds the one that is still open. @returns the attempt's id */
export async function startGenerated(ctx: Ctx, level: number): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'discretion.practise');
	if (!CASE_LEVELS.includes(level as CaseLevel)) return refuse('no-such-level', '难度为 1 至 5。');
	const book = practiceBook('default');
	const { case: drawn, version } = generateCase(ctx.seed, level as CaseLevel, book);
	const html = (text: string) => render(text, drawn.input.decidedOn).html;
	const generated: CaseBody = {
		...{ ...drawn, reference: [], storyHtml: html(drawn.story), lessonHtml: html(drawn.lesson) }
	};
	const source = { seed: ctx.seed, generatorVersion: version, generated };
	return ok(await begin(me, { mode: 'practice', level, ...source, benchmark: benchmarkName(book) }));
}

async function authored(ctx: Ctx, { id, version, level }: cases.ShownCase) {
	const body = await cases.selectCase(ctx.db, id, version);
	const benchmark = benchmarkName(practiceBook(body!.input.jurisdiction));
	return { caseId: id, caseVersion: version, level, benchmark };
}

type Begun = Omit<attempts.NewAttempt, 'id' | 'officerId' | 'startedAt'>;

const begin = ({ db, now, actor }: SignedIn, begun: Begun): Promise<string> =>
	attempts.insertAttempt(db, { id: newId(now), officerId: actor.personId, startedAt: now, ...begun });
