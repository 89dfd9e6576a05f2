import type { Act } from './act.ts';
import type { CourtRole, Party } from './role.ts';

/** What a stage is to the rules, whatever a procedure calls it. */
export const STAGE_KINDS = {
	filing: '起诉',
	answer: '答辩、举证期限',
	exchange: '庭前证据交换',
	opening: '开庭准备',
	claims: '起诉陈述',
	reply: '答辩',
	issues: '归纳争议焦点',
	proof: '举证质证',
	questioning: '发问',
	debate: '辩论',
	final: '最后陈述',
	mediation: '调解',
	deliberation: '合议',
	judgment: '宣布结果',
	commentary: '点评',
	result: '公布成绩'
} as const;
export type StageKind = keyof typeof STAGE_KINDS;

/** How the order of a stage binds the parties. */
export const TURNS = {
	free: '由主持的人定',
	ordered: '按次序各说一轮，之后由主持的人定',
	alternating: '按次序各说一轮，之后轮流'
} as const;

export const PROCEDURE_KINDS = { suit: '行政诉讼', hearing: '听证会', committee: '案审会' } as const;

export interface StageRule {
	/** `S7` */
	readonly id: string;
	readonly kind: StageKind;
	readonly name: string;
	/** Of the whole stage; null = no clock runs (papers before the hearing). */
	readonly minutes: number | null;
	/** Of each side's own speaking; a party that is not named has no clock of its own. */
	readonly perParty: Readonly<Partial<Record<Party, number>>>;
	readonly order: readonly Party[];
	readonly turns: keyof typeof TURNS;
	/** What each role may do here, besides what it may always do. */
	readonly acts: Readonly<Partial<Record<CourtRole, readonly Act[]>>>;
	readonly extension: { readonly minutes: number; readonly times: number };
	/** Ids of the stages to which the presiding judge may go on; none = the hearing ends here. */
	readonly next: readonly string[];
	/** Whether overtime costs points. */
	readonly isTimed: boolean;
}

export interface RoleRule {
	/** How this procedure calls the role. */
	readonly name: string;
	readonly least: number;
	readonly most: number;
}

/** A version of a procedure, as `content/arena/procedures` says it. */
export interface Procedure {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly kind: keyof typeof PROCEDURE_KINDS;
	/** Where order and times come from. */
	readonly basis: string;
	/** The warning bell rings so long before time is up. */
	readonly bellSeconds: number;
	readonly roles: Readonly<Partial<Record<CourtRole, RoleRule>>>;
	/** The presiding judge counts. */
	readonly panel: { readonly least: number; readonly mustBeOdd: boolean };
	readonly stages: readonly StageRule[];
	readonly reopening: { readonly from: string; readonly to: string; readonly times: number } | null;
	/** The term in which the defendant files everything: what the law says, and what a match makes of it. */
	readonly filing: { readonly legalDays: number; readonly hours: number } | null;
	/** What becomes of a defaulting party's evidence that nobody agreed to: unsettled in law (decision 0046). */
	readonly defaulting: 'out' | 'examined';
	/** A contest counts points; a hearing or committee for practice does not. */
	readonly hasPenalties: boolean;
	/** So long after the room the public sees what was said. */
	readonly publicDelaySeconds: number;
}

/** Stages in which people sit together; before them papers come in, one by one. */
const ON_PAPER: readonly StageKind[] = ['filing', 'answer', 'exchange'];

export const isInCourt = (stage: StageRule): boolean => !ON_PAPER.includes(stage.kind);

export function stageById(procedure: Procedure, id: string): StageRule | null {
	return procedure.stages.find((stage) => stage.id === id) ?? null;
}

/** How a procedure calls a role. */
export const roleName = (procedure: Procedure, role: CourtRole): string => procedure.roles[role]?.name ?? role;
