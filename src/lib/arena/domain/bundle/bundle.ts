import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Area, Industry, Provenance } from '#lib/shared/piece.ts';
import type { Day } from '#lib/shared/time.ts';
import type { JudgmentKind } from '../ballot/judgment.ts';
import type { EvidenceKind, Weakness } from '../hearing/case-file.ts';
import { PROPERTIES as OPPOSED } from '../hearing/evidence.ts';
import type { Consequence } from './consequences.ts';
import type { Drawing } from './drawing.ts';
import type { Side } from './side.ts';
import type { SubIssue } from './sub-issues.ts';

/** What an exhibit is made of; the body of a photo is a drawing of ours, that of a table its rows. */
export const EXHIBIT_KINDS = {
	document: '文书、书证',
	photo: '照片',
	transcript: '录音录像、询问的文字记录',
	table: '数据、清单'
} as const;
export type ExhibitKind = keyof typeof EXHIBIT_KINDS;

/** Why an exhibit may not stand alone, as far as everybody can see it: whether it does not (`hearing/case-file.ts`) is for the panel. */
export const WEAKNESSES: Readonly<Record<Weakness, string>> = {
	copy: '复印、打印件',
	editable: '可能剪辑过',
	close: '与一方关系密切',
	'absent-witness': '证人没有出庭'
};

/** The three properties that an exhibit is opposed on, and its weight. */
export const PROPERTIES = { ...OPPOSED, weight: '证明力' } as const;
export type Property = keyof typeof PROPERTIES;

/** What there is to say about the properties of an exhibit. */
export type Notes = { readonly [Key in Property]?: string | undefined };

/** How an exhibit is called inside a bundle: `p3` is 原告证据3, `d12` is 被告证据12. */
export type ExhibitId = string;

/** A piece of evidence as it is filed. */
export interface Exhibit {
	readonly id: ExhibitId;
	readonly side: Side;
	readonly kind: ExhibitKind;
	readonly form: EvidenceKind;
	readonly weak: readonly Weakness[];
	readonly title: string;
	/** The day on which it came into being or was gathered. */
	readonly gatheredOn: Day;
	/** What it is offered to prove, in the words of the side that files it. */
	readonly proves: string;
	/** Markdown as our own HTML; '' where drawing or rows say it all. */
	readonly html: string;
	readonly drawing?: Drawing | undefined;
	readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined;
	/** For the panel only: what is to be said about each property. */
	readonly notes: Notes;
}

/** An article that may be argued with, in the version in force on the day of the decision. */
export interface LawEntry {
	/** How the bundle calls it: `处罚法45`. */
	readonly key: string;
	readonly citation: ResolvedCitation;
	/** Our own words: what it says that matters here. */
	readonly about: string;
}

/** 争议焦点: one question that the hearing turns on. */
export interface Issue {
	readonly id: string;
	readonly sub: SubIssue;
	readonly question: string;
	/** For the panel only: who should carry it, and why. */
	readonly favours: Side | 'open';
	readonly note: string;
	/** Drill items that train it. */
	readonly items: readonly string[];
}

/** Something that may be said in return, as good as `worth` per cent. */
export interface Reply {
	readonly text: string;
	readonly worth: 0 | 50 | 100;
	readonly why: string;
}

export const REHEARSAL_STAGES = { proof: '举证质证', debate: '法庭辩论' } as const;
export type RehearsalStage = keyof typeof REHEARSAL_STAGES;

/** A line that one side has ready, what it rests on, and what meets it. */
export interface Argument {
	readonly id: string;
	readonly by: Side;
	readonly stage: RehearsalStage;
	readonly issue: string;
	/** As it is spoken. */
	readonly line: string;
	readonly exhibits: readonly ExhibitId[];
	/** Keys of the law pack. */
	readonly law: readonly string[];
	/** 1 thin … 5 hard to meet. */
	readonly strength: number;
	/** What the other side may say; exactly one is the best. */
	readonly replies: readonly Reply[];
	/** What a good answer points to; no exhibits = it needs none. */
	readonly met: { readonly exhibits: readonly ExhibitId[]; readonly law: readonly string[]; readonly line: string };
}

/** A defect that was put into the file, hidden from both sides. */
export interface Defect {
	readonly id: string;
	readonly sub: SubIssue;
	/** The exhibit that shows it. */
	readonly exhibit: ExhibitId;
	readonly what: string;
	readonly consequence: Consequence;
	/** The side that should raise it. */
	readonly raisedBy: Side;
}

/** A card for whoever plays a witness. */
export interface Witness {
	readonly id: string;
	readonly name: string;
	readonly role: string;
	readonly calledBy: Side;
	readonly knows: readonly string[];
	/** What is told only to whoever asks for it. */
	readonly holdsBack: readonly string[];
	readonly manner: string;
}

export interface Party {
	readonly name: string;
	readonly kind: 'unit' | 'person' | 'bureau';
	readonly address: string;
	/** 法定代表人, 负责人 or the person. */
	readonly head: string;
}

/** A moot case, frozen: file, exhibits, law and what is hidden. */
export interface BundleBody extends Provenance {
	readonly industry: Industry;
	readonly areas: readonly Area[];
	readonly difficulty: number;
	readonly lead: string;
	/** Kept for matches: nobody rehearses it, and only the panel reads it before. */
	readonly isReserved: boolean;
	/** Id of a clean file in `content/drafting` that it was made from; told to the panel. */
	readonly cleanFile: string | null;
	/** The act that is sued over. */
	readonly act: { readonly number: string; readonly what: string; readonly decidedOn: Day; readonly servedOn: Day };
	readonly suedOn: Day;
	readonly parties: Readonly<Record<Side, Party>>;
	readonly claims: readonly string[];
	readonly storyHtml: string;
	readonly complaintHtml: string;
	readonly answerHtml: string;
	readonly timeline: readonly { readonly on: Day; readonly text: string }[];
	readonly exhibits: readonly Exhibit[];
	readonly lawPack: readonly LawEntry[];
	readonly issues: readonly Issue[];
	readonly arguments: readonly Argument[];
	readonly defects: readonly Defect[];
	readonly witnesses: readonly Witness[];
	/** How often in a hundred the plaintiff should win before an even panel, and why. */
	readonly odds: { readonly plaintiff: number; readonly why: string };
	readonly verdict: { readonly kind: JudgmentKind; readonly why: string };
	/** What a good, a fair and a weak team will find. */
	readonly teams: { readonly good: string; readonly fair: string; readonly weak: string };
}

export interface Bundle extends BundleBody {
	readonly id: string;
	readonly title: string;
	readonly version: number;
}

/** One file of `content/arena/bundles`, checked and rendered. */
export interface BundleFile {
	readonly id: string;
	readonly digest: string;
	readonly source?: string;
	readonly title: string;
	readonly body: BundleBody;
	readonly citations: readonly ResolvedCitation[];
}

/** The side that files an exhibit, by its id. */
export const sideOf = (id: ExhibitId): Side => (id.startsWith('p') ? 'plaintiff' : 'defendant');

/** `原告证据3` of `p3`. */
export const nameOfExhibit = (id: ExhibitId): string =>
	`${sideOf(id) === 'plaintiff' ? '原告' : '被告'}证据${id.slice(1)}`;
