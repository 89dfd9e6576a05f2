import { type Day } from '#lib/shared/time.ts';
import type { AwardCycle } from './award-cycle.ts';
import type { Honour } from './honour.ts';
import { type PanelScore, type Sheet, scorePanel } from './panel-scores.ts';
import type { Proposed } from './proposal.ts';
import { type Pause, type PublicityClock, clockOf, isOver } from './publicity-clock.ts';
import type { EvidencePath, Finding, Notice } from './step.ts';

export const NOMINEE_STATES = {
	proposed: '待资格审查',
	returned: '资格不符',
	reviewing: '评审中',
	reserve: '未入围',
	publicity: '公示中',
	removed: '异议成立，取消',
	confirmed: '已签批',
	published: '已发布',
	revoked: '已撤销'
} as const;
export type NomineeState = keyof typeof NOMINEE_STATES;

export interface Dissent {
	readonly personId: string;
	readonly on: Day;
	readonly reason: string;
	readonly evidence: readonly EvidencePath[];
}

export interface Nominee extends Proposed {
	readonly state: NomineeState;
	/** Null = proposed from the board. */
	readonly nominatedBy: string | null;
	readonly deeds: string;
	readonly evidence: readonly EvidencePath[];
	readonly dissents: readonly Dissent[];
	/** What the last decision about the nominee said. */
	readonly reason: string;
	readonly notice: Notice | null;
	/** The first day of the publicity. */
	readonly noticedOn: Day | null;
	readonly code: string | null;
	readonly publishedOn: Day | null;
	readonly revokedOn: Day | null;
}

export interface GivenFinding {
	readonly personId: string;
	readonly finding: Finding;
	readonly reason: string;
	readonly on: Day;
}
export interface Objection {
	readonly id: string;
	readonly nomineeId: string;
	readonly personId: string;
	readonly on: Day;
	readonly reason: string;
	readonly evidence: readonly EvidencePath[];
	readonly findings: readonly GivenFinding[];
	/** Null = open. */
	readonly outcome: Finding | null;
	readonly decidedOn: Day | null;
}

export interface Seat {
	readonly reviewerId: string;
	/** Null = not signed. */
	readonly sheet: Sheet | null;
}

/** A selection as its steps have made it. */
export interface Run {
	readonly honour: Honour;
	readonly cycle: AwardCycle;
	readonly openedBy: string;
	readonly openedOn: Day;
	readonly places: number;
	readonly officers: number;
	readonly passedOver: readonly Proposed[];
	readonly nominees: readonly Nominee[];
	readonly qualifiedOn: Day | null;
	readonly draw: { readonly seed: number; readonly pool: number } | null;
	readonly panel: readonly Seat[];
	/** Whoever was taken off the panel. */
	readonly relieved: readonly string[];
	readonly objections: readonly Objection[];
	readonly signer: string | null;
	readonly confirmedOn: Day | null;
	readonly number: string | null;
	readonly publishedOn: Day | null;
	readonly lapsed: string | null;
	/** Number of the last step. */
	readonly steps: number;
}

export const STAGES = {
	nominating: '推荐与资格审查',
	reviewing: '评审',
	shortlisting: '拟定名单',
	publicity: '公示',
	confirmed: '待发布',
	published: '已发布',
	lapsed: '空缺结束'
} as const;
export type Stage = keyof typeof STAGES;

const inState = ({ nominees }: Pick<Run, 'nominees'>, ...states: readonly NomineeState[]) =>
	nominees.filter(({ state }) => states.includes(state));

export const nomineesIn = inState;

/** Where a selection stands: the first stage in which something is still to be done. */
export function stageOf(run: Run): Stage {
	if (run.lapsed !== null) return 'lapsed';
	if (run.qualifiedOn === null) return 'nominating';
	if (run.panel.some(({ sheet }) => sheet === null)) return 'reviewing';
	if (inState(run, 'publicity').length > 0) return 'publicity';
	if (inState(run, 'confirmed').length > 0) return 'confirmed';
	return run.publishedOn === null ? 'shortlisting' : 'published';
}

/** The panel's result; null before the last sheet is in: until then nobody sees any of it. */
export function scoresOf(run: Run): PanelScore[] | null {
	const sheets = run.panel.flatMap(({ sheet }) => sheet ?? []);
	if (run.qualifiedOn === null || sheets.length < run.panel.length) return null;
	const judged = run.nominees.filter(({ state }) => state !== 'returned' && state !== 'proposed');
	const boards = Object.fromEntries(judged.map(({ officerId, figure }) => [officerId, figure?.total ?? -1]));
	return scorePanel(run.honour, sheets, { places: run.places, boards });
}

/** Whoever is to be publicised next: the shortlist, or the best of the reserve when a place has become free. */
export function nextToPublicise(run: Run): string[] {
	const scores = scoresOf(run);
	if (!scores || run.lapsed !== null) return [];
	const isFirst = run.nominees.every(({ noticedOn }) => noticedOn === null);
	if (isFirst) return scores.filter(({ isShortlisted }) => isShortlisted).map(({ nomineeId }) => nomineeId);
	const free = run.places - inState(run, 'publicity', 'confirmed', 'published', 'revoked').length;
	const waiting = scores.filter(({ nomineeId }) => inState(run, 'reserve').some((one) => one.officerId === nomineeId));
	if (free < 1 || waiting.length === 0) return [];
	const limit = waiting[Math.min(free, waiting.length) - 1]!.place;
	return waiting.filter(({ place }) => place <= limit).map(({ nomineeId }) => nomineeId);
}

/** When the publicity of a nominee ends; null for whoever has none. */
export function clockFor(run: Run, nominee: Pick<Nominee, 'officerId' | 'noticedOn'>): PublicityClock | null {
	if (nominee.noticedOn === null) return null;
	const pauses: Pause[] = run.objections
		.filter(({ nomineeId }) => nomineeId === nominee.officerId)
		.map(({ on, decidedOn }) => ({ from: on, to: decidedOn }));
	return clockOf(nominee.noticedOn, run.honour.workdays.publicity, pauses);
}

/** Whose publicity is over on a day, with nothing left to be decided. */
export function readyToConfirm(run: Run, today: Day): string[] {
	return inState(run, 'publicity')
		.filter((nominee) => isOver(clockFor(run, nominee)!, today))
		.map(({ officerId }) => officerId);
}

/** Whoever has the honour: a revoked one never had it. */
export const holdersOf = (run: Run): string[] => inState(run, 'published').map(({ officerId }) => officerId);
