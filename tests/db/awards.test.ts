import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readAwards } from '#lib/ranking/server/use-cases/award-list.server.ts';
import { describeDeeds, dissent, nominate } from '#lib/ranking/server/use-cases/award-nominate.server.ts';
import { openAward } from '#lib/ranking/server/use-cases/award-open.server.ts';
import { objectToAward, publicise, verifyObjection } from '#lib/ranking/server/use-cases/award-publicity.server.ts';
import { confirmAward, publishAward, revokeAward } from '#lib/ranking/server/use-cases/award-publish.server.ts';
import { readAward, readAwardDocument, readCertificate } from '#lib/ranking/server/use-cases/award-read.server.ts';
import * as review from '#lib/ranking/server/use-cases/award-review.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { checkCode, readStar, readStars } from '#lib/ranking/server/use-cases/public-awards.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { freshDatabase } from '../support/database.ts';
import { OCTOBER, playDays } from '../support/month.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import {
	awardReaderRows,
	awardUnitRows,
	dissentRows,
	panelistRows,
	ruleDeciderRows,
	supervisorRows
} from '../support/award-rows.ts';

const { db, sql } = await freshDatabase(8);
const { bureau, brigade, lin, xu, wei, trainer, townTrainer, reviewer, administrator, auditor } = await makeBureau(db);
const add = (account: string, name: string, unitId: string, role: Parameters<typeof addActor>[1]['roles']) =>
	addActor(db, { account, name, unitId, roles: role! });
const su = await add('su.yan', '苏砚', brigade, ['officer']);
const chief = await add('wei.dongli', '卫东篱', bureau, ['supervisor']);
const deputy = await add('he.ping', '何平', bureau, ['supervisor']);
const judge = await add('pei.mingyuan', '裴明远', bureau, ['judge']);
const second = await add('kang.ruolan', '康若兰', bureau, ['judge']);
const third = await add('gu.xiaotang', '顾晓棠', bureau, ['trainer']);
const everybody = [trainer, townTrainer, reviewer, judge, second, third];

/** 6 November 2026 is a Friday; publicity that begins then ends on the 13th. */
const as = (actor: Actor | null, day = '2026-11-03', seed = 5) =>
	contextOf(db, { actor, seed, now: instantOf(day, '10:00') });
const view = async (actor: Actor, id: string, day?: string) => valueOf(await readAward(as(actor, day), id));
const sheetFor = (
	nominees: readonly { id: string }[],
	criteria: readonly { id: string }[],
	marks: Record<string, number>
) => ({
	marks: Object.fromEntries(
		nominees.map(({ id }) => [id, Object.fromEntries(criteria.map((one) => [one.id, marks[id] ?? 6]))])
	),
	reasons: {}
});
let id = '';

beforeAll(async () => {
	await sql`update person set certificate_number = '演示', certificate_expires_on = '2028-06-30'`;
	await sql`update person set certificate_expires_on = '2026-10-31' where account = 'su.yan'`;
	const team = [
		{ actor: lin, knows: () => true },
		{ actor: su, knows: () => true },
		{ actor: xu, knows: (item: string) => Number(item.slice(-1)) % 2 === 0 }
	];
	await playDays(db, team, OCTOBER);
});

describe('opening', () => {
	test('needs a cycle that is over and closed, and an honour that is offered', async () => {
		const refused = async (honour: string, cycle: string, day?: string) =>
			refusalOf(await openAward(as(chief, day), honour, cycle)).code;
		expect(await refused('star', '2026-10', '2026-10-31')).toBe('not-over');
		expect(await refused('star', '2026-10')).toBe('not-closed');
		expect(await refused('champion', '2026-Q3')).toBe('no-such-honour');
		expect(await refused('case-of-the-quarter', '2026-09')).toBe('no-such-honour');
		expect(await refused('case-of-the-quarter', '2026-Q3')).toBe('nothing-stands');
		expect(await refused('person-of-the-year', '2026-09')).toBe('no-such-honour');
		await closeCycles(as(null, '2026-11-02'));
	});
	test('two supervisors and a double click open one selection, proposed from the board alone', async () => {
		const opened = await Promise.all(
			[chief, deputy, chief].map((one) => openAward(as(one, '2026-11-02'), 'star', '2026-10'))
		);
		id = valueOf(opened[0]!);
		expect(new Set(opened.map(valueOf)).size).toBe(1);
		const [rows] =
			await sql`select (select count(*)::int from award_run) as runs, (select count(*)::int from award_step) as steps`;
		expect(rows).toEqual({ runs: 1, steps: 1 });
		const seen = await view(xu, id);
		expect(seen.nominees.map(({ name, rank }) => [name, rank])).toEqual([
			['林岳', 1],
			['许漫青', 3]
		]);
		expect(seen.passedOver).toMatchObject([{ name: '苏砚', reasons: [expect.stringContaining('2026年10月31日')] }]);
		expect(seen).toMatchObject({ places: 1, stage: 'nominating', mayRun: false, objections: [] });
		expect((await readAwards(as(chief))).offers.map(({ choice }) => choice)).not.toContain('star/2026-10');
	});
});

