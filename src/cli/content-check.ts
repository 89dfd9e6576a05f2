import { readContent } from '#db/seed/content.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { MalformedInput, formatFault, type Arguments, type Output } from './command.ts';

export const name = 'content check';
export const summary = '检查 content/ 下的每个文件：格式、引用的法条、链接';
export const usage = '';
export const options = {};

export async function run(_: Arguments, io: Output): Promise<void> {
	const { content, faults, remarks } = readContent(projectRoot());
	if (faults.length > 0) throw new MalformedInput(faults);
	const { laws, items, cases, publicCases, provisions, tables, practiceCases } = content;
	const { lexicon, drafting, draftingPieces, bundles } = content;
	for (const remark of remarks) io.err(`提示 ${formatFault(remark)}`);
	const kinds = [...(drafting?.documents.values() ?? [])];
	const counts = {
		laws: laws.length,
		gists: laws.reduce((sum, { articles }) => sum + articles.length, 0),
		items: items.length,
		cases: cases.length,
		publicCases: publicCases.length,
		provisions: provisions.length,
		tables: tables.length,
		practiceCases: practiceCases.length,
		documents: kinds.length,
		rules: kinds.reduce((sum, kind) => sum + kind.rules.length, drafting?.fileRules.length ?? 0),
		files: draftingPieces.file.length,
		tasks: draftingPieces.task.length,
		guides: draftingPieces.guide.length,
		reviews: draftingPieces.review.length,
		bundles: bundles.length,
		words: lexicon.entries.reduce((sum, { say }) => sum + say.length, 0)
	};
	io.out(
		`内容无误：${counts.laws} 部法（${counts.gists} 条要点）、${counts.items} 道题、${counts.cases} 个案例（${counts.publicCases} 篇公开）、` +
			`${counts.provisions} 条罚则、${counts.tables} 份裁量数据、${counts.practiceCases} 个裁量练习案例、` +
			`${counts.documents} 种文书（${counts.rules} 条规则）、${counts.files} 本案卷、${counts.tasks} 个文书任务、` +
			`${counts.guides} 份评分细则、${counts.reviews} 本评查案卷、${counts.bundles} 个擂台案卷、${counts.words} 个查法用的日常说法`
	);
	io.json({ ...counts, faults: [], remarks });
}
