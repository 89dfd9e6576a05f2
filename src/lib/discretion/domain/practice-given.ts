import { parseMoney } from '#lib/shared/money.ts';
import type { Given, Question } from './practice-answer.ts';

/** A statement of reasons longer than this is cut nowhere: it is refused. */
export const REASONS_LENGTH = 1_500;
const LEAST = 20;

export type GivenRead =
	| { readonly ok: true; readonly given: Given }
	/** A sentence for each question that was not answered, or not readably. */
	| { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** Takes exactly the answers that a step asks for; whatever else was posted is left out. */
export function readGiven(questions: readonly Question[], posted: Given): GivenRead {
	const faults: Record<string, string> = {};
	const given: Record<string, string> = {};
	for (const question of questions) {
		const value = (posted[question.key] ?? '').trim();
		const fault = faultIn(question, value);
		if (fault) faults[question.key] = fault;
		given[question.key] = value;
	}
	return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, given };
}

function faultIn({ kind, options }: Question, value: string): string | null {
	if (kind === 'choice') return options.some((one) => one.value === value) ? null : '这一项还没有选。';
	if (kind === 'money') {
		if (value === '') return '写上金额；不罚的话在“关口”一步已经选过。';
		return parseMoney(value) === null ? `读不出金额“${value}”：写作 15000 或 1.5万元。` : null;
	}
	if (value.length < LEAST) return `说理至少 ${LEAST} 个字。`;
	return value.length > REASONS_LENGTH ? `说理不超过 ${REASONS_LENGTH} 个字，现在是 ${value.length} 个。` : null;
}
