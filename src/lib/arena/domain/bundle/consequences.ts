/**
 * The ladder: what a proven defect leads to, from the foot up. The first two rungs are about an exhibit, the others about the act.
 * @law 行政诉讼法 第七十条
 * @law 行政诉讼法 第七十四条
 * @law 行政诉讼法 第七十五条
 * @law 行政诉讼法 第七十七条
 */
export const CONSEQUENCES = {
	weak: '证明力减弱',
	excluded: '这份证据不能用',
	slip: '瑕疵，指正即可',
	unlawful: '确认违法，不撤销',
	changed: '可以判决变更',
	partly: '部分撤销',
	revoked: '撤销',
	void: '确认无效'
} as const;
export type Consequence = keyof typeof CONSEQUENCES;
