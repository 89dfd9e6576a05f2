import { beforeEach, describe, expect, test } from 'vitest';
import type { LawFile } from '#lib/law/domain/law-file.ts';
import { importTexts } from '#lib/law/server/use-cases/import-texts.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { acceptUpload, readImport, readImports, readReport } from '#lib/law/server/use-cases/uploads.server.ts';
import { workOffImports } from '#lib/law/server/use-cases/work-off-imports.server.ts';
import { type TextFile, readArchive, readTextFiles } from '#lib/platform/text-files.server.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { withShared } from '../support/shared.ts';
import { archiveOf } from '../support/tar.ts';

const { db, sql } = await freshDatabase();
const { administrator } = await makeBureau(db);
const program = contextOf(db);
const ctx = contextOf(db, { actor: administrator });

/** An invented law: `articles` are the paragraphs after the head. */
const law = (title: string, ...articles: string[]) =>
	[`# ${title}`, '', '<!-- INFO END -->', '', ...articles].join('\n\n');
const TEA_2010 = law('中华人民共和国茶山法', '## 第一章 总则', '第一条 守山。', '第二条 本法自2010年9月1日起施行。');
const TEA_2020 = law('中华人民共和国茶山法', '第一条 守好山。', '第二条 补种。', '第三条 本法自2020年9月1日起施行。');
const OLD = '社会法/茶山法(2010-05-01).md';
const NEW = '社会法/茶山法(2020-05-01).md';

async function* given(files: Readonly<Record<string, string>>): AsyncGenerator<TextFile> {
	for (const [path, text] of Object.entries(files)) yield { path, text };
}
const bring = (files: Readonly<Record<string, string>>, dryRun = false) =>
	importTexts(program, given(files), { dryRun });
const versions = () =>
	sql`select law_id, version::text, in_force_from::text as "from", in_force_until::text as until, text, articles
		from law_version order by law_id, version`;
/** Everything that an import writes, as one digest. */
const state = async () =>
	(
		await sql`select md5(coalesce(string_agg(t, '|' order by t), '')) as digest from (
			select l::text as t from law l union all select v::text from law_version v union all select s::text from law_section s
			union all select a::text from law_article a union all select x::text from law_text x) all_rows`
	)[0]!['digest'] as string;

const TEA: LawFile = {
	...{ id: 'tea-law', title: '中华人民共和国茶山法', shortTitles: ['茶山法'], kind: 'law', digest: 'tea-1' },
	versions: [
		{ id: '2010-05-01', inForceFrom: '2010-10-01', inForceUntil: null, text: 'gist', articles: 9, note: '核对过' }
	],
	articles: [{ article: '1', versions: ['2010-05-01'], heading: '守山', gist: '要点' }]
};

beforeEach(async () => {
	// Not truncate: it would reach into append-only tables, which forbid it.
	for (const table of ['law_import', 'citation', 'article_gist', 'law_version', 'law'])
		await sql`delete from ${sql(table)}`;
});

test('texts become laws, versions with validities, headings and articles; twice changes nothing', async () => {
	const report = await bring({ [NEW]: TEA_2020, [OLD]: TEA_2010 });
	expect(report).toEqual({ files: 2, laws: 1, versions: 2, articles: 5, unchanged: 0, warnings: [], refused: [] });
	expect(await versions()).toEqual([
		{ law_id: '茶山法', version: '2010-05-01', from: '2010-09-01', until: '2020-08-31', text: 'full', articles: 2 },
		{ law_id: '茶山法', version: '2020-05-01', from: '2020-09-01', until: null, text: 'full', articles: 3 }
	]);
	expect(await sql`select title, short_titles, kind, digest from law`).toEqual([
		{ title: '中华人民共和国茶山法', short_titles: ['茶山法'], kind: 'law', digest: null }
	]);
	expect(
		await sql`select article, position, label, section, text from law_article where version = '2010-05-01' order by position`
	).toEqual([
		{ article: '1', position: 0, label: '第一条', section: 0, text: '守山。' },
		{ article: '2', position: 1, label: '第二条', section: 0, text: '本法自2010年9月1日起施行。' }
	]);
	const before = await state();
	expect(await bring({ [NEW]: TEA_2020, [OLD]: TEA_2010 })).toMatchObject({ versions: 0, articles: 0, unchanged: 2 });
	expect(await state()).toBe(before);
	const [row] =
		await sql`select detail, actor_id from audit_entry where use_case = 'law.importTexts' order by id desc limit 1`;
	expect(row).toMatchObject({ detail: { files: 2, unchanged: 2, refused: 0 }, actor_id: null });
});

