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
	const { laws, items, cases, provisions, tables, lexicon, drafting } = content;
	const gists = laws.reduce((sum, { articles }) => sum + articles.length, 0);
	for (const remark of remarks) io.err(`提示 ${formatFault(remark)}`);
	const words = lexicon.entries.reduce((sum, { say }) => sum + say.length, 0);
	const kinds = [...(drafting?.documents.values() ?? [])];
	const rules = kinds.reduce((sum, kind) => sum + kind.rules.length, drafting?.fileRules.length ?? 0);
	const tools = `${provisions.length} 条罚则、${tables.length} 份裁量数据、${kinds.length} 种文书（${rules} 条规则）`;
	const rest = `${tools}、${words} 个查法用的日常说法`;
	io.out(`内容无误：${laws.length} 部法（${gists} 条要点）、${items.length} 道题、${cases.length} 个案例、${rest}`);
	const counts = { items: items.length, cases: cases.length, provisions: provisions.length, tables: tables.length };
	io.json({ laws: laws.length, gists, ...counts, documents: kinds.length, rules, words, faults: [], remarks });
}
