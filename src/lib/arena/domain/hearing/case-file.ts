import type { Day } from '#lib/shared/time.ts';
import type { Party } from './role.ts';
import type { Procedure } from './procedure.ts';

/**
 * What kind of evidence an item is; the order of weight is rule R10.
 * @law 行政诉讼法 第三十三条
 */
export const EVIDENCE_KINDS = {
	'official-document': '公文书证',
	document: '其他书证',
	object: '物证',
	recording: '视听资料',
	'electronic-data': '电子数据',
	testimony: '证人证言',
	statement: '当事人陈述',
	'expert-opinion': '鉴定意见',
	inquest: '勘验、现场笔录'
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** When an item was gathered, as far as the rules ask. */
export const ORIGINS = {
	investigation: '作出决定以前',
	'after-decision': '作出决定以后或者诉讼中',
	'reconsideration-bureau': '复议中由原机关补充',
	'reconsideration-body': '复议中由复议机关依法收集'
} as const;
export type EvidenceOrigin = keyof typeof ORIGINS;

/** Why an item cannot stand alone (R9). */
export const WEAKNESSES = {
	copy: '无法核对的复印件',
	editable: '可能剪辑过的录音录像',
	close: '与当事人有密切关系的证人',
	'absent-witness': '应当出庭而未出庭的证人'
} as const;
export type Weakness = keyof typeof WEAKNESSES;

/** What the engine must know of an exhibit; its body belongs to the bundle. */
export interface Exhibit {
	readonly id: string;
	/** As printed on it: 证据 3. */
	readonly number: number;
	readonly side: Party;
	readonly kind: EvidenceKind;
	readonly title: string;
	readonly proves: string;
	readonly gatheredOn: Day;
	readonly origin: EvidenceOrigin;
	readonly isOriginal: boolean;
	readonly weaknesses: readonly Weakness[];
}

/** The part of a moot case that the rules of a hearing read. Nothing that is hidden from the parties is in it. */
export interface CaseFile {
	readonly bundle: { readonly id: string; readonly version: number };
	readonly title: string;
	readonly decisionDay: Day;
	readonly exhibits: readonly Exhibit[];
	/** Whether the case is about discretion or compensation: only then may be mediated (R14). */
	readonly mayMediate: boolean;
	/** What is asked for, as far as the kinds of judgment hang on it; missing = that the act be revoked or changed. */
	readonly claim?: 'revoke' | 'confirm-void';
	/** Rights of a third party are touched (R1). */
	readonly touchesThirdParty: boolean;
	/** The reconsideration body upheld the act and is sued as well (R8). */
	readonly isReconsiderationUpheld: boolean;
}

export const MODES = { hall: '现场', online: '线上文字' } as const;
export type Mode = keyof typeof MODES;

/** Everything that is fixed when a hearing is scheduled; it is stored with the hearing and never read anew. */
export interface HearingFrame {
	readonly procedure: Procedure;
	readonly file: CaseFile;
	readonly mode: Mode;
}

export const exhibitById = ({ file }: HearingFrame, id: string): Exhibit | null =>
	file.exhibits.find((one) => one.id === id) ?? null;
