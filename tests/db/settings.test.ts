import { keepSettings } from '#lib/settings/server/kept-settings.server.ts';
import { changeSetting, decideSetting } from '#lib/settings/server/use-cases/change-setting.server.ts';
import { readSetting, readSettings } from '#lib/settings/server/use-cases/read-settings.server.ts';
import { readAudit } from '#lib/platform/audit.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { calculate } from '#lib/discretion/server/use-cases/calculate.server.ts';
import { importCalendar, listCalendars, previewCalendar } from '#lib/settings/server/use-cases/calendars.server.ts';
import { examineCalendar, loadHolidays } from '#lib/settings/server/use-cases/holidays.server.ts';
import { installHolidays, isWorkday, whyNotWorkday } from '#lib/shared/calendar.ts';
import { lastDayOf } from '#lib/shared/deadline.ts';
import { freshDatabase } from '../support/database.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { bureau, administrator, reviewer, auditor, lin } = await makeBureau(db);
const supervisor = await addActor(db, {
	...{ account: 'du.cha', name: '杜察', unitId: bureau, roles: ['supervisor'] }
});
const as = (actor: Actor) => contextOf(db, { actor });
const typed = (value: string, seen = 0) => ({ value, reason: '局务会定的。', seen, source: '', sourceOn: '' });
const SOURCE = { source: '省应急厅规〔2026〕3号', sourceOn: '2026-03-01' };

afterEach(() => {
	vi.restoreAllMocks();
});

test('a change counts at once, with its number, its reason and its audit entry', async () => {
	expect(await readSetting({ db }, 'identity.password-min-length')).toBe(10);
	const key = 'identity.password-min-length';
	expect(valueOf(await changeSetting(as(administrator), key, typed('12')))).toBe(1);
	expect(await readSetting({ db }, key)).toBe(12);
	// A second click, and then somebody whose page is older.
	expect(valueOf(await changeSetting(as(administrator), key, typed('12')))).toBe(1);
	expect(refusalOf(await changeSetting(as(administrator), key, typed('14'))).code).toBe('changed');
	expect(await readAudit(as(administrator), 'settings.change')).toEqual([
		{
			subject: `setting:${key}`,
			detail: { number: 1, before: 10, value: 12, needsSecond: false, reason: '局务会定的。' }
		}
	]);
});

test('what guards others waits for a second person, and one of two at once confirms it', async () => {
	const key = 'identity.separate-duties';
	valueOf(await changeSetting(as(administrator), key, typed('off')));
	expect(await readSetting({ db }, key)).toBe(true);
	const decision = { number: 1, verdict: 'confirmed', reason: '' } as const;
	expect(refusalOf(await decideSetting(as(administrator), key, decision)).code).toBe('not-second');
	const both = await Promise.all([
		decideSetting(as(supervisor), key, decision),
		decideSetting(as(supervisor), key, { ...decision, verdict: 'refused', reason: '不同意关掉' })
	]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	const [row] = await sql`select verdict from setting_decision where key = ${key}`;
	expect(await readSetting({ db }, key)).toBe(row!.verdict !== 'confirmed');
	await expect(
		sql`insert into setting_decision (key, number, changed_by, verdict, reason, decided_by, decided_at)
			select key, number, changed_by, 'confirmed', '', changed_by, changed_at from setting_change where key = ${key}`
	).rejects.toThrow();
});

test('of two changes made at once from the same page, one stands', async () => {
	const key = 'identity.password-history';
	const both = await Promise.all(['5', '6'].map((value) => changeSetting(as(administrator), key, typed(value))));
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await sql`select number from setting_change where key = ${key}`).toEqual([{ number: 1 }]);
});

test('figures of the place are confirmed by the legal reviewer, with source and day', async () => {
	const key = 'local.hearing-fine-unit';
	await expect(changeSetting(as(administrator), key, { ...typed('50000'), ...SOURCE })).rejects.toThrow(NotAllowed);
	expect(refusalOf(await changeSetting(as(reviewer), key, typed('50000')))).toMatchObject({ field: 'source' });
	valueOf(await changeSetting(as(reviewer), key, { ...typed('50000'), ...SOURCE }));
	const keys = ['local.hearing-fine-unit', 'local.hearing-fine-person'] as const;
	expect(await readSettings({ db }, keys)).toEqual({
		'local.hearing-fine-unit': 50_000,
		'local.hearing-fine-person': 10_000
	});
});

test.each([
	['an officer', lin],
	['an auditor', auditor],
	['a supervisor', supervisor]
])('%s changes nothing', async (_, actor) => {
	await expect(changeSetting(as(actor), 'bureau.name', typed('别的局'))).rejects.toThrow(NotAllowed);
	expect(await sql`select 1 from setting_change where key = 'bureau.name'`).toHaveLength(0);
});

