import type { ItemFile, Task } from '#lib/drills/domain/item.ts';
import {
	openItem,
	publishItem,
	readItemProposals,
	readItemSource,
	withdrawItem
} from '#lib/drills/server/use-cases/studio-items.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { PreviewBlock, PreviewLine } from '../../domain/manuscript.ts';
import { htmlBlock, linesBlock, plainLine } from '../preview-blocks.ts';
import { yamlKind } from './yaml-kind.server.ts';

export const itemKind = yamlKind({
	kind: 'item',
	hint: '按题目文件的格式写：title、kind、type、industry、areas、difficulty、asOf、sources、citations、stem、explanation、options…',
	async readText(ctx, text) {
		const { item, faults, remarks } = readItemSource(text);
		const preview = item ? await previewOf(ctx, item) : [];
		const read = item && { id: item.id, title: item.title, citations: item.body.citations };
		return { read, faults, remarks, preview };
	},
	publish: publishItem,
	withdraw: withdrawItem,
	open: openItem,
	proposals: readItemProposals,
	// A question has no page of its own: it comes with a set.
	address: () => '/drills'
});

async function previewOf(ctx: Ctx, { body }: ItemFile): Promise<PreviewBlock[]> {
	const { stem, explanation, task, citations } = body;
	return [
		htmlBlock('source', { html: stem, title: '题干' }),
		linesBlock('source', '答案', taskLines(task)),
		htmlBlock('source', { html: explanation, title: '解析', notes: await readCited(ctx, citations) })
	];
}

function taskLines(task: Task): PreviewLine[] {
	switch (task.type) {
		case 'numeric':
			return [
				{ text: `${task.value} ${task.unit}（${task.counting}）`, note: '', mark: 'right' },
				...task.traps.map(({ value, reason }): PreviewLine => ({ text: String(value), note: reason, mark: 'wrong' }))
			];
		case 'ordering':
			return [
				...task.steps.map(({ key, text }) => plainLine(`${key}. ${text}`)),
				...task.accepted.map((keys): PreviewLine => ({ text: keys.join(' → '), note: '', mark: 'right' })),
				...task.traps.map(({ first, second, reason }): PreviewLine => {
					return { text: `${first} 在 ${second} 之前`, note: reason, mark: 'wrong' };
				})
			];
		case 'single':
		case 'multiple':
		case 'truefalse':
			return task.options.map(({ text, reason, correct }) => ({
				text,
				note: reason,
				mark: correct ? 'right' : 'wrong'
			}));
	}
}
