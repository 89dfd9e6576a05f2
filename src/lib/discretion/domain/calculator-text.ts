import { formatMoney } from '#lib/shared/money.ts';
import type { ResultView } from './calculator-result.ts';

/** 说理 of all parties as one text to take along, with what has to be done before the decision. */
export function reasonsText(
	{ parties, refused, warnings }: ResultView,
	benchmark: { readonly title: string; readonly version: number }
): string {
	if (refused) return `不能计算：${refused.text}（${refused.source.text}）`;
	const blocks = parties.map(({ title, decisions, total, sanctions, todo }) => {
		const lines = decisions.map(({ act, statement }) => (decisions.length > 1 ? `${act}：${statement}` : statement));
		if (decisions.length > 1 && total !== null) lines.push(`合并处罚：罚款合计${formatMoney(total)}。`);
		if (sanctions.length > 0) lines.push(`其他处罚：${sanctions.join('、')}。`);
		for (const { step, text, outcome } of todo) if (outcome !== '不需要') lines.push(`${step}：${text}`);
		return `【${title}】\n${lines.join('\n')}`;
	});
	const notes = warnings.length > 0 ? [`注意：\n${warnings.map((one) => `· ${one}`).join('\n')}`] : [];
	const end = `（训练用辅助：${benchmark.title}第${benchmark.version}版，不是任何机关的标准，以本地裁量基准为准。）`;
	return [...blocks, ...notes, end].join('\n\n');
}
