import JSZip from 'jszip';
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, test } from 'vitest';
import { layOut } from '#lib/drafting/domain/paper.ts';
import { placeText } from '#lib/drafting/domain/place-text.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { readDrafting } from '#lib/drafting/server/use-cases/rule-book.server.ts';
import { writeWordFile } from '#lib/drafting/server/word-file.server.ts';
import { MOST_BYTES, readWordText } from '#lib/drafting/server/word-text.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { cleanSample } from '../support/break-rules.ts';

const book = bookOf(readDrafting(projectRoot()), 'default')!;
const { documents, case: facts } = cleanSample();
const kindOf = (id: string) => book.documents.get(id)!;
const sheetOf = (id: string, more = {}) =>
	layOut({ kind: kindOf(id), fields: { ...documents[id], ...more }, case: facts }, book);
const place = (paragraphs: readonly string[], id: string) => placeText(paragraphs, kindOf(id), book.layouts.get(id)!);

async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
	const read = await readWordText(bytes);
	if (!read.ok) throw new Error(read.refusal.message);
	return read.value;
}
async function refusal(bytes: Uint8Array): Promise<string> {
	const read = await readWordText(bytes);
	return read.ok ? 'read' : read.refusal.code;
}
const written = async (children: ConstructorParameters<typeof Document>[0]['sections'][number]['children']) =>
	new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));

describe('a Word file of ours', () => {
	test.each([...book.documents.keys()])('%s holds what the sheet holds', async (id) => {
		const text = (await textOf(await writeWordFile(sheetOf(id)))).join('\n');
		const { title, number, blocks, closing } = sheetOf(id);
		const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
		for (const part of [title, number, ...paragraphs, closing?.date]) if (part) expect(text).toContain(part);
	});

	test('is an A4 page in the customary faces, with page numbers, and names nobody', async () => {
		const zip = await JSZip.loadAsync(await writeWordFile(sheetOf('penalty-decision')));
		const part = (name: string) => zip.file(name)!.async('string');
		const body = await part('word/document.xml');
		expect(body).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/);
		expect(body).toContain('w:eastAsia="仿宋_GB2312"');
		expect(body).toContain('方正小标宋简体');
		const foot = Object.keys(zip.files).find((name) => name.startsWith('word/footer'))!;
		expect(await part(foot)).toMatch(/NUMPAGES/);
		const properties = await part('docProps/core.xml');
		expect(properties).toContain('<dc:creator>擂台</dc:creator>');
		expect(properties).not.toMatch(/许知行|Un-named/);
	});

	test('survives signs that XML does not know', async () => {
		const sheet = sheetOf('penalty-decision', { facts: '积尘\u0001\u000b<b>&"3毫米' });
		expect((await textOf(await writeWordFile(sheet))).join('\n')).toContain('积尘<b>&"3毫米');
	});
});

describe('long texts of a file find their fields', () => {
	const LONG = '2026年6月10日，在打磨车间检查发现6名新工没有培训记录。\n除尘管道积尘。';
	test.each([
		['penalty-decision', ['facts', 'statement_response', 'discretion_reason', 'penalty_text', 'correct_order']],
		['penalty-notice', ['facts', 'evidence_summary']],
		['case-filing-approval', ['facts']],
		['investigation-report', ['facts', 'rectification_status']],
		['interview-record', ['qa_text']],
		['collective-discussion-record', ['discretion_reason', 'conclusion']],
		['summary-penalty-decision', ['facts']],
		['case-closure-approval', ['result']]
	])('%s, exported by us', async (id, fields) => {
		const texts = Object.fromEntries(fields.map((field) => [field, `${LONG}（${field}）`]));
		const { placed } = place(await textOf(await writeWordFile(sheetOf(id, texts))), id);
		const found = Object.fromEntries(placed.map(({ field, text }) => [field, text]));
		expect(found).toMatchObject(texts);
	});

	test('typed by hand, with headings of its own', () => {
		const { placed, rest } = place(
			[
				...['行政处罚决定书', '被处罚人：恒舟木业', '一、违法事实及证据', '6名新工没有培训。', '没有记录。'],
				...[
					'（二）裁量理由：初次违法，及时改正。',
					'三、处罚内容：',
					'罚款35000元。',
					'2026年8月5日',
					'本件一式两份，一份存档。'
				]
			],
			'penalty-decision'
		);
		expect(placed.map(({ field, text }) => [field, text])).toEqual([
			['facts', '6名新工没有培训。\n没有记录。'],
			['discretion_reason', '初次违法，及时改正。'],
			['penalty_text', '罚款35000元。']
		]);
		expect(rest).toEqual(['本件一式两份，一份存档。']);
	});

	test('a file without headings is offered as it is', () => {
		const { placed, rest } = place(['今天检查了打磨车间的除尘系统。'], 'penalty-decision');
		expect([placed, rest]).toEqual([[], ['今天检查了打磨车间的除尘系统。']]);
	});
});

