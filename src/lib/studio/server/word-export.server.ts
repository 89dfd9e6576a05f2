import type * as Docx from 'docx';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { formatReference } from '#lib/shared/citation.ts';
import { printable } from '#lib/shared/printable.ts';
import type { HtmlNode } from '../domain/html-node.ts';
import { type PaperLine, type PaperRun, htmlToPaper } from '../domain/html-paper.ts';
import type { PreviewBlock } from '../domain/manuscript.ts';
import type { StoredImage } from './repository/images.server.ts';

/** A manuscript on paper. */
export interface PaperText {
	readonly title: string;
	readonly blocks: readonly PreviewBlock[];
	readonly images: ReadonlyMap<string, Pick<StoredImage, 'bytes' | 'mime' | 'width' | 'height'>>;
}

const FACE = {
	ascii: 'Times New Roman',
	hAnsi: 'Times New Roman',
	cs: 'Times New Roman',
	eastAsia: '仿宋_GB2312'
} as const;
const HEAD = { ...FACE, eastAsia: '黑体' } as const;
/** Half points: 二号 22 pt, 三号 16 pt, 小四 12 pt. */
const SIZES = { title: 44, body: 32, note: 24 } as const;
const LINE = { line: 560, lineRule: 'exact' } as const;
/** Pixels of a page's width at 96 to the inch. */
const PAGE_PIXELS = 590;

/** A text as a Word file: headings, lists, pictures, and the law beside a paragraph as its footnote. Properties name nobody. */
export async function writeWord(text: PaperText): Promise<Uint8Array<ArrayBuffer>> {
	const docx = await import('docx');
	const writer = new Writer(docx, text);
	const children = [writer.title(text.title), ...text.blocks.flatMap((block) => writer.block(block))];
	const file = new docx.Document({
		...{ title: text.title, creator: '擂台', lastModifiedBy: '擂台', description: '' },
		styles: { default: { document: { run: { font: FACE, size: SIZES.body } } } },
		footnotes: writer.footnotes,
		sections: [{ children }]
	});
	return new Uint8Array(await docx.Packer.toArrayBuffer(file));
}

class Writer {
	readonly footnotes: Record<string, { children: Docx.Paragraph[] }> = {};

	constructor(
		private readonly docx: typeof Docx,
		private readonly text: PaperText
	) {}

	title(words: string): Docx.Paragraph {
		const { AlignmentType, HeadingLevel, Paragraph, TextRun } = this.docx;
		const run = new TextRun({ text: printable(words), font: HEAD, size: SIZES.title, color: '000000' });
		const place = { alignment: AlignmentType.CENTER, heading: HeadingLevel.TITLE, spacing: { after: 240 } };
		return new Paragraph({ ...place, children: [run] });
	}

	block(block: PreviewBlock): Docx.Paragraph[] {
		if (block.kind === 'lines') {
			const lines = block.lines.map(({ text, note, mark }) => {
				const sign = mark === null ? '' : mark === 'right' ? '（对）' : '（错）';
				return this.words([{ text: `${sign}${text}${note === '' ? '' : `　${note}`}`, isStrong: false }]);
			});
			return [this.words([{ text: block.title, isStrong: true }]), ...lines];
		}
		if (block.kind === 'heading')
			return [this.line({ kind: 'heading', runs: [{ text: block.text, isStrong: true }] }, [])];
		const title = block.title === '' ? [] : [this.words([{ text: block.title, isStrong: true }])];
		const tree = unified().use(rehypeParse, { fragment: true }).parse(block.html) as unknown as HtmlNode;
		const lines = htmlToPaper(tree);
		return [
			...title,
			...lines.map((line, index) => this.line(line, index === lines.length - 1 ? this.notesOf(block.notes) : []))
		];
	}

	/** Numbers of new footnotes, one for each article. */
	private notesOf(notes: Extract<PreviewBlock, { kind: 'html' }>['notes']): number[] {
		return notes.map((note) => {
			const number = Object.keys(this.footnotes).length + 1;
			const words = `《${note.lawTitle}》${formatReference(note)}：${note.gist.replace(/\s+/g, ' ')}`;
			this.footnotes[number] = { children: [this.words([{ text: words, isStrong: false }], SIZES.note)] };
			return number;
		});
	}

	private line(line: PaperLine, notes: readonly number[]): Docx.Paragraph {
		const { FootnoteReferenceRun, HeadingLevel, Paragraph } = this.docx;
		if (line.kind === 'picture') return this.picture(line);
		const isHeading = line.kind === 'heading';
		const mark = line.kind === 'item' ? [{ text: line.mark, isStrong: false }] : [];
		const indent = isHeading ? {} : { firstLine: line.kind === 'item' ? 640 + line.depth * 320 : 640 };
		return new Paragraph({
			...{ indent, spacing: { ...LINE, before: isHeading ? 240 : 0 } },
			...(isHeading ? { heading: HeadingLevel.HEADING_1, keepNext: true } : {}),
			children: [
				...this.runs([...mark, ...line.runs], { isHeading }),
				...notes.map((note) => new FootnoteReferenceRun(note))
			]
		});
	}

	private runs(
		runs: readonly PaperRun[],
		{ isHeading = false, size = SIZES.body }: { isHeading?: boolean; size?: number } = {}
	): Docx.TextRun[] {
		const font = isHeading ? HEAD : FACE;
		return runs.map(
			({ text, isStrong }) =>
				new this.docx.TextRun({ text: printable(text), bold: isStrong, font, size, color: '000000' })
		);
	}

	private words(runs: readonly PaperRun[], size: number = SIZES.body): Docx.Paragraph {
		const spacing = size === SIZES.body ? LINE : {};
		return new this.docx.Paragraph({ spacing, children: this.runs(runs, { size }) });
	}

	/** Word knows no WebP: there the words stand for the picture. */
	private picture({ digest, alt }: Extract<PaperLine, { kind: 'picture' }>): Docx.Paragraph {
		const image = this.text.images.get(digest);
		const type = image?.mime === 'image/png' ? 'png' : image?.mime === 'image/jpeg' ? 'jpg' : null;
		if (!image || !type) return this.words([{ text: `（图：${alt}）`, isStrong: false }]);
		const scale = Math.min(1, PAGE_PIXELS / image.width);
		const transformation = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) };
		const altText = { name: alt, description: alt, title: alt };
		return new this.docx.Paragraph({
			alignment: this.docx.AlignmentType.CENTER,
			children: [new this.docx.ImageRun({ type, data: image.bytes, transformation, altText })]
		});
	}
}
