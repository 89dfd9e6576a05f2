import type postgres from 'postgres';
import { expect } from 'vitest';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { addToAgenda, planMeeting } from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { LAW, makeCase } from './bank.ts';
import { CRITERIA_KEYS, type CaseSheet, type Criterion } from '#lib/cases/domain/commentary/score-sheet.ts';
import type { MeetingPlan } from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import { MORNING, TODAY, valueOf } from './people.ts';

/** A meeting this afternoon. */
export function planOf(chairId: string, change: Partial<MeetingPlan> = {}): MeetingPlan {
	const place = '三楼会议室';
	return { title: '十一月典型案例点评会', day: TODAY, clock: '14:30', place, chairId, recorderId: chairId, ...change };
}

const fill = <T>(value: T) => Object.fromEntries(CRITERIA_KEYS.map((key) => [key, value])) as Record<Criterion, T>;
const POINTS: Record<Criterion, number> = { facts: 18, procedure: 18, law: 18, discretion: 13, effect: 8, writing: 13 };

/** A sheet of 88 points that needs no reasons; `change` its points. */
export function sheetOf(change: Partial<Record<Criterion, number>> = {}): CaseSheet {
	return { points: { ...POINTS, ...change }, reasons: fill(''), remark: '' };
}

/** A good, a bad and a mixed case: `case-positive`, `case-negative`, `case-mixed`. */
export async function loadMeetingCases(ctx: Ctx): Promise<void> {
	await loadLaws(ctx, [LAW]);
	await loadCases(
		ctx,
		(['positive', 'negative', 'mixed'] as const).map((polarity) => makeCase(`case-${polarity}`, { polarity }))
	);
}

/** A planned meeting with the cases of these polarities; who speaks, judges and records is given. @returns its id */
export async function planMeetingOf(
	ctx: Ctx,
	{ trainer, recorder, expert, speaker }: Record<'trainer' | 'recorder' | 'expert' | 'speaker', Actor>,
	polarities: readonly string[]
): Promise<string> {
	const id = newId(MORNING);
	valueOf(await planMeeting(ctx, id, planOf(trainer.personId, { recorderId: recorder.personId })));
	for (const polarity of polarities) {
		const who = { expertId: expert.personId, speakers: [speaker.personId] };
		valueOf(await addToAgenda(ctx, id, { caseId: `case-${polarity}`, minutes: 20, ...who }));
	}
	return id;
}

/** The database refuses to change or take away rows of these tables (`prefix_name`), which have some. */
export async function expectAppendOnly(sql: postgres.Sql, prefix: string, names: readonly string[]): Promise<void> {
	for (const table of names.map((name) => `${prefix}_${name}`)) {
		const [before] = await sql.unsafe(`select count(*)::int from ${table}`);
		expect(before!['count'], table).toBeGreaterThan(0);
		const column = table === 'commentary_minutes' ? 'digest' : 'at';
		for (const text of [
			`update ${table} set ${column} = ${column}`,
			`delete from ${table}`,
			`truncate ${table} cascade`
		])
			await expect(sql.unsafe(text), text).rejects.toMatchObject({ code: '23001' });
	}
}
