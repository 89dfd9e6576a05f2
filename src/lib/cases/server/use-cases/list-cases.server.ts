import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type ChangedBasis, noteForCase } from '#lib/law/domain/basis.ts';
import { recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { findCitingIds, readCitedMost } from '#lib/law/server/use-cases/shared-articles.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatArticle } from '#lib/shared/citation.ts';
import { containing } from '#lib/shared/like.ts';
import type { Area } from '#lib/shared/piece.ts';
import type { CaseFilter } from '../../domain/case-filter.ts';
import { KeptBriefly } from '../repository/kept-briefly.server.ts';
import * as repository from '../repository.server.ts';
import * as list from '../repository/list.server.ts';

type Changed = ReadonlyMap<string, ChangedBasis>;

/** @param changed the cases whose law has changed: their cards say so */
export function toCard(row: list.CardRow, isReader: boolean, changed: Changed) {
	const { answered, checkpoints, areas, ...rest } = row;
	const basis = changed.get(row.id);
	const basisNote = basis ? noteForCase(basis, row.asOf) : null;
	return { ...rest, areas: areas as Area[], progress: isReader ? { answered, checkpoints } : null, basisNote };
}

/** What legal review took out is off the shelf; who has its address can still read it. */
export const isOnShelf = ({ id }: { id: string }, changed: Changed) => changed.get(id)?.standing !== 'retired';
export type CaseCard = ReturnType<typeof toCard>;

const PAGE = 20;
/** How many articles the list offers to narrow by. */
const ARTICLES = 40;
const citedMost = new KeptBriefly<Awaited<ReturnType<typeof readCitedMost>>>(300, 1);

/** One page of the published cases that fit the filter, with how many each filter would leave. */
export async function readCases(ctx: Ctx, filter: CaseFilter) {
	authorise(ctx, 'cases.readCases');
	const isReader = mayRun(ctx.actor, 'cases.answerCheckpoint');
	const changed = await recallChangedBasis(ctx, 'case');
	const [citing, articles] = await Promise.all([
		findCiting(ctx, filter.article),
		citedMost.get(ctx.db, '', () => readCitedMost(ctx, 'case', ARTICLES))
	]);
	const { rows, all, counts } = await list.selectList(ctx.db, {
		...{ filter, citing, personId: isReader ? ctx.actor!.personId : null },
		...{ offShelf: offShelf(changed), size: PAGE }
	});
	return {
		cases: rows.map((row) => toCard(row, isReader, changed)),
		...{ all, counts, filter, isReader, pages: Math.max(1, Math.ceil(all / PAGE)) },
		articles: articles.map(({ law, lawTitle, article, count }) => {
			return { value: `${law}/${article}`, label: lawTitle + formatArticle(article), count };
		})
	};
}

async function findCiting(ctx: Ctx, wanted: string): Promise<string[] | null> {
	if (wanted === '') return null;
	const [law = '', article = null] = wanted.split('/');
	return findCitingIds(ctx, 'case', law, article);
}

const offShelf = (changed: Changed) => [...changed.keys()].filter((id) => !isOnShelf({ id }, changed));

/** The case that a reader should go on with, or start next; null when all are read. */
export async function readNextCase(ctx: Ctx): Promise<CaseCard | null> {
	const { actor } = authorisePerson(ctx, 'cases.answerCheckpoint');
	const changed = await recallChangedBasis(ctx, 'case');
	const row = await list.selectNextCard(ctx.db, actor.personId, offShelf(changed));
	return row && toCard(row, true, changed);
}

/** Titles of the cases that are shown now, by id. */
export async function readCaseTitles(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
	authorise(ctx, 'cases.readCases');
	return ids.length === 0 ? new Map() : repository.selectTitles(ctx.db, ids);
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