describe('nominations', () => {
	test('units speak for their own people and nobody else', async () => {
		const deeds = { officerId: xu.personId, deeds: '带教两名新人。', evidence: ['/ranking/2026-10'] };
		await expect(describeDeeds(as(lin), id, deeds)).rejects.toBeInstanceOf(NotAllowed);
		await expect(nominate(as(lin), id, { ...deeds, officerId: wei.personId })).rejects.toBeInstanceOf(NotAllowed);
		valueOf(await describeDeeds(as(wei), id, deeds));
		valueOf(await nominate(as(xu), id, { ...deeds, officerId: wei.personId }));
		expect(refusalOf(await nominate(as(lin), id, { ...deeds, officerId: su.personId })).code).toBe('not-eligible');
		valueOf(await dissent(as(xu), id, { officerId: lin.personId, reason: '十月有两周外出。', evidence: [] }));
	});
	test('what a unit says against somebody is read by whoever has to answer it', async () => {
		const saidTo = async (actor: Actor) => JSON.stringify(await view(actor, id));
		expect(await saidTo(chief)).toContain('十月有两周外出');
		for (const actor of [lin, judge, administrator])
			expect(await saidTo(actor), actor.name).not.toContain('十月有两周外出');
	});
});

describe('the panel', () => {
	const decisions = async (reason = '外出期间也在练兵，有账本为证。') =>
		(await view(chief, id)).nominees.map((one) => ({ officerId: one.id, passed: true, reason, isVeto: false }));
	test('is drawn from outside the nominees’ units, once, whoever clicks first', async () => {
		const small = await review.qualify(as(chief), id, { decisions: await decisions(), size: 9 });
		expect(refusalOf(small).code).toBe('no-panel');
		expect(refusalOf(await review.qualify(as(chief), id, { decisions: await decisions(''), size: 5 })).code).toBe(
			'no-answer'
		);
		const given = { decisions: await decisions(), size: 5 };
		const both = await Promise.all([chief, deputy].map((one) => review.qualify(as(one), id, given)));
		both.map(valueOf);
		const { panel, draw } = await view(lin, id);
		expect(panel).toHaveLength(5);
		expect(panel.map(({ name }) => name)).not.toContain('方砚秋');
		expect(draw).toEqual({ seed: 5, pool: 5 });
		expect(await sql`select count(*)::int from award_step where act = 'qualify'`).toMatchObject([{ count: 1 }]);
	});
	test('sheets are kept while they are written, sealed until all are in, and signed once', async () => {
		const { panel, nominees, criteria } = await view(chief, id);
		const marks = { [lin.personId]: 9, [xu.personId]: 7 };
		const sheet = sheetFor(nominees, criteria, marks);
		const seats = panel.map((seat) => everybody.find(({ personId }) => personId === seat.id)!);
		valueOf(await review.keepAwardSheet(as(seats[0]!), id, { marks: { [lin.personId]: { skill: 4 } }, reasons: {} }));
		expect((await view(seats[0]!, id)).own?.sheet?.marks[lin.personId]).toEqual({ skill: 4 });
		expect(refusalOf(await review.keepAwardSheet(as(townTrainer), id, sheet)).code).toBe('no-such-run');
		expect(refusalOf(await review.signAwardSheet(as(townTrainer), id, sheet)).code).toBe('no-such-run');
		expect(refusalOf(await review.signAwardSheet(as(seats[0]!), id, { marks: {}, reasons: {} })).code).toBe(
			'incomplete'
		);
		// Nothing that was kept is lost by a refused submit.
		expect((await view(seats[0]!, id)).own?.sheet?.marks[lin.personId]).toEqual({ skill: 4 });
		const twice = await Promise.all([1, 2].map(() => review.signAwardSheet(as(seats[0]!, '2026-11-05'), id, sheet)));
		twice.map(valueOf);
		expect(await sql`select count(*)::int from award_step where act = 'sign'`).toMatchObject([{ count: 1 }]);
		for (const actor of [chief, seats[1]!, lin, auditor]) {
			const text = JSON.stringify(await view(actor, id));
			expect(text, actor.name).not.toMatch(/"marks"|"score":\{/);
		}
		for (const one of seats.slice(1)) valueOf(await review.signAwardSheet(as(one, '2026-11-05'), id, sheet));
		const scored = await view(wei, id);
		expect(scored.nominees[0]).toMatchObject({ name: '林岳', score: { mean: '90.00', place: 1, isShortlisted: true } });
		expect(scored.nominees[0]!.score!.totals.filter(({ isDropped }) => isDropped)).toHaveLength(2);
		expect(JSON.stringify(scored)).not.toContain('"marks"');
	});
});

describe('publicity', () => {
	test('goes out once, as computed; before it the public knows nothing', async () => {
		expect((await readStars(as(null))).stars).toEqual([]);
		expect(refusalOf(await publicise(as(chief, '2026-11-06'), id, { [xu.personId]: '换一个人。' })).code).toBe(
			'not-shortlisted'
		);
		const deeds = { [lin.personId]: '坚持每天练兵。' };
		const both = await Promise.all([chief, deputy].map((one) => publicise(as(one, '2026-11-06'), id, deeds)));
		both.map(valueOf);
		const { people } = await readStar(as(null), id);
		expect(people).toMatchObject([
			{ name: '林岳', deeds: '坚持每天练兵。', lastDay: '2026-11-13', state: 'publicity' }
		]);
		expect(people[0]!.explanation).toContain('5 个工作日');
		const text = JSON.stringify(people);
		for (const secret of [lin.personId, '许漫青', '2028', '演示']) expect(text).not.toContain(secret);
	});
	test('an objection stops the clock; who wrote it is known to those who look into it', async () => {
		const given = { officerId: lin.personId, reason: '当月有三组疑似他人代答。', evidence: [] };
		const twice = await Promise.all([1, 2].map(() => objectToAward(as(wei, '2026-11-10'), id, given)));
		twice.map(valueOf);
		expect(await sql`select count(*)::int from award_step where act = 'object'`).toMatchObject([{ count: 1 }]);
		expect((await readStar(as(null), id)).people[0]).toMatchObject({ lastDay: null });
		const panelist = everybody.find((one) => one.personId !== townTrainer.personId)!;
		for (const actor of [lin, su, panelist, administrator, auditor]) {
			const [one] = (await view(actor, id)).objections;
			expect([one!.by, one!.reason], actor.name).toEqual([null, null]);
		}
		expect((await view(chief, id)).objections[0]).toMatchObject({
			by: '韦小满',
			reason: given.reason,
			mayVerify: true
		});
		expect((await view(wei, id)).objections[0]).toMatchObject({ by: '韦小满', mayVerify: false });
		expect((await view(lin, id)).record.find(({ act }) => act === '提出异议')!.by).toBeNull();
		expect(JSON.stringify(await readStars(as(null)))).not.toMatch(/代答|韦小满/);
	});
	test('two people who were not on the panel decide; then the rest of the days runs on', async () => {
		const objectionId = (await view(chief, id)).objections[0]!.id;
		const given = { objectionId, finding: 'rejected' as const, reason: '逐组核对，均为本人作答。' };
		for (const one of everybody.filter(({ personId }) => personId !== townTrainer.personId)) {
			expect(refusalOf(await verifyObjection(as(one, '2026-11-11'), id, given)).code).toBe('barred');
		}
		await expect(verifyObjection(as(wei, '2026-11-11'), id, given)).rejects.toBeInstanceOf(NotAllowed);
		valueOf(await verifyObjection(as(chief, '2026-11-11'), id, given));
		expect(refusalOf(await verifyObjection(as(chief, '2026-11-11'), id, given)).code).toBe('barred');
		const early = await confirmAward(as(chief, '2026-11-30'), id, { signer: '局长 周山', seen: [lin.personId] });
		expect(refusalOf(early).code).toBe('not-over');
		valueOf(await verifyObjection(as(townTrainer, '2026-11-12'), id, given));
		expect((await readStar(as(null), id)).people[0]).toMatchObject({ lastDay: '2026-11-18' });
	});
});

describe('publication', () => {
	test('only after the last day, signed for, with one number and one certificate', async () => {
		const signing = { signer: '局长 周山', seen: [lin.personId] };
		expect(refusalOf(await publishAward(as(chief, '2026-11-19'), id)).code).toBe('not-confirmed');
		expect(refusalOf(await confirmAward(as(chief, '2026-11-18'), id, signing)).code).toBe('not-over');
		for (const one of await Promise.all([chief, deputy].map((who) => confirmAward(as(who, '2026-11-19'), id, signing))))
			valueOf(one);
		for (const one of await Promise.all([chief, deputy].map((who) => publishAward(as(who, '2026-11-19'), id))))
			valueOf(one);
		expect(
			await sql`select act, count(*)::int from award_step where act in ('confirm', 'publish') group by act order by act`
		).toMatchObject([{ count: 1 }, { count: 1 }]);
		const certificate = valueOf(await readCertificate(as(lin), id, lin.personId));
		expect(certificate).toMatchObject({ name: '林岳', number: '评优〔2026〕1号', isRevoked: false });
		expect(certificate.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
		expect(refusalOf(await readCertificate(as(lin), id, xu.personId)).code).toBe('no-such-run');
		const decision = valueOf(await readAwardDocument(as(lin), id, 'decision'));
		expect(JSON.stringify(decision.sheet)).toContain('评优〔2026〕1号');
	});
	test('the code says right, wrong, revoked; a revoked star is none', async () => {
		const { code } = valueOf(await readCertificate(as(lin), id, lin.personId));
		const spoken = code.toLowerCase().replace(/(.{5})/g, '$1-');
		expect(await checkCode(as(null), spoken)).toMatchObject({ verdict: 'right', award: { name: '林岳' } });
		for (const wrong of ['', 'x', code.slice(1), `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`]) {
			expect(await checkCode(as(null), wrong)).toEqual({ verdict: 'wrong' });
		}
		const given = { officerId: lin.personId, signer: '局长 周山', reason: '事迹不实。' };
		valueOf(await revokeAward(as(chief, '2026-11-20'), id, given));
		valueOf(await revokeAward(as(deputy, '2026-11-20'), id, given));
		expect(await checkCode(as(null), code)).toMatchObject({
			verdict: 'revoked',
			award: { reason: '事迹不实。', state: 'revoked' }
		});
		expect(valueOf(await readCertificate(as(lin), id, lin.personId)).isRevoked).toBe(true);
		expect(refusalOf(await readAwardDocument(as(lin), id, 'decision')).code).toBe('no-such-run');
		expect(JSON.stringify(await checkCode(as(null), code))).not.toContain(lin.personId);
	});
	test('the log is append-only', async () => {
		await expect(sql`update award_step set person_id = ${su.personId}`).rejects.toThrow('append-only');
		await expect(sql`delete from award_step`).rejects.toThrow('append-only');
		await expect(sql`delete from award_run`).rejects.toThrow('append-only');
	});
});

describe('who may', () => {
	const outcome = async (run: () => unknown) => {
		const result = await Promise.resolve()
			.then(run)
			.catch((error: unknown) => error);
		return !(result instanceof NotAllowed);
	};
	test.each(Object.entries(supervisorRows))('%s: supervisors only', async (_, run) => {
		for (const actor of [null, lin, trainer, reviewer, judge, administrator, auditor]) {
			expect(await outcome(() => run(as(actor))), actor?.name).toBe(false);
		}
		expect(await outcome(() => run(as(chief)))).toBe(true);
	});
	test.each(Object.entries(ruleDeciderRows))('%s: a supervisor or a legal reviewer', async (_, run) => {
		for (const actor of [null, lin, trainer, judge, administrator, auditor]) {
			expect(await outcome(() => run(as(actor))), actor?.name).toBe(false);
		}
		for (const actor of [chief, reviewer]) expect(await outcome(() => run(as(actor)))).toBe(true);
	});
	test.each(Object.entries(panelistRows))('%s: those who judge', async (name, run) => {
		for (const actor of [null, lin, administrator, auditor])
			expect(await outcome(() => run(as(actor))), actor?.name).toBe(false);
		for (const actor of [trainer, reviewer, judge]) expect(await outcome(() => run(as(actor)))).toBe(true);
		expect(await outcome(() => run(as(chief)))).toBe(name === 'verifyObjection');
	});
	test.each(Object.entries({ ...awardUnitRows, ...dissentRows }))('%s: officers for their units', async (name, run) => {
		for (const actor of [null, trainer, judge, administrator, auditor]) {
			expect(await outcome(() => run(as(actor))), actor?.name).toBe(false);
		}
		expect(await outcome(() => run(as(lin)))).toBe(name === 'dissent');
	});
	test.each(Object.entries(awardReaderRows))('%s: anybody who is signed in', async (_, run) => {
		expect(await outcome(() => run(as(null)))).toBe(false);
		for (const actor of [lin, administrator, auditor]) expect(await outcome(() => run(as(actor)))).toBe(true);
	});
});
