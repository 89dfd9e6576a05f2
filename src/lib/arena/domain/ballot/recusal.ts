import { type Result, ok, refuse } from '#lib/shared/result.ts';

/**
 * Why a judge does not sit; decided and recorded before the hearing begins.
 * @law 行政诉讼法 第五十五条
 */
export const RECUSAL_REASONS = {
	'same-unit': '与参赛一方同一单位',
	'handled-case': '办过本案或者做过本案的审核',
	trained: '辅导过参赛队伍',
	related: '与参赛人员有近亲属等关系',
	declared: '本人申请回避'
} as const;
export type RecusalReason = keyof typeof RECUSAL_REASONS;

interface Person {
	readonly personId: string;
	readonly unitId: string;
}

export interface Bench {
	readonly contestants: readonly Person[];
	/** Who wrote or reviewed the bundle, or handled the case behind it. */
	readonly handlers: readonly string[];
}

/** The reasons that the records themselves give against a judge; what only the judge knows is declared. */
export function findRecusals(judge: Person, { contestants, handlers }: Bench): RecusalReason[] {
	return [
		...(contestants.some(({ unitId }) => unitId === judge.unitId) ? (['same-unit'] as const) : []),
		...(handlers.includes(judge.personId) ? (['handled-case'] as const) : [])
	];
}

/** A declaration of a judge, with a word about it where the record does not speak for itself. */
export function acceptDeclaration(reason: string, words: string): Result<{ reason: RecusalReason; words: string }> {
	if (!Object.hasOwn(RECUSAL_REASONS, reason)) return refuse('no-such-reason', '请选择回避的原因。', 'reason');
	const said = words.trim();
	if ((reason === 'related' || reason === 'declared') && said.length < 4) {
		return refuse('no-words', '请用一句话说明回避的原因。', 'words');
	}
	return ok({ reason: reason as RecusalReason, words: said });
}
