import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { containing } from '#lib/shared/like.ts';
import type { Area } from '#lib/shared/piece.ts';
import * as repository from '../repository.server.ts';

export interface CaseFilter {
	readonly polarity: string;
	readonly area: string;
	readonly industry: string;
	readonly query: string;
}

export function toCard({ answered, checkpoints, areas, ...rest }: repository.CardRow, isReader: boolean) {
	return { ...rest, areas: areas as Area[], progress: isReader ? { answered, checkpoints } : null };
}
export type CaseCard = ReturnType<typeof toCard>;

/** All published cases that fit the filter; empty words filter nothing. */
export async function readCases(ctx: Ctx, filter: CaseFilter) {
	authorise(ctx, 'cases.readCases');
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const rows = await repository.selectCards(ctx.db, isReader ? ctx.actor!.personId : null);
	const words = filter.query.normalize('NFKC').trim();
	const fits = (row: repository.CardRow) =>
		(!filter.polarity || row.polarity === filter.polarity) &&
		(!filter.area || row.areas.includes(filter.area)) &&
		(!filter.industry || row.industry === filter.industry) &&
		(!words || row.title.includes(words) || row.lead.includes(words));
	return { cases: rows.filter(fits).map((row) => toCard(row, isReader)), counts: { all: rows.length }, filter };
}

/** The three newest cases for the public front page. */
export async function readFrontCases(ctx: Ctx) {
	const { cases } = await readCases(ctx, { polarity: '', area: '', industry: '', query: '' });
	return { cases: cases.slice(0, 3), count: cases.length };
}

/** The case that a reader should go on with, or start next; null when all are read. */
export async function readNextCase(ctx: Ctx): Promise<CaseCard | null> {
	const { actor } = authorisePerson(ctx, 'cases.answerCheckpoint');
	const row = await repository.selectNextCard(ctx.db, actor.personId);
	return row && toCard(row, true);
}

/** Hits for the search box. */
export async function findCases(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'search.find');
	const rows = await repository.findCases(ctx.db, containing(query), limit);
	return rows.map(({ id, title, lead }) => ({ title, path: `/cases/${id}`, excerpt: lead }));
}
