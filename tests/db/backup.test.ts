import { connect } from '#db/connect.ts';
import { ArchiveWriter, type Frame, checkArchive, readArchive } from '#lib/platform/archive/archive-file.server.ts';
import { backUp } from '#lib/platform/archive/back-up.server.ts';
import { restore } from '#lib/platform/archive/restore.server.ts';
import { sealLog } from '#lib/audit/server/use-cases/seal-log.server.ts';
import { verifyLog } from '#lib/audit/server/use-cases/verify-log.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { applyMigrations, migrate, readMigrations } from '#lib/platform/migrate.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { createSession } from '#lib/identity/server/sessions.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { doDaily } from '../support/drilling.ts';
import { OCTOBER, playDays } from '../support/month.ts';
import { contextOf, makeBureau } from '../support/people.ts';

const here = await freshDatabase();
const ctx = contextOf(here.db);
const { lin, xu } = await makeBureau(here.db);
const folder = mkdtempSync(join(tmpdir(), 'leitai-backup-'));
const FILE = join(folder, 'all.backup');
const quiet = () => {};

const admin = connect({ ...inject('cluster') }, 1);
let made = 0;
/** An empty database that nobody has migrated. */
async function emptyDatabase() {
	const name = `leitai_test_${process.pid}_restore_${++made}`;
	await admin.sql.unsafe(`create database ${name} template template0`);
	return connect({ ...inject('cluster'), database: name }, 2);
}

const framesOf = async (file: string) => {
	const frames: Frame[] = [];
	for await (const frame of readArchive(file)) frames.push(frame);
	return frames;
};
/** What an archive says of its tables: names, numbers of rows and digests. */
const contentOf = async (file: string) => (await framesOf(file)).filter(({ kind }) => kind === 'T' || kind === 'E');
const back = (file = FILE, from: Pick<typeof here, 'sql'> = here) =>
	backUp(from, file, { now: ctx.now, progress: quiet });

beforeAll(async () => {
	await playDays(
		here.db,
		[
			{ actor: lin, knows: () => true },
			{ actor: xu, knows: (id) => !id.endsWith('7') }
		],
		OCTOBER
	);
	await closeCycles({ ...ctx, now: instantOf('2026-11-01', '00:10') });
	// Everything that the text form of COPY must escape.
	await here.sql`insert into audit_entry (id, at, use_case, subject, digest, detail)
		values (gen_random_uuid(), ${ctx.now.toISOString()}, 'odd', ${'a\tb\nc\\d\\N\r末'}, '', '{}')`;
	await sealLog(ctx);
	await back();
});
afterAll(async () => {
	rmSync(folder, { recursive: true });
	for (let number = 1; number <= made; number++)
		await admin.sql.unsafe(`drop database if exists leitai_test_${process.pid}_restore_${number} with (force)`);
	await admin.close();
});

test('what is restored gives the same archive, the same proofs and the same guards', async () => {
	const there = await emptyDatabase();
	const restored = await restore(there, FILE, quiet);
	expect(restored).toMatchObject({ migrated: 0, createdAt: ctx.now.toISOString() });
	expect(restored.rows).toBeGreaterThan(300);
	const again = join(folder, 'again.backup');
	await back(again, there);
	expect(await contentOf(again)).toEqual(await contentOf(FILE));
	expect(await verifyLedger(contextOf(there.db))).toEqual(await verifyLedger(ctx));
	// The audit log goes on behind what was sealed.
	await recordAudit(contextOf(there.db), 'platform.restore', 'archive:all.backup');
	const { entries } = await verifyLog(ctx);
	expect(await verifyLog(contextOf(there.db))).toMatchObject({ entries: entries + 1, faults: [] });
	await expect(there.sql`delete from ledger_entry`).rejects.toThrow();
	await expect(
		there.sql`insert into drill_set (id, officer_id) values (gen_random_uuid(), gen_random_uuid())`
	).rejects.toThrow();
	const keys = await Promise.all([here, there].map(({ sql }) => sql`select count(*)::int as keys from pg_constraint`));
	expect(keys[1]).toEqual(keys[0]);
	await there.close();
});

