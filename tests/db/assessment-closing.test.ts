import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { SeenClaim } from '#lib/ranking/domain/assessment/entry.ts';
import { decideFigures } from '#lib/ranking/server/use-cases/assessment-check.server.ts';
import { closeAssessment } from '#lib/ranking/server/use-cases/assessment-close.server.ts';
import { readCheck } from '#lib/ranking/server/use-cases/assessment-desk.server.ts';
import { readAssessment, readScorecard } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import { reportFigures } from '#lib/ranking/server/use-cases/assessment-report.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { recordMonth } from '../support/ledger-month.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(8);
const { bureau, town, lin, xu } = await makeBureau(db);
const supervise = (account: string, name: string) =>
	addActor(db, { account, name, unitId: bureau, roles: ['supervisor'] });
const [chief, deputy] = [await supervise('wei.dongli', '卫东篱'), await supervise('he.ping', '何平')];
const as = (actor: Actor | null, day: string) => contextOf(db, { actor, now: instantOf(day, '10:00') });
const OCTOBER = { period: '2026-10', unitId: town };
const PART = 'published-in-time';

/** A figure of the town for October, reported and confirmed. */
async function report(part: number, seen: number, day: string): Promise<void> {
	const claim: SeenClaim = {
		...{ subject: PART, figures: { part, whole: 4 }, account: `第 ${seen + 1} 次按台账核对。`, document: '台账 10 月' },
		...{ documentOn: '2026-10-31', link: null, seen }
	};
	valueOf(await reportFigures(as(xu, day), OCTOBER, [claim]));
	const [waiting] = valueOf(await readCheck(as(chief, day), OCTOBER)).waiting;
	valueOf(
		await decideFigures(as(chief, day), OCTOBER, [{ entryId: waiting!.entry.id, verdict: 'confirmed', reason: '' }])
	);
}
const card = async (day: string, period = '2026-10') =>
	valueOf(await readScorecard(as(xu, day), { period, unitId: town })).card;
const lawful = async (day: string) => (await card(day)).dimensions.find(({ id }) => id === 'lawful')!;
const page = async (day: string, period = '2026-10') => valueOf(await readAssessment(as(chief, day), period));
const close = (actor: Actor, day: string, reason = '', seen = 0, period = '2026-10') =>
	closeAssessment(as(actor, day), period, { reason, seen });
const WHY = '材料齐了的先定，其余下月补。';

beforeAll(async () => {
	await recordMonth(as(null, '2026-10-01'), '2026-10', [
		{ actor: lin, marks: [100, 100, 100, 100, 50] },
		{ actor: xu, marks: [100, 100, 100, 100, 100] }
	]);
	await closeCycles(as(null, '2026-11-01'));
	await report(2, 0, '2026-11-02');
});

describe('closing', () => {
	test('needs a period that is over, and a reason while something is missing', async () => {
		expect(refusalOf(await close(chief, '2026-10-31', WHY)).code).toBe('not-over');
		expect(refusalOf(await close(chief, '2026-11-03'))).toMatchObject({ code: 'no-reason', field: 'reason' });
		expect(await sql`select 1 from assessment_closing`).toHaveLength(0);
	});
	test('two at once and a double click close once, for all units', async () => {
		const both = await Promise.all([chief, chief].map((one) => close(one, '2026-11-03', WHY)));
		expect(both.map(valueOf)).toEqual([1, 1]);
		expect(refusalOf(await close(deputy, '2026-11-03', '另一个理由')).code).toBe('changed-meanwhile');
		const [row] =
			await sql`select count(*)::int as count, count(distinct unit_id)::int as units from assessment_closing`;
		expect(row).toEqual({ count: 2, units: 2 });
		expect((await page('2026-11-03')).closing).toMatchObject({
			...{ version: 1, mayClose: true, changed: 0 },
			versions: [{ number: 1, by: '卫东篱', reason: WHY }]
		});
	});
});

describe('after closing', () => {
	test('later figures are taken, seen and change nothing', async () => {
		expect((await lawful('2026-11-04')).value).toBe(5000);
		await report(4, 1, '2026-11-05');
		const dimension = await lawful('2026-11-06');
		expect(dimension.value).toBe(5000);
		const shown = dimension.indicators.find(({ id }) => id === PART)!;
		expect(shown.counts!.figures).toContain('2 件按时公示');
		expect(shown.waiting!.figures).toContain('4 件按时公示');
	});
	test('neither does what the platform itself finds out later', async () => {
		const before = (await card('2026-11-06')).dimensions.find(({ id }) => id === 'talent')!.value;
		await sql`update person set certificate_number = '演示', certificate_expires_on = '2028-06-30'`;
		expect((await card('2026-11-06')).dimensions.find(({ id }) => id === 'talent')!.value).toBe(before);
	});
	test('a correction is the next version with its reason; the first one stays', async () => {
		expect(refusalOf(await close(deputy, '2026-11-09', '', 1))).toMatchObject({ code: 'no-reason', field: 'reason' });
		expect(valueOf(await close(deputy, '2026-11-09', '复查发现十月四件都已按时公示。', 1))).toBe(2);
		expect((await lawful('2026-11-09')).value).toBe(10_000);
		expect((await card('2026-11-09')).closing).toMatchObject({ version: 2, by: '何平' });
		const kept = await sql<{ value: number }[]>`select (assessment #>> '{dimensions,2,value}')::int as value
			from assessment_closing where unit_id = ${town} order by version`;
		expect(kept.map(({ value }) => value)).toEqual([5000, 10_000]);
	});
	test('the database itself changes and takes back nothing', async () => {
		await expect(sql`update assessment_closing set reason = 'x'`).rejects.toMatchObject({ code: '23001' });
		await expect(sql`delete from assessment_closing`).rejects.toMatchObject({ code: '23001' });
	});
});

test('a year takes along the months that are still open, and leaves those that are closed', async () => {
	expect(valueOf(await close(chief, '2027-01-05', WHY, 0, '2026'))).toBe(1);
	const rows = await sql<{ period: string; version: number }[]>`select period, max(version)::int as version
		from assessment_closing where unit_id = ${town} group by period order by period`;
	expect(rows).toHaveLength(13);
	expect(rows.find(({ period }) => period === '2026-10')!.version).toBe(2);
	expect(rows.filter(({ version }) => version === 1)).toHaveLength(12);
	expect((await page('2027-01-06', '2026')).closing).toMatchObject({ version: 1, changed: 0 });
});
