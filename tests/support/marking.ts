import { assignMarkers } from '#lib/drafting/server/use-cases/assign-markers.server.ts';
import { giveMark } from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { instantOf } from '#lib/shared/time.ts';
import type { FreshDatabase } from './database.ts';
import { handIn } from './drafting.ts';
import { addActor, contextOf, makeBureau, valueOf } from './people.ts';

export const FRIDAY = instantOf('2026-11-20', '09:00');

interface Row {
	readonly id: string;
	readonly place: number;
	readonly marker_id: string;
}

/** A level for each criterion of `GUIDE`. */
export const sheet = (facts: number, reasons = facts) => ({ levels: { facts, reasons }, comments: [] });

/** The bureau with five who may mark, and the ways of a document through their hands. */
export async function makeMarkers({ db, sql }: Pick<FreshDatabase, 'db' | 'sql'>) {
	const bureau = await makeBureau(db);
	const add = (account: string, name: string, role: 'judge' | 'trainer') =>
		addActor(db, { account, name, unitId: bureau.bureau, roles: [role] });
	const judge = await add('pei.mingyuan', '裴明远', 'judge');
	const second = await add('gu.xiaotang', '顾晓棠', 'trainer');
	const markers = [bureau.trainer, bureau.townTrainer, bureau.reviewer, judge, second];

	const as = (actor: Actor | null, now = FRIDAY, seed = 7) => contextOf(db, { actor, now, seed });
	/** Who holds a document, in the order of places. */
	const rowsOf = async (draftId: string) =>
		(await sql`select id, place, marker_id from marking
			where draft_id = ${draftId} and recused_at is null order by place`) as unknown as Row[];
	const markerOf = ({ marker_id }: Row) => markers.find(({ personId }) => personId === marker_id)!;
	const markerAt = async (draftId: string, place: number) => {
		const row = (await rowsOf(draftId)).find((one) => one.place === place)!;
		return { id: row.id, ctx: as(markerOf(row)), actor: markerOf(row) };
	};
	const give = async (draftId: string, place: number, levels: ReturnType<typeof sheet>) => {
		const { id, ctx } = await markerAt(draftId, place);
		valueOf(await giveMark(ctx, id, levels));
	};
	/** A document on which two agreed. */
	const settle = async (officer: Actor, facts = 3) => {
		const draftId = await handIn(db, officer);
		await assignMarkers(as(null));
		for (const place of [1, 2]) await give(draftId, place, sheet(facts));
		return draftId;
	};
	return { bureau, markers, as, rowsOf, markerOf, markerAt, give, settle };
}
