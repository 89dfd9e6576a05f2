import type { Ctx } from '#lib/platform/ctx.server.ts';
import { canonicalDigest } from '#lib/shared/canonical.ts';
import type { Table } from '#lib/shared/table.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Mapping } from '../domain/import/fields.ts';
import { judgeRows } from '../domain/import/judge-rows.ts';
import type { Choices, Judgement, Known } from '../domain/import/judgement.ts';
import { type ReadRow, readRows } from '../domain/import/read-rows.ts';
import { mayRun } from '../domain/permissions.ts';
import { selectNamed } from './repository/imported-people.server.ts';
import { selectOpenUnits } from './open-units.server.ts';

export interface TableToJudge extends Choices {
	readonly content: Table;
	readonly mapping: Mapping;
}

export interface Judged extends Judgement {
	/** SHA-256 of everything that confirming would do: what is confirmed is what was shown. */
	readonly digest: string;
}

/** Whether the actor answers for the people of a unit; the command line does for all. */
export const answersFor = ({ actor }: Ctx, unitPath: string): boolean =>
	actor === null || mayRun(actor, 'identity.importPeople', { unitPath });

/** Reads the table by its mapping and judges each row against who is here now. */
export async function judgeTable(ctx: Ctx, { content, mapping, makesUnits, decisions }: TableToJudge): Promise<Judged> {
	const rows = readRows(content, mapping);
	const judgement = judgeRows(rows, await loadKnown(ctx, rows), { makesUnits, decisions });
	const acts = judgement.rows.flatMap(({ number, act }) => (act.kind === 'none' ? [] : [{ number, act }]));
	return { ...judgement, digest: canonicalDigest({ acts, units: judgement.newUnits }) };
}

async function loadKnown(ctx: Ctx, rows: readonly ReadRow[]): Promise<Known> {
	const names = rows.flatMap(({ person }) => person.name ?? []);
	const named = await selectNamed(ctx.db, {
		names,
		accounts: rows.flatMap(({ person }) => person.account ?? person.name?.toLowerCase() ?? []),
		certificates: rows.flatMap(({ person }) => person.certificateNumber ?? [])
	});
	const units = await selectOpenUnits(ctx.db);
	return {
		people: named.map(({ unitPath, ...person }) => ({ ...person, isInScope: answersFor(ctx, unitPath) })),
		units: units.map(({ id, parentId, name, path }) => ({ id, parentId, name, isInScope: answersFor(ctx, path) })),
		today: dayOf(ctx.now),
		importerId: ctx.actor?.personId ?? null
	};
}
