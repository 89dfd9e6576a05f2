import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type PartyVerdict, partiesOf, verdictsOfCase } from '../../domain/practice-verdict.ts';
import { practiceBook } from '../practice-book.server.ts';
import * as cases from '../repository/practice-cases.server.ts';

/** A practice case as a case study on the same facts shows it; the engine is asked only when the reader has decided. */
export interface PracticeOnFacts {
	readonly title: string;
	readonly parties: readonly string[];
	verdicts(): readonly PartyVerdict[];
}

/** The practice case on the facts of a case study; null = none is shown, or it is a reference case. Stores nothing. */
export async function readPracticeOnFacts(ctx: Ctx, id: string): Promise<PracticeOnFacts | null> {
	authorise(ctx, 'discretion.calculate');
	const body = await cases.selectCurrent(ctx.db, id);
	if (!body || body.reference.length > 0) return null;
	const { title } = body;
	return {
		title,
		parties: partiesOf(body),
		verdicts: () => verdictsOfCase(body, practiceBook(body.input.jurisdiction))
	};
}

/** Titles of the practice cases that are practised now, in the order asked. */
export async function readPracticeTitles(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
	authorise(ctx, 'discretion.calculate');
	if (ids.length === 0) return [];
	const titles = await cases.selectTitles(ctx.db, ids);
	return ids.flatMap((id) => (titles.has(id) ? [{ id, title: titles.get(id)! }] : []));
}
