import type { Ctx } from '#lib/platform/ctx.server.ts';
import { containing } from '#lib/shared/like.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import type { Actor, Role } from '../../domain/roles.ts';
import { authorise } from './authorise.server.ts';
import * as repository from '../repository.server.ts';
import { selectAbsent } from '../repository/person-history.server.ts';

// What other rooms need to know about people and units; they decide themselves who may see it.

/** Name, present unit and first day of each person, by id. */
export async function readPeople(ctx: Ctx, ids: readonly string[]) {
	const rows = ids.length === 0 ? [] : await repository.selectPeople(ctx.db, ids);
	return new Map(rows.map((row) => [row.id, row]));
}
export type PersonCard = Omit<Awaited<ReturnType<typeof repository.selectPeople>>[number], 'joinedOn'>;

/** Which of these people are away on a day. */
export async function readAbsent(ctx: Ctx, ids: readonly string[], day: Day): Promise<ReadonlySet<string>> {
	return new Set(ids.length === 0 ? [] : await selectAbsent(ctx.db, ids, day));
}

/** The present unit of each person. */
export async function readUnitsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
	const rows = await repository.selectPeople(ctx.db, ids);
	return new Map(rows.map(({ id, unitId }) => [id, unitId]));
}

/** All units, parents before children; closed ones as well, for what happened in them. */
export function readUnits(ctx: Ctx) {
	return repository.selectUnits(ctx.db);
}

/** Some units, by id. */
export async function readUnitsBy(ctx: Ctx, ids: readonly string[]) {
	const rows = ids.length === 0 ? [] : await repository.selectUnitsBy(ctx.db, ids);
	return new Map(rows.map((row) => [row.id, row]));
}

/** The units that there are now. */
export async function readOpenUnits(ctx: Ctx) {
	return (await repository.selectUnits(ctx.db)).filter(({ closedOn }) => closedOn === null);
}

export function countPeople(ctx: Ctx): Promise<number> {
	return repository.countPeople(ctx.db);
}

/** Active people who hold one of the roles. */
export function readHolders(ctx: Ctx, roles: readonly Role[]) {
	return repository.selectHolders(ctx.db, roles, dayOf(ctx.now));
}

/** Active officers with unit and first day. */
export function readOfficers(ctx: Ctx) {
	return repository.selectOfficers(ctx.db, dayOf(ctx.now));
}
export type OfficerCard = Awaited<ReturnType<typeof repository.selectOfficers>>[number];

/** Who may be given an honour: at work as an officer, with which certificate; by id. */
export async function readCandidates(ctx: Ctx, ids: readonly string[]) {
	const rows = ids.length === 0 ? [] : await repository.selectCandidates(ctx.db, ids, dayOf(ctx.now));
	return new Map(rows.map((row) => [row.id, row]));
}

/** Everything in a text that would lead to somebody: names, accounts and certificate numbers, and units below the bureau. */
export async function readTraces(ctx: Ctx) {
	const [people, units] = await Promise.all([repository.selectTraces(ctx.db), repository.selectUnits(ctx.db)]);
	return {
		names: people.map(({ name }) => name),
		marks: people.flatMap(({ account, certificateNumber }) => [account, certificateNumber ?? []].flat()),
		units: units.filter(({ parentId }) => parentId !== null).map(({ name }) => name)
	};
}

/** Colleagues whose name holds the words, for the search box of signed-in people. */
export async function findPeople(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'search.findPeople');
	return repository.findPeople(ctx.db, containing(query), limit);
}

/** A person as an actor without a session. Only for programs that act in somebody's name: the demo's history. */
export async function readActor(ctx: Ctx, personId: string): Promise<Actor> {
	const actor = await repository.selectActor(ctx.db, personId, dayOf(ctx.now));
	if (!actor) throw new Error(`no active person ${personId}`);
	return actor;
}

/** The same for a program that passes over whoever has left. */
export function findActor(ctx: Ctx, personId: string): Promise<Actor | null> {
	return repository.selectActor(ctx.db, personId, dayOf(ctx.now));
}

const NAME_SECONDS = 60;
let bureau: { name: string; until: number } | null = null;

/** The name of the root unit, kept for a minute: every page shows it, and it hardly ever changes. */
export async function readBureauName(ctx: Ctx): Promise<string> {
	if (!bureau || bureau.until < performance.now()) {
		const name = (await repository.selectRootName(ctx.db)) ?? '';
		bureau = { name, until: performance.now() + NAME_SECONDS * 1000 };
	}
	return bureau.name;
}

/** After the root was renamed here; other nodes show the old name for a minute. */
export function forgetBureauName(): void {
	bureau = null;
}
