import { printable } from '#lib/shared/printable.ts';
import type { RecordPart } from '../domain/hearing/transcript.ts';

const FACES = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
const BODY = { ...FACES, eastAsia: '仿宋_GB2312', hint: 'eastAsia' };
const HEAD = { ...FACES, eastAsia: '黑体', hint: 'eastAsia' };
/** Half points: 二号, 三号, 小四. */
const SIZES = { title: 44, head: 32, body: 28, note: 24 };
/** Twips: A4 with the margins of official documents. */
const PAGE = {
	size: { width: 11_906, height: 16_838 },
	margin: { top: 2098, right: 1474, bottom: 1984, left: 1587 }
};
const LINE = { line: 520, lineRule: 'exact' } as const;

/** A record as a Word file; the library is loaded with the first file. */
export async function writeTranscriptFile(
	title: string,
	parts: readonly RecordPart[]
): Promise<Uint8Array<ArrayBuffer>> {
	const { AlignmentType, Document, Packer, Paragraph, TextRun } = await import('docx');
	const line = (text: string, { size = SIZES.body, font = BODY, isCentred = false, isHead = false } = {}) =>
		new Paragraph({
			spacing: isHead ? { ...LINE, before: 240 } : LINE,
			keepNext: isHead,
			...(isCentred ? { alignment: AlignmentType.CENTER } : {}),
			children: [new TextRun({ font, size, text: printable(text) })]
		});
	const file = new Document({
		...{ title: `庭审笔录：${title}`, creator: '擂台', lastModifiedBy: '擂台', description: '' },
		styles: { default: { document: { run: { font: BODY, size: SIZES.body } } } },
		sections: [
			{
				properties: { page: PAGE },
				children: [
					line('模拟庭审笔录', { size: SIZES.title, font: HEAD, isCentred: true }),
					line(title, { isCentred: true }),
					line('（教学模拟，情节均为虚构）', { size: SIZES.note, isCentred: true }),
					...parts.map(({ kind, text }) =>
						kind === 'heading' ? line(text, { size: SIZES.head, font: HEAD, isHead: true }) : line(text)
					)
				]
			}
		]
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}
