import type * as Docx from 'docx';
import { type Day, formatDay } from '#lib/shared/time.ts';
import { CaseChapter } from './handbook-chapter.server.ts';
import { BODY, HEAD, LINE, SIZES, TITLE } from './handbook-type.server.ts';
import type { CaseOnPaper } from './case-on-paper.server.ts';

/** Twips: a twentieth of a point. A4 with the margins of official documents (37, 28, 35, 26 mm). */
const A4 = { width: 11_906, height: 16_838 };
const MARGINS = { top: 2098, right: 1474, bottom: 1984, left: 1587, footer: 850 };

/** The handbook as a Word file. The library is loaded with the first file, not with the server. */
export async function writeHandbook(cases: readonly CaseOnPaper[], day: Day): Promise<Uint8Array<ArrayBuffer>> {
	const docx = await import('docx');
	const chapters = cases.map((one, index) => new CaseChapter(docx, one, index + 1));
	const title = '以案释法手册';
	const file = new docx.Document({
		...{ title, creator: '擂台', lastModifiedBy: '擂台', description: '' },
		styles: { default: { document: { run: { font: BODY, size: SIZES.body } } } },
		features: { updateFields: true },
		sections: [
			{
				properties: { page: { size: A4, margin: MARGINS }, titlePage: true },
				footers: { default: footer(docx) },
				children: [
					...cover(docx, title, cases.length, day),
					...contents(docx),
					...chapters.flatMap((chapter) => chapter.story()),
					...part(docx, '思考题参考答案'),
					...chapters.flatMap((chapter) => chapter.answers()),
					...part(docx, '引用的法律'),
					...laws(docx, cases)
				]
			}
		]
	});
	return new Uint8Array(await docx.Packer.toArrayBuffer(file));
}

function cover({ Paragraph, TextRun, AlignmentType }: typeof Docx, title: string, count: number, day: Day) {
	const line = (text: string, before: number, size: number, font: typeof TITLE) =>
		new Paragraph({
			alignment: AlignmentType.CENTER,
			spacing: { before },
			children: [new TextRun({ text, size, font })]
		});
	return [
		line(title, 4000, SIZES.cover, TITLE),
		line(`收录 ${count} 个案例`, 600, SIZES.body, BODY),
		line('供内部培训使用；人名、单位如注明虚构，均为虚构', 200, SIZES.small, BODY),
		line(formatDay(day), 6000, SIZES.body, BODY)
	];
}

/** Word fills the page numbers in when the file is opened. */
function contents(docx: typeof Docx) {
	const { TableOfContents, Paragraph, TextRun, AlignmentType } = docx;
	return [
		new Paragraph({
			pageBreakBefore: true,
			alignment: AlignmentType.CENTER,
			spacing: { after: 240 },
			children: [new TextRun({ text: '目　录', font: HEAD, size: SIZES.part })]
		}),
		new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-2' })
	];
}

function part({ Paragraph, TextRun, HeadingLevel }: typeof Docx, text: string) {
	const run = new TextRun({ text, font: HEAD, size: SIZES.part, color: '000000' });
	return [
		new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, spacing: { after: 240 }, children: [run] })
	];
}

/** Every article of every case once, by law. */
function laws({ Paragraph, TextRun }: typeof Docx, cases: readonly CaseOnPaper[]) {
	const seen = new Map(cases.flatMap(({ notes }) => notes.map((note) => [note.lawTitle + note.reference, note])));
	const all = [...seen.values()];
	const byLaw = [...new Set(all.map(({ lawTitle }) => lawTitle))].map((title) => {
		return [title, all.filter(({ lawTitle }) => lawTitle === title)] as const;
	});
	return byLaw.flatMap(([lawTitle, notes]) => [
		new Paragraph({
			spacing: { ...LINE, before: 200 },
			keepNext: true,
			children: [new TextRun({ text: `《${lawTitle}》`, font: HEAD })]
		}),
		...notes.map(
			({ reference, heading }) =>
				new Paragraph({
					spacing: LINE,
					children: [new TextRun({ text: `${reference}　${heading}`, size: SIZES.small })]
				})
		)
	]);
}

function footer({ Footer, Paragraph, TextRun, PageNumber, AlignmentType }: typeof Docx) {
	const run = new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页'], font: BODY, size: SIZES.foot });
	return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}
