import type * as Docx from 'docx';
import { AREAS } from '#lib/shared/piece.ts';
import { printable } from '#lib/shared/printable.ts';
import { formatShortDay } from '#lib/shared/time.ts';
import { POLARITIES } from '../domain/case.ts';
import { GRAVITIES } from '../domain/defect.ts';
import { BODY, HEAD, LINE, SIZES } from './handbook-type.server.ts';
import { type RunParagraph, readRuns } from './html-runs.server.ts';
import type { CaseOnPaper } from './case-on-paper.server.ts';

const INDENT = { firstLine: 560 };
const HANGING = { left: 560, hanging: 560 };

/** One case of a handbook: its story, and the answers that stand at the end of the book. */
export class CaseChapter {
	constructor(
		private readonly docx: typeof Docx,
		private readonly one: CaseOnPaper,
		private readonly number: number
	) {}

	story(): Docx.Paragraph[] {
		const { study, timeline, blocks, notes } = this.one;
		const areas = study.areas.map((area) => AREAS[area]).join('、');
		return [
			this.heading(`案例${this.number}　${study.title}`, true),
			this.line(study.lead, {}, { italics: false, bold: true }),
			this.small(`${POLARITIES[study.polarity]} · ${study.industry} · ${areas} · ${study.sourceKind}`),
			...(study.people.length > 0
				? [this.small(`人物：${study.people.map(({ who, role }) => `${who}（${role}）`).join('、')}`)]
				: []),
			this.label('时间线'),
			...timeline.map(({ at, text }) => this.small(`${formatShortDay(at.slice(0, 10))} ${at.slice(11)}　${text}`)),
			...blocks.flatMap((block) => this.block(block)),
			...this.judgement(),
			...(notes.length > 0 ? [this.label('旁注')] : []),
			...notes.map(({ number, lawTitle, reference, heading, gist }) =>
				this.small(`〔${number}〕《${lawTitle}》${reference}　${heading}。${gist.replace(/\s+/g, '')}`)
			),
			this.small(`${study.author} 撰；${study.reviews.join('；')}。依据：${study.sources.join('；')}。`)
		];
	}

	answers(): Docx.Paragraph[] {
		const { study, answers } = this.one;
		return [
			this.heading(`案例${this.number}　${study.title}`, false),
			...answers.flatMap(({ number, right, reasons, explanation }) => [
				this.label(`第 ${number} 问　${right}`),
				...reasons.map(({ letter, isRight, reason }) => this.small(`${letter}．${isRight ? '对' : '不对'}：${reason}`)),
				...this.html(explanation)
			])
		];
	}

	private block(block: CaseOnPaper['blocks'][number]): Docx.Paragraph[] {
		if (block.kind === 'section') return [this.label(block.text)];
		if (block.kind === 'decide')
			return [this.label('先裁后看'), ...this.html(block.stem ?? '<p>换成你，会怎么裁？写下再往下读。</p>')];
		if (block.kind === 'question') {
			return [
				this.label(`第 ${block.number} 问`),
				...this.html(block.stem),
				...block.options.map(({ letter, text }) => this.line(`${letter}．${text}`, { indent: HANGING }))
			];
		}
		const marks = block.notes.map((number) => `〔${number}〕`).join('');
		const tags = block.areas.map((area) => `【${area}】`).join('');
		return this.html(block.html, tags, marks);
	}

	private judgement(): Docx.Paragraph[] {
		const { judgement } = this.one;
		if (!judgement) return [];
		return [
			this.label('得与失'),
			...judgement.well.map((text) => this.small(`✓ ${text}`)),
			...judgement.defects.map(({ what, gravity, better }) =>
				this.small(`✕ ${what}（${GRAVITIES[gravity]}）。更好的做法：${better}`)
			)
		];
	}

	private html(html: string, before = '', after = ''): Docx.Paragraph[] {
		const paragraphs = readRuns(html);
		return paragraphs.map((paragraph, index) =>
			this.paragraph(paragraph, index === 0 ? before : '', index === paragraphs.length - 1 ? after : '')
		);
	}

	private paragraph({ kind, number, runs }: RunParagraph, before: string, after: string): Docx.Paragraph {
		const { Paragraph, TextRun, AlignmentType } = this.docx;
		const bullet = kind === 'item' ? (number === null ? '· ' : `${number}．`) : '';
		const run = (text: string, more: Docx.IRunOptions = {}) =>
			new TextRun({ font: BODY, text: printable(text), ...more });
		return new Paragraph({
			indent: kind === 'item' ? HANGING : INDENT,
			spacing: LINE,
			alignment: AlignmentType.JUSTIFIED,
			children: [
				...(before + bullet === '' ? [] : [run(before + bullet)]),
				...runs.map(({ text, isBold }) => run(text, { bold: isBold || kind === 'heading' })),
				...(after === '' ? [] : [run(after, { superScript: true })])
			]
		});
	}

	private heading(text: string, isNewPage: boolean): Docx.Paragraph {
		const { Paragraph, TextRun, HeadingLevel } = this.docx;
		const run = new TextRun({ text: printable(text), font: HEAD, size: SIZES.chapter, color: '000000' });
		const heading = isNewPage ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
		return new Paragraph({
			heading,
			pageBreakBefore: isNewPage,
			keepNext: true,
			spacing: { before: 240, after: 160 },
			children: [run]
		});
	}

	private label(text: string): Docx.Paragraph {
		return this.line(text, { indent: {}, spacing: { ...LINE, before: 160 }, keepNext: true }, { font: HEAD });
	}

	private small(text: string): Docx.Paragraph {
		return this.line(text, { indent: {} }, { size: SIZES.small });
	}

	private line(text: string, options: Docx.IParagraphOptions = {}, run: Docx.IRunOptions = {}): Docx.Paragraph {
		const { Paragraph, TextRun } = this.docx;
		const words = new TextRun({ font: BODY, ...run, text: printable(text) });
		return new Paragraph({ indent: INDENT, spacing: LINE, ...options, children: [words] });
	}
}
