import { getTableName, sql as text } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerCheckpoint } from '#lib/cases/server/use-cases/answer-gate.server.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { raiseObjection } from '#lib/drafting/server/use-cases/objections.server.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { createSession } from '#lib/identity/server/sessions.server.ts';
import { signIn } from '#lib/identity/server/use-cases/sign-in.server.ts';
import { copyAsJson } from '#lib/own/domain/own-copy.ts';
import * as corrections from '#lib/own/server/use-cases/corrections.server.ts';
import { readOwnData } from '#lib/own/server/use-cases/read-own-data.server.ts';
import { chooseVisibility } from '#lib/own/server/use-cases/visibility.server.ts';
import { readAudit } from '#lib/platform/audit.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { makeCase, makeItems } from '../support/bank.ts';
import { freshDatabase } from '../support/database.ts';
import { insertTasks } from '../support/drafting.ts';
import { doDaily, loadBank } from '../support/drilling.ts';
import { makeMarkers } from '../support/marking.ts';
import { ALL_RECORDS, keyOf, parentsOf, personColumns, readTables } from '../support/own-records.ts';
import { addActor, contextOf, MORNING, refusalOf, valueOf } from '../support/people.ts';
import { makeAttempt } from '../support/practice-rows.ts';

const { db, sql } = await freshDatabase();
const { bureau, settle, rowsOf, markers } = await makeMarkers({ db, sql });
const { lin, xu, wei, trainer, administrator, auditor, brigade, town } = bureau;
const supervise = (account: string, name: string, unitId: string) =>
	addActor(db, { account, name, unitId, roles: ['supervisor'] });
const supervisor = await supervise('mu.dudao', '穆督导', brigade);
const townSupervisor = await supervise('qi.dudao', '齐督导', town);
const as = (actor: Actor | null) => contextOf(db, { actor });
const copyOf = async (actor: Actor) => readOwnData(as(actor));

const wish = { about: 'record', place: '11月20日的今日练兵', wrong: '第三题判错了', right: '应当判为全对' } as const;
const ask = async (actor: Actor, change: Partial<corrections.Correction> = {}) => {
	const id = newId(MORNING);
	valueOf(await corrections.askCorrection(as(actor), { id, ...wish, ...change }));
	return id;
};

let drafted = '';
beforeAll(async () => {
	await loadBank(as(null), makeItems(25));
	await loadCases(as(null), [makeCase('one')]);
	await insertTasks(db);
	for (const actor of [lin, xu]) {
		await doDaily(as(actor), (id) => id < 'item-012');
		valueOf(await answerCheckpoint(as(actor), 'one', 'first', ['a']));
		await createSession(db, MORNING, actor.personId, { device: `机器 ${actor.name}`, address: '10.1.0.9' });
		await makeAttempt(as(actor));
	}
	await signIn(as(null), { account: lin.account, password: '不是这个', device: 'Firefox', address: '10.1.0.9' });
	drafted = await settle(lin);
	valueOf(await raiseObjection(as(lin), drafted, '说理部分写了三层，评分表上只算了一层。'));
	await settle(xu);
	await ask(xu);
	await ask(lin, { about: 'account', place: '档案里的证号' });
	await chooseVisibility(as(lin), true);
});

/** Columns that say something of a person and are not in the person's copy, each with the reason why. */
const NOT_COPIED: Record<string, string> = {
	'role_grant.grantedBy': 'The grant is the other person’s; that it was made stands among the own audit entries.',
	'factor_reset.resetBy': 'What the administrator did stands among the administrator’s audit entries.',
	'role_grant.endedBy': 'The grant is the other person’s; that it was ended stands among the own audit entries.',
	'unit_change.by': 'The history is the unit’s; that it was made stands among the own audit entries.',
	'person_move.recordedBy': 'The move is the other person’s; that it was recorded stands among the own audit entries.',
	'person_leave.recordedBy':
		'The days are the other person’s; that they were recorded stands among the own audit entries.',
	'person_standing.by': 'The account is the other person’s; that it was closed stands among the own audit entries.',
	'duty_request.requestedBy':
		'The request is about the other person; that it was made stands among the own audit entries.',
	'duty_request.decidedBy': 'The request is about the other person; the decision stands among the own audit entries.',
	'ranking_rule_decision.proposedBy': 'Repeats who proposed the version, whose copy has it.',
	'setting_decision.changedBy': 'Repeats who made the change, whose copy has it.',
	'assessment_review.enteredBy': 'Repeats who made the entry, whose copy has it.'
};
/** Tables without a person column under one that is copied. */
const NOT_COPIED_CHILDREN: Record<string, string> = {
	panel_file: 'A file of the round with the unit that answers for it: nothing of a person.',
	arena_command: 'Repeats which events a command came to; the events are copied.',
	law_import_file: 'Official texts on their way in, gone when the import has ended.'
};

