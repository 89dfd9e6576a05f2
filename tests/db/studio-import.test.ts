import JSZip from 'jszip';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { findHints } from '#lib/studio/domain/template.ts';
import { templatesOf } from '#lib/studio/server/templates.server.ts';
import { actOnManuscript } from '#lib/studio/server/use-cases/act-on-manuscript.server.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import { exportArchive, exportWord } from '#lib/studio/server/use-cases/export-files.server.ts';
import { exportSource } from '#lib/studio/server/use-cases/export-source.server.ts';
import { readCaseImage, readPublicImage, uploadImage } from '#lib/studio/server/use-cases/images.server.ts';
import { type SentFile, importFiles } from '#lib/studio/server/use-cases/import-files.server.ts';
import { readManuscript } from '#lib/studio/server/use-cases/read-manuscript.server.ts';
import { saveManuscript } from '#lib/studio/server/use-cases/save-manuscript.server.ts';
import { startManuscript } from '#lib/studio/server/use-cases/start-manuscript.server.ts';
import { freshDatabase } from '../support/database.ts';
import { loadGround } from '../support/manuscript.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { lin, trainer, townTrainer, reviewer } = await makeBureau(db);
const as = (actor: Actor | null) => contextOf(db, { actor });

beforeAll(() => loadGround(as(null)));

const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (name: string, content: string | Uint8Array): SentFile => ({
	name,
	bytes: typeof content === 'string' ? utf8(content) : content
});
const CASE = `---
id: lamp-in-the-shop
title: 一盏灯
lead: 灯具店里的一盏灯
polarity: mixed
areas: [evidence, law]
asOf: 2026-03-18
author: 别的地方的人
timeline:
  - {at: 2026-03-18T09:20, text: 到店}
---
## 案情

他先拍了照。
`;
/** One pixel, as any program writes it. */
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
	'base64'
);
const import_ = async (...files: SentFile[]) => valueOf(await importFiles(as(trainer), 'case', files));
const countManuscripts = async () => Number((await sql`select count(*) from manuscript`)[0]!['count']);

async function word(children: (Paragraph | Table)[]): Promise<Uint8Array> {
	return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
}
async function zip(entries: Record<string, string | Uint8Array>): Promise<Uint8Array> {
	const archive = new JSZip();
	for (const [name, content] of Object.entries(entries)) archive.file(name, content);
	return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

test('a file becomes a draft without the lines of the workflow; the same file again changes nothing', async () => {
	const [first] = await import_(file('lamp.md', CASE));
	expect(first).toMatchObject({ outcome: 'new', remarks: [] });
	const { fields, authors } = valueOf(await readManuscript(as(trainer), first!.id!));
	expect(fields).toMatchObject({ title: '一盏灯', areas: 'evidence\nlaw', body: '## 案情\n\n他先拍了照。' });
	expect(fields).not.toHaveProperty('author');
	expect(authors).toEqual(['梁若川']);
	const before = await countManuscripts();
	expect(await import_(file('其他名字.md', CASE))).toMatchObject([{ outcome: 'unchanged', id: first!.id }]);
	const hers = valueOf(await importFiles(as(townTrainer), 'case', [file('lamp.md', CASE)]));
	expect(hers).toMatchObject([{ outcome: 'unchanged', id: first!.id }]);
	expect(await countManuscripts()).toBe(before);
});

test('a bad file refuses only itself, in words', async () => {
	const lines = await import_(
		file('没有信息头.md', '只有正文'),
		file('不认识的项.md', '---\ncolour: red\n---\n正文'),
		file('好的.md', '---\ntitle: 好的\n---\n正文'),
		file('表格.xlsx', 'PK'),
		file('假的.docx', '文字'),
		file('编码.md', new Uint8Array([0xc4, 0xe3, 0xba, 0xc3])),
		file('坏的.zip', 'PK'),
		file('太长.md', `---\ntitle: 长\n---\n${'长'.repeat(60_001)}`)
	);
	expect(
		Object.fromEntries(lines.map(({ name, outcome, words }) => [name, outcome === 'new' ? outcome : words]))
	).toEqual({
		'坏的.zip': '不是完整的压缩文件。',
		'没有信息头.md': '文件应以 --- 包起来的信息开头。',
		'不认识的项.md': '开头的信息里有不认识的项：colour。',
		'好的.md': 'new',
		'表格.xlsx': '只导入 .md、.yaml、.docx 和装着它们的 .zip。',
		'假的.docx': '这不是 Word 文件（.docx）；.doc、.wps 和 PDF 请先另存为 .docx。',
		'编码.md': '文字不是 UTF-8 编码；用记事本“另存为”，编码选 UTF-8。',
		'太长.md': '全文超过 6 万字，没有导入。'
	});
});

test('a Word file keeps headings, lists and bold words; its table becomes lines, and that is said', async () => {
	const heading = (text: string, level: 'HEADING_1' | 'HEADING_2') =>
		new Paragraph({ text, heading: HeadingLevel[level] });
	const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
	const bytes = await word([
		...[heading('两份笔录', 'HEADING_1'), heading('案情', 'HEADING_2')],
		new Paragraph({
			children: [new TextRun('店主'), new TextRun({ text: '点了头', bold: true }), new TextRun('。<script>')]
		}),
		new Table({ rows: [new TableRow({ children: [cell('2月12日'), cell('立案')] })] })
	]);
	const [line] = await import_(file('两份笔录.docx', bytes));
	expect(line).toMatchObject({ outcome: 'new', remarks: ['表格改成了逐行的文字，看一遍是否还读得通。'] });
	const { fields } = valueOf(await readManuscript(as(trainer), line!.id!));
	expect(fields).toEqual({ title: '两份笔录', body: '## 案情\n\n店主**点了头**。\\<script\\>\n\n- 2月12日；立案' });
	expect(await import_(file('两份笔录.docx', bytes))).toMatchObject([{ outcome: 'unchanged' }]);
});

test('a folder in an archive brings its pictures; what comes out goes in again as the same', async () => {
	const [line] = await import_(
		file(
			'folder.zip',
			await zip({
				'a/story.md': `---\ntitle: 有图\n---\n![除尘器](pictures/p.png)\n\n![少了](q.png)`,
				'a/pictures/p.png': PIXEL,
				'.DS_Store': 'x'
			})
		)
	);
	expect(line).toMatchObject({ name: 'a/story.md', outcome: 'new', remarks: ['图片 q.png：没有一起传'] });
	const { fields } = valueOf(await readManuscript(as(trainer), line!.id!));
	expect(fields['body']).toMatch(/^!\[除尘器\]\(image:[0-9a-f]{64} "1×1"\)/);
	const { name, bytes } = valueOf(await exportArchive(as(reviewer), [line!.id!]));
	expect(name).toBe('draft.zip');
	const entries = Object.keys((await JSZip.loadAsync(bytes)).files);
	expect(entries).toEqual(expect.arrayContaining([expect.stringMatching(/^images\/[0-9a-f]{64}\.png$/), 'draft.md']));
	await sql`delete from studio_image`;
	const [again] = await import_(file('back.zip', bytes));
	expect(valueOf(await readManuscript(as(trainer), again!.id!)).fields).toEqual(fields);
	expect(Number((await sql`select count(*) from studio_image`)[0]!['count'])).toBe(1);
});

test('an archive that unpacks to too much, or holds too much, is refused before it is read', async () => {
	const bomb = await zip({ 'a.md': new Uint8Array(80 * 1024 * 1024) });
	expect(bomb.length).toBeLessThan(200_000);
	const many = await zip(Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`${index}.md`, 'x'])));
	const lines = await import_(file('bomb.zip', bomb), file('many.zip', many));
	expect(lines.map(({ words }) => words)).toEqual([
		'文件解开后过大或者已经损坏，没有导入。',
		'压缩文件里超过 500 个文件，没有导入。'
	]);
});

