import { readQuery } from '#lib/audit/domain/log-query.ts';
import { checkLog, readLogState } from '#lib/audit/server/use-cases/check-log.server.ts';
import { exportLog, searchLog } from '#lib/audit/server/use-cases/search-log.server.ts';
import { recordReading } from '#lib/platform/audit-readings.server.ts';
import { readAudit, recordAudit } from '#lib/platform/audit.server.ts';
import type { SignedIn } from '#lib/platform/ctx.server.ts';
import { changeSetting } from '#lib/settings/server/use-cases/change-setting.server.ts';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, MORNING, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, administrator, auditor } = await makeBureau(db);
const asAuditor = contextOf(db, { actor: auditor });
const look = (text: string) => searchLog(asAuditor, readQuery(new URLSearchParams(text)));

test('a changed setting is found by who, what, which and when, with what it was and what it became', async () => {
	const typed = { value: '14', reason: '按等保要求加长。', seen: 0, source: '', sourceOn: '' };
	valueOf(await changeSetting(contextOf(db, { actor: administrator }), 'identity.password-min-length', typed));
	for (const text of [
		'who=管子渊&room=settings',
		'who=guan.ziyuan&from=2026-11-20&until=2026-11-20&room=settings',
		`who=${administrator.personId}&text=等保`,
		'subject=setting:identity.password-min-length'
	]) {
		const { entries } = await look(text);
		expect(entries, text).toHaveLength(1);
		expect(entries[0]).toMatchObject({ who: '管子渊', label: '修改设置', at: '2026-11-20 09:00:00' });
		expect(entries[0]!.lines).toContainEqual({ label: '值', from: '10', to: '14' });
	}
	for (const text of [
		'who=林岳&room=settings',
		'from=2026-11-21',
		'until=2026-05-01',
		'text=没有这样的话',
		'who=没有此人'
	]) {
		expect((await look(text)).entries, text).toEqual([]);
	}
});

test('pages follow each other without a gap or a repetition, and the file has all of it', async () => {
	const ctx = contextOf(db, { actor: lin });
	// All of one instant: the place in it decides.
	for (let n = 0; n < 120; n++) await recordAudit(ctx, 'test.page', `thing:${n}`, { 公式: '=1+1' });
	const seen: string[] = [];
	let address: string | null = `?who=lin.yue&text=${encodeURIComponent('公式')}`;
	while (address) {
		const { entries, older } = await look(address);
		seen.push(...entries.map(({ subject }) => subject));
		address = older;
	}
	expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `thing:${119 - n}`));
	const [head, ...rows] = await exportLog(asAuditor, readQuery(new URLSearchParams('who=lin.yue&text=公式')));
	expect(head).toContain('内容');
	expect(rows.map((row) => row[head!.indexOf('对象编号')])).toEqual(seen);
	expect(await readAudit(asAuditor, 'audit.export')).toMatchObject([{ detail: { rows: 120 } }]);
});

test('a text that no index knows is looked for a bounded way back, and the page says how far and goes on', async () => {
	await sql`insert into audit_entry (id, at, use_case, subject, digest, detail)
		select gen_random_uuid(), ${MORNING.toISOString()}::timestamptz - n * interval '1 minute', 'test.long', 'thing:' || n, '',
			case when n = 10500 then '{"w":"鲸"}'::jsonb else '{}' end from generate_series(1, 11000) n`;
	const first = await look('text=鲸');
	expect(first).toMatchObject({ entries: [], readUntil: expect.stringMatching(/^2026-11-13/) as string });
	const second = await look(first.older!);
	expect(second.entries.map(({ subject }) => subject)).toEqual(['thing:10500']);
	expect(second.readUntil).toBeNull();
});

test('that somebody looked at others is written down once an hour', async () => {
	const reader = contextOf(db, { actor: auditor }) as SignedIn;
	const about = `person:${xu.personId}`;
	await Promise.all([1, 2, 3].map(() => recordReading(reader, 'identity.readPerson', about)));
	await recordReading({ ...reader, now: new Date(MORNING.getTime() + 3_600_000) }, 'identity.readPerson', about);
	expect(await readAudit(reader, 'identity.readPerson')).toEqual([
		{ subject: about, detail: { hour: '2026-11-20 09' } },
		{ subject: about, detail: { hour: '2026-11-20 10' } }
	]);
	expect(await readAudit(reader, 'audit.readLog')).toHaveLength(1);
});

test('the auditor sees how far the log is sealed, and what checking finds', async () => {
	expect(await readLogState(asAuditor)).toMatchObject({ last: null, isLate: true, purgedUntil: null, months: 60 });
	const checked = await checkLog(asAuditor);
	expect(checked).toMatchObject({ faults: [], unsealed: 0 });
	expect(await readLogState(asAuditor)).toMatchObject({ last: { hash: checked.hash }, unsealed: 1, isLate: false });
	await sql`alter table audit_entry disable trigger user`;
	await sql`update audit_entry set subject = 'thing:x' where subject = 'thing:1'`;
	await sql`alter table audit_entry enable trigger user`;
	expect((await checkLog(asAuditor)).faults.length).toBeGreaterThan(0);
	expect((await readAudit(asAuditor, 'audit.verify')).map(({ detail }) => detail['faults'])).toEqual([
		0,
		expect.any(Number)
	]);
});
