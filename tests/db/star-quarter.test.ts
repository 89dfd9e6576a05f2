import { expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { inTransaction } from '#lib/platform/ctx.server.ts';
import { pieceFact } from '#lib/ranking/domain/entry.ts';
import { objectToAward, verifyObjection } from '#lib/ranking/server/use-cases/award-publicity.server.ts';
import { revokeAward } from '#lib/ranking/server/use-cases/award-publish.server.ts';
import { readAward } from '#lib/ranking/server/use-cases/award-read.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { computeCycle } from '#lib/ranking/server/use-cases/compute-cycle.server.ts';
import { decideRule } from '#lib/ranking/server/use-cases/decide-rule.server.ts';
import { previewDraft, proposeRule } from '#lib/ranking/server/use-cases/propose-rule.server.ts';
import { readCertificate } from '#lib/ranking/server/use-cases/award-read.server.ts';
import { checkCode } from '#lib/ranking/server/use-cases/public-awards.server.ts';
import { readBoard } from '#lib/ranking/server/use-cases/read-board.server.ts';
import { readEntries } from '#lib/ranking/server/use-cases/read-entries.server.ts';
import { readRuleForm } from '#lib/ranking/server/use-cases/read-rules.server.ts';
import { correctEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { recordMonth } from '../support/ledger-month.ts';
import { addActor, contextOf, makeBureau, valueOf } from '../support/people.ts';
import { judgeSelection, publiciseNext, publishReady } from '../support/play-selection.ts';

// Three months of a small bureau in their order; each test goes on where the one before has ended.

const { db, sql } = await freshDatabase(8);
const { bureau, brigade, lin, xu, wei, trainer, townTrainer, reviewer } = await makeBureau(db);
const add = (account: string, name: string, unitId: string, role: 'officer' | 'supervisor' | 'judge' | 'trainer') =>
	addActor(db, { account, name, unitId, roles: [role] });
const su = await add('su.yan', '苏砚', brigade, 'officer');
const chief = await add('wei.dongli', '卫东篱', bureau, 'supervisor');
const judges = [
	...[trainer, townTrainer, reviewer],
	...(await Promise.all(
		['裴明远', '康若兰', '顾晓棠', '岑知白'].map((name, at) =>
			add(`judge.${at}`, name, bureau, at > 1 ? 'trainer' : 'judge')
		)
	))
];
const as = (actor: Actor | null, day: string) => contextOf(db, { actor, seed: 5, now: instantOf(day, '10:00') });
const house = { chief, judges, as };
await sql`update person set certificate_number = '演示', certificate_expires_on = '2028-06-30'`;

const leaders = async (cycle: string, day: string) =>
	valueOf(await readBoard(as(lin, day), cycle)).people.map(({ name, rank }) => `${rank ?? '-'} ${name}`);
/** The published bytes of a month. */
const published = async (cycle: string) => {
	const [row] = await sql<
		{ board: unknown; root: string }[]
	>`select board, root from closed_cycle where cycle = ${cycle}`;
	return { bytes: canonical(row!.board), root: row!.root };
};
const sound = async (day: string) => (await verifyLedger(as(null, day))).faults;
const kept = { bytes: '', root: '' };
let october = '';
let code = '';

test('October: two share the first place; the panel decides, the tie of the board is told', async () => {
	await recordMonth(as(null, '2026-10-01'), '2026-10', [
		...[lin, su].map((actor) => ({ actor, marks: [100, 100, 100, 100, 50] })),
		{ actor: xu, marks: [100, 100, 100, 50, 50] },
		{ actor: wei, marks: [100, 50, 50, 50, 50] }
	]);
	await closeCycles(as(null, '2026-11-01'));
	expect((await leaders('2026-10', '2026-11-02')).map((line) => line[0])).toEqual(['1', '1', '3', '4']);
	Object.assign(kept, await published('2026-10'));
	october = await judgeSelection(house, { honour: 'star', cycle: '2026-10', day: '2026-11-02', size: 3 });
	const { nominees } = valueOf(await readAward(as(chief, '2026-11-02'), october));
	const tied = nominees.filter((one) => one.score?.isShortlisted);
	// Same marks, same totals: nobody decides by chance, so both are publicised.
	expect(tied.map(({ score }) => score!.tie)).toEqual([
		'平均分相同，各项同分规则也相同，并列。',
		'平均分相同，各项同分规则也相同，并列。'
	]);
	expect((await publiciseNext(house, october, '2026-11-03')).sort()).toEqual(['林岳', '苏砚'].sort());
	const stars = await publishReady(house, october, '2026-11-11');
	expect(stars.map(({ name }) => name).sort()).toEqual(['林岳', '苏砚'].sort());
	code = valueOf(await readCertificate(as(lin, '2026-11-11'), october, lin.personId)).code;
	expect(await checkCode(as(null, '2026-11-12'), code)).toMatchObject({ verdict: 'right' });
});

test('the office changes the rule: proposed with a preview, confirmed by another person, from December on', async () => {
	const { base, fields, days } = valueOf(await readRuleForm(as(chief, '2026-11-12'), null));
	expect([base, days[0]]).toEqual(['2', '2026-12-01']);
	const changed = { ...fields, 'weight/drafting': '40', 'weight/retained': '15' };
	const draft = { base, effectiveFrom: '2026-12-01', reason: '今年检查发现文书最弱，加重文书。', fields: changed };
	const preview = valueOf(await previewDraft(as(chief, '2026-11-12'), draft));
	// Nobody wrote anything in October, and questions alone are no place under a rule of documents.
	expect(preview).toMatchObject({ title: '2026年10月', version: 1, people: 4, moved: 4, ranked: [4, 0] });
	expect(preview.rows.filter(({ isPodium }) => isPodium)).toHaveLength(3);
	expect(valueOf(await proposeRule(as(chief, '2026-11-12'), draft))).toBe(3);
	valueOf(await decideRule(as(reviewer, '2026-11-13'), { version: 3, verdict: 'confirmed', reason: '' }));
	const running = valueOf(await readBoard(as(lin, '2026-11-14'), '2026-11'));
	expect(running).toMatchObject({ ruleVersion: 1, announced: { version: 3, from: '2026年12月1日' } });
	expect(await published('2026-10')).toEqual(kept);
	expect(await sound('2026-11-14')).toEqual([]);
});

test('November: an objection is upheld, and the next one gets it', async () => {
	await recordMonth(as(null, '2026-11-01'), '2026-11', [
		{ actor: xu, marks: [100, 100, 100, 100, 100] },
		{ actor: wei, marks: [100, 100, 100, 100, 0] },
		{ actor: lin, marks: [100, 0, 0, 0, 0] }
	]);
	await closeCycles(as(null, '2026-12-01'));
	const id = await judgeSelection(
		house,
		{ honour: 'star', cycle: '2026-11', day: '2026-12-01', size: 3 },
		{ [xu.personId]: 8 }
	);
	const before = valueOf(await readAward(as(chief, '2026-12-01'), id));
	// 林岳 had it in October: no two in a row.
	expect(before.passedOver.map(({ name }) => name)).toContain('林岳');
	expect(await publiciseNext(house, id, '2026-12-02')).toEqual(['许漫青']);
	const given = { officerId: xu.personId, reason: '事迹里的整理是全队一起做的。', evidence: [] };
	valueOf(await objectToAward(as(lin, '2026-12-03'), id, given));
	const { objections, panel } = valueOf(await readAward(as(chief, '2026-12-03'), id));
	const free = judges.find(({ personId }) => panel.every((seat) => seat.id !== personId))!;
	for (const actor of [chief, free]) {
		const finding = { objectionId: objections[0]!.id, finding: 'upheld' as const, reason: '问过全队，属实。' };
		valueOf(await verifyObjection(as(actor, '2026-12-04'), id, finding));
	}
	expect(await publiciseNext(house, id, '2026-12-07')).toEqual(['韦小满']);
	expect((await publishReady(house, id, '2026-12-15')).map(({ name }) => name)).toEqual(['韦小满']);
});

test('December is ranked by the new rule: whoever writes well overtakes whoever only answers', async () => {
	await recordMonth(as(null, '2026-12-01'), '2026-12', [
		{ actor: lin, marks: [100, 100, 100, 100, 100], documents: [70] },
		{ actor: xu, marks: [100, 100, 100, 100, 0], documents: [95] }
	]);
	await closeCycles(as(null, '2027-01-01'));
	expect(await leaders('2026-12', '2027-01-04')).toEqual(['1 许漫青', '2 林岳']);
	const board = valueOf(await readBoard(as(lin, '2027-01-04'), '2026-12'));
	expect(board.people.map(({ total }) => total)).toEqual([8800, 8400]);
	expect(board.ruleVersion).toBe(3);
});

test('October’s star is taken back for new facts; the certificate says so, the board stays', async () => {
	const given = { officerId: lin.personId, signer: '局长 周山', reason: '复核发现事迹表述不实。' };
	valueOf(await revokeAward(as(chief, '2027-01-05'), october, given));
	expect(await checkCode(as(null, '2027-01-05'), code)).toMatchObject({ verdict: 'revoked' });
	expect(await published('2026-10')).toEqual(kept);
});

test('a mark that is corrected after its month counts once: not again in the new month, and is told beside the old board', async () => {
	const [entry] = await sql<{ source_id: string }[]>`select source_id from ledger_entry
		where officer_id = ${lin.personId} and source = 'drafting'`;
	const about = {
		officerId: lin.personId,
		unitId: lin.unitId,
		source: 'drafting' as const,
		sourceId: entry!.source_id
	};
	const correct = (mark: number, day: string) =>
		inTransaction(as(null, day), (inner) =>
			correctEntry(inner, { ...about, day, facts: [pieceFact('task:made-0@1', mark, 3)] })
		);
	const before = await published('2026-12');
	await correct(90, '2027-01-08');
	await correct(85, '2027-01-11');
	const december = valueOf(await readBoard(as(chief, '2027-01-12'), '2026-12'));
	expect(december.people.map(({ name, total }) => [name, total])).toEqual([
		['许漫青', 8800],
		['林岳', 8400]
	]);
	// (20 × 100 + 15 × 100 + 40 × 85) ÷ 75
	expect(december.corrections).toMatchObject([
		{ name: '林岳', count: 2, totalFrom: 8400, totalTo: 9200, rankFrom: 2, rankTo: 1 }
	]);
	expect(await published('2026-12')).toEqual(before);
	const january = valueOf(await readEntries(as(lin, '2027-01-12'), '2027-01', lin.personId));
	expect(january.tally).toEqual({ sets: 0, fresh: 0, freshMarks: 0, reviews: 0, retained: 0 });
	expect(january.entries).toHaveLength(2);
	expect(january.entries.every(({ correction }) => correction!.includes('2026-12'))).toBe(true);
	expect(january.entries.flatMap(({ facts }) => facts.flatMap(({ counts }) => counts))).toEqual([]);
});

test('everything can be recomputed: no fault, and the same bytes', async () => {
	expect(await sound('2027-01-12')).toEqual([]);
	for (const cycle of ['2026-10', '2026-11', '2026-12']) {
		const { board } = await computeCycle(as(null, '2027-01-12'), cycle);
		expect(canonical(board)).toBe((await published(cycle)).bytes);
	}
});
