import { type CrimeText, crimeText } from './crime-text.ts';
import type { Notes, Refused, RuleBook } from './decision.ts';
import type { ViolationInput } from './decision-input.ts';
import type { Provision } from './provision.ts';
import { indexOf } from './rule-index.ts';

export const HAND_OVER: Refused = {
	code: 'crime-first',
	text: '涉嫌犯罪，先移送司法机关，不得以罚代刑；没有追究刑事责任退回的，再计算罚款。',
	source: '行政处罚法第二十七条'
};
/** Every level above 一般 means a death or injuries beyond the threshold of a crime of result. */
const BELOW_THRESHOLD = '一般';

/**
 * Whether the criminal side comes first, said either way with the articles to check.
 * @law 行政处罚法 第二十七条
 */
export function crimeComesFirst(
	{ id, facts, stage }: ViolationInput,
	{ rules, notes, book }: { rules: readonly Provision[]; notes: Notes; book: RuleBook }
): boolean {
	const first = facts.crimeSuspected && !facts.crimeReturned;
	const { text: articles, asksForResult } = crimesOf(rules, book);
	const state = facts.crimeReturned ? '司法机关已退回，没有追究刑事责任' : '没有发现犯罪嫌疑';
	const text = `${first ? HAND_OVER.text : `${state}；`}${articles}。`;
	const outcome = first ? '移送' : '通过';
	notes.reasons.push({ violation: id, step: '涉嫌犯罪', outcome, text, source: HAND_OVER.source });
	if (first) notes.warnings.push(`${id}：涉嫌犯罪，移送前不作罚款决定；没有追究刑事责任退回的，再行计算。`);
	if (!first && !facts.crimeReturned && stage === 'accident' && asksForResult) {
		const level = facts.accidentLevel;
		const reached = level !== undefined && level !== BELOW_THRESHOLD;
		const how = reached ? `${level}事故已达到` : '先核对是否达到';
		const threshold = book.frame.criminalResult.text;
		notes.warnings.push(`${id}：${how}刑事追诉的后果标准（${threshold}），涉嫌犯罪的先移送。`);
	}
	return first;
}

function crimesOf(rules: readonly Provision[], book: RuleBook): CrimeText {
	if (rules.length === 1) return indexOf(book).textsOf(rules[0]!).crimes;
	return crimeText([...new Set(rules.flatMap(({ criminal }) => criminal))], book.frame);
}
