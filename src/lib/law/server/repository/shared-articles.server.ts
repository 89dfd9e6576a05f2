import { and, eq } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { citation } from '#db/schema/law.ts';
import { citingPiece } from '#db/schema/law-currency.ts';
import type { CitingKind } from '../../domain/citing.ts';
import { IS_SHOWN } from './citations.server.ts';

interface SharingRow {
	readonly id: string;
	readonly weight: number;
	readonly articles: { law: string; title: string; article: string }[];
}

const readSharing = statement<SharingRow>(`
	with own as (
		select distinct c.law_id, c.article from citation c
		join citing_piece p on p.kind = c.kind and p.piece_id = c.piece_id and p.version = c.piece_version
		where c.kind = $1 and c.piece_id = $2
	), shared as (
		select distinct c.piece_id, c.law_id, c.article from own
		join citation c on c.law_id = own.law_id and c.article = own.article and c.kind = $1 and c.piece_id <> $2
		join citing_piece p on p.kind = c.kind and p.piece_id = c.piece_id and p.version = c.piece_version
	), rarity as (
		select law_id, article, 1.0 / count(*) as weight from shared group by law_id, article
	)
	select s.piece_id as id, sum(r.weight)::float8 as weight,
		json_agg(json_build_object('law', l.id, 'title', l.title, 'article', s.article) order by r.weight desc, l.id, s.article) as articles
	from shared s
	join rarity r on r.law_id = s.law_id and r.article = s.article
	join law l on l.id = s.law_id
	group by s.piece_id
	order by sum(r.weight) desc, s.piece_id
	limit $3`);

export const selectSharing = (db: Db, kind: CitingKind, id: string, limit: number): Promise<SharingRow[]> =>
	readSharing(db, [kind, id, limit]);

export async function selectCitingIds(
	db: Db,
	kind: CitingKind,
	lawId: string,
	article: string | null
): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: citation.pieceId })
		.from(citation)
		.innerJoin(citingPiece, IS_SHOWN)
		.where(
			and(
				eq(citation.kind, kind),
				eq(citation.lawId, lawId),
				article === null ? undefined : eq(citation.article, article)
			)
		);
	return rows.map(({ id }) => id);
}

const readCitedMost = statement<{ law: string; title: string; article: string; count: number }>(`
	select l.id as law, l.title, c.article, count(distinct c.piece_id)::int as count
	from citation c
	join citing_piece p on p.kind = c.kind and p.piece_id = c.piece_id and p.version = c.piece_version
	join law l on l.id = c.law_id
	where c.kind = $1
	group by l.id, l.title, c.article
	order by count desc, l.id, c.article
	limit $2`);

export const selectCitedMost = (db: Db, kind: CitingKind, limit: number) => readCitedMost(db, [kind, limit]);
