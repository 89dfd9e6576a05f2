import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ranksFrom } from '../domain/board.ts';
import { type Cycle, boundsOf } from '../domain/cycle.ts';
import { type Group, NEIGHBOURS, rankWithin } from '../domain/group.ts';
import { NOT_RANKED } from '../domain/score.ts';
import { readNames } from './board-people.server.ts';
import * as boards from './repository/board.server.ts';

/** So many rows make a page of a board. */
export const PAGE_ROWS = 50;

/** What of a board is asked for; nothing = its first page. */
export interface View {
	readonly kind: 'people' | 'units' | 'near';
	readonly group: Group | null;
	/** Part of a name or of a unit's name; '' = everybody. */
	readonly query: string;
	readonly page: number;
}

export interface PlacedRow extends boards.BoardRow {
	readonly rank: number | null;
	/** Place inside the group that is looked at; elsewhere the rank. */
	readonly place: number | null;
}
export interface PlacedRows {
	readonly rows: readonly PlacedRow[];
	readonly count: number;
}
const NOBODY: PlacedRows = { rows: [], count: 0 };

/** The rows of a view, a page of them. */
export async function readRows(ctx: Ctx, cycle: Cycle, view: View): Promise<PlacedRows> {
	if (view.kind === 'units') return NOBODY;
	if (view.kind === 'near') return readNear(ctx, cycle);
	if (view.group !== null || view.query !== '') return readAmong(ctx, cycle, view);
	const from = (view.page - 1) * PAGE_ROWS;
	const [rows, count] = await Promise.all([
		boards.selectPage(ctx.db, cycle, { rows: PAGE_ROWS, from }),
		boards.countRows(ctx.db, cycle)
	]);
	return { rows: await placed(ctx, cycle, { rows, from }), count };
}

/** The best of a month. */
export async function readTop(ctx: Ctx, cycle: Cycle, count: number): Promise<readonly PlacedRow[]> {
	const rows = await boards.selectPage(ctx.db, cycle, { rows: count, from: 0 });
	return placed(ctx, cycle, { rows: rows.filter(({ standing }) => standing !== NOT_RANKED), from: 0 });
}

interface Run {
	readonly rows: readonly boards.BoardRow[];
	/** Rows of the board before the first of them. */
	readonly from: number;
}

async function placed(ctx: Ctx, cycle: Cycle, { rows, from }: Run): Promise<PlacedRow[]> {
	const [first] = rows;
	if (!first) return [];
	const higher = from === 0 ? 0 : await boards.countHigher(ctx.db, cycle, first.standing);
	const ranks = ranksFrom(rows, { rows: from, higher });
	return rows.map((row, at) => ({ ...row, rank: ranks[at]!, place: ranks[at]! }));
}

/** The reader's neighbours; nobody's where the reader is not ranked. */
async function readNear(ctx: Ctx, cycle: Cycle): Promise<PlacedRows> {
	const me = ctx.actor && (await boards.selectPlace(ctx.db, cycle, ctx.actor.personId));
	if (!me || me.standing === NOT_RANKED) return NOBODY;
	const { above, below, rowsBefore } = await boards.selectAround(ctx.db, cycle, me, NEIGHBOURS);
	const rows = await placed(ctx, cycle, { rows: [...above, me, ...below], from: rowsBefore });
	return { rows, count: rows.length };
}

/** Of a group or a name everybody has to be looked at: who belongs to it stands in the register and not on the board. */
async function readAmong(ctx: Ctx, cycle: Cycle, { group, query, page }: View): Promise<PlacedRows> {
	const all = await placed(ctx, cycle, { rows: await boards.selectWhole(ctx.db, cycle), from: 0 });
	const nameOf = await readNames(ctx, all, boundsOf(cycle).from);
	const named = all.map((row) => ({ row, ...nameOf(row) }));
	const among = rankWithin(
		named.filter((one) => group === null || one.group === group).map(({ row, ...one }) => ({ ...one, ...row }))
	);
	const fits = among.filter(({ name, unitName }) => name.includes(query) || unitName.includes(query));
	const rows = fits.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
	return {
		rows: rows.map(({ officerId, unitId, standing, rank, place }) => ({ officerId, unitId, standing, rank, place })),
		count: fits.length
	};
}
