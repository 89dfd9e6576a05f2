/** Which stage of a provision a violation has reached; each has its own proof. */
export const STAGES = {
	first: '首次查实',
	overdue: '逾期未改正',
	refused: '拒不改正',
	accident: '发生事故'
} as const;
export type Stage = keyof typeof STAGES;

/** Stages of a decision: those of a provision, and the daily fine (安全生产法 112), which follows an order as well. */
export const DECISION_STAGES = { ...STAGES, daily: '按日连续处罚' } as const;
export type DecisionStage = keyof typeof DECISION_STAGES;

/** The stage of a provision that a stage of a decision is judged by: whoever is fined by the day has refused. */
export const stageOf = (stage: DecisionStage): Stage => (stage === 'daily' ? 'refused' : stage);

/** Something for some of the stages. */
export type ByStage<T> = Readonly<Partial<Record<Stage, T | undefined>>>;

/** When an order to correct stands beside the penalty. */
export const ORDERS = {
	concurrent: '责令改正，同时处罚',
	'required-first': '先责令改正，不改的才罚款',
	none: '不以责令改正为前提'
} as const;
export type OrderToCorrect = keyof typeof ORDERS;

/** Whether the violation is or may be a major accident hazard (重大事故隐患). */
export const MAJOR_HAZARD = {
	element: '本身就是（或以之为前提）',
	possible: '按行业判定标准可能构成',
	no: '通常不构成'
} as const;
export type MajorHazard = keyof typeof MAJOR_HAZARD;

/** @law 生产安全事故报告和调查处理条例 第三条 */
export const ACCIDENT_LEVELS = ['一般', '较大', '重大', '特别重大'] as const;
export type AccidentLevel = (typeof ACCIDENT_LEVELS)[number];
export type ByLevel<T> = Readonly<Record<AccidentLevel, T>>;