test('a dry run reports the same and writes nothing', async () => {
	const before = await state();
	const tried = await bring({ [OLD]: TEA_2010, 'x.md': 'x' }, true);
	expect(await state()).toBe(before);
	expect(await bring({ [OLD]: TEA_2010, 'x.md': 'x' })).toEqual(tried);
});

test('a bad file refuses only itself; of two texts of one version the first stands', async () => {
	const report = await bring({
		[OLD]: TEA_2010,
		'行政法/茶山法(2010-05-01).md': TEA_2010.replace('守山', '守水'),
		'经济法/茶山法(2010-05-01).md': TEA_2010,
		'社会法/空(2010-05-01).md': '# 空法\n\n<!-- INFO END -->\n',
		[NEW]: TEA_2020
	});
	expect(report).toMatchObject({ files: 5, versions: 2, unchanged: 1 });
	expect(report.refused).toEqual([
		{ file: '行政法/茶山法(2010-05-01).md', line: 0, message: expect.stringContaining(`已由 ${OLD} 收录`) as string },
		{ file: '社会法/空(2010-05-01).md', line: 4, message: '只有标题，没有正文' }
	]);
});

test('a corrected file replaces its own text, and nothing of the old one stays', async () => {
	await bring({ [OLD]: TEA_2010, [NEW]: TEA_2020 });
	const corrected = law('中华人民共和国茶山法', '第一条 守茶山。', '第二条 本法自2010年11月1日起施行。');
	expect(await bring({ [OLD]: corrected })).toMatchObject({ laws: 1, versions: 1, articles: 2, unchanged: 0 });
	expect(await sql`select text from law_article where version = '2010-05-01' order by position`).toEqual([
		{ text: '守茶山。' },
		{ text: '本法自2010年11月1日起施行。' }
	]);
	expect(await sql`select * from law_section`).toEqual([]);
	expect((await versions())[0]).toMatchObject({ from: '2010-11-01', until: '2020-08-31' });
});

test('a law in parts is one version; a part that repeats an article is refused', async () => {
	const part = (name: string, ...articles: string[]) =>
		['# 中华人民共和国茶典', `# ${name}`, '2020年5月1日 通过', '<!-- INFO END -->', ...articles].join('\n\n');
	const files = {
		'民法典/乙编.md': part('乙编', '## 第一章 晒茶', '第三条 晒。', '第四条 本法自2021年1月1日起施行。'),
		'民法典/甲编.md': part('甲编', '第一条 采。', '第二条 炒。'),
		'民法典/丙编.md': part('丙编', '第四条 喝。')
	};
	const report = await bring(files);
	expect(report).toMatchObject({ laws: 1, versions: 1, articles: 4 });
	expect(report.refused).toMatchObject([{ file: '民法典/丙编.md', message: '与同一版的其他部分重复：4' }]);
	expect(
		(await sql`select article from law_article order by position`).map(({ article }) => article as string)
	).toEqual(['1', '2', '3', '4']);
	expect(await sql`select level, heading from law_section order by position`).toEqual([
		{ level: 1, heading: '甲编' },
		{ level: 1, heading: '乙编' },
		{ level: 2, heading: '第一章 晒茶' }
	]);
	expect(await versions()).toMatchObject([{ law_id: '茶典', from: '2021-01-01', articles: 4 }]);
	const before = await state();
	expect(await bring(files)).toMatchObject({ versions: 0, unchanged: 2 });
	expect(await state()).toBe(before);
});