describe('odd files', () => {
	test('tables and pictures: the words stay', async () => {
		const picture = new ImageRun({ type: 'png', data: Buffer.alloc(80), transformation: { width: 9, height: 9 } });
		const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
		const table = new Table({ rows: [new TableRow({ children: [cell('违法事实'), cell('没有培训记录。')] })] });
		const text = await textOf(
			await written([new Paragraph({ children: [picture] }), table, new Paragraph('尾\u200b注')])
		);
		expect(text).toEqual(['违法事实', '没有培训记录。', '尾注']);
		expect(place(text.slice(0, 2), 'penalty-decision').placed[0]).toMatchObject({
			field: 'facts',
			text: '没有培训记录。'
		});
	});

	test('macros stay behind', async () => {
		const zip = await JSZip.loadAsync(await written([new Paragraph('正文。')]));
		zip.file('word/vbaProject.bin', Buffer.from('Sub AutoOpen()'));
		expect(await textOf(await zip.generateAsync({ type: 'uint8array' }))).toEqual(['正文。']);
	});

	test('markup in a text is a text', async () => {
		expect(await textOf(await written([new Paragraph('<script>alert(1)</script>')]))).toEqual([
			'<script>alert(1)</script>'
		]);
	});

	test('what is no Word file, is broken or holds nothing is refused with a reason', async () => {
		expect(await refusal(new TextEncoder().encode('%PDF-1.7'))).toBe('no-word-file');
		expect(await refusal(new Uint8Array(0))).toBe('no-word-file');
		const other = new JSZip().file('xl/workbook.xml', '<x/>');
		expect(await refusal(await other.generateAsync({ type: 'uint8array' }))).toBe('no-word-file');
		const broken = new JSZip().file('word/document.xml', '<w:document');
		expect(await refusal(await broken.generateAsync({ type: 'uint8array' }))).toBe('unreadable');
		expect(await refusal(await written([]))).toBe('empty');
		expect(await refusal(new Uint8Array(MOST_BYTES + 1))).toBe('too-large');
		const whole = await written([new Paragraph('正文。')]);
		expect(await refusal(whole.slice(0, whole.length - 30))).toBe('no-word-file');
	});

	test('a bomb is not unpacked', async () => {
		const bomb = new JSZip().file('word/document.xml', Buffer.alloc(70 * 1024 * 1024, 32));
		const bytes = await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
		expect(bytes.length).toBeLessThan(MOST_BYTES);
		expect(await refusal(bytes)).toBe('too-large');
	});

	test('an archive that claims to be small and is not is found out', async () => {
		const bomb = new JSZip().file('word/document.xml', Buffer.alloc(70 * 1024 * 1024, 32));
		const bytes = Buffer.from(await bomb.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
		const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
		bytes.writeUInt32LE(10, entry + 24);
		expect(await refusal(new Uint8Array(bytes))).toBe('too-large');
	});

	test('a file with a password says so', async () => {
		const bytes = Buffer.from(await written([new Paragraph('正文。')]));
		let entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
		for (; entry >= 0; entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), entry + 4)) {
			bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8);
		}
		expect(await refusal(new Uint8Array(bytes))).toBe('encrypted');
	});
});
