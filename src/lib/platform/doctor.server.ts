import type { Database } from '#db/connect.ts';
import type { Environment } from '#lib/shared/environment.ts';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stateFolder } from './database.server.ts';
import { readMigrations } from './migrate.server.ts';

/** One thing that was looked at. `warn` = goes on working, but somebody should see to it. */
export interface Finding {
	readonly check: string;
	readonly state: 'ok' | 'warn' | 'fail';
	readonly text: string;
}

const OLDEST_POSTGRES = 15;
const LEAST_FREE = 1024 ** 3;
const CLOCK_SECONDS = 5;
const BACKUP_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;

const ok = (check: string, text: string): Finding => ({ check, state: 'ok', text });
const warn = (check: string, text: string): Finding => ({ check, state: 'warn', text });
const fail = (check: string, text: string): Finding => ({ check, state: 'fail', text });

/** Looks at everything that an installation rests on; changes no data. @param now of the machine, not of a set clock */
export async function examine({ sql }: Pick<Database, 'sql'>, environment: Environment, now: Date): Promise<Finding[]> {
	const findings = [await examineDisk(environment), ...examineMetrics(environment)];
	try {
		findings.push(...(await examineServer(sql, environment, now)));
		findings.push(...(await examineSchema(sql)));
		findings.push(...(await examineUse(sql, now)));
		findings.push(...(await examineMail(sql, environment, now)));
	} catch (error) {
		findings.push(fail('数据库', error instanceof Error ? error.message : String(error)));
	}
	return findings;
}

async function examineDisk(environment: Environment): Promise<Finding> {
	// Before the first start it is not there yet: its disk is.
	let folder = stateFolder(environment);
	while (!existsSync(folder)) folder = dirname(folder);
	const { bavail, bsize } = await statfs(folder);
	const free = bavail * bsize;
	const text = `${folder} 还有 ${(free / LEAST_FREE).toFixed(1)} GB`;
	return free < LEAST_FREE ? fail('磁盘', `${text}，不足 1 GB`) : ok('磁盘', text);
}

/** Figures say how busy people are and how old the backup is: nobody else's business. */
function examineMetrics({ LEITAI_METRICS, LEITAI_METRICS_TOKEN, TRUST_PROXY }: Environment): Finding[] {
	if (!LEITAI_METRICS) return [];
	if (LEITAI_METRICS_TOKEN !== '') return [ok('监控', '/metrics 要口令')];
	if (TRUST_PROXY)
		return [warn('监控', '前面有代理而 /metrics 没有口令：请设 LEITAI_METRICS_TOKEN，或在代理上拒绝 /metrics')];
	return [ok('监控', '/metrics 只给本机读')];
}

async function examineServer(sql: Database['sql'], environment: Environment, now: Date): Promise<Finding[]> {
	const [row] = await sql<
		{ version: number; encoding: string; collations: number; now: string; connections: number }[]
	>`
		select current_setting('server_version_num')::int as version,
			(select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
			(select count(*)::int from pg_collation where collname = 'zh-x-icu') as collations,
			clock_timestamp()::text as now, current_setting('max_connections')::int as connections`;
	const { version, encoding, collations, connections } = row!;
	const major = Math.floor(version / 10_000);
	const apart = Math.abs(new Date(row!.now).getTime() - now.getTime()) / 1000;
	const pool = environment.DATABASE_POOL;
	return [
		major < OLDEST_POSTGRES
			? fail('数据库版本', `PostgreSQL ${major}，需要 ${OLDEST_POSTGRES} 或更新`)
			: ok('数据库版本', `PostgreSQL ${major}`),
		encoding === 'UTF8' ? ok('字符编码', 'UTF8') : fail('字符编码', `${encoding}，应为 UTF8`),
		collations > 0 ? ok('拼音排序', '有') : warn('拼音排序', '没有 zh-x-icu：人名不按拼音排序'),
		apart > CLOCK_SECONDS
			? fail('时钟', `与数据库相差 ${apart.toFixed(0)} 秒：期限和公示按时间计算，请校准`)
			: ok('时钟', `与数据库相差不到 ${CLOCK_SECONDS} 秒`),
		pool + 5 > connections
			? fail('连接数', `本节点要 ${pool} 个，数据库一共只给 ${connections} 个`)
			: ok('连接数', `本节点 ${pool} 个，数据库一共 ${connections} 个`)
	];
}

