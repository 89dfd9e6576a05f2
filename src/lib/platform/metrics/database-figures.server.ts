import type { Database } from '#db/connect.ts';
import type { Figure } from './measure-bus.server.ts';

/** What the database knows of an installation: few, and each by an index or a small table. */
export async function measureDatabase(
	{ sql }: Pick<Database, 'sql'>,
	{ pool, now }: { readonly pool: number; readonly now: Date }
): Promise<readonly Figure[]> {
	const at = now.toISOString();
	const begun = performance.now();
	const [[row], connections] = await Promise.all([
		sql<{ sessions: number; migrations: number; backup: number | null; waiting: number; dead: number }[]>`
			select (select count(*)::int from session where expires_at > ${at}) as sessions,
				(select count(*)::int from drizzle.__drizzle_migrations) as migrations,
				(select extract(epoch from ${at}::timestamptz - max(at))::float8 from audit_entry where use_case = 'platform.backUp') as backup,
				(select count(*)::int from mail_outbox where sent_at is null and dead_at is null) as waiting,
				(select count(*)::int from mail_outbox where dead_at > ${at}::timestamptz - interval '1 day') as dead`,
		sql<{ state: string; count: number }[]>`
			select coalesce(state, 'unknown') as state, count(*)::int as count from pg_stat_activity
			where datname = current_database() and backend_type = 'client backend' group by 1`
	]);
	const { sessions, migrations, backup, waiting, dead } = row!;
	return [
		{ name: 'leitai_sessions', help: 'Sessions that have not expired', value: sessions },
		{ name: 'leitai_migrations_applied', help: 'Migrations that the database has', value: migrations },
		{ name: 'leitai_backup_age_seconds', help: 'Since the last leitai backup; absent before the first', value: backup },
		{ name: 'leitai_mail_waiting', help: 'Letters that wait for a try', value: waiting },
		{ name: 'leitai_mail_given_up', help: 'Letters given up in the last day', value: dead },
		{ name: 'leitai_database_pool_size', help: 'Connections that this node may open', value: pool },
		...connections.map(({ state, count }) => ({
			...{ name: 'leitai_database_connections', help: 'Connections to the database, of all nodes', labels: { state } },
			value: count
		})),
		{
			...{ name: 'leitai_database_answer_seconds', help: 'How long the database took for these figures' },
			value: (performance.now() - begun) / 1000
		}
	];
}
