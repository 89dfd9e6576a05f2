import type { Day } from '#lib/shared/time.ts';
import type { Sheet } from './panel-scores.ts';
import type { Check } from './eligibility.ts';
import type { Proposed } from './proposal.ts';

/** What can happen to a selection; the keys are stored, the labels shown in its record. */
export const ACTS = {
	open: '启动评选',
	nominate: '单位推荐',
	describe: '填写事迹',
	dissent: '对建议名单提出意见',
	qualify: '资格审查，抽取评审组',
	replace: '更换评审',
	sign: '交评审表',
	publicise: '公示',
	object: '提出异议',
	verify: '核实异议',
	confirm: '领导签批',
	publish: '发布',
	revoke: '撤销',
	lapse: '空缺结束'
} as const;
export type Act = keyof typeof ACTS;

export const MOST_DEEDS = 1500;

/** What is told of a nominee in public, as approved: name, unit, deeds; nothing else of a person. */
export interface Notice {
	readonly nomineeId: string;
	readonly name: string;
	readonly unitName: string;
	readonly deeds: string;
}

export interface Verdict {
	readonly nomineeId: string;
	readonly passed: boolean;
	/** Needed when it is not passed, and as the answer to what a unit said against the proposal. */
	readonly reason: string;
	readonly checks: readonly Check[];
}

export const FINDINGS = { upheld: '成立', rejected: '不成立' } as const;
export type Finding = keyof typeof FINDINGS;

/** Where something inside the platform can be looked up: `/ranking/2026-10/…`. */
export type EvidencePath = string;

interface Details {
	open: {
		readonly places: number;
		readonly officers: number;
		readonly nominees: readonly Proposed[];
		readonly passedOver: readonly Proposed[];
		/** SHA-256 of the boards that were read, by month. */
		readonly boards: Readonly<Record<string, string>>;
	};
	nominate: { readonly nominee: Proposed; readonly deeds: string; readonly evidence: readonly EvidencePath[] };
	describe: { readonly nomineeId: string; readonly deeds: string; readonly evidence: readonly EvidencePath[] };
	dissent: { readonly nomineeId: string; readonly reason: string; readonly evidence: readonly EvidencePath[] };
	qualify: {
		readonly verdicts: readonly Verdict[];
		readonly panel: readonly string[];
		readonly seed: number;
		/** How many people the panel was drawn from. */
		readonly pool: number;
	};
	replace: {
		readonly reviewerId: string;
		readonly replacementId: string;
		readonly seed: number;
		readonly reason: string;
	};
	sign: { readonly sheet: Sheet };
	publicise: { readonly notices: readonly Notice[] };
	object: {
		readonly objectionId: string;
		readonly nomineeId: string;
		readonly reason: string;
		readonly evidence: readonly EvidencePath[];
	};
	verify: { readonly objectionId: string; readonly finding: Finding; readonly reason: string };
	confirm: { readonly nomineeIds: readonly string[]; readonly signer: string };
	/** Codes of the certificates by nominee. */
	publish: { readonly number: string; readonly codes: Readonly<Record<string, string>> };
	revoke: { readonly nomineeId: string; readonly signer: string; readonly reason: string };
	lapse: { readonly reason: string };
}

export type Detail<A extends Act = Act> = Details[A];

/** One row of the append-only log. `number` counts from 1 within a selection. */
export type Step<A extends Act = Act> = {
	[Key in A]: {
		readonly act: Key;
		readonly detail: Details[Key];
		readonly number: number;
		readonly personId: string;
		readonly on: Day;
	};
}[A];
