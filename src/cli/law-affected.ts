import { ARTICLE, formatArticle } from '#lib/shared/citation.ts';
import { CITING_KINDS, isCitingKind } from '#lib/law/domain/citing.ts';
import { readAffectedByLaw } from '#lib/law/server/use-cases/affected-by-law.server.ts';
import { MalformedInput, type Arguments, type Output } from './command.ts';
import { withMaterial } from './shell/context.ts';

export const name = 'law affected';
export const summary = '列出引用一部法（或其中一条）的全部习题、案例，及其中因依据变动停用的';
export const usage = '法规名称 [--article 97]';
export const options = { article: { type: 'string', help: '条号，如 97；第一百三十四条之一写作 134-1' } } as const;

export async function run({ values, positionals }: Arguments, io: Output): Promise<void> {
	const [title] = positionals;
	const fault = (field: string, message: string) => new MalformedInput([{ file: name, line: 0, field, message }]);
	if (!title || positionals.length > 1) throw fault('LAW', '写一部法的全称、简称或编号');
	const article = values['article'] === undefined ? null : String(values['article']);
	if (article !== null && !ARTICLE.test(article)) throw fault('--article', '条号写作 97 或 134-1');
	const result = await withMaterial(name, io.err, (ctx) => readAffectedByLaw(ctx, title, article));
	if (!result.ok) throw fault('LAW', result.refusal.message);
	const { law, kinds, setAside } = result.value;
	io.out(`《${law.title}》${article === null ? '' : formatArticle(article)}`);
	for (const [kind, ids] of Object.entries(kinds)) {
		if (!isCitingKind(kind)) continue;
		const aside =
			setAside[kind].length > 0 ? `，其中暂停使用 ${setAside[kind].length}：${setAside[kind].join('、')}` : '';
		io.out(`${CITING_KINDS[kind]} ${ids.length}${ids.length > 0 ? `：${ids.join('、')}` : ''}${aside}`);
	}
	io.json({ law: law.id, title: law.title, article, kinds, setAside });
}