async function examineSchema(sql: Database['sql']): Promise<Finding[]> {
	const [table] = await sql<
		{ there: boolean }[]
	>`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
	if (!table?.there) return [warn('数据库结构', '空的数据库：第一次启动时建立')];
	const applied = await sql<{ when: number }[]>`select created_at::float8 as "when" from drizzle.__drizzle_migrations`;
	const own = readMigrations().map(({ folderMillis }) => folderMillis);
	const done = new Set(applied.map(({ when }) => when));
	const missing = own.filter((when) => !done.has(when)).length;
	const broken = await sql<{ name: string }[]>`
		select indexrelid::regclass::text as name from pg_index where not indisvalid
		union all select conname::text from pg_constraint where not convalidated
		union all select tgname::text from pg_trigger where tgenabled = 'D' and not tgisinternal`;
	return [
		applied.length > own.length - missing
			? fail('数据库结构', '比这份程序新：请升级程序')
			: missing > 0
				? warn('数据库结构', `还有 ${missing} 个迁移，下次启动时执行`)
				: ok('数据库结构', `${own.length} 个迁移都已执行`),
		broken.length > 0
			? fail('约束和触发器', `不在起作用：${broken.map(({ name }) => name).join('、')}`)
			: ok('约束和触发器', '都在起作用')
	];
}

async function examineUse(sql: Database['sql'], now: Date): Promise<Finding[]> {
	const [table] = await sql<{ there: boolean }[]>`select to_regclass('audit_entry') is not null as there`;
	if (!table?.there) return [];
	const [row] = await sql<{ administrators: number; backup: string | null }[]>`
		select (select count(distinct person_id)::int from role_grant where role = 'administrator') as administrators,
			(select max(at)::text from audit_entry where use_case = 'platform.backUp') as backup`;
	const { administrators, backup } = row!;
	const days = backup === null ? null : Math.floor((now.getTime() - new Date(backup).getTime()) / DAY_MILLISECONDS);
	return [
		administrators > 0 ? ok('管理员', `${administrators} 人`) : warn('管理员', '没有：用 leitai people add 添加'),
		days === null
			? warn('备份', '还没有用 leitai backup 备份过')
			: days > BACKUP_DAYS
				? warn('备份', `最近一次在 ${days} 天前`)
				: ok('备份', days <= 0 ? '一天之内有过' : `最近一次在 ${days} 天前`)
	];
}

const STUCK_HOURS = 6;

async function examineMail(sql: Database['sql'], environment: Environment, now: Date): Promise<Finding[]> {
	const [table] = await sql<{ there: boolean }[]>`select to_regclass('mail_outbox') is not null as there`;
	if (!table?.there) return [];
	const stuckSince = new Date(now.getTime() - STUCK_HOURS * 3_600_000).toISOString();
	const lately = new Date(now.getTime() - DAY_MILLISECONDS).toISOString();
	const [row] = await sql<{ wanted: number; stuck: number; dead: number; fault: string | null }[]>`
		select (select count(*)::int from notice_choice where wants_mail) as wanted,
			(select count(*)::int from mail_outbox where sent_at is null and dead_at is null and made_at < ${stuckSince}) as stuck,
			(select count(*)::int from mail_outbox where dead_at >= ${lately}) as dead,
			(select fault from mail_outbox where dead_at >= ${lately} order by dead_at desc limit 1) as fault`;
	const { wanted, stuck, dead, fault } = row!;
	if (environment.SMTP_URL === '')
		return wanted > 0 ? [warn('邮件', `有 ${wanted} 人要收邮件，但没有配置 SMTP_URL`)] : [];
	if (stuck > 0)
		return [warn('邮件', `${stuck} 封超过 ${STUCK_HOURS} 小时没有发出：看日志里的 mail server not reached`)];
	if (dead > 0) return [warn('邮件', `一天内有 ${dead} 封没有发成，最近一封：${fault ?? ''}`)];
	return [ok('邮件', wanted > 0 ? `${wanted} 人要收，没有积压` : '已配置，还没有人要收')];
}
