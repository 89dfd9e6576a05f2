import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type NoticeDay, installHolidays, isYearKnown } from '#lib/shared/calendar.ts';
import { dayOf } from '#lib/shared/time.ts';
import { missingYear } from '../../domain/holiday-table.ts';
import { selectYears } from '../repository/calendars.server.ts';

/** From now on this process counts days by what the office has imported. */
export async function loadHolidays(ctx: Pick<Ctx, 'db'>): Promise<void> {
	const notices = new Map<string, readonly NoticeDay[]>();
	// The latest version of a year comes first.
	for (const { year, days } of await selectYears(ctx.db)) {
		if (!notices.has(String(year))) notices.set(String(year), days);
	}
	installHolidays(notices);
}

type Listen = (channel: string, heard: () => void, begun: () => void) => Promise<void>;

/** Run once by each node that serves pages: loads at once, and anew whenever somebody imports a year on any node. */
export async function keepHolidays(ctx: Pick<Ctx, 'db' | 'log'>, listen: Listen): Promise<void> {
	await loadHolidays(ctx);
	const reload = () => {
		loadHolidays(ctx).catch((error: unknown) => ctx.log.error({ error }, 'holidays not loaded'));
	};
	await listen('settings_changed', reload, reload);
}

/** For the doctor: whether the days of this year and, from November on, the next can be counted. */
export async function examineCalendar(ctx: Pick<Ctx, 'db' | 'now'>) {
	await loadHolidays(ctx);
	const missing = missingYear(dayOf(ctx.now), isYearKnown);
	const check = '节假日安排';
	return missing === null
		? ({ check, state: 'ok', text: '都有' } as const)
		: ({ check, state: 'warn', text: `没有 ${missing} 年的：期限只按周末计算，请在“设置”里导入` } as const);
}
