import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import { findAnybody } from '#lib/identity/server/use-cases/find-anybody.server.ts';
import { recordReading } from '#lib/platform/audit-readings.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { addDays, clockOf, dayOf, instantOf } from '#lib/shared/time.ts';
import { describeDetail } from '../../domain/describe-detail.ts';
import { labelOf, subjectOf } from '../../domain/labels.ts';
import { type Cursor, type LogQuery, queryText } from '../../domain/log-query.ts';
import { type EntryRow, type Wanted, searchEntries } from '../repository/entries.server.ts';

const PAGE = 50;
const MOST_PEOPLE = 50;
const MOST_EXPORTED = 50_000;
const EXPORT_PAGE = 5000;
const SHOWN_CHARACTERS = 200;

const second = (at: Date) => `${dayOf(at)} ${clockOf(at)}:${at.toISOString().slice(17, 19)}`;
const cut = (text: string) => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text);

async function wantedBy(me: SignedIn, { who, room, subject, from, until, text, cursor }: LogQuery): Promise<Wanted> {
	return {
		actors: who === '' ? null : isId(who) ? [who] : await findAnybody(me, who, MOST_PEOPLE),
		...{ room, subject: subject || null, text: text || null, after: cursor },
		from: from ? instantOf(from) : null,
		before: until ? instantOf(addDays(until, 1)) : null
	};
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Names of those who did something and of what it was done to. */
async function namesIn(me: SignedIn, rows: readonly EntryRow[]) {
	const told = (detail: EntryRow['detail']) => JSON.stringify(detail).match(ID) ?? [];
	const ids = rows
		.flatMap(({ actorId, subject, detail }) => [actorId ?? '', subjectOf(subject).rest, ...told(detail)])
		.filter(isId);
	const [people, units] = await Promise.all([readPeople(me, [...new Set(ids)]), readUnits(me)]);
	const unitNames = new Map(units.map(({ id, name }) => [id, name]));
	return (id: string) => people.get(id)?.name ?? unitNames.get(id);
}

/** Who it was where nobody was signed in: a command, the sweep, or a visitor. */
const nobody = (request: string | null) =>
	request === 'sweep' ? '定时任务' : /^[0-9a-f]{8}$/.test(request ?? '') ? '未登录' : `命令 ${request ?? ''}`;

function show(row: EntryRow, nameOf: (id: string) => string | undefined) {
	const { kind, rest } = subjectOf(row.subject);
	const named = (text: string) => cut(text.replace(ID, (id) => nameOf(id) ?? id));
	return {
		...{ number: row.number, at: second(row.at), useCase: row.useCase, label: labelOf(row.useCase) },
		...{ who: row.actorId ? (nameOf(row.actorId) ?? row.actorId) : nobody(row.request), actorId: row.actorId },
		...{ subject: row.subject, kind, what: nameOf(rest) ?? rest, request: row.request },
		lines: describeDetail(row.detail).map((line) => ({
			...{ label: line.label, to: named(line.to) },
			...(line.from === undefined ? {} : { from: named(line.from) })
		}))
	};
}
export type LogEntry = ReturnType<typeof show>;

/** A page of the log, newest first. That somebody looked is itself in the log. */
export async function searchLog(ctx: Ctx, query: LogQuery) {
	const me = authorisePerson(ctx, 'audit.readLog');
	await recordReading(me, 'audit.readLog', 'audit:log');
	const { rows, reach } = await searchEntries(me.db, await wantedBy(me, query), PAGE + 1);
	const shown = rows.slice(0, PAGE);
	const nameOf = await namesIn(me, shown);
	const last = shown.at(-1);
	const next: Cursor | null = rows.length > PAGE && last ? { micros: last.micros, number: last.number } : reach;
	return {
		entries: shown.map((row) => show(row, nameOf)),
		older: next && queryText(query, next),
		/** How far back a text was looked for when the page is not full. */
		readUntil: rows.length <= PAGE && reach ? second(new Date(reach.micros / 1000)) : null,
		file: queryText(query)
	};
}

const HEAD = ['序号', '时间', '人员', '人员编号', '事项', '事项代码', '对象', '对象编号', '内容', '请求编号'];

/** What a question finds, as rows of a table, newest first, up to fifty thousand. */
export async function exportLog(ctx: Ctx, query: LogQuery): Promise<string[][]> {
	const me = authorisePerson(ctx, 'audit.readLog');
	const wanted = await wantedBy(me, { ...query, cursor: null });
	const table = [HEAD];
	let after: Cursor | null = null;
	while (table.length <= MOST_EXPORTED) {
		const { rows, reach } = await searchEntries(me.db, { ...wanted, after }, EXPORT_PAGE);
		const nameOf = await namesIn(me, rows);
		table.push(...rows.map((row) => line(row, nameOf)));
		const last = rows.at(-1);
		after = rows.length === EXPORT_PAGE && last ? { micros: last.micros, number: last.number } : reach;
		if (!after) break;
	}
	const exported = table.slice(0, MOST_EXPORTED + 1);
	await recordAudit(me, 'audit.export', 'audit:log', { filter: queryText(query), rows: exported.length - 1 });
	return exported;
}

function line(row: EntryRow, nameOf: (id: string) => string | undefined): string[] {
	const { who, at, label, kind, what } = show(row, nameOf);
	const { number, actorId, useCase, subject, detail, request } = row;
	const done = [label, useCase, what === '' ? kind : `${kind} ${what}`, subject];
	return [String(number), at, who, actorId ?? '', ...done, JSON.stringify(detail), request ?? ''];
}
