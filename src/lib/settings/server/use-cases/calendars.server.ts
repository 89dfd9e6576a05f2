import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { SHIPPED_YEARS, isYearKnown } from '#lib/shared/calendar.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay, formatWeekday, isDay } from '#lib/shared/time.ts';
import { LEAST_REASON } from '../../domain/change.ts';
import { missingYear, readHolidayTable } from '../../domain/holiday-table.ts';
import * as repository from '../repository/calendars.server.ts';
import { loadHolidays } from './holidays.server.ts';

const SHOWN_FAULTS = 20;
const show = (days: repository.StoredYear['days']) =>
	days.map(({ day, works, name }) => ({ day, weekday: formatWeekday(day), works, name }));

/** The years whose days can be counted, and what each rests on. */
export async function listCalendars(ctx: Ctx) {
	const me = authorisePerson(ctx, 'settings.readSettings');
	const rows = await repository.selectYears(me.db);
	const people = await readPeople(me, [...new Set(rows.map(({ importedBy }) => importedBy))]);
	const years = [...new Set([...rows.map(({ year }) => String(year)), ...SHIPPED_YEARS])].sort().reverse();
	return {
		years: years.map((year) => ({
			...{ year, isShipped: SHIPPED_YEARS.includes(year) },
			versions: rows
				.filter((row) => String(row.year) === year)
				.map(({ version, days, source, sourceOn, importedBy, importedAt }) => ({
					...{ version, source, sourceOn: formatDay(sourceOn), days: show(days) },
					...{ by: people.get(importedBy)?.name ?? '（已离任）', at: `${dayOf(importedAt)} ${clockOf(importedAt)}` }
				}))
		})),
		missing: missingYear(dayOf(me.now), isYearKnown),
		nextYear: String(Number(dayOf(me.now).slice(0, 4)) + 1),
		mayImport: mayRun(me.actor, 'settings.importCalendar')
	};
}

/** A notice as it was typed or taken from a file. */
export interface TypedNotice {
	readonly year: string;
	readonly table: string;
	readonly source: string;
	readonly sourceOn: string;
}

/** What importing would do: every day as it was read, what is odd, and which days would count differently. */
export async function previewCalendar(ctx: Ctx, typed: TypedNotice) {
	const me = authorisePerson(ctx, 'settings.importCalendar');
	const judged = judge(typed);
	if (!judged.ok) return judged;
	const { days, doubts } = judged.value;
	const [before] = await repository.selectYears(me.db, Number(typed.year));
	const isSame = before !== undefined && canonical(before.days) === canonical(days);
	const off = days.filter(({ works }) => !works).length;
	return ok({
		...{ days: show(days), doubts, off, worked: days.length - off, isSame },
		replaces: before ? `第 ${before.version} 版` : SHIPPED_YEARS.includes(typed.year) ? '程序自带的安排' : null
	});
}

/** Takes a year's notice up: from now on every deadline on every node counts by it. The same again changes nothing. @returns its version */
export async function importCalendar(ctx: Ctx, typed: TypedNotice): Promise<Result<number>> {
	const me = authorisePerson(ctx, 'settings.importCalendar');
	const judged = judge(typed);
	if (!judged.ok) return judged;
	const { days } = judged.value;
	const [year, source, sourceOn] = [Number(typed.year), typed.source.trim(), typed.sourceOn.trim()];
	const version = await inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		await repository.lockCalendar(db);
		const [last] = await repository.selectYears(db, year);
		const about = [days, source, sourceOn];
		if (last && canonical([last.days, last.source, last.sourceOn]) === canonical(about)) return last.version;
		const next = (last?.version ?? 0) + 1;
		const row = { year, version: next, days, source, sourceOn, importedBy: actor.personId, importedAt: now };
		await repository.insertYear(db, row);
		const detail = { version: next, days: days.length, source, sourceOn };
		await recordAudit(inner, 'settings.importCalendar', `calendar:${year}`, detail);
		return next;
	});
	await loadHolidays(me);
	return ok(version);
}

function judge({ year, table, source, sourceOn }: TypedNotice) {
	if (!/^20\d\d$/.test(year)) return refuse('bad-year', '写四位年份，例如 2027。', 'year');
	if (source.trim().length < LEAST_REASON) return refuse('no-source', '写明通知的名称和文号。', 'source');
	if (!isDay(sourceOn.trim())) return refuse('no-source-day', '写明通知的日期，写法是 2026-11-04。', 'sourceOn');
	const { days, faults, doubts } = readHolidayTable(year, table);
	if (faults.length === 0) return ok({ days: [...days], doubts });
	const lines = faults.slice(0, SHOWN_FAULTS).map(({ line, text, message }) => `第 ${line} 行“${text}”：${message}。`);
	return refuse('bad-table', lines.join('\n'), 'table');
}
