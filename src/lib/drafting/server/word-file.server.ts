import type * as Docx from 'docx';
import { printable } from '#lib/shared/printable.ts';
import type { Block, Row, Sheet } from '../domain/paper.ts';

/** Twips: a twentieth of a point. A4 with the margins of official documents (37, 28, 35, 26 mm). */
const A4 = { width: 11_906, height: 16_838 };
const MARGINS = { top: 2098, right: 1474, bottom: 1984, left: 1587, footer: 850 };
/** Half points: 二号 22 pt, 三号 16 pt, 小四 12 pt. */
const SIZES = { title: 44, body: 32, cell: 24, foot: 28 };
/** Line spacing of 28 points, as official documents have it. */
const LINE = { line: 560, lineRule: 'exact' } as const;
const BODY = font('仿宋_GB2312');
const HEAD = font('黑体');
const TITLE = font('方正小标宋简体');
const INDENT = { firstLine: 640 };

/** Latin and digits in a face that every office has; Chinese in the customary one, which the office replaces if it lacks it. */
function font(eastAsia: string) {
	return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' };
}

/**
 * A document as a Word file. The library is loaded with the first file, not with the server. Properties name nobody: a
 * marker who opens the file does not learn who wrote it.
 */
export async function writeWordFile(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
	const docx = await import('docx');
	const writer = new Writer(docx);
	const { title } = sheet;
	const file = new docx.Document({
		...{ title, creator: '擂台', lastModifiedBy: '擂台', description: '' },
		styles: { default: { document: { run: { font: BODY, size: SIZES.body } } } },
		sections: [
			{
				properties: { page: { size: A4, margin: MARGINS } },
				footers: { default: writer.footer() },
				children: [
					...writer.head(sheet),
					...sheet.blocks.flatMap((block) => writer.block(block)),
					...writer.closing(sheet)
				]
			}
		]
	});
	return new Uint8Array(await docx.Packer.toArrayBuffer(file));
}

type Child = Docx.Paragraph | Docx.Table;

class Writer {
	constructor(private readonly docx: typeof Docx) {}

	head({ authority, title, number, to }: Sheet): Child[] {
		const { CENTER, LEFT } = this.docx.AlignmentType;
		const titleOptions = { alignment: CENTER, spacing: { after: 120 } };
		return [
			...(authority === '' ? [] : [this.line(authority, titleOptions, { font: TITLE, size: SIZES.body + 4 })]),
			this.line(
				title,
				{ ...titleOptions, heading: this.docx.HeadingLevel.TITLE },
				{ font: TITLE, size: SIZES.title, color: '000000' }
			),
			...(number === null ? [] : [this.line(number, { alignment: CENTER, spacing: { ...LINE, after: 240 } })]),
			...(to === null ? [] : [this.line(to, { alignment: LEFT, spacing: LINE })])
		];
	}

	block(block: Block): Child[] {
		switch (block.kind) {
			case 'heading':
				return [
					this.line(block.text, { indent: INDENT, spacing: { ...LINE, before: 120 }, keepNext: true }, { font: HEAD })
				];
			case 'paragraph':
				return [this.line(block.text, this.running())];
			case 'list':
				return block.items.map((item, index) => this.line(`${index + 1}．${item}`, this.running()));
			case 'rows':
				return [this.grid(block.rows.map((row) => this.cells(row)))];
			case 'table':
				return [this.grid([block.head, ...block.rows], { head: true })];
			case 'signatures':
				return [
					...block.rows.map((row) => this.line(`${row.label}：${row.value}`, { spacing: { ...LINE, before: 120 } })),
					...(block.note === '' ? [] : [this.line(`（${block.note}）`, { spacing: LINE })])
				];
		}
	}

	/** Authority, date and the place of the seal at the lower right. */
	closing({ closing }: Sheet): Child[] {
		if (!closing) return [];
		const right = { alignment: this.docx.AlignmentType.RIGHT, spacing: LINE, keepNext: true, indent: { right: 640 } };
		const seal = closing.isSealed === null ? '' : closing.isSealed ? '（印章）' : '（盖章处）';
		return [
			this.line('', { spacing: { ...LINE, before: 240 }, keepNext: true }),
			this.line(`${closing.authority}${seal}`, right),
			this.line(closing.date, { ...right, keepNext: false })
		];
	}

	footer(): Docx.Footer {
		const { Footer, Paragraph, TextRun, PageNumber, AlignmentType } = this.docx;
		const children = ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'];
		const run = new TextRun({ children, font: BODY, size: SIZES.foot });
		return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
	}

	private running(): Docx.IParagraphOptions {
		return { indent: INDENT, spacing: LINE, alignment: this.docx.AlignmentType.JUSTIFIED };
	}

	private line(text: string, options: Docx.IParagraphOptions, run: Docx.IRunOptions = {}): Docx.Paragraph {
		const { Paragraph, TextRun } = this.docx;
		return new Paragraph({
			...options,
			children: [new TextRun({ font: BODY, size: SIZES.body, ...run, text: printable(text) })]
		});
	}

	private cells({ label, value }: Row): readonly string[] {
		return [label, value];
	}

	private grid(rows: readonly (readonly string[])[], { head = false } = {}): Docx.Table {
		const { Table, TableRow, TableCell, WidthType } = this.docx;
		const columns = Math.max(1, ...rows.map((row) => row.length));
		const widths = widthsOf(columns, head);
		const cell = (text: string, index: number) =>
			new TableCell({
				width: { size: widths[index]!, type: WidthType.DXA },
				margins: { top: 60, bottom: 60, left: 100, right: 100 },
				children: [this.line(text, {}, { size: SIZES.cell })]
			});
		return new Table({
			width: { size: TEXT_WIDTH, type: WidthType.DXA },
			columnWidths: widths,
			rows: rows.map(
				(row, index) => new TableRow({ tableHeader: head && index === 0, cantSplit: true, children: row.map(cell) })
			)
		});
	}
}

const TEXT_WIDTH = A4.width - MARGINS.left - MARGINS.right;

/** A form has a narrow column of labels; the first column of a table is its number. */
function widthsOf(columns: number, isTable: boolean): number[] {
	const first = !isTable ? 2600 : columns > 2 ? 900 : Math.floor(TEXT_WIDTH / columns);
	if (columns === 1) return [TEXT_WIDTH];
	const rest = Math.floor((TEXT_WIDTH - first) / (columns - 1));
	return [first, ...Array.from({ length: columns - 1 }, () => rest)];
}
