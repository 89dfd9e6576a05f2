import type { Sql } from 'postgres';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { MORNING } from './people.ts';

export const id = (number: number) => `'01980000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}'`;
export const of = (actor: Actor) => `'${actor.personId}'`;
export const AT = `'${MORNING.toISOString()}'`;
export const LONG_AGO = `'2026-09-01T00:00:00Z'`;

interface Around {
	readonly lin: Actor;
	readonly chief: Actor;
	readonly trainer: Actor;
	readonly town: string;
}

/** Rows of rooms whose ways are long, planted without what they refer to. */
export function noticeRows(sql: Sql, { lin, chief, trainer, town }: Around) {
	const plant = (...texts: readonly string[]) =>
		sql.begin(async (tx) => {
			await tx`set local session_replication_role = replica`;
			for (const text of texts) await tx.unsafe(text);
		});
	const hearing = (n: number, startsAt: string, published = 'null') => `insert into arena_hearing (id, title, bundle_id,
		bundle_version, procedure_id, procedure_version, mode, frame, result_rule, is_public, starts_at, scheduled_by, scheduled_at,
		published_at) values (${id(n)}, '第${n}场', 'b', 1, 'p', 1, 'hall', '{}', 'mean', false, '${startsAt}', ${of(chief)}, ${AT}, ${published})`;
	const seat = (
		n: number,
		name: string
	) => `insert into arena_seat (hearing_id, seat_id, person_id, assigned_by, assigned_at)
		values (${id(n)}, '${name}', ${of(lin)}, ${of(chief)}, ${AT})`;
	const ballot = (name: string, version: number, state: string) => `insert into arena_ballot
		(hearing_id, seat_id, kind, side, version, state, body, reason, at)
		values (${id(1)}, 's1', 'real', '${name}', ${version}, '${state}', '{}', '', ${AT})`;
	const file = (
		n: number,
		settled: string,
		closed = 'null'
	) => `insert into panel_file (id, panel_id, number, piece_kind, piece_id,
		piece_version, unit_id, settled_at, closed_at) values (${id(n)}, ${id(9)}, ${n}, 'file', 'f', 1, '${town}', ${settled}, ${closed})`;
	const item = (
		n: number,
		fileId: number,
		dueOn: string
	) => `insert into panel_item (id, file_id, number, text, due_on, added_by,
		added_at) values (${id(n)}, ${id(fileId)}, ${n}, '补盖章', '${dueOn}', ${of(chief)}, ${AT})`;
	const sheet = (
		place: number,
		actor: Actor,
		signed: string
	) => `insert into panel_sheet (file_id, place, reviewer_id, assigned_at,
		sheet, signed_at) values (${id(11)}, ${place}, ${of(actor)}, ${AT}, ${signed === 'null' ? 'null' : `'{}'`}, ${signed})`;
	const text = (
		n: number,
		state: string
	) => `insert into manuscript (id, kind, title, fields, state, state_since, created_by,
		created_at, saved_by, saved_at) values (${id(n)}, 'case', '稿件${n}', '{}', '${state}', ${AT}, ${of(trainer)}, ${AT},
		${of(trainer)}, ${AT})`;
	const author = (n: number) => `insert into manuscript_author (manuscript_id, person_id, since)
		values (${id(n)}, ${of(trainer)}, ${AT})`;
	const step = (
		n: number,
		number: number,
		act: string,
		by: Actor
	) => `insert into manuscript_step (manuscript_id, number, act, state,
		person_id, reason, version, at) values (${id(n)}, ${number}, '${act}', 'draft', ${of(by)}, '', 1, ${AT})`;
	const comment = (
		n: number,
		meeting: number,
		by: Actor
	) => `insert into commentary_comment (id, meeting_id, item_id, author_id, area,
		text, at) values (${id(n)}, ${id(meeting)}, ${id(30)}, ${of(by)}, 'evidence', '证据先后', ${AT})`;
	const state = (
		meeting: number,
		name: string
	) => `insert into commentary_step (meeting_id, number, state, reason, by, at)
		values (${id(meeting)}, 1, '${name}', '', ${of(chief)}, ${AT})`;
	const action = (
		n: number,
		done: string
	) => `insert into commentary_action (id, meeting_id, number, text, owner_id, due_on, added_by,
		added_at, done_note, done_by, done_at) values (${id(n)}, ${id(31)}, ${n}, '改模板', ${of(lin)}, '2026-12-01', ${of(chief)}, ${AT},
		${done === 'null' ? 'null, null, null' : `'好了', ${of(lin)}, ${AT}`})`;
	return { plant, hearing, seat, ballot, file, item, sheet, text, author, step, comment, state, action };
}
