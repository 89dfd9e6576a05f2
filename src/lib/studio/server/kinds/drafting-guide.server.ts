import * as material from '#lib/drafting/server/use-cases/studio-material.server.ts';
import { linesBlock, plainLine } from '../preview-blocks.ts';
import { yamlKind } from './yaml-kind.server.ts';

export const draftingGuideKind = yamlKind({
	kind: 'drafting-guide',
	hint: '按评分细则文件的格式写：title、sources、asOf、documents、limit、criteria。已有的细则在“文书教研 · 评分细则”里用表格改。',
	async readText(_ctx, text) {
		const { read, faults, remarks } = material.readGuideSource(text);
		const piece = read && { id: read.id, title: read.title, citations: read.body.citations };
		const criteria = (read?.body.criteria ?? []).map(({ title, weight, question, levels }) =>
			linesBlock(
				'source',
				`${title}（${weight}%）：${question}`,
				levels.map((level) => plainLine(level.title, level.anchor))
			)
		);
		const about = read ? [linesBlock('source', '相差限度', [plainLine(`${read.body.limit} 分`)])] : [];
		return { read: piece, faults, remarks, preview: [...about, ...criteria] };
	},
	publish: (ctx, text, based) => material.publishMaterial(ctx, 'guide', text, based),
	withdraw: (ctx, id) => material.withdrawMaterial(ctx, 'guide', id),
	open: (ctx, id, version) => material.openMaterial(ctx, 'guide', id, version),
	proposals: (ctx) => material.readMaterialProposals(ctx, 'guide'),
	address: (pieceId) => `/studio/drafting/guides/${pieceId}`
});
