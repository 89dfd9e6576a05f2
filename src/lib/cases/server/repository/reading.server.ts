import { and, eq, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { type casePlace, caseStudy, caseVersion, checkpointAnswer } from '#db/schema/cases.ts';
import type { OwnDecision } from '../../domain/own-decision.ts';

/** What a reader has done at one gate of a case: answers, or decisions. */
export interface GivenAtGate {
	readonly gate: string;
	readonly answer: readonly string[] | readonly OwnDecision[];
}

/** Which version is shown, and how far somebody is in it. */
export interface Standing {
	readonly version: number;
	readonly given: readonly GivenAtGate[];
	readonly place: { readonly version: number; readonly block: number; readonly at: string } | null;
	/** Gates passed in the shown version of every case that the reader has begun. */
	readonly passed: Readonly<Record<string, number>>;
}

interface StandingRow {
	readonly version: number;
	readonly given: GivenAtGate[] | null;
	readonly place: Standing['place'];
	readonly passed: Standing['passed'] | null;
}

const readStanding = statement<StandingRow>(`
	select s.current_version as version,
		(select json_agg(json_build_object('gate', a.checkpoint, 'answer', a.answer)) from checkpoint_answer a
			where a.person_id = $2::uuid and a.case_id = s.id and a.case_version = s.current_version) as given,
		(select json_build_object('version', p.case_version, 'block', p.block, 'at', p.read_at) from case_place p
			where p.person_id = $2::uuid and p.case_id = s.id) as place,
		(select json_object_agg(case_id, gates) from (
			select a.case_id, count(*) as gates from checkpoint_answer a
			join case_study c on c.id = a.case_id and c.current_version = a.case_version
			where a.person_id = $2::uuid group by 1) own) as passed
	from case_study s
	where s.id = $1 and s.current_version is not null`);

/** Everything that changes about a case from request to request, in one statement; null = there is no such case. @param personId null = a visitor */
export async function selectStanding(db: Db, id: string, personId: string | null): Promise<Standing | null> {
	const [row] = await readStanding(db, [id, personId]);
	return row ? { ...row, given: row.given ?? [], passed: row.passed ?? {} } : null;
}

/** One version with its text. */
export async function selectVersion(db: Db, id: string, version: number) {
	const [row] = await db
		.select()
		.from(caseVersion)
		.where(and(eq(caseVersion.id, id), eq(caseVersion.version, version)));
	return row ?? null;
}
export type CaseRow = NonNullable<Awaited<ReturnType<typeof selectVersion>>>;

/** The shown versions of several cases with their texts, in the order asked. */
export async function selectShown(db: Db, ids: readonly string[]): Promise<CaseRow[]> {
	const rows = await db
		.select({ version: caseVersion })
		.from(caseStudy)
		.innerJoin(caseVersion, and(eq(caseVersion.id, caseStudy.id), eq(caseVersion.version, caseStudy.currentVersion)))
		.where(sql`${caseStudy.id} = any(string_to_array(${ids.join(' ')}, ' '))`);
	const byId = new Map(rows.map(({ version }) => [version.id, version]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The first answer stands. @returns false when there was one */
export async function insertAnswer(db: Db, row: typeof checkpointAnswer.$inferInsert): Promise<boolean> {
	const rows = await db
		.insert(checkpointAnswer)
		.values(row)
		.onConflictDoNothing()
		.returning({ checkpoint: checkpointAnswer.checkpoint });
	return rows.length > 0;
}

const writePlace = statement<never>(`
	insert into case_place (person_id, case_id, case_version, block, read_at)
	values ($1::uuid, $2, $3::int, $4::smallint, $5::timestamptz)
	on conflict (person_id, case_id) do update set case_version = excluded.case_version, block = excluded.block, read_at = excluded.read_at
		where case_place.read_at <= excluded.read_at`);

/** Where a reader is now; of two devices the later one stands. */
export async function savePlace(db: Db, one: typeof casePlace.$inferInsert): Promise<void> {
	await writePlace(db, [one.personId, one.caseId, one.caseVersion, one.block, one.readAt.toISOString()]);
}
