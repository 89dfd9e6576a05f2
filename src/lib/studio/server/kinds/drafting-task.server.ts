import type { PieceFile } from '#lib/drafting/domain/piece-file.ts';
import * as material from '#lib/drafting/server/use-cases/studio-material.server.ts';
import type { PreviewBlock } from '../../domain/manuscript.ts';
import { htmlBlock, linesBlock, plainLine } from '../preview-blocks.ts';
import { yamlKind } from './yaml-kind.server.ts';

export const draftingTaskKind = yamlKind({
	kind: 'drafting-task',
	hint: '按文书任务文件的格式写：title、sources、asOf、document、level、minutes、file、given、brief、prefilled、points、texts、guide。用“出一个文书任务”可以从案卷里取一份。',
	async readText(ctx, text) {
		const { read, faults, remarks } = await material.readTaskSource(ctx, text);
		const piece = read && { id: read.id, title: read.title, citations: read.body.citations };
		return { read: piece, faults, remarks, preview: read ? previewOf(read) : [] };
	},
	publish: (ctx, text, based) => material.publishMaterial(ctx, 'task', text, based),
	withdraw: (ctx, id) => material.withdrawMaterial(ctx, 'task', id),
	open: (ctx, id, version) => material.openMaterial(ctx, 'task', id, version),
	proposals: (ctx) => material.readMaterialProposals(ctx, 'task'),
	address: (pieceId) => `/drafting/${pieceId}`
});

function previewOf({ body }: PieceFile<'task'>): PreviewBlock[] {
	const { briefHtml, photos, evidence, texts, minutes, level, related, points, guide } = body;
	const about = [
		plainLine(`难度 ${level}，用时 ${minutes} 分钟`),
		plainLine('给出的文书', Object.keys(related).join('、') || '没有'),
		plainLine(
			'另定的分值',
			Object.entries(points)
				.map(([rule, value]) => `${rule} ${value} 分`)
				.join('、') || '没有'
		),
		plainLine('评分细则', guide ?? '没有')
	];
	const lists = [
		['照片', photos.map(({ title, shows }) => plainLine(title, shows))],
		['证据', evidence.map(({ name, shows }) => plainLine(name, shows))],
		['文字要写到', texts.map(({ requirement, why }) => plainLine(requirement, why))]
	] as const;
	return [
		linesBlock('source', '任务', about),
		htmlBlock('source', { html: briefHtml, title: '任务说明' }),
		...lists.filter(([, lines]) => lines.length > 0).map(([title, lines]) => linesBlock('source', title, lines))
	];
}
