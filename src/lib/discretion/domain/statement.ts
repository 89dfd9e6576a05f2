import { type Fen, formatMoney } from '#lib/shared/money.ts';
import { formatReference } from '#lib/shared/citation.ts';
import type { Range, RuleBook, Tier } from './decision.ts';
import type { Provision } from './provision.ts';
import { penaltyReference } from './stage-table.ts';
import type { Weighed } from './weigh-factors.ts';

interface Grounds {
	readonly rule: Provision;
	readonly stageLabel: string;
	readonly statutory: string;
	readonly weighed: Weighed;
	readonly tier: Tier;
	readonly tierText: string;
	readonly bracket: Range;
	readonly suggested: Fen;
	readonly book: Pick<RuleBook, 'benchmark' | 'frame'>;
}

/**
 * 说理 in the order of the template: facts → duty → penalty and stage → range → factors with evidence → claims that were
 * not accepted, and why → tier and benchmark → amount. What only the file knows stands in brackets to be filled in.
 */
export function stateReasons(grounds: Grounds): string {
	const { rule, stageLabel, statutory, weighed, tier, tierText, bracket, suggested, book } = grounds;
	const { benchmark, frame } = book;
	const titleOf = (law: string) => frame.laws[law] ?? '';
	const accepted = weighed.list.filter(({ rejected }) => rejected === null);
	const refused = weighed.list.filter(({ rejected }) => rejected !== null);
	const factors = accepted.map(({ factor, evidence }) => `${factor.id}${factor.text}（证据：${evidence.join('、')}）`);
	const claims = refused.map(({ factor, rejected }) => `${factor.id}${factor.text}：${rejected}`);
	const upper = tier === '减轻' ? '（不含上端）' : '';
	return [
		`违法事实：${rule.violation}（时间、地点、数量：〔据卷填写〕）。`,
		`违反的义务条款：${rule.duties.map((duty) => titleOf(duty.law) + dutyText(duty)).join('、')}。`,
		`处罚依据：${titleOf(rule.penalty.law)}${penaltyReference(rule.penalty)}，阶段：${stageLabel}，法定幅度：${statutory}。`,
		`考虑的因子：${factors.length > 0 ? factors.join('；') : '没有成立的从轻或从重因子'}。`,
		`未采纳的主张：${claims.length > 0 ? claims.join('；') : '无'}。`,
		`裁量阶次：${tier}（${tierText.replace(/。$/, '')}），依据${benchmark.title}第${benchmark.version}版。`,
		`数额：${formatMoney(bracket.min)}至${formatMoney(bracket.max)}${upper}，建议${formatMoney(suggested)}。`,
		'类案对照：〔填写本机关同类案件〕。'
	].join('');
}

const dutyText = ({ article, paragraph, item, note }: Provision['duties'][number]) =>
	article === null ? (note ?? '条号未核') : formatReference({ article, paragraph, item });