test('a picture is kept without its notes, once, and seen only by those who may see the text', async () => {
	const { digest, markdown } = valueOf(await uploadImage(as(trainer), { bytes: PIXEL, alt: '压差表 [一号]' }));
	expect(markdown).toBe(`![压差表  一号 ](image:${digest} "1×1")`);
	expect(refusalOf(await uploadImage(as(trainer), { bytes: PIXEL, alt: ' ' })).field).toBe('alt');
	expect(refusalOf(await uploadImage(as(trainer), { bytes: utf8('<svg/>'), alt: '图' })).code).toBe('no-image');
	valueOf(await startManuscript(as(trainer), { kind: 'case', from: { fields: { title: '草稿', body: markdown } } }));
	const seen = async () => [
		(await readCaseImage(as(trainer), digest))?.mime ?? null,
		(await readCaseImage(as(reviewer), digest))?.mime ?? null,
		(await readCaseImage(as(lin), digest))?.mime ?? null,
		(await readPublicImage(as(null), digest))?.mime ?? null
	];
	expect(await seen()).toEqual(['image/png', 'image/png', null, null]);
	await sql`update manuscript set state = 'published', published_as = 1, piece_id = 'with-picture' where fields->>'body' = ${markdown}`;
	expect(await seen()).toEqual(['image/png', 'image/png', 'image/png', null]);
	expect(await readCaseImage(as(trainer), "x' or true")).toBeNull();
	await expect(readCaseImage(as(null), digest)).rejects.toThrow('not allowed');
});

test('hints of a template have to be replaced before it can be handed in', async () => {
	for (const { fields } of templatesOf('case')) {
		const { id } = valueOf(await startManuscript(as(trainer), { kind: 'case', from: { fields } }));
		const { faults } = valueOf(await checkManuscript(as(trainer), id));
		expect(faults.filter(({ message }) => message.startsWith('模板提示未改'))).toHaveLength(findHints(fields).length);
		expect(refusalOf(await actOnManuscript(as(trainer), id, { act: 'submit', reason: '' })).code).toBe('faults');
		valueOf(await saveManuscript(as(trainer), id, [{ field: 'title', was: fields['title']!, now: '改好的' }]));
		expect(
			findHints(valueOf(await readManuscript(as(trainer), id)).fields).some(({ field }) => field === 'title')
		).toBe(false);
	}
});

test('a manuscript goes out as its file and as a Word file', async () => {
	const [line] = await import_(
		file(
			'out.md',
			CASE.replace('lamp-in-the-shop', 'lamp-out').replace('照。', '照，依[第九十七条](law:work-safety-law/97)。')
		)
	);
	expect(valueOf(await exportSource(as(reviewer), line!.id!))).toMatchObject({ name: 'lamp-out' });
	const { name, bytes } = valueOf(await exportWord(as(reviewer), line!.id!));
	expect(name).toBe('一盏灯.docx');
	const document = await (await JSZip.loadAsync(bytes)).file('word/document.xml')!.async('string');
	expect(document).toContain('他先拍了照');
	expect(document).toContain('w:footnoteReference');
	const notes = await (await JSZip.loadAsync(bytes)).file('word/footnotes.xml')!.async('string');
	expect(notes).toContain('第九十七条');
	const core = await (await JSZip.loadAsync(bytes)).file('docProps/core.xml')!.async('string');
	expect(core).not.toContain('梁若川');
});