describe('the copy is complete', async () => {
	const tables = await readTables();

	test('every column that holds a person is copied, or stands on the list with the reason', () => {
		const found = tables.flatMap(personColumns).map(keyOf);
		expect(found.length).toBeGreaterThan(50);
		const copied = ALL_RECORDS.flatMap((record) => ('by' in record ? [keyOf(record.by)] : []));
		// The person itself is no reference to a person.
		expect(copied.filter((key) => key !== 'person.id' && !found.includes(key))).toEqual([]);
		expect(found.filter((key) => !copied.includes(key) && !(key in NOT_COPIED))).toEqual([]);
		expect(Object.keys(NOT_COPIED).filter((key) => !found.includes(key) || copied.includes(key))).toEqual([]);
	});

	test('whatever hangs on a copied row is copied as well', () => {
		const from = new Set(ALL_RECORDS.map((record) => record.from));
		const materials = new Set(['unit', 'person', 'law', 'item', 'item_version', 'drafting_piece_version']);
		const children = tables.filter((table) =>
			parentsOf(table).some((parent) => from.has(parent) && !materials.has(getTableName(parent)))
		);
		expect(children.length).toBeGreaterThan(20);
		const missing = children.filter((table) => !from.has(table)).map(getTableName);
		expect(missing.sort()).toEqual(Object.keys(NOT_COPIED_CHILDREN).sort());
	});

	test('of every table it holds exactly the rows of the person', async () => {
		for (const actor of [lin, xu, trainer, administrator, ...markers]) {
			const sections = (await copyOf(actor)).rooms.flatMap((room) => room.sections);
			expect(sections).toHaveLength(ALL_RECORDS.length);
			for (const [place, record] of ALL_RECORDS.entries()) {
				if (!('by' in record)) continue;
				const [row] = await db.execute<{ count: number }>(
					text`select count(*)::int as count from ${record.from} where ${record.by} = ${actor.personId}`
				);
				const { title, rows } = sections[place]!;
				expect([actor.name, title, rows.length]).toEqual([actor.name, record.title, row!.count]);
			}
		}
	});

	test('what belongs to a person by way of something else is there', async () => {
		const sections = (await copyOf(lin)).rooms.flatMap((room) => room.sections);
		const count = (title: string) => sections.find((one) => one.title === title)!.rows.length;
		const counts = ['文书的各个版本', '提交的文书', '文书的评定', '对评分的异议', '登录失败的计数'].map(count);
		expect(counts.every((one) => one > 0)).toBe(true);
		expect(count('作答')).toBe(10);
		const [answer] = sections.find((one) => one.title === '作答')!.rows;
		expect(answer!['题目']).toMatch(/^第 \d+ 题$/);
	});
});

describe('the copy holds nothing of others', () => {
	test('no id, account or name of anybody else, no secret of a sign-in', async () => {
		const people = await sql<{ id: string; account: string; name: string; hash: string }[]>`
			select id, account, name, password_hash as hash from person`;
		const [tokens] = await sql<{ list: string[] }[]>`select array_agg(encode(token_hash, 'hex')) as list from session`;
		for (const actor of [lin, xu, trainer, ...markers]) {
			const json = copyAsJson(await copyOf(actor));
			expect(json).toContain(actor.name);
			for (const other of people) {
				expect(json).not.toContain(other.hash);
				if (other.id === actor.personId) continue;
				for (const trace of [other.id, other.account, other.name]) expect(json, actor.name).not.toContain(trace);
			}
			for (const token of tokens!.list) expect(json).not.toContain(token);
		}
	});

	test('who marked whom stays blind: no document in a marker’s copy, no marking in an officer’s', async () => {
		const rows = await rowsOf(drafted);
		expect(rows.length).toBeGreaterThan(1);
		const hers = copyAsJson(await copyOf(lin));
		for (const { id, marker_id, place } of rows) {
			expect(hers).not.toContain(id);
			const marker = markers.find(({ personId }) => personId === marker_id)!;
			const copy = await copyOf(marker);
			expect(copyAsJson(copy)).not.toContain(drafted);
			const sheets = copy.rooms.flatMap((room) => room.sections).find((one) => one.title === '阅卷')!.rows;
			// Whoever looks again after the objection has only been drawn.
			if (place < 4) expect(sheets.some((one) => one['得分'] !== null)).toBe(true);
		}
	});
});