describe('beside our own content', () => {
	test('a text joins the law of the file by its title; what the file states stands, and the difference is said', async () => {
		await loadLaws(program, [TEA]);
		const report = await bring({ [OLD]: TEA_2010 });
		expect(report.warnings).toMatchObject([{ file: OLD, message: expect.stringContaining('2010年10月1日') as string }]);
		expect(await versions()).toEqual([
			{ law_id: 'tea-law', version: '2010-05-01', from: '2010-10-01', until: null, text: 'full', articles: 2 }
		]);
		expect(await sql`select note from law_version`).toEqual([{ note: '核对过' }]);
	});

	test('loading content again keeps texts, versions that only an import knows, and validities', async () => {
		await loadLaws(program, [TEA]);
		await bring({ [OLD]: TEA_2010, [NEW]: TEA_2020 });
		const before = await versions();
		expect(before).toMatchObject([
			{ until: '2020-08-31', text: 'full' },
			{ from: '2020-09-01', text: 'full' }
		]);
		expect(await loadLaws(program, [{ ...TEA, digest: 'tea-2' }])).toEqual({ changed: 1, unchanged: 0 });
		expect(await versions()).toEqual(before);
		expect(await sql`select count(*)::int as articles from law_article`).toEqual([{ articles: 5 }]);
		expect(await sql`select gist from article_gist`).toEqual([{ gist: '要点' }]);
	});

	test('a version that left its file stays only if it has a text', async () => {
		const [first] = TEA.versions;
		const second = { ...first!, id: '2015-01-01', inForceFrom: '2015-06-01', text: 'missing' as const };
		await loadLaws(program, [{ ...TEA, versions: [first!, second] }]);
		await bring({ [OLD]: TEA_2010 });
		const other = { ...first!, id: '2018-01-01', inForceFrom: '2018-06-01' };
		await loadLaws(program, [{ ...TEA, digest: 'tea-2', versions: [other], articles: [] }]);
		expect(await versions()).toMatchObject([
			{ version: '2010-05-01', from: '2010-09-01', until: '2018-05-31', text: 'full' },
			{ version: '2018-01-01', from: '2018-06-01', until: null, text: 'gist' }
		]);
	});

	test('a law that an import made takes the id of its file when one comes', async () => {
		await bring({ [OLD]: TEA_2010, [NEW]: TEA_2020 });
		await loadLaws(program, [TEA]);
		expect(await sql`select id, short_titles from law`).toEqual([{ id: 'tea-law', short_titles: ['茶山法'] }]);
		expect(await sql`select distinct law_id from law_article`).toEqual([{ law_id: 'tea-law' }]);
		expect(await bring({ [OLD]: TEA_2010, [NEW]: TEA_2020 })).toMatchObject({ versions: 0, unchanged: 2 });
	});
});

