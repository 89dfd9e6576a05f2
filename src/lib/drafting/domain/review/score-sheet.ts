import type { Grade } from '../rule-book.ts';

/** The sheet on which people grade a file: first the gates, then a hundred points. Default until a province sets its own. */
export const GATES = {
	authority: '执法主体有法定职权',
	qualified: '执法人员具备资格',
	'two-officers': '执法人员不少于两名',
	facts: '违法事实清楚',
	evidence: '主要证据确凿、取得合法',
	law: '适用法律正确',
	procedure: '没有违反法定程序',
	'hand-over': '涉嫌犯罪的已经移送'
} as const;
export type Gate = keyof typeof GATES;

export const SECTIONS = {
	filing: { label: '立案', most: 10 },
	evidence: { label: '调查取证', most: 30 },
	notice: { label: '审核与告知', most: 20 },
	decision: { label: '处罚决定', most: 20 },
	service: { label: '送达与执行', most: 10 },
	archive: { label: '文书与归档', most: 10 }
} as const;
export type Section = keyof typeof SECTIONS;

/** A filled-in sheet. */
export interface ScoreSheet {
	readonly gates: Readonly<Record<Gate, boolean>>;
	/** Half points are the smallest step. */
	readonly points: Readonly<Record<Section, number>>;
	readonly remarks: string;
}

export const totalOf = ({ points }: Pick<ScoreSheet, 'points'>) =>
	Object.values(points).reduce((sum, one) => sum + one, 0);
export const failedGates = ({ gates }: Pick<ScoreSheet, 'gates'>) =>
	(Object.keys(GATES) as Gate[]).filter((gate) => !gates[gate]);

/** One gate that is not passed makes the file unqualified whatever its points. */
export function gradeOf(total: number, areGatesPassed: boolean): Grade {
	if (!areGatesPassed || total < 60) return 'unqualified';
	return total >= 90 ? 'excellent' : total >= 80 ? 'good' : 'qualified';
}
