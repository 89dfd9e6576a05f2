import { importCalendar, listCalendars, previewCalendar } from '#lib/settings/server/use-cases/calendars.server.ts';
import { changeSetting, decideSetting } from '#lib/settings/server/use-cases/change-setting.server.ts';
import { listSettings, openSetting } from '#lib/settings/server/use-cases/read-history.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;

const NOTICE = { year: '2027', table: '2027-01-01,放假,元旦', source: '通知', sourceOn: '2026-11-04' };

/** Administrators may; officers, trainers and auditors may not. */
export const settingRows: Rows = {
	changeSetting: (ctx) =>
		changeSetting(ctx, 'bureau.short-name', { value: '', reason: '', seen: 0, source: '', sourceOn: '' }),
	decideSetting: (ctx) => decideSetting(ctx, 'bureau.short-name', { number: 1, verdict: 'confirmed', reason: '' }),
	previewCalendar: (ctx) => previewCalendar(ctx, NOTICE),
	// Refused for its source: no other test's days change.
	importCalendar: (ctx) => importCalendar(ctx, NOTICE)
};
/** For those who look after settings or check them: administrators, supervisors, auditors and legal reviewers. */
export const settingReaderRows: Rows = {
	listSettings: (ctx) => listSettings(ctx),
	listCalendars,
	openSetting: (ctx) => openSetting(ctx, 'bureau.name')
};