describe('an upload', () => {
	const upload = async (files: Readonly<Record<string, string | Uint8Array>>, name = 'laws.tar.gz') =>
		new File([new Uint8Array(await archiveOf(files))], name);

	test('is worked off once, by one node, and leaves its report', async () => {
		const file = await upload({
			'./社会法/茶山法(2010-05-01).md': TEA_2010,
			'../茶.md': TEA_2020,
			'a/b.md': new Uint8Array([0xc4, 0xe3])
		});
		const ids = [valueOf(await acceptUpload(ctx, [file])), valueOf(await acceptUpload(ctx, [file]))];
		expect(new Set(ids).size).toBe(1);
		expect(await readImports(ctx)).toMatchObject([{ state: 'waiting', by: '管子渊', isOpen: true }]);
		const ended = await Promise.all([workOffImports(program), workOffImports(program)]);
		expect(ended.reduce((sum, one) => sum + one, 0)).toBe(1);
		expect(valueOf(await readImport(ctx, ids[0]!))).toMatchObject({
			state: 'done',
			filesDone: 3,
			filesTotal: 3,
			report: { versions: 1 }
		});
		expect(valueOf(await readReport(ctx, ids[0]!)).refused).toEqual([
			{ file: '../茶.md', line: 0, message: '路径指向归档之外' },
			{ file: 'a/b.md', line: 0, message: '不是 UTF-8 编码（可能是 GBK），请转换后再导入' }
		]);
		expect(await sql`select * from law_import_file`).toEqual([]);
	});

	test('that a killed node has left is done by the next one', async () => {
		const id = valueOf(await acceptUpload(ctx, [new File([TEA_2010], '茶山法(2010-05-01).md')]));
		await sql`update law_import set state = 'running', attempts = 1, files_done = 1 where id = ${id}`;
		expect(await workOffImports(program)).toBe(1);
		expect(valueOf(await readImport(ctx, id))).toMatchObject({ state: 'done', report: { versions: 1 } });
	});

	test('that has taken three nodes down is given up, and those behind it go on', async () => {
		const bad = valueOf(await acceptUpload(ctx, [new File([TEA_2010], '茶山法(2010-05-01).md')]));
		await sql`update law_import set state = 'running', attempts = 3 where id = ${bad}`;
		const good = valueOf(await acceptUpload(ctx, [new File([TEA_2020], '茶山法(2020-05-01).md')]));
		expect(await workOffImports(program)).toBe(2);
		expect(valueOf(await readImport(ctx, bad))).toMatchObject({
			state: 'failed',
			fault: expect.stringContaining('重新上传') as string
		});
		expect(valueOf(await readImport(ctx, good)).state).toBe('done');
	});

	test('of a broken archive fails with its reason and writes nothing', async () => {
		const whole = await archiveOf({ '社会法/茶山法(2010-05-01).md': TEA_2010, 'b.md': TEA_2020.repeat(500) });
		const before = await state();
		const id = valueOf(
			await acceptUpload(ctx, [new File([new Uint8Array(whole.subarray(0, whole.length - 60))], 'x.tar.gz')])
		);
		await workOffImports(program);
		expect(valueOf(await readImport(ctx, id))).toMatchObject({
			state: 'failed',
			fault: expect.stringContaining('损坏') as string
		});
		expect(await state()).toBe(before);
	});

	test('without a file, or of a file that is none, is refused at the field', async () => {
		expect(refusalOf(await acceptUpload(ctx, []))).toMatchObject({ field: 'files' });
		const refusal = refusalOf(await acceptUpload(ctx, [new File(['x'], 'laws.docx')]));
		expect(refusal.message).toContain('laws.docx');
		expect(await readImports(ctx)).toEqual([]);
	});
});

test('an archive that is none says so', async () => {
	const read = async () => {
		for await (const file of readArchive(new Blob(['# 茶']).stream())) expect(file).toBeNull();
	};
	await expect(read()).rejects.toThrow('不是 .tar.gz 归档');
});

/** Every file is taken, unchanged or refused with a reason; validities do not overlap; the second time changes nothing. */
async function checkAll(path: string) {
	const run = () => importTexts(program, readTextFiles([path]));
	const first = await run();
	expect(first.refused.every(({ message }) => message !== '')).toBe(true);
	const [stored] = await sql`select count(*)::int as texts from law_text`;
	expect(stored!['texts'] as number).toBe(first.files - first.refused.length - first.unchanged);
	const overlaps = await sql`select a.law_id, a.version, b.version as other from law_version a join law_version b
		on a.law_id = b.law_id and a.version <> b.version and (coalesce(a.in_force_from, a.version), a.version) < (coalesce(b.in_force_from, b.version), b.version)
		where a.in_force_until is null or a.in_force_until >= coalesce(b.in_force_from, b.version)`;
	expect(overlaps).toEqual([]);
	const before = await state();
	const second = await run();
	expect(second).toMatchObject({ laws: 0, versions: 0, articles: 0, refused: first.refused });
	expect(await state()).toBe(before);
	return first;
}

test('the 26 texts of work safety', async (context) => {
	const report = await checkAll(withShared(context, 'laws'));
	expect(report).toMatchObject({ versions: 26, laws: 24, unchanged: 0 });
	expect(report.refused.map(({ file }) => file.split('/').at(-1))).toEqual(['README.md']);
});

test('the whole collection', { timeout: 180_000 }, async (context) => {
	const report = await checkAll(withShared(context, 'laws-corpus.tar.gz'));
	expect(report.versions).toBeGreaterThan(1450);
	expect(report.articles).toBeGreaterThan(60_000);
	const [code] = await sql`select articles from law_version where law_id = '民法典'`;
	expect(code).toEqual({ articles: 1260 });
});
