import type { Severity } from '../rule.ts';

/** What usually becomes of an act with a defect when a court or a reconsideration authority looks at it; our words. */
export const CONSEQUENCES = {
	void: { label: '确认无效', note: '重大且明显违法，自始不产生效力' },
	revoke: { label: '撤销', note: '事实、证据、法律适用或者法定程序站不住，决定不能留' },
	exclude: { label: '证据不予采信', note: '取得方式违法的材料不能用来定案' },
	confirm: { label: '确认违法', note: '程序有毛病但对权利没有实际影响，或者撤了也没有意义' },
	correct: { label: '补正或者更正', note: '笔误、漏填，不影响实体，说明或者改过来即可' },
	internal: { label: '内部整改', note: '只是档案和流转上的问题，不进入法庭的视野' }
} as const;
export type Consequence = keyof typeof CONSEQUENCES;

/** Which of them a defect of this severity can lead to. */
const FITTING: Readonly<Record<Severity, readonly Consequence[]>> = {
	fatal: ['void', 'revoke', 'exclude'],
	major: ['revoke', 'exclude', 'confirm'],
	minor: ['correct', 'internal', 'confirm']
};

export const doesFit = (consequence: Consequence, severity: Severity) => FITTING[severity].includes(consequence);
export const fittingFor = (severity: Severity) => FITTING[severity];
