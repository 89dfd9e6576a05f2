import type { Actor } from '#lib/identity/domain/roles.ts';
import { changePassword } from '#lib/identity/server/use-cases/change-password.server.ts';
import { confirmPeopleImport } from '#lib/identity/server/use-cases/confirm-people-import.server.ts';
import { readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import { exportPeople } from '#lib/identity/server/use-cases/export-people.server.ts';
import { countFirstPasswords, issueFirstPasswords } from '#lib/identity/server/use-cases/first-passwords.server.ts';
import { type FileWishes, importPeopleFile } from '#lib/identity/server/use-cases/import-people-file.server.ts';
import * as preview from '#lib/identity/server/use-cases/preview-people-import.server.ts';
import { undoPeopleImport } from '#lib/identity/server/use-cases/undo-people-import.server.ts';
import { dropPeopleImport, readPeopleImports } from '#lib/identity/server/use-cases/upload-people.server.ts';
import { writeWorkbook } from '#lib/platform/table-file/write-workbook.server.ts';
import { addDays, instantOf } from '#lib/shared/time.ts';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { ALL, bookOfPeople, importDesk } from '../support/import-desk.ts';
import { addActor, contextOf, makeBureau, MORNING, refusalOf, TODAY, valueOf } from '../support/people.ts';
import { bookOf, gbk } from '../support/workbook-files.ts';

const { db, sql } = await freshDatabase();
const { administrator, brigade, town, lin } = await makeBureau(db);
const townAdministrator = await addActor(db, {
	...{ account: 'zhen.guanli', name: '郑管理', unitId: town },
	roles: ['administrator']
});
const as = (actor: Actor | null, now = MORNING) => contextOf(db, { actor, now });
const admin = as(administrator);

const { fresh, next, upload, look, confirm, enter } = importDesk(db, admin);
const people = async () => (await sql`select count(*)::int as n from person`)[0]!['n'] as number;
const personOf = async (account: string) => (await sql`select * from person where account = ${account}`)[0];

describe('a table of people', () => {
	test('is only looked at until it is confirmed, and confirmed twice it is in once', async () => {
		const [one, two] = fresh(2) as [string, string];
		const before = await people();
		const id = await upload(
			bookOfPeople([
				[one, '陆见秋', '综合行政执法大队', '鲁A1001', '2028-01-31'],
				[two, '顾长风', '白渡镇应急管理办公室', '', ''],
				['lin.yue', '林岳', '综合行政执法大队', '鲁A0001', '2029-12-31'],
				['', '', '没有名字的单位', '', '']
			])
		);
		expect((await look(id)).counts).toEqual({ new: 2, changed: 1, unchanged: 0, doubtful: 0, refused: 1 });
		expect(await people()).toBe(before);
		const { digest } = await look(id);
		const both = await Promise.all([confirmPeopleImport(admin, id, digest), confirmPeopleImport(admin, id, digest)]);
		expect(both.map(({ ok }) => ok)).toEqual([true, true]);
		expect(await people()).toBe(before + 2);
		expect(await personOf('lin.yue')).toMatchObject({ certificate_number: '鲁A0001' });
		expect(await personOf(one)).toMatchObject({ unit_id: brigade, must_change_password: true, password_hash: 'none' });
		const grants =
			await sql`select g.role, g.granted_by from role_grant g join person p on p.id = g.person_id where p.account = ${one}`;
		expect(grants).toMatchObject([{ role: 'officer', granted_by: administrator.personId }]);
		const entries = await sql`select use_case, detail from audit_entry where subject = ${`person-import:${id}`}`;
		const detail = { counts: { new: 2, changed: 1 }, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string };
		expect(entries).toMatchObject([{ use_case: 'identity.importPeople', detail }]);
		expect((await sql`select content from person_import where id = ${id}`)[0]).toMatchObject({ content: null });
	});

	test('brought a second time changes nothing', async () => {
		const [one] = fresh(1) as [string];
		const file = gbk(`账号,姓名,单位\r\n${one},温如初,综合行政执法大队\r\n`);
		const first = await upload(file, admin, '花名册.csv');
		valueOf(await confirm(first));
		const before = await sql`select * from person order by id`;
		const second = await upload(file, admin, '花名册.csv');
		expect(second).not.toBe(first);
		const again = await look(second);
		expect([again.counts.unchanged, again.adds, again.changes]).toEqual([1, 0, 0]);
		valueOf(await confirm(second));
		expect(await sql`select * from person order by id`).toEqual(before);
	});

	test('sent twice before it is confirmed is one draft', async () => {
		const file = bookOfPeople([[fresh(1)[0]!, '单小满', '综合行政执法大队', '', '']]);
		const id = await upload(file);
		expect(await upload(file)).toBe(id);
		valueOf(await dropPeopleImport(admin, id));
		expect(refusalOf(await preview.readPeopleImport(admin, id, ALL)).code).toBe('no-such-import');
	});

	test('is not written when people have changed since it was looked at', async () => {
		const [one] = fresh(1) as [string];
		const id = await upload(bookOfPeople([[one, '秦望舒', '综合行政执法大队', '', '']]));
		const { digest } = await look(id);
		await addActor(db, { account: one, name: '秦望舒', unitId: town });
		expect(refusalOf(await confirmPeopleImport(admin, id, digest)).code).toBe('changed');
		expect(await personOf(one)).toMatchObject({ unit_id: town });
	});

	test('never brings a number of an identity card into the database', async () => {
		const card = '11010519491231002X';
		const rows = [
			['账号', '姓名', '单位', '身份证号'],
			[fresh(1)[0]!, '纪晓岚', '综合行政执法大队', card]
		];
		const id = await upload(bookOf(rows));
		const [row] = await sql`select content::text as text from person_import where id = ${id}`;
		expect(row!['text']).toContain('纪晓岚');
		expect(row!['text']).not.toContain(card);
	});

	test('makes units only when asked to', async () => {
		const id = await upload(bookOfPeople([[fresh(1)[0]!, '费清源', '综合行政执法大队/三中队', '', '']]));
		expect((await look(id)).counts.refused).toBe(1);
		const columns = { account: 0, name: 1, unit: 2 };
		valueOf(await preview.mapPeopleImport(admin, id, { headRow: 1, columns, makesUnits: true }));
		expect((await look(id)).newUnits).toEqual(['三中队']);
		valueOf(await confirm(id));
		const made = (await readUnits(admin)).find(({ name }) => name === '三中队');
		expect(made).toMatchObject({ parentId: brigade, kind: 'brigade' });
	});
});

describe('a doubtful row', () => {
	test('is left out until somebody decides, and then it is what was decided', async () => {
		const [one, two] = fresh(2) as [string, string];
		await addActor(db, { account: one, name: '同名者', unitId: brigade });
		const id = await upload(bookOfPeople([[two, '同名者', '综合行政执法大队', '鲁D7', '']]));
		const first = await look(id);
		expect(first.counts.doubtful).toBe(1);
		expect([first.adds, first.changes, first.undecided]).toEqual([0, 0, 1]);
		const { ways } = first.rows[0]!;
		expect(ways.map(({ decision }) => decision.split(':')[0])).toEqual(['same', 'new', 'skip']);
		valueOf(await preview.decidePeopleRows(admin, id, { 2: 'new' }));
		expect((await look(id)).adds).toBe(1);
		valueOf(await preview.decidePeopleRows(admin, id, { 2: ways[0]!.decision }));
		expect((await look(id)).changes).toBe(1);
		valueOf(await confirm(id));
		expect(await personOf(one)).toMatchObject({ certificate_number: '鲁D7' });
		expect(await personOf(two)).toBeUndefined();
	});
});

describe('undoing', () => {
	let tries = 0;
	let names = 0;
	/** One second later each time: the last import is the one that was confirmed last. */
	const later = () => as(administrator, new Date(MORNING.getTime() + ++tries * 1000));
	const imported = async () => {
		const [one] = fresh(1) as [string];
		const id = await upload(
			bookOfPeople([
				[one, `宁${'甲乙丙丁'[names++]}远`, '综合行政执法大队', '', ''],
				['xu.manqing', '许漫青', '', `鲁B${next()}`, '']
			])
		);
		const before = await sql`select * from person where account = 'xu.manqing'`;
		valueOf(await confirm(id, later()));
		return { id, one, before };
	};

	test('takes everything back that nobody has used', async () => {
		const { id, one, before } = await imported();
		const count = await people();
		const both = await Promise.all([undoPeopleImport(admin, id), undoPeopleImport(admin, id)]);
		expect(both.map(({ ok }) => ok)).toEqual([true, true]);
		expect(await people()).toBe(count - 1);
		expect(await personOf(one)).toBeUndefined();
		expect(await sql`select * from person where account = 'xu.manqing'`).toEqual(before);
		expect(valueOf(await preview.readPeopleImport(admin, id, ALL)).stateLabel).toBe('已撤销');
	});

	test('is refused when one of them has signed in, though they have signed out again', async () => {
		const { id, one } = await imported();
		const { slips } = valueOf(await issueFirstPasswords(admin, id));
		valueOf(await enter(one, slips[0]!.password));
		await sql`delete from session`;
		expect(refusalOf(await undoPeopleImport(admin, id))).toMatchObject({
			code: 'in-use',
			message: expect.stringMatching(/宁.远/) as string
		});
	});

	test('is refused when somebody was changed since, or another import came after it', async () => {
		const { id } = await imported();
		await sql`update person set certificate_number = '另一本' where account = 'xu.manqing'`;
		expect(refusalOf(await undoPeopleImport(admin, id))).toMatchObject({
			code: 'changed-since',
			message: expect.stringMatching(/许漫青/) as string
		});
		await imported();
		expect(refusalOf(await undoPeopleImport(admin, id)).code).toBe('not-last');
	});
});

describe('first passwords', () => {
	const given = async () => {
		const accounts = fresh(2) as [string, string];
		const id = await upload(
			bookOfPeople(
				accounts.map((one) => [one, `新人${one.slice(4)}号`.replace(/\d/g, '甲'), '综合行政执法大队', '', ''])
			)
		);
		valueOf(await confirm(id));
		return { id, accounts };
	};

	test('open the account once drawn, as one types them, and have to be changed', async () => {
		const { id, accounts } = await given();
		expect(await countFirstPasswords(admin, id)).toEqual({ without: 2, given: 0 });
		expect((await enter(accounts[0], 'none')).ok).toBe(false);
		const { slips } = valueOf(await issueFirstPasswords(admin, id));
		expect(slips.map(({ account }) => account)).toEqual(accounts);
		const [stored] =
			await sql`select string_agg(password_hash, ' ') as hashes, (select string_agg(detail::text, ' ') from audit_entry) as audit from person`;
		for (const { password } of slips) {
			expect(`${String(stored!['hashes'])} ${String(stored!['audit'])}`).not.toContain(password);
			expect(`${String(stored!['hashes'])}`).not.toContain(password.replaceAll('-', ''));
		}
		const { password } = slips[0]!;
		expect((await enter(accounts[0], slips[1]!.password)).ok).toBe(false);
		const typed = ` ${password.toUpperCase().replaceAll('-', '—')} `;
		const { token } = valueOf(await enter(accounts[0], typed));
		const me = { ...lin, personId: String((await personOf(accounts[0]))!['id']), account: accounts[0] };
		valueOf(await changePassword(as(me), password, '河湾里的白鹭 2026', token));
		expect((await enter(accounts[0], password)).ok).toBe(false);
		expect((await enter(accounts[0], '河湾里的白鹭 2026')).ok).toBe(true);
		expect(await countFirstPasswords(admin, id)).toEqual({ without: 0, given: 1 });
	});

	test('drawn again make the slips before worthless, and end after thirty days', async () => {
		const { id, accounts } = await given();
		const before = valueOf(await issueFirstPasswords(admin, id)).slips[0]!.password;
		valueOf(await enter(accounts[0], before));
		const { slips, until } = valueOf(await issueFirstPasswords(admin, id));
		expect(
			(
				await sql`select count(*)::int as n from session s join person p on p.id = s.person_id where p.account = ${accounts[0]}`
			)[0]
		).toMatchObject({ n: 0 });
		expect((await enter(accounts[0], before)).ok).toBe(false);
		expect(until).toBe(addDays(TODAY, 30));
		const { password } = slips[0]!;
		expect((await enter(accounts[0], password, instantOf(until, '23:59'))).ok).toBe(true);
		expect((await enter(accounts[0], password, instantOf(addDays(until, 1), '00:01'))).ok).toBe(false);
	});
});

describe('an administrator of a town', () => {
	const towns = as(townAdministrator);

	test('adds and changes people of the town only, and sees nobody else’s import', async () => {
		const [one, two] = fresh(2) as [string, string];
		const id = await upload(
			bookOfPeople([
				[one, '镇上新人', '白渡镇应急管理办公室', '', ''],
				[two, '局里新人', '综合行政执法大队', '', ''],
				['lin.yue', '林岳', '', '鲁C1', ''],
				['zhen.guanli', '郑管理', '', '鲁C2', '']
			]),
			towns
		);
		const rows = (await look(id, towns)).rows.map(({ verdict, reasons }) => [verdict, reasons.join()]);
		expect(rows).toEqual([
			['new', ''],
			['refused', expect.stringMatching(/不在您管理的范围/)],
			['refused', '账号 lin.yue 已由其他单位的人使用'],
			['changed', '']
		]);
		valueOf(await confirm(id, towns));
		const theirs = await upload(bookOfPeople([[fresh(1)[0]!, '别处', '综合行政执法大队', '', '']]));
		expect(refusalOf(await preview.readPeopleImport(towns, theirs, ALL)).code).toBe('no-such-import');
		expect(refusalOf(await confirmPeopleImport(towns, theirs, '')).code).toBe('no-such-import');
		expect(refusalOf(await issueFirstPasswords(towns, theirs)).code).toBe('no-such-import');
		expect((await readPeopleImports(towns)).map((run) => run.id)).toEqual([id]);
		expect((await exportPeople(towns)).rows.map(([account]) => account)).not.toContain('lin.yue');
	});
});

describe('the command line and the export', () => {
	const WISHES: FileWishes = { heads: {}, dryRun: false, makesUnits: false, withSlips: true };

	test('import what is certain, once', async () => {
		const [one] = fresh(1) as [string];
		const bytes = Buffer.from(
			`账号\t姓名\t单位\n${one}\t路遥知\t综合行政执法大队\nother.yue\t林岳\t综合行政执法大队\n`
		);
		const file = { name: '/tmp/people.tsv', bytes };
		const before = await people();
		const dry = valueOf(await importPeopleFile(as(null), file, { ...WISHES, dryRun: true }));
		expect([dry.new.length, dry.doubtful.length, dry.import]).toEqual([1, 1, null]);
		expect(await people()).toBe(before);
		const report = valueOf(await importPeopleFile(as(null), file, WISHES));
		expect(report.new).toMatchObject([{ row: 2, account: one, name: '路遥知' }]);
		expect((await enter(one, report.slips[0]!.password)).ok).toBe(true);
		const again = valueOf(await importPeopleFile(as(null), file, WISHES));
		expect([again.new.length, again.unchanged.length, again.import, again.slips.length]).toEqual([0, 1, null, 0]);
		expect(await people()).toBe(before + 1);
	});

	test('what was exported changes nothing when it comes back', async () => {
		const sheet = await exportPeople(admin);
		const id = await upload(Buffer.from(await writeWorkbook([sheet])));
		const back = await look(id);
		expect(back.counts).toEqual({ new: 0, changed: 0, unchanged: sheet.rows.length, doubtful: 0, refused: 0 });
		valueOf(await dropPeopleImport(admin, id));
	});
});
