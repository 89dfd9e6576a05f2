import { type Db, statement } from '#db/connect.ts';
import type { Polarity } from '../../domain/case.ts';
import type { CaseFilter } from '../../domain/case-filter.ts';

/** What a list shows of a case; the text stays in the database. */
export interface CardRow {
	readonly id: string;
	readonly title: string;
	readonly lead: string;
	readonly polarity: Polarity;
	readonly industry: string;
	readonly areas: string[];
	readonly asOf: string;
	readonly difficulty: number;
	readonly minutes: number;
	readonly checkpoints: number;
	/** Gates that the reader has passed. */
	readonly answered: number;
}

const CARD = `v.id, v.title, v.lead, v.polarity, v.industry, v.areas, v.as_of::text as "asOf", v.difficulty, v.minutes, v.checkpoints`;

export interface Wanted {
	readonly filter: CaseFilter;
	/** Null = a visitor without progress. */
	readonly personId: string | null;
	/** Ids that are off the shelf. */
	readonly offShelf: readonly string[];
	/** Ids that cite the wanted article; null = no article is wanted. */
	readonly citing: readonly string[] | null;
	readonly size: number;
}

export interface Listed {
	readonly rows: CardRow[];
	readonly all: number;
	/** For each filter what each of its values would leave, under the other filters. */
	readonly counts: Record<string, Record<string, number>>;
}

/** One filter with what it is compared with, as a condition over the cards. */
const FACETS = { polarity: 'polarity', industry: 'industry', difficulty: 'difficulty::text', state: 'state' } as const;
const CONDITIONS = {
	polarity: `($2 = '' or polarity = $2)`,
	industry: `($3 = '' or industry = $3)`,
	area: `($4 = '' or $4 = any(areas))`,
	difficulty: `($5 = '' or difficulty::text = $5)`,
	state: `($6 = '' or state = $6)`
} as const;
const without = (own: keyof typeof CONDITIONS) =>
	Object.entries(CONDITIONS)
		.filter(([name]) => name !== own)
		.map(([, condition]) => condition)
		.join(' and ');
const counted = (name: keyof typeof CONDITIONS, value: string, from = 'groups') =>
	`select '${name}', ${value}, sum(cases) from ${from} where ${without(name)} group by 2`;
const FITS = Object.values(CONDITIONS).join(' and ');
const ORDER = `case $11 when 'easy' then w.difficulty when 'short' then w.minutes end, w.as_of desc, w.id`;

const readList = statement<Listed & { readonly rows: CardRow[] | null }>(`
	with found as materialized (
		select v.id, v.version, v.polarity, v.industry, v.areas, v.as_of, v.difficulty, v.minutes,
			coalesce(a.answered, 0)::int as answered,
			case when coalesce(a.answered, 0) >= v.checkpoints and v.checkpoints > 0 then 'read'
				when a.answered > 0 or p.block > 0 then 'begun' else 'unread' end as state
		from case_study s
		join case_version v on v.id = s.id and v.version = s.current_version
		left join (select case_id, case_version, count(*) as answered from checkpoint_answer where person_id = $1::uuid group by 1, 2) a
			on a.case_id = v.id and a.case_version = v.version
		left join case_place p on p.person_id = $1::uuid and p.case_id = v.id
		where s.id <> all(string_to_array($7, ' '))
			and ($8::boolean or s.id in (select unnest(string_to_array($9, ' '))))
			and ($10 = '' or v.title ilike $10 or v.lead ilike $10)
	), groups as materialized (
		select polarity, industry, areas, difficulty, state, count(*) as cases from found group by 1, 2, 3, 4, 5
	), counts (facet, value, count) as (
		${Object.entries(FACETS)
			.map(([name, value]) => counted(name as keyof typeof FACETS, value))
			.join(' union all ')}
		union all ${counted('area', 'area', 'groups cross join unnest(areas) area')}
		union all select 'all', 'all', coalesce(sum(cases), 0) from groups where ${FITS}
	)
	select (select count from counts where facet = 'all')::int as "all",
		(select json_object_agg(facet, of) from (select facet, json_object_agg(value, count) as of from counts group by facet) f) as counts,
		(select json_agg(page) from (
			select ${CARD}, w.answered from (
				select * from found w where ${FITS} order by ${ORDER} limit $12::int offset $13::int
			) w join case_version v using (id, version) order by ${ORDER}) page) as rows`);

/** One page of the list, with how many there are under each filter. */
export async function selectList(db: Db, { filter, personId, offShelf, citing, size }: Wanted): Promise<Listed> {
	const { polarity, industry, area, difficulty, state, sort, page } = filter;
	const pattern = filter.query === '' ? '' : `%${filter.query.replace(/[\\%_]/g, '\\$&')}%`;
	const [row] = await readList(db, [
		...[personId, polarity, industry, area, difficulty, state, offShelf.join(' ')],
		...[citing === null, (citing ?? []).join(' '), pattern, sort, size, (page - 1) * size]
	]);
	return { rows: row?.rows ?? [], all: row?.all ?? 0, counts: row?.counts ?? {} };
}

interface KinWanted {
	readonly id: string;
	readonly areas: readonly string[];
	/** Ids that share articles, best first. */
	readonly sharing: readonly string[];
}
const KIN = 40;

const readKin = statement<Omit<CardRow, 'answered'>>(`
	select ${CARD}
	from case_study s
	join case_version v on v.id = s.id and v.version = s.current_version
	where s.id <> $1 and (s.id = any(string_to_array($2, ' ')) or v.areas && string_to_array($3, ' '))
	order by s.id = any(string_to_array($2, ' ')) desc, v.as_of desc, v.id
	limit ${KIN}`);

/** Cases that share articles or an area with one. */
export const selectKin = (db: Db, { id, sharing, areas }: KinWanted): Promise<Omit<CardRow, 'answered'>[]> =>
	readKin(db, [id, sharing.join(' '), areas.join(' ')]);

const readNextCard = statement<CardRow>(`
	select ${CARD}, a.answered
	from case_study s
	join case_version v on v.id = s.id and v.version = s.current_version
	join lateral (select count(*)::int as answered from checkpoint_answer
		where person_id = $1 and case_id = v.id and case_version = v.version) a on a.answered < v.checkpoints
	where v.id <> all(string_to_array($2, ' '))
	order by a.answered = 0, v.as_of desc, v.id
	limit 1`);

/** The newest case that the reader has not finished; one that was begun comes first. @param except ids that are off the shelf */
export async function selectNextCard(db: Db, personId: string, except: readonly string[]): Promise<CardRow | null> {
	const [row] = await readNextCard(db, [personId, except.join(' ')]);
	return row ?? null;
}
