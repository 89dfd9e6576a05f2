import { type Fen, formatMoney } from '#lib/shared/money.ts';
import type { Range } from './decision.ts';
import { type Chosen, say, sourceOf } from './party-case.ts';
import { indexOf } from './rule-index.ts';
import { STAGES } from './stages.ts';
import type { Statutory } from './statutory-range.ts';
import type { TierChoice } from './tier.ts';
import type { Weighed } from './weigh-factors.ts';

/** How a fine came about. */
export interface Amount {
	readonly statutory: Statutory;
	readonly choice: TierChoice;
	readonly bracket: Range;
	readonly suggested: Fen;
}

/** Stage, range, each claimed factor, tier and amount, each with its source; a claim that does not count is also a warning. */
export function explainAmount(at: Chosen, weighed: Weighed, { statutory, choice, bracket, suggested }: Amount): void {
	const own = sourceOf(at);
	const source = indexOf(at.book).benchmarkSource;
	const label = STAGES[at.stage];
	const stage = `“${label}”对${at.party.party}有罚款（F1不适用）。`;
	say(at, { step: '阶段', outcome: '通过', text: stage, source: own });
	say(at, { step: '法定幅度', outcome: label, text: statutory.text, source: statutory.replacedBy ?? own });
	explainFactors(at, weighed, source);
	at.notes.warnings.push(
		...remarksOnTier(weighed, choice).map((text) => `${at.party.label ?? at.party.party}：${text}`)
	);
	say(at, { step: '裁量阶次', outcome: choice.tier, text: choice.text, source });
	const amount = formatMoney(suggested);
	const isFixed = bracket.min === bracket.max;
	const ends = choice.tier === '减轻' ? `不足${formatMoney(bracket.max)}` : formatMoney(bracket.max);
	const text = isFixed
		? `${amount}，没有另取数额的余地。`
		: `${formatMoney(bracket.min)}至${ends}，建议${amount}；在区间内另取数额要说明理由。`;
	say(at, { step: '数额', outcome: amount, text, source });
}

function explainFactors(at: Chosen, { list }: Weighed, source: string): void {
	const name = at.party.label ?? at.party.party;
	for (const { factor, evidence, rejected } of list) {
		const counts = rejected === null;
		const why = counts ? `证据：${evidence.join('、')}` : `不计：${rejected}`;
		say(at, {
			step: '裁量因子',
			outcome: counts ? factor.id : '不计',
			text: `${factor.id} ${factor.text}；${why}`,
			source
		});
		if (!counts) at.notes.warnings.push(`${name}：${factor.id}没有计入，${rejected}。`);
	}
}

/** What the tier leaves to be explained. */
function remarksOnTier({ list, counted }: Weighed, { tier, guard }: TierChoice): string[] {
	const remarks: string[] = [];
	const statutory = counted.filter(({ group }) => group === 'M');
	if (tier === '固定' && counted.length > 0) remarks.push('数额由法律固定，成立的因子不改变数额。');
	if (tier === '减轻' && shareEvidence(list)) remarks.push('减轻所依据的法定因子证据相同：须是不同的事实，各有证据。');
	if (tier === '一般' && statutory.length > 0 && guard === null) {
		const ids = statutory.map(({ id }) => id).join('、');
		remarks.push(`有应当从轻或者减轻的${ids}而阶次为一般，决定书要说明为什么被从重因子抵消。`);
	}
	if (counted.some(({ id }) => id === 'A1')) remarks.push('以暴力、威胁方法抗拒执法的，另核对刑法第277条。');
	return remarks;
}

function shareEvidence(list: Weighed['list']): boolean {
	const texts = list
		.filter(({ factor, rejected }) => factor.group === 'M' && rejected === null)
		.map(({ evidence }) => evidence.join('/'));
	return new Set(texts).size < texts.length;
}