describe('a request for correction', () => {
	const queueOf = (actor: Actor) => corrections.readCorrectionQueue(as(actor));
	const openOf = async (actor: Actor) => (await queueOf(actor)).open.map(({ name, place }) => `${name} ${place}`);
	const answer = { answer: 'refused', reason: '核对过，原记录没有错。' } as const;

	test('goes to administrators about the register, to supervisors of the unit about work, to nobody else', async () => {
		expect(await openOf(administrator)).toEqual(['林岳 档案里的证号']);
		expect(await openOf(supervisor)).toEqual([]);
		expect(await openOf(townSupervisor)).toEqual(['许漫青 11月20日的今日练兵']);
		expect(await corrections.countOpenCorrections(as(townSupervisor))).toBe(1);
		for (const actor of [lin, trainer, auditor, null]) {
			await expect(async () => corrections.readCorrectionQueue(as(actor))).rejects.toThrow('not allowed');
		}
	});

	test('is answered once, with a reason, by somebody else whose it is; both sides see what became of it', async () => {
		const id = await ask(wei, { about: 'record' });
		for (const [actor, expected] of [
			[administrator, 'no-such-request'],
			[supervisor, 'no-such-request']
		] as const) {
			expect(refusalOf(await corrections.answerCorrection(as(actor), id, answer)).code).toBe(expected);
		}
		const blank = await corrections.answerCorrection(as(townSupervisor), id, { ...answer, reason: ' 好 ' });
		expect(refusalOf(blank)).toMatchObject({ code: 'no-reason', field: 'reason' });
		const twice = await Promise.all([1, 2].map(() => corrections.answerCorrection(as(townSupervisor), id, answer)));
		expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
		const other = { answer: 'corrected', reason: '改了主意。' } as const;
		expect(refusalOf(await corrections.answerCorrection(as(townSupervisor), id, other)).code).toBe('already-ended');
		const [mine] = (await corrections.readOwnCorrections(as(wei))).requests;
		expect(mine).toMatchObject({ standing: '不予更正', answer: { reason: answer.reason } });
		expect((await queueOf(townSupervisor)).ended[0]).toMatchObject({ name: '韦小满', answeredBy: '齐督导' });
		const audit = (await readAudit(as(null), 'own.answerCorrection')).filter(({ subject }) => subject.endsWith(id));
		expect(audit).toEqual([{ subject: `correction:${id}`, detail: { step: 'refused' } }]);
	});

	test('sent twice is one; an id of somebody else’s request leads nowhere; ten wait at most', async () => {
		const id = await ask(wei);
		valueOf(await corrections.askCorrection(as(wei), { id, ...wish }));
		const own = (await corrections.readOwnCorrections(as(wei))).requests;
		expect(own.filter((one) => one.id === id)).toHaveLength(1);
		expect(refusalOf(await corrections.askCorrection(as(xu), { id, ...wish })).code).toBe('no-such-request');
		expect(refusalOf(await corrections.withdrawCorrection(as(xu), id)).code).toBe('no-such-request');
		for (let more = own.filter(({ isOpen }) => isOpen).length; more < 10; more++) await ask(wei);
		const eleventh = { id: newId(MORNING), ...wish };
		expect(refusalOf(await corrections.askCorrection(as(wei), eleventh)).code).toBe('too-many');
		valueOf(await corrections.withdrawCorrection(as(wei), id));
		valueOf(await corrections.askCorrection(as(wei), eleventh));
	});

	test('a supervisor’s own request is answered by another', async () => {
		const id = await ask(townSupervisor, { about: 'record' });
		expect(refusalOf(await corrections.answerCorrection(as(townSupervisor), id, answer)).code).toBe('own-request');
	});

	test('changes nothing of what it is about, and nothing of it can be changed', async () => {
		const digest = async () =>
			(
				await sql`select (select md5(string_agg(t::text, '|' order by t::text)) from ledger_entry t) as ledger,
				(select md5(string_agg(t::text, '|' order by t::text)) from drill_answer t) as answers,
				(select md5(string_agg(t::text, '|' order by t::text)) from person t) as people`
			)[0];
		const before = await digest();
		const id = await ask(xu);
		valueOf(
			await corrections.answerCorrection(as(townSupervisor), id, { answer: 'corrected', reason: '另记了一笔。' })
		);
		expect(await digest()).toEqual(before);
		for (const table of ['correction_request', 'correction_step']) {
			for (const change of [`update ${table} set "number" = 1`, `delete from ${table}`, `truncate ${table} cascade`]) {
				const aimed = table === 'correction_request' ? change.replace('"number" = 1', 'place = place') : change;
				await expect(sql.unsafe(aimed), aimed).rejects.toMatchObject({ code: '23001' });
			}
		}
	});
});