test('a value that this program no longer knows is read as the preset', async () => {
	await sql`insert into setting_change (key, number, before, value, needs_second, reason, changed_by, changed_at)
		select 'identity.session-idle-days', 1, '7', '900', false, '旧的版本', ${lin.personId}, now()`;
	vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_001);
	expect(await readSetting({ db }, 'identity.session-idle-days')).toBe(7);
});

test('another node hears of a change', async () => {
	await keepSettings(async (channel, heard, begun) => {
		await sql.listen(channel, heard, begun);
	});
	expect(await readSetting({ db }, 'identity.session-absolute-days')).toBe(90);
	// As another process would: nothing in this one knows of it but by the notice.
	await sql`insert into setting_change (key, number, before, value, needs_second, reason, changed_by, changed_at)
		select 'identity.session-absolute-days', 1, '90', '30', false, '别的节点', ${lin.personId}, now()`;
	await vi.waitFor(async () => expect(await readSetting({ db }, 'identity.session-absolute-days')).toBe(30));
});

describe('a year of holidays', () => {
	const NOTICE = {
		...{ year: '2027', source: '国务院办公厅关于2027年部分节假日安排的通知', sourceOn: '2026-11-04' },
		table: '日期,安排,节日\n2026-12-31至2027-01-02,放假,元旦\n2027-01-09,上班,元旦'
	};
	afterAll(() => installHolidays(new Map()));

	test('counts from the import on, on this node and when another process starts', async () => {
		expect(await examineCalendar(as(administrator))).toMatchObject({ state: 'warn' });
		expect(lastDayOf({ start: '2026-12-30', length: 2, unit: 'workday', rolls: false }).lastDay).toBe('2027-01-01');
		const both = await Promise.all([importCalendar(as(administrator), NOTICE), importCalendar(as(reviewer), NOTICE)]);
		expect(both.map(valueOf)).toEqual([1, 1]);
		expect(lastDayOf({ start: '2026-12-30', length: 2, unit: 'workday', rolls: false })).toEqual({
			lastDay: '2027-01-05',
			skipped: [
				...['2026-12-31', '2027-01-01', '2027-01-02'].map((date) => ({ date, why: '元旦放假' })),
				{ date: '2027-01-03', why: '星期日' }
			],
			unlistedYears: []
		});
		installHolidays(new Map());
		await loadHolidays({ db });
		expect(whyNotWorkday('2027-01-01')).toBe('元旦放假');
		expect(await examineCalendar(as(administrator))).toMatchObject({ state: 'ok' });
		const { years, missing } = await listCalendars(as(auditor));
		expect(missing).toBeNull();
		expect(years.map(({ year, versions }) => [year, versions.length])).toEqual([
			['2027', 1],
			['2026', 0]
		]);
	});

	test('a corrected notice is the next version; what cannot be read is refused line by line and changes nothing', async () => {
		const corrected = { ...NOTICE, table: `${NOTICE.table}\n2027-10-01至2027-10-07,放假,国庆节` };
		expect(valueOf(await previewCalendar(as(administrator), corrected))).toMatchObject({
			off: 10,
			worked: 1,
			replaces: '第 1 版'
		});
		expect(isWorkday('2027-10-01')).toBe(true);
		expect(valueOf(await importCalendar(as(administrator), corrected))).toBe(2);
		expect(isWorkday('2027-10-01')).toBe(false);
		const broken = { ...NOTICE, table: '2027-01-01,放假,元旦\n2027-13-01,放假,元旦' };
		expect(refusalOf(await importCalendar(as(administrator), broken))).toMatchObject({
			...{ field: 'table', message: expect.stringContaining('第 2 行“2027-13-01,放假,元旦”') as string }
		});
		await expect(importCalendar(as(lin), corrected)).rejects.toThrow(NotAllowed);
		expect(await sql`select version from calendar_year order by 1`).toEqual([{ version: 1 }, { version: 2 }]);
	});
});

test('a confirmed threshold is what the calculator tells of a hearing, with its source', async () => {
	const query = new URLSearchParams('rule=awsf-97-1-7-special-operators-uncertified&decided=2026-11-20&stage=overdue');
	const told = async () => JSON.stringify((await calculate(contextOf(db), query)).result);
	const confirm = (value: string, seen: number) =>
		changeSetting(as(reviewer), 'local.hearing-fine-unit', { ...typed(value, seen), ...SOURCE });
	valueOf(await confirm('10000', 1));
	expect(await told()).toContain('省应急厅规〔2026〕3号（2026年3月1日）');
	valueOf(await confirm('900000', 2));
	expect(await told()).not.toContain('省应急厅规');
});

test('history is only ever added to', async () => {
	for (const table of ['setting_change', 'setting_decision', 'calendar_year']) {
		await expect(sql.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: '23001' });
		await expect(sql.unsafe(`truncate ${table} cascade`)).rejects.toMatchObject({ code: '23001' });
	}
});
