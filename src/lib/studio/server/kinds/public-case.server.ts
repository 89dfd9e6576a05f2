import { AUDIENCES, PUBLIC_LENGTH, PUBLIC_SECTIONS, type PublicCaseFile } from '#lib/cases/domain/public-case.ts';
import {
	openPublicCase,
	publishPublicCase,
	readPublicCaseProposals,
	readPublicCaseSource,
	withdrawPublicCase
} from '#lib/cases/server/use-cases/studio-public-cases.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { INDUSTRIES } from '#lib/shared/piece.ts';
import type { FieldSpec, PreviewBlock } from '../../domain/manuscript.ts';
import { placeFaults } from '../../domain/place-faults.ts';
import { plainText } from '../../domain/plain-text.ts';
import { readFrontMatter, withByline, writeFrontMatter } from '../../domain/source-text.ts';
import type { PieceKind } from '../piece-kind.server.ts';

/** The parts of a text for the public, in the order of the form and of the file. */
export const PUBLIC_CASE_FIELDS: readonly FieldSpec[] = [
	{
		...{ name: 'id', label: '编号', input: 'line', required: true },
		hint: '小写字母、数字和连字符，用作公开网址；不要用内部案例的编号：welding-without-watch'
	},
	{ name: 'title', label: '标题', input: 'line', required: true, hint: '不超过 24 字，不写单位名称' },
	{ name: 'lead', label: '提要', input: 'line', required: true, hint: '一两句话，不超过 80 字' },
	{ name: 'warning', label: '警示语', input: 'line', required: true, hint: '记得住的一句话，不超过 60 字' },
	{
		...{ name: 'industry', label: '行业', input: 'choice', required: true },
		options: Object.fromEntries(INDUSTRIES.map((industry) => [industry, industry]))
	},
	{ name: 'month', label: '哪个月', input: 'line', required: true, hint: '只到月：2026-03' },
	{ name: 'audience', label: '写给谁', input: 'choice', options: AUDIENCES, required: true },
	{ name: 'case', label: '来自哪个案例', input: 'line', required: false, hint: '内部案例的编号，不会公开' },
	{ name: 'asOf', label: '按哪一天的法写', input: 'day', required: true, hint: '一般是现在；不是案件里的日子' },
	{
		...{ name: 'citations', label: '依据', input: 'yaml', required: true },
		hint: '一至六条：- {law: work-safety-law, article: "46", paragraph: 1}'
	},
	{
		name: 'sources',
		label: '来源',
		input: 'lines',
		required: true,
		hint: '每行一个：安全生产法（2021年修正）第四十六条'
	},
	{
		...{ name: 'body', label: '正文', input: 'markdown', required: true },
		hint: `${PUBLIC_SECTIONS.map((one) => `## ${one}`).join('、')} 三段，最后是清单；${PUBLIC_LENGTH.least}–${PUBLIC_LENGTH.most} 字。不写人名、单位名、地名和日子，不放链接`
	}
];

export const publicCaseKind: PieceKind = {
	kind: 'public-case',
	fields: PUBLIC_CASE_FIELDS,
	toSource: (fields) => writeFrontMatter(PUBLIC_CASE_FIELDS, fields),
	toFields: (source) => readFrontMatter(PUBLIC_CASE_FIELDS, source),
	async read(ctx, fields, byline) {
		const text = withByline(writeFrontMatter(PUBLIC_CASE_FIELDS, fields), byline);
		const { piece, faults, remarks } = await readPublicCaseSource(ctx, text);
		const preview = piece ? await previewOf(ctx, piece) : [];
		const told = placeFaults(text, PUBLIC_CASE_FIELDS, remarks);
		if (!piece || faults.length > 0)
			return { ok: false, faults: placeFaults(text, PUBLIC_CASE_FIELDS, faults), remarks: told, preview };
		return { ok: true, title: piece.title, pieceId: piece.id, citations: piece.notes, preview, remarks: told };
	},
	publish: publishPublicCase,
	withdraw: withdrawPublicCase,
	open: openPublicCase,
	proposals: readPublicCaseProposals,
	address: (pieceId) => `/public/cases/${pieceId}`
};

async function previewOf(ctx: Ctx, piece: PublicCaseFile): Promise<PreviewBlock[]> {
	const { lead, warning, blocks } = piece;
	const notes = await readCited(ctx, piece.notes);
	const line = (field: string, title: string, text: string): PreviewBlock => {
		return { kind: 'lines', field, text: `${title} ${text}`, title, lines: [{ text, note: '', mark: null }] };
	};
	const text = blocks.map((html, index): PreviewBlock => {
		// The basis stands under the text; for reviewers beside its end.
		const beside = index === blocks.length - 1 ? notes : [];
		return { kind: 'html', field: 'body', text: plainText(html), html, title: '', notes: beside };
	});
	return [line('lead', '提要', lead), line('warning', '警示', warning), ...text];
}
