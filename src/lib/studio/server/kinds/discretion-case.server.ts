import type { PracticeCaseFile } from '#lib/discretion/domain/practice-case.ts';
import {
	openPractice,
	publishPractice,
	readPracticeProposals,
	readPracticeSource,
	withdrawPractice
} from '#lib/discretion/server/use-cases/studio-practice.server.ts';
import type { PreviewBlock } from '../../domain/manuscript.ts';
import { htmlBlock, linesBlock, plainLine } from '../preview-blocks.ts';
import { yamlKind } from './yaml-kind.server.ts';

export const discretionCaseKind = yamlKind({
	kind: 'discretion-case',
	hint: '按裁量案例文件的格式写：title、sources、level、industry、traps、story、evidence、claims、input、lookalikes、lesson。答案由系统推算，不写。',
	async readText(_ctx, text) {
		const { read, faults, remarks } = readPracticeSource(text);
		return { read, faults, remarks, preview: read ? previewOf(read) : [] };
	},
	publish: publishPractice,
	withdraw: withdrawPractice,
	open: openPractice,
	proposals: readPracticeProposals,
	address: () => '/discretion/practice'
});

function previewOf({ body }: PracticeCaseFile): PreviewBlock[] {
	const { storyHtml, lessonHtml, evidence, claims } = body;
	return [
		htmlBlock('source', { html: storyHtml, title: '案情' }),
		linesBlock(
			'source',
			'证据',
			evidence.map(({ name, shows }) => plainLine(name, shows))
		),
		linesBlock(
			'source',
			'主张',
			claims.map(({ party, text, factor }) => ({
				...{ text: `${party}：${text}`, note: factor ? `情节 ${factor}` : '不是情节' },
				mark: factor ? ('right' as const) : ('wrong' as const)
			}))
		),
		htmlBlock('source', { html: lessonHtml, title: '这一案要学什么' })
	];
}
