import { changeSetting, decideSetting } from '#lib/settings/server/use-cases/change-setting.server.ts';
import { listSettings, openSetting } from '#lib/settings/server/use-cases/read-history.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;

/** Administrators may; officers, trainers and auditors may not. */
export const settingRows: Rows = {
	changeSetting: (ctx) =>
		changeSetting(ctx, 'bureau.short-name', { value: '', reason: '', seen: 0, source: '', sourceOn: '' }),
	decideSetting: (ctx) => decideSetting(ctx, 'bureau.short-name', { number: 1, verdict: 'confirmed', reason: '' })
};
/** For those who look after settings or check them: administrators, supervisors, auditors and legal reviewers. */
export const settingReaderRows: Rows = {
	listSettings: (ctx) => listSettings(ctx),
	openSetting: (ctx) => openSetting(ctx, 'bureau.name')
};
