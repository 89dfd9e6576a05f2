import type * as Docx from 'docx';
import { AREAS } from '#lib/shared/piece.ts';
import { printable } from '#lib/shared/printable.ts';
import { formatDay } from '#lib/shared/time.ts';
import { POLARITIES } from '../domain/case.ts';
import { type Minutes, type MinutesCase, VERDICT_KEYS, VERDICT_PARTS } from '../domain/commentary/minutes.ts';

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

/** Minutes as a Word file; the library is loaded with the first file. @param note below the title: published when, or a draft */
export async function writeMinutesFile(minutes: Minutes, note: string): Promise<Uint8Array<ArrayBuffer>> {
	const docx = await import('docx');
	const lines = new MinutesLines(docx);
	const { CENTER } = docx.AlignmentType;
	const title = lines.line(`典型案例点评会纪要`, { size: SIZES.title, font: HEAD }, { alignment: CENTER });
	const file = new docx.Document({
		...{ title: `点评会纪要：${minutes.title}`, creator: '擂台', lastModifiedBy: '擂台', description: '' },
		styles: { default: { document: { run: { font: BODY, size: SIZES.body } } } },
		sections: [
			{
				properties: { page: PAGE },
				children: [
					title,
					lines.line(minutes.title, {}, { alignment: CENTER }),
					lines.line(`（${note}）`, { size: SIZES.note }, { alignment: CENTER }),
					...lines.head(minutes),
					...minutes.cases.flatMap((one, index) => lines.caseOf(one, index + 1)),
					...lines.closing(minutes)
				]
			}
		]
	});
	return new Uint8Array(await docx.Packer.toArrayBuffer(file));
}

class MinutesLines {
	constructor(private readonly docx: typeof Docx) {}

	line(text: string, run: Docx.IRunOptions = {}, options: Docx.IParagraphOptions = {}): Docx.Paragraph {
		const { Paragraph, TextRun } = this.docx;
		return new Paragraph({
			spacing: LINE,
			...options,
			children: [new TextRun({ font: BODY, size: SIZES.body, ...run, text: printable(text) })]
		});
	}

	private running(text: string): Docx.Paragraph[] {
		return text
			.split('\n')
			.filter((part) => part.trim() !== '')
			.map((part) => this.line(part, {}, { indent: { firstLine: 560 } }));
	}

	private heading(text: string): Docx.Paragraph {
		return this.line(text, { font: HEAD, size: SIZES.head }, { spacing: { ...LINE, before: 240 }, keepNext: true });
	}

	private subheading(text: string): Docx.Paragraph {
		return this.line(text, { bold: true }, { keepNext: true });
	}

	head({ day, begunAt, endedAt, place, chair, recorder, present, counts }: Minutes): Docx.Paragraph[] {
		const time = begunAt ? ` ${begunAt}${endedAt ? `—${endedAt}` : '起'}` : '';
		return [
			...this.running(`时间：${formatDay(day)}${time}`),
			...this.running(`地点：${place}`),
			...this.running(`主持：${chair}　记录：${recorder}`),
			...this.running(`参加人员：${present.join('、')}`),
			...this.running(`意见：采纳 ${counts.accepted} 条，退回 ${counts.returned} 条，并入同类 ${counts.merged} 条。`)
		];
	}

	caseOf(one: MinutesCase, number: number): Docx.Paragraph[] {
		const time = one.taken === null ? '未讨论' : `计划 ${one.planned} 分钟，实际 ${one.taken} 分钟`;
		return [
			this.heading(`${number}. ${one.title}（${POLARITIES[one.polarity]}）`),
			...this.running(`发言：${one.speakers.join('、')}　点评专家：${one.expert}　${time}`),
			...(one.notes.length > 0 ? [this.subheading('会议记录')] : []),
			...one.notes.flatMap(({ at, text }) => this.running(`${at} ${text}`)),
			...(one.comments.length > 0 ? [this.subheading('采纳的意见')] : []),
			...one.comments.flatMap(({ area, place, text, by, alsoBy }) => {
				const same = alsoBy.length > 0 ? `（${alsoBy.join('、')}持同样意见）` : '';
				return this.running(`【${AREAS[area]}】${place}，${by}：${text}${same}`);
			}),
			...(one.verdict ? [this.subheading('专家意见')] : []),
			...VERDICT_KEYS.flatMap((key) => {
				const text = one.verdict?.[key] ?? '';
				return text === '' ? [] : this.running(`${VERDICT_PARTS[key]}：${text}`);
			})
		];
	}

	closing({ general, actions }: Minutes): Docx.Paragraph[] {
		return [
			...(general.length > 0 ? [this.heading('其他记录')] : []),
			...general.flatMap(({ at, text }) => this.running(`${at} ${text}`)),
			...(actions.length > 0 ? [this.heading('会后事项')] : []),
			...actions.flatMap(({ number, text, owner, dueOn }) =>
				this.running(`${number}. ${text}（${owner}，${formatDay(dueOn)}前）`)
			)
		];
	}
}