test('sessions are not in it; the file is for its owner only, and nothing else lies beside it', async () => {
	await createSession(here.db, ctx.now, lin.personId, { address: '127.0.0.1', device: '测试' });
	await back();
	const text = gunzipSync(readFileSync(FILE)).toString();
	expect(text).toContain('"name":"person"');
	expect(text).not.toContain('"name":"session"');
	expect(statSync(FILE).mode & 0o777).toBe(0o600);
	expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('what is written while it is made is not in it', async () => {
	const file = join(folder, 'while.backup');
	const insert = () =>
		here.sql`insert into installation (key, value, changed_at) values ('late', '1', ${ctx.now.toISOString()})`.execute();
	let late: ReturnType<typeof insert> | undefined;
	await backUp(here, file, { now: ctx.now, progress: () => void (late ??= insert()) });
	await late;
	expect(await contentOf(file)).toEqual(await contentOf(FILE));
	await here.sql`delete from installation where key = 'late'`;
});

test('a database that holds anything is refused, and so is the archive of a newer release', async () => {
	await expect(restore(here, FILE, quiet)).rejects.toThrow('只能恢复到空的数据库');
	const frames = await framesOf(FILE);
	const header = frames[0] as Extract<Frame, { kind: 'H' }>;
	expect(header.value.migrations).toHaveLength(readMigrations().length);
	const newer = new ArchiveWriter(join(folder, 'newer.backup'));
	const migrations = [...header.value.migrations, { hash: 'later', when: 4_102_444_800_000 }];
	await newer.frame('H', { ...header.value, migrations });
	for (const { kind, value } of frames.slice(1, -1)) await newer.frame(kind, value);
	await newer.end();
	const there = await emptyDatabase();
	await expect(restore(there, newer.file, quiet)).rejects.toThrow('请先升级程序');
	expect(await there.sql`select 1 from pg_class where relnamespace = 'public'::regnamespace`).toHaveLength(0);
	await there.close();
});

test('the archive of an older release is brought to this one', async () => {
	const old = await emptyDatabase();
	await old.sql.begin((tx) => applyMigrations(tx, readMigrations().slice(0, -3)));
	await old.sql`insert into installation (key, value, changed_at) values ('kept', '1', ${ctx.now.toISOString()})`;
	const file = join(folder, 'old.backup');
	await back(file, old);
	const there = await emptyDatabase();
	expect(await restore(there, file, quiet)).toMatchObject({ migrated: 3 });
	expect(await there.sql`select value from installation`).toEqual([{ value: 1 }]);
	await Promise.all([old.close(), there.close()]);
});

const flipped = (bytes: Buffer, at: number) => {
	const copy = Buffer.from(bytes);
	copy[at]! ^= 1;
	return copy;
};
const whole = () => readFileSync(FILE);
const BROKEN: [string, () => Buffer][] = [
	['empty', () => Buffer.alloc(0)],
	['a text', () => Buffer.from('leitai-archive 1\n')],
	['gzip of something else', () => gzipSync('hello')],
	...[0.1, 0.5, 0.9, 0.999].map((share): [string, () => Buffer] => [
		`cut off at ${share}`,
		() => whole().subarray(0, Math.floor(whole().length * share))
	]),
	...[0.2, 0.5, 0.8].map((share): [string, () => Buffer] => [
		`one bit turned at ${share}`,
		() => flipped(whole(), Math.floor(whole().length * share))
	]),
	...[20, 400, 5000].map((at): [string, () => Buffer] => [
		`one bit of the content turned at ${at}, packed anew`,
		() => gzipSync(flipped(gunzipSync(whole()), at))
	]),
	[
		'a frame longer than the file',
		() => gzipSync(Buffer.concat([gunzipSync(whole()).subarray(0, 17), Buffer.from('Dÿÿÿÿ', 'latin1')]))
	],
	['something behind the end', () => gzipSync(Buffer.concat([gunzipSync(whole()), Buffer.from('x')]))]
];

test.each(BROKEN)('a damaged archive is refused before anything is written: %s', async (name, bytes) => {
	const file = join(folder, 'broken.backup');
	writeFileSync(file, bytes());
	const there = await emptyDatabase();
	await expect(restore(there, file, quiet)).rejects.toThrow(/备份|擂台/);
	expect(await there.sql`select 1 from pg_class where relnamespace = 'public'::regnamespace`).toHaveLength(0);
	expect(name).toBeTruthy();
	await there.close();
});

test('a backup that cannot be written leaves the old one as it is', async () => {
	const before = readFileSync(FILE);
	const broken = { sql: { ...here.sql, begin: () => Promise.reject(new Error('gone')) } } as unknown as Pick<
		typeof here,
		'sql'
	>;
	await expect(back(FILE, broken)).rejects.toThrow('gone');
	expect(readFileSync(FILE).equals(before)).toBe(true);
	expect(existsSync(`${FILE}.partial`)).toBe(false);
	expect((await checkArchive(FILE)).rows).toBeGreaterThan(0);
});

/**
 * Made by `leitai backup` of the first release that had it, from a bureau of eight people, two of whom drilled for four days.
 * Never made anew: whatever changes, an archive of that day has to be read.
 */
const FIRST_RELEASE = join(ROOT, 'tests/db/fixtures/first-release.backup');

test('the archive of the first release is restored, brought forward, and its ledger proved', async () => {
	const header = (await framesOf(FIRST_RELEASE))[0] as Extract<Frame, { kind: 'H' }>;
	const first = header.value.migrations.length;
	expect(first).toBe(20);
	const there = await emptyDatabase();
	const restored = await restore(there, FIRST_RELEASE, quiet);
	expect(restored).toMatchObject({ migrated: readMigrations().length - first, tables: 101, rows: 381 });
	expect(restored.migrated).toBeGreaterThan(0);
	const after = contextOf(there.db);
	expect(await verifyLedger(after)).toMatchObject({ officers: 2, entries: 8, cycles: ['2026-10'], faults: [] });
	expect(await migrate(there)).toBe(0);
	// It goes on: the month is closed, the next one begins, and the chains that were begun then hold what comes now.
	const [officer] = await there.sql<{ id: string }[]>`select id from person where account = 'lin.yue'`;
	const actor = await readActor(after, officer!.id);
	await doDaily(contextOf(there.db, { actor }), () => true);
	expect(await verifyLedger(after)).toMatchObject({ entries: 9, faults: [] });
	// What is backed up now is an archive of this release.
	const file = join(folder, 'forward.backup');
	await back(file, there);
	expect(((await framesOf(file))[0] as typeof header).value.migrations).toHaveLength(readMigrations().length);
	await there.close();
});
