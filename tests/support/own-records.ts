import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, is } from 'drizzle-orm';
import { type PgColumn, PgTable, getTableConfig } from 'drizzle-orm/pg-core';
import { person } from '#db/schema/identity.ts';
import { RECORDS as arena } from '#lib/arena/server/repository/own-records.server.ts';
import { REHEARSAL_RECORDS as rehearsals } from '#lib/arena/server/repository/own-rehearsals.server.ts';
import { RECORDS as cases } from '#lib/cases/server/repository/own-records.server.ts';
import { RECORDS as discretion } from '#lib/discretion/server/repository/own-records.server.ts';
import { RECORDS as drafting } from '#lib/drafting/server/repository/own-records.server.ts';
import { RECORDS as drills } from '#lib/drills/server/repository/own-records.server.ts';
import { RECORDS as identity } from '#lib/identity/server/repository/own-records.server.ts';
import { RECORDS as law } from '#lib/law/server/repository/own-records.server.ts';
import { RECORDS as notices } from '#lib/notices/server/repository/own-records.server.ts';
import { RECORDS as own } from '#lib/own/server/repository/own-records.server.ts';
import { OWN_AUDIT } from '#lib/platform/audit.server.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { RECORDS as ranking } from '#lib/ranking/server/repository/own-records.server.ts';
import { RECORDS as settings } from '#lib/settings/server/repository/own-records.server.ts';
import { RECORDS as studio } from '#lib/studio/server/repository/own-records.server.ts';
import { ROOT } from './cluster.ts';

/** What every room puts into the copy of own data, in the order of the copy. */
export const ALL_RECORDS: readonly OwnRecord[] = [
	...[
		...identity,
		...drills,
		...cases,
		...drafting,
		...discretion,
		...arena,
		...rehearsals,
		...law,
		...studio,
		...ranking,
		...settings,
		...own,
		...notices
	],
	OWN_AUDIT
];

/** Every table of db/schema. */
export async function readTables(): Promise<PgTable[]> {
	const folder = join(ROOT, 'db/schema');
	const files = readdirSync(folder).map((file) => import(join(folder, file)) as Promise<Record<string, unknown>>);
	const exported = (await Promise.all(files)).flatMap((module) => Object.values(module));
	return [...new Set(exported.filter((one): one is PgTable => is(one, PgTable)))];
}

/** `drill_answer.officerId` */
export const keyOf = (column: PgColumn): string => {
	const found = Object.entries(getTableColumns(column.table)).find(([, one]) => one === column);
	return `${getTableConfig(column.table).name}.${found![0]}`;
};

/** Columns that hold a person: by reference, or by a name that says so. */
export function personColumns(table: PgTable): PgColumn[] {
	const referring = getTableConfig(table).foreignKeys.flatMap((key) => {
		const { columns, foreignTable } = key.reference();
		return foreignTable === person ? columns : [];
	});
	const named = Object.entries(getTableColumns(table)).flatMap(([key, column]) => {
		return column.getSQLType() === 'uuid' && /^(officer|person|actor|nominee|reviewer|marker)Id$/.test(key)
			? [column]
			: [];
	});
	return [...new Set([...referring, ...named])] as PgColumn[];
}

/** The tables that a table refers to. */
export const parentsOf = (table: PgTable): PgTable[] =>
	getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
