import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import type { ItemType, Task } from '#lib/drills/domain/item.ts';
import type { Address } from './cluster.ts';

/** The morning on which every story begins (Asia/Shanghai, a Friday); the demo's history ends the day before. */
export const DEMO_CLOCK = '2026-11-20T09:00';

interface Source {
	readonly cluster: Address;
	readonly template: string;
}

const VARIABLE = 'STORY_DATABASE';

/** Leaves for the workers of Playwright, which inherit the environment, where to copy the demo bureau from. */
export function handOver(source: Source): void {
	process.env[VARIABLE] = JSON.stringify(source);
}

export function handedOver(): Source {
	const text = process.env[VARIABLE];
	if (!text) throw new Error('the stories’ global set-up has not run');
	return JSON.parse(text) as Source;
}

/** A question as its author knows it. */
export interface KnownItem {
	readonly title: string;
	readonly task: Task;
}

/** The questions of a set by position, with their keys: what an officer does not see before the answer. */
export async function readKeys(sql: postgres.Sql, setId: string): Promise<KnownItem[]> {
	return sql<KnownItem[]>`
		select v.title, v.body->'task' as task
		from drill_set s
			cross join jsonb_array_elements(s.picks) with ordinality as p(pick, place)
			join item_version v on v.id = p.pick->>'id' and v.version = (p.pick->>'version')::int
		where s.id = ${setId} order by p.place`;
}

/** A practice set with one question of each of these types, so that a story meets just them. @returns its id */
export async function drawTypes(sql: postgres.Sql, account: string, types: readonly ItemType[]): Promise<string> {
	const id = randomUUID();
	await sql`
		insert into drill_set (id, officer_id, kind, day, picks, seed, started_at)
		select ${id}, p.id, 'kind', ${DEMO_CLOCK.slice(0, 10)}, (
			select jsonb_agg(jsonb_build_object('id', one.id, 'version', one.version, 'why', 'new') order by t.place)
			from unnest(${types as string[]}::text[]) with ordinality as t(type, place)
				cross join lateral (
					select v.id, v.version from item_version v join item i on i.id = v.id and i.current_version = v.version
					where v.type = t.type order by v.id offset t.place limit 1
				) as one
		), 1, ${`${DEMO_CLOCK}:00+08:00`}
		from person p where p.account = ${account}`;
	return id;
}

/** How many answers of a set are stored. */
export async function countAnswers(sql: postgres.Sql, setId: string): Promise<number> {
	const [row] = await sql<{ count: number }[]>`select count(*)::int as count from drill_answer where set_id = ${setId}`;
	return row!.count;
}

/** A published case that nobody called `account` has answered in. */
export async function findUnreadCase(sql: postgres.Sql, account: string): Promise<string> {
	const [row] = await sql<{ id: string }[]>`
		select c.id from case_study c
		where c.current_version is not null and not exists (
			select from checkpoint_answer a join person p on p.id = a.person_id where a.case_id = c.id and p.account = ${account}
		) order by c.id limit 1`;
	if (!row) throw new Error(`${account} has read every case`);
	return row.id;
}
