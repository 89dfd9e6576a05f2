import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Role } from '../../domain/roles.ts';
import { authorise } from '../authorise.server.ts';
import * as repository from '../repository.server.ts';

// What other rooms need to know about people and units; they decide themselves who may see it.

/** Name and unit of each person, by id. */
export async function readPeople(ctx: Ctx, ids: readonly string[]) {
	if (ids.length === 0) return new Map<never, never>();
	const rows = await repository.selectPeople(ctx.db, ids);
	return new Map(rows.map((row) => [row.id, row]));
}
export type PersonCard = Awaited<ReturnType<typeof repository.selectPeople>>[number];

/** The present unit of each person. */
export async function readUnitsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await repository.selectPeople(ctx.db, ids);
	return new Map(rows.map(({ id, unitId }) => [id, unitId]));
}

/** All units, parents before children. */
export function readUnits(ctx: Ctx) {
	return repository.selectUnits(ctx.db);
}

/** Active holders of a role. */
export function readHolders(ctx: Ctx, role: Role) {
	return repository.selectHolders(ctx.db, role);
}

export function countPeople(ctx: Ctx): Promise<number> {
	return repository.countPeople(ctx.db);
}

/** Colleagues whose name holds the words, for the search box of signed-in people. */
export async function findPeople(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'search.findPeople');
	return repository.findPeople(ctx.db, `%${query.replace(/[\\%_]/g, '\\$&')}%`, limit);
}
