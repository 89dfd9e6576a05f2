// A table of five thousand people, from the file to the slips and back again, in a database of its own; one line of JSON.
import { addPerson, addUnit } from '#lib/identity/server/use-cases/add-people.server.ts';
import { confirmPeopleImport } from '#lib/identity/server/use-cases/confirm-people-import.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { exportPeople } from '#lib/identity/server/use-cases/export-people.server.ts';
import { issueFirstPasswords } from '#lib/identity/server/use-cases/first-passwords.server.ts';
import { readPeopleImport } from '#lib/identity/server/use-cases/preview-people-import.server.ts';
import { undoPeopleImport } from '#lib/identity/server/use-cases/undo-people-import.server.ts';
import { uploadPeople } from '#lib/identity/server/use-cases/upload-people.server.ts';
import { startClock } from '#lib/platform/clock.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openDatabase } from '#lib/platform/database.server.ts';
import { openLog } from '#lib/platform/log.server.ts';
import { migrate } from '#lib/platform/migrate.server.ts';
import { writeWorkbook } from '#lib/platform/table-file/write-workbook.server.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import type { Result } from '#lib/shared/result.ts';

const PEOPLE = Number(process.argv[2] ?? 5000);
const UNITS = 50;
const ALL = { show: null, page: 1 } as const;

const database = await openDatabase(readEnvironment(process.env), () => {});
await migrate(database);
const clock = startClock('');
const ctx = (): Ctx => ({
	db: database.db,
	now: clock(),
	actor: null,
	seed: 0,
	log: openLog('silent'),
	request: 'bench'
});

function must<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.refusal.message);
	return result.value;
}

const bureau = await addUnit(ctx(), null, '青岚区应急管理局', 'bureau');
for (let unit = 0; unit < UNITS; unit++) await addUnit(ctx(), bureau, `第${unit}中队`, 'brigade');
const password = '青岚山下有条河 2026';
const administrator = must(
	await addPerson(ctx(), {
		...{ account: 'guan.ziyuan', name: '管子渊', unitId: bureau, roles: ['administrator'], password },
		...{ mustChangePassword: false, joinedOn: '2020-01-01' }
	})
);
const actor = await readActor(ctx(), administrator);
const as = (): Ctx => ({ ...ctx(), actor });

/** Names of two or three characters, so that some are shared: those rows are doubtful when they come again without accounts. */
const nameOf = (at: number) =>
	[...'赵钱孙李周吴郑王冯陈'][at % 10]! +
	String.fromCodePoint(0x4e00 + (at % 5000)) +
	String.fromCodePoint(0x5e00 + Math.floor(at / 7));
const rows = Array.from({ length: PEOPLE }, (_, at) => [
	...[
		`p.${at.toString(36)}`,
		nameOf(at),
		`第${at % UNITS}中队`,
		`鲁A${100_000 + at}`,
		'2028-06-30',
		'2021-03-01',
		'执法人员'
	]
]);
const sheet = (certificate: string) => ({
	...{ name: '人员', heads: ['账号', '姓名', '单位', '执法证号', '有效期至', '入册日期', '角色'], widths: [] },
	rows: rows.map((row) => row.map((text, at) => (at === 3 ? `${certificate}${text.slice(1)}` : text)))
});
const fileOf = async (certificate: string) => new File([await writeWorkbook([sheet(certificate)])], '花名册.xlsx');
const time = async <T>(work: () => Promise<T>): Promise<readonly [seconds: number, value: T]> => {
	const began = performance.now();
	const value = await work();
	return [(performance.now() - began) / 1000, value];
};
const preview = async (id: string) => must(await readPeopleImport(as(), id, ALL)).preview!;

const first = await fileOf('鲁');
const [uploaded, id] = await time(async () => must(await uploadPeople(as(), first)));
const [looked, shown] = await time(() => preview(id));
if (shown.adds !== PEOPLE) throw new Error(`${shown.adds} of ${PEOPLE} people would be added`);
const [confirmed] = await time(async () => must(await confirmPeopleImport(as(), id, shown.digest)));
const [slips, issued] = await time(async () => must(await issueFirstPasswords(as(), id)));
if (issued.slips.length !== PEOPLE) throw new Error(`${issued.slips.length} slips`);
const [exported] = await time(async () => writeWorkbook([await exportPeople(as())]));
// The same people with other certificates: every row is compared and changed.
const second = await fileOf('苏');
const [changedPreview, changedId] = await time(async () => {
	const again = must(await uploadPeople(as(), second));
	await preview(again);
	return again;
});
const change = await preview(changedId);
if (change.changes !== PEOPLE) throw new Error(`${change.changes} of ${PEOPLE} people would be changed`);
const [changed] = await time(async () => must(await confirmPeopleImport(as(), changedId, change.digest)));
const [undone] = await time(async () => {
	must(await undoPeopleImport(as(), changedId));
	must(await undoPeopleImport(as(), id));
});
const [left] = await database.sql`select count(*)::int as people from person`;
if (left!['people'] !== 1) throw new Error(`${left!['people']} people are left`);
await database.close();
const megabytes = process.memoryUsage().rss / 1e6;
process.stdout.write(
	JSON.stringify({
		...{ people: PEOPLE, kilobytes: first.size / 1000, preview: uploaded + looked, confirmed, slips, exported },
		...{ changedPreview, changed, undone, megabytes }
	})
);
process.exit(0);
