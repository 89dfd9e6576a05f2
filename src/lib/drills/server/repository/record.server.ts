import { and, asc, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { drillAnswer, drillSet, item, itemVersion, memoryCard } from '#db/schema/drills.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { DrillKind } from '../../domain/kinds.ts';

/** The daily sets since a day; answers are only counted for the set of `today`. */
export function selectDailySince(db: Db, officerId: string, since: string, today: string) {
	return readDailySince(db, [officerId, since, today]);
}

const readDailySince = statement<{
	id: string;
	day: string;
	finished: boolean;
	size: number;
	answered: number;
	mean: number | null;
}>(`
	select s.id, s.day::text, s.finished_at is not null as finished, jsonb_array_length(s.picks) as size, a.answered, a.mean
	from drill_set s
	left join lateral (select count(*)::int as answered, round(avg(mark))::int as mean from drill_answer
		where set_id = s.id and s.day = $3::date) a on true
	where s.officer_id = $1 and s.kind = 'daily' and s.day >= $2::date`);

export function selectRecentSets(db: Db, officerId: string, limit: number) {
	return db
		.select({
			id: drillSet.id,
			kind: drillSet.kind,
			day: drillSet.day,
			finished: sql<boolean>`${drillSet.finishedAt} is not null`,
			size: sql<number>`jsonb_array_length(${drillSet.picks})`,
			answered: sql<number>`(select count(*)::int from drill_answer a where a.set_id = ${drillSet.id})`,
			mark: sql<number | null>`(select round(avg(a.mark))::int from drill_answer a where a.set_id = ${drillSet.id})`
		})
		.from(drillSet)
		.where(eq(drillSet.officerId, officerId))
		.orderBy(desc(drillSet.startedAt))
		.limit(limit);
}

/** Items whose last answer was not fully right, newest first. */
export function selectMistakes(db: Db, officerId: string, kind: DrillKind | null, limit: number, offset: number) {
	return db
		.select({ answer: drillAnswer, title: itemVersion.title, kind: itemVersion.kind, body: itemVersion.body })
		.from(memoryCard)
		.innerJoin(item, eq(item.id, memoryCard.itemId))
		.innerJoin(
			drillAnswer,
			and(eq(drillAnswer.setId, memoryCard.lastSetId), eq(drillAnswer.position, memoryCard.lastPosition))
		)
		.innerJoin(
			itemVersion,
			and(eq(itemVersion.id, drillAnswer.itemId), eq(itemVersion.version, drillAnswer.itemVersion))
		)
		.where(
			and(
				eq(memoryCard.officerId, officerId),
				lt(memoryCard.lastMark, 100),
				isNotNull(item.currentVersion),
				kind === null ? undefined : eq(itemVersion.kind, kind)
			)
		)
		.orderBy(desc(memoryCard.lastReview), asc(memoryCard.itemId))
		.limit(limit)
		.offset(offset);
}

/**
 * Per kind: questions in the bank, seen ones and reviews due by the end of `today` without those that are set aside; mean
 * last mark and wrong ones of all.
 */
export async function selectSummary(db: Db, officerId: string, today: string, aside: readonly string[]) {
	const rows = await readSummary(db, [officerId, `${today}T23:59:59.999+08:00`, aside.join(' ')]);
	return rows.map((row) => ({ ...row }));
}

const readSummary = statement<{
	kind: DrillKind;
	items: number;
	seen: number;
	mean: number | null;
	due: number;
	mistakes: number;
}>(`
	select i.kind, count(*) filter (where not a.aside)::int as items, count(c.item_id) filter (where not a.aside)::int as seen,
		round(avg(c.last_mark))::int as mean, count(*) filter (where (c.due <= $2 or p.item_id is not null) and not a.aside)::int as due,
		count(*) filter (where c.last_mark < 100)::int as mistakes
	from item i
	cross join lateral (select i.id = any(string_to_array($3, ' ')) as aside) a
	left join memory_card c on c.item_id = i.id and c.officer_id = $1
	left join drill_prompt p on p.item_id = i.id and p.officer_id = $1 and p.prompted_at > coalesce(c.last_review, '-infinity')
	where i.current_version is not null
	group by i.kind`);

/** Every question that may be drawn and that the officer answered, as answered last, with what its present version cites. */
export function selectLastAnswers(db: Db, officerId: string) {
	return readLastAnswers(db, [officerId]);
}

const readLastAnswers = statement<{
	itemId: string;
	kind: DrillKind;
	mark: number;
	citations: readonly ResolvedCitation[];
}>(`
	select c.item_id as "itemId", v.kind, c.last_mark as mark, v.body->'citations' as citations
	from memory_card c
	join item i on i.id = c.item_id
	join item_version v on v.id = i.id and v.version = i.current_version
	where c.officer_id = $1`);
