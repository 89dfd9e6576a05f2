import { chooseNotices } from '#lib/notices/server/use-cases/change-notices.server.ts';
import { examine } from '#lib/platform/doctor.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(2);
const { lin } = await makeBureau(db);
const folder = mkdtempSync(join(tmpdir(), 'leitai-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = (more: Record<string, string> = {}) => readEnvironment({ LEITAI_DATA: folder, ...more });
async function databaseNow(): Promise<Date> {
	const [row] = await sql<{ now: string }[]>`select clock_timestamp()::text as now`;
	return new Date(row!.now);
}
const look = async (more: { now?: Date; environment?: Record<string, string> } = {}) => {
	const findings = await examine({ sql }, environment(more.environment), more.now ?? (await databaseNow()));
	return new Map(findings.map(({ check, state, text }) => [check, `${state} ${text}`]));
};

test('a sound installation: nothing fails, and that nobody has made a backup is a warning', async () => {
	const found = await look();
	expect([...found.values()].filter((text) => text.startsWith('fail'))).toEqual([]);
	expect(found.get('备份')).toMatch(/^warn 还没有/);
});

test('an old backup is told by its age', async () => {
	await sql`insert into audit_entry (id, at, use_case, subject, digest, detail)
		values (gen_random_uuid(), now() - interval '9 days', 'platform.backUp', 'archive:x', '', '{}')`;
	expect((await look()).get('备份')).toBe('warn 最近一次在 9 天前');
});

test('a clock that is wrong and a pool that is too large fail', async () => {
	const later = new Date((await databaseNow()).getTime() + 60_000);
	expect((await look({ now: later })).get('时钟')).toMatch(/^fail 与数据库相差 (59|60) 秒/);
	expect((await look({ environment: { DATABASE_POOL: '999' } })).get('连接数')).toMatch(/^fail 本节点要 999 个/);
});

test('a guard that sleeps, a migration that waits and one of a newer release are found', async () => {
	await sql`alter table ledger_entry disable trigger user`;
	expect((await look()).get('约束和触发器')).toMatch(/^fail 不在起作用：/);
	await sql`alter table ledger_entry enable trigger user`;
	expect((await look()).get('约束和触发器')).toBe('ok 都在起作用');
	await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 4102444800000)`;
	expect((await look()).get('数据库结构')).toMatch(/^fail 比这份程序新/);
	await sql`delete from drizzle.__drizzle_migrations where created_at >= (select max(created_at) from drizzle.__drizzle_migrations where hash <> 'x')`;
	expect((await look()).get('数据库结构')).toBe('warn 还有 1 个迁移，下次启动时执行');
});

test('mail that nobody sends, mail that is stuck and mail that was given up are told', async () => {
	const mail = { SMTP_URL: 'smtp://127.0.0.1:25', MAIL_FROM: 'a@example.gov.cn' };
	expect((await look()).has('邮件')).toBe(false);
	const choice = { on: [], offered: [], mailAddress: 'lin@example.gov.cn', wantsMail: true };
	valueOf(await chooseNotices(contextOf(db, { actor: lin }), choice));
	expect((await look()).get('邮件')).toBe('warn 有 1 人要收邮件，但没有配置 SMTP_URL');
	expect((await look({ environment: mail })).get('邮件')).toBe('ok 1 人要收，没有积压');
	await sql`insert into mail_outbox (id, person_id, day, address, subject, body, made_at, next_try_at)
		values (gen_random_uuid(), ${lin.personId}, '2026-11-20', 'x', 'x', 'x', now() - interval '7 hours', now())`;
	expect((await look({ environment: mail })).get('邮件')).toMatch(/^warn 1 封超过 6 小时没有发出/);
	await sql`update mail_outbox set dead_at = now(), fault = '邮件服务器拒收：550'`;
	expect((await look({ environment: mail })).get('邮件')).toBe(
		'warn 一天内有 1 封没有发成，最近一封：邮件服务器拒收：550'
	);
});

test('figures that a proxy would show to the world are told', async () => {
	const at = async (given: Record<string, string>) =>
		(await look({ environment: { LEITAI_METRICS: '1', ...given } })).get('监控');
	expect((await look()).has('监控')).toBe(false);
	expect(await at({})).toBe('ok /metrics 只给本机读');
	expect(await at({ TRUST_PROXY: '1' })).toMatch(/^warn 前面有代理/);
	expect(await at({ TRUST_PROXY: '1', LEITAI_METRICS_TOKEN: 'sixteen-characters' })).toBe('ok /metrics 要口令');
});
