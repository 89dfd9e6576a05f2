import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type ChangedBasis, noteForCase } from '#lib/law/domain/basis.ts';
import { readChangedBasis, recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
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

type Changed = ReadonlyMap<string, ChangedBasis>;

/** @param changed the cases whose law has changed: their cards say so */
export function toCard(row: repository.CardRow, isReader: boolean, changed: Changed) {
	const { answered, checkpoints, areas, ...rest } = row;
	const basis = changed.get(row.id);
	const basisNote = basis ? noteForCase(basis, row.asOf) : null;
	return { ...rest, areas: areas as Area[], progress: isReader ? { answered, checkpoints } : null, basisNote };
}

/** What legal review took out is off the shelf; who has its address can still read it. */
export const isOnShelf = ({ id }: { id: string }, changed: Changed) => changed.get(id)?.standing !== 'retired';
export type CaseCard = ReturnType<typeof toCard>;

/** All published cases that fit the filter; empty words filter nothing. */
export async function readCases(ctx: Ctx, filter: CaseFilter) {
	authorise(ctx, 'cases.readCases');
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const [stored, changed] = await Promise.all([
		repository.selectCards(ctx.db, isReader ? ctx.actor!.personId : null),
		readChangedBasis(ctx, 'case')
	]);
	const rows = stored.filter((row) => isOnShelf(row, changed));
	const words = filter.query.normalize('NFKC').trim();
	const fits = (row: repository.CardRow) =>
		(!filter.polarity || row.polarity === filter.polarity) &&
		(!filter.area || row.areas.includes(filter.area)) &&
		(!filter.industry || row.industry === filter.industry) &&
		(!words || row.title.includes(words) || row.lead.includes(words));
	return {
		cases: rows.filter(fits).map((row) => toCard(row, isReader, changed)),
		...{ counts: { all: rows.length }, filter }
	};
}

/** The case that a reader should go on with, or start next; null when all are read. */
export async function readNextCase(ctx: Ctx): Promise<CaseCard | null> {
	const { actor } = authorisePerson(ctx, 'cases.answerCheckpoint');
	const changed = await recallChangedBasis(ctx, 'case');
	const offShelf = [...changed.keys()].filter((id) => !isOnShelf({ id }, changed));
	const row = await repository.selectNextCard(ctx.db, actor.personId, offShelf);
	return row && toCard(row, true, changed);
}

/** Hits for the search box of whoever may read cases. */
export async function findCases(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'cases.readCases');
	const [rows, changed] = await Promise.all([
		repository.findCases(ctx.db, containing(query), limit),
		recallChangedBasis(ctx, 'case')
	]);
	return rows
		.filter((row) => isOnShelf(row, changed))
		.map(({ id, title, lead }) => ({ title, path: `/cases/${id}`, excerpt: lead }));
}
