import type { Block, CaseBody, CaseFile } from '#lib/cases/domain/case.ts';
import { GRAVITIES } from '#lib/cases/domain/defect.ts';
import { SECTIONS } from '#lib/cases/domain/section.ts';
import {
	openCase,
	publishCase,
	readCaseProposals,
	readCaseSource,
	withdrawCase
} from '#lib/cases/server/use-cases/studio-cases.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { AREAS } from '#lib/shared/piece.ts';
import { formatDay } from '#lib/shared/time.ts';
import type { Byline, FieldFault, Fields, PreviewBlock, PreviewLine } from '../../domain/manuscript.ts';
import { placeFaults } from '../../domain/place-faults.ts';
import { plainText } from '../../domain/plain-text.ts';
import { readFrontMatter, withByline, writeFrontMatter } from '../../domain/source-text.ts';
import type { PieceKind } from '../piece-kind.server.ts';
import { CASE_FIELDS, CASE_STAND_INS } from './case-fields.ts';

export const caseKind: PieceKind = {
	kind: 'case',
	fields: CASE_FIELDS,
	toSource: (fields) => writeFrontMatter(CASE_FIELDS, fields),
	toFields: (source) => readFrontMatter(CASE_FIELDS, source),
	async read(ctx, fields, byline) {
		const text = withByline(writeFrontMatter(CASE_FIELDS, fields), byline);
		const { read, faults, remarks } = await readCaseSource(ctx, text);
		const told = placeFaults(text, CASE_FIELDS, remarks);
		if (read && faults.length === 0) {
			const { id: pieceId, title, citations } = read;
			return { ok: true, title, pieceId, citations, preview: await preview(ctx, read), remarks: told };
		}
		const placed = placeFaults(text, CASE_FIELDS, faults);
		return {
			ok: false,
			faults: placed,
			remarks: told,
			preview: await previewOf(ctx, fields, { read, placed, byline })
		};
	},
	publish: publishCase,
	withdraw: withdrawCase,
	open: openCase,
	proposals: readCaseProposals,
	address: (pieceId) => `/cases/${pieceId}`
};

interface Unsound {
	readonly read: CaseFile | null;
	readonly placed: readonly FieldFault[];
	readonly byline: Byline;
}

/** Where the information at the head cannot be read, the text is shown with stand-ins for what is wrong in it. */
async function previewOf(ctx: Ctx, fields: Fields, { read, placed, byline }: Unsound): Promise<PreviewBlock[]> {
	if (read) return preview(ctx, read);
	const wrong = placed.flatMap(({ field }) =>
		CASE_STAND_INS[field] === undefined ? [] : [[field, CASE_STAND_INS[field]]]
	);
	const mended = { ...CASE_STAND_INS, ...fields, ...(Object.fromEntries(wrong) as Fields) };
	const again = await readCaseSource(ctx, withByline(writeFrontMatter(CASE_FIELDS, mended), byline));
	return again.read ? preview(ctx, again.read) : [];
}

async function preview(ctx: Ctx, { lead, body }: CaseFile): Promise<PreviewBlock[]> {
	const cited = await readCited(
		ctx,
		body.blocks.flatMap(({ notes }) => notes)
	);
	let at = 0;
	const text = body.blocks.flatMap((block) => {
		const notes = cited.slice(at, at + block.notes.length);
		at += block.notes.length;
		return blocksOf(block, notes);
	});
	return [linesBlock('lead', '提要', [plainLine(lead)]), ...headBlocks(body), ...text];
}

const plainLine = (text: string, note = ''): PreviewLine => ({ text, note, mark: null });

function linesBlock(field: string, title: string, lines: readonly PreviewLine[]): PreviewBlock {
	return { kind: 'lines', field, text: [title, ...lines.map(({ text }) => text)].join(' '), title, lines };
}

/** What stands around the text. */
function headBlocks({ timeline, parts }: CaseBody): PreviewBlock[] {
	const moments = timeline.map(({ at, text }) => plainLine(text, `${formatDay(at.slice(0, 10))} ${at.slice(11)}`));
	const defects = (parts?.defects ?? []).map(({ what, gravity, better, rule, area }) => {
		const basis = rule ? `${rule.id} ${rule.requirement}` : AREAS[area];
		return { text: `${what} → ${better}`, note: `${GRAVITIES[gravity]} · ${basis}`, mark: 'wrong' as const };
	});
	const well = (parts?.well ?? []).map((text) => ({ text, note: '', mark: 'right' as const }));
	const people = (parts?.people ?? []).map(({ who, role }) => plainLine(who, role));
	const blocks = [
		...(parts?.note ? [linesBlock('note', '这一版改了什么', [plainLine(parts.note)])] : []),
		linesBlock('timeline', '时间线', moments),
		linesBlock('people', '人物', people),
		linesBlock('well', '做得好的', well),
		linesBlock('defects', '出了什么错', defects)
	];
	return blocks.filter((block) => block.kind === 'lines' && block.lines.length > 0);
}

function blocksOf(block: Block, notes: readonly CitedArticle[]): PreviewBlock[] {
	switch (block.kind) {
		case 'html': {
			const title = (block.areas ?? []).map((area) => AREAS[area]).join(' · ');
			return [{ kind: 'html', field: 'body', text: plainText(block.html), html: block.html, title, notes }];
		}
		case 'section': {
			const words = SECTIONS[block.section] + (block.title ? ` · ${block.title}` : '');
			return [{ kind: 'heading', field: 'body', text: words }];
		}
		case 'decide':
			return [linesBlock('body', '先裁后看', [plainLine(block.stem ?? '换成你，会怎么裁？')])];
		case 'checkpoint': {
			const lines = block.task.options.map(({ text, reason, correct }): PreviewLine => {
				return { text, note: reason, mark: correct ? 'right' : 'wrong' };
			});
			const html = (source: string, title: string, shown: readonly CitedArticle[]): PreviewBlock => {
				return { kind: 'html', field: 'body', text: plainText(source), html: source, title, notes: shown };
			};
			return [
				html(block.stem, `思考题 ${block.id}`, []),
				linesBlock('body', '选项', lines),
				html(block.explanation, '解析', notes)
			];
		}
	}
}
