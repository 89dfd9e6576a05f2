import type { Rule } from './rule.ts';
import type { RecordShape } from './shape.ts';

export const STAGES = {
	inspection: '检查',
	'on-site': '现场处理',
	filing: '立案',
	investigation: '调查取证',
	coercion: '强制措施',
	review: '审核讨论',
	notice: '告知',
	decision: '决定',
	service: '送达',
	enforcement: '执行',
	closure: '结案'
} as const;
export type DraftStage = keyof typeof STAGES;

export const TEMPLATES = {
	'national-2017': '2017年全国示范格式',
	'generic-2017': '2017年通用格式',
	local: '各地做法，没有全国格式'
} as const;
export type Template = keyof typeof TEMPLATES;

/** A form field beyond its shape. `isExpected` is a hint for the form: grading is done by rules alone. */
export interface Field {
	readonly id: string;
	readonly label: string;
	readonly isExpected: boolean;
	/** The path whose value belongs here. */
	readonly from?: string | undefined;
	/** Where it is found, in words. */
	readonly source?: string | undefined;
}

/** One kind of enforcement document with everything that is checked about it. */
export interface DocumentKind {
	readonly id: string;
	readonly title: string;
	readonly purpose: string;
	readonly stage: DraftStage;
	readonly template: Template;
	/** Its share in the score of a file, relative to the others. */
	readonly weight: number;
	readonly fields: readonly Field[];
	readonly shape: RecordShape;
	readonly rules: readonly Rule[];
}
