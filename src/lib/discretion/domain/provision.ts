import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Provenance } from '#lib/shared/piece.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Fine } from './fine.ts';
import type { Sanction } from './sanctions.ts';
import type { ByStage, MajorHazard, OrderToCorrect } from './stages.ts';
import type { Subject } from './subjects.ts';

/** An article that was breached; `article` null = not known, and `note` says so. `version` null = we have no text of it. */
export interface Duty {
	readonly law: string;
	readonly article: string | null;
	readonly paragraph?: number | undefined;
	readonly item?: number | undefined;
	readonly note?: string | undefined;
	readonly version: Day | null;
}

/** The article that threatens the penalty; `part` where it has no numbered item (`前段`, `1-6`, `按事故等级`). */
export interface PenaltyArticle {
	readonly law: string;
	readonly article: string;
	readonly paragraph?: number | undefined;
	readonly item?: number | undefined;
	readonly part?: string | undefined;
	readonly version: Day | null;
}

export interface StageRule {
	/** What must be proven. */
	readonly trigger: string;
	/** The corrective order of this stage; null = none. */
	readonly order: string | null;
	readonly fines: readonly Fine[];
	readonly sanctions: readonly Sanction[];
}

/** 一案双罚: what the person pays when unit and person are punished together. */
export interface DualPenalty {
	readonly person: string;
	readonly kind: Fine['kind'];
	readonly min: number;
	readonly max: number;
	/** False = the unit gets another sanction, but no fine. */
	readonly unitAlsoFined: boolean;
}

/** One violation with its penalties by stage: a row of the penalty table. */
export interface Provision {
	readonly id: string;
	readonly violation: string;
	readonly duties: readonly Duty[];
	readonly penalty: PenaltyArticle;
	/** Further articles that the row rests on. */
	readonly also: readonly ResolvedCitation[];
	readonly subjects: readonly Subject[];
	readonly stages: ByStage<StageRule>;
	readonly orderToCorrect: OrderToCorrect;
	readonly dualPenalty: ByStage<DualPenalty>;
	/** Articles of the criminal law to think of before any fine. */
	readonly criminal: readonly string[];
	/** Whether the ceiling of the stage may reach a hearing; `conditional` = only by a conditional sanction. */
	readonly hearing: ByStage<boolean | 'conditional'>;
	readonly majorHazard: MajorHazard;
	/** Days on which an act must have ended for the row to govern it; `to` null = until further notice. */
	readonly valid: { readonly from: Day; readonly to: Day | null };
	/** Whether the figures were read in the law's text. */
	readonly verified: boolean;
	readonly source: string;
	/** False = a pointer or an unverified row: no fine is ever computed from it. */
	readonly scorable: boolean;
	/** Factors that are part of the violation itself and therefore never count. */
	readonly elements: { readonly factors: readonly string[]; readonly reason: string } | null;
	/** A special rule under which proof of no fault does not help; left out = it does (行政处罚法 33 二). */
	readonly faultException?: string | undefined;
	/** A catch-all gives way to a rule made for the act. */
	readonly catchAll: boolean;
	/** From a regulation for a special field: of two equal ranges it goes first. */
	readonly special: boolean;
	readonly notes: string | null;
	/** Why a date of `valid` is not certain; null = it is. */
	readonly validityNote: string | null;
	/** Day on which the articles were resolved. */
	readonly asOf: Day;
}

/** One provision as its file gives it. */
export interface ProvisionFile {
	readonly id: string;
	readonly digest: string;
	readonly title: string;
	readonly body: Provision & Provenance;
	readonly citations: readonly ResolvedCitation[];
}
