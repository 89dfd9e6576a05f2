import type { Area } from '#lib/shared/piece.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { Detail, LineKind } from './act.ts';
import type { Exclusion, Property, Ruling } from './evidence.ts';
import type { Ground } from './objection.ts';
import type { PenaltyKind } from './penalty.ts';
import type { Party, Seat } from './role.ts';

/** Milliseconds of the server's clock throughout. */
export interface Floor {
	readonly seatId: string;
	/** Null = the clock stands (pause). */
	readonly runningSince: number | null;
	readonly usedMs: number;
}

export interface StageVisit {
	readonly id: string;
	/** `seq` of the event that began it. */
	readonly since: number;
	readonly enteredAt: number;
	/** People sit together: clocks run. */
	readonly inCourt: boolean;
	/** 1, or 2 after reopening. */
	readonly visit: number;
	readonly runningSince: number | null;
	readonly usedMs: number;
	/** Speaking time that is over, by party. */
	readonly spoken: Readonly<Partial<Record<Party, number>>>;
	readonly extensions: readonly { readonly party: Party | null; readonly ms: number }[];
	/** Parties in the order in which they had the floor. */
	readonly turns: readonly Party[];
}

export interface RecusalRequest {
	readonly id: number;
	readonly seatId: string;
	readonly by: string;
	readonly reason: string;
}

/** What everybody may know: who sits where, which stage, who speaks, what the clocks say. */
export interface Course {
	readonly seats: readonly Seat[];
	readonly openedAt: number | null;
	readonly stage: StageVisit | null;
	readonly visits: Readonly<Record<string, number>>;
	readonly pause: { readonly at: number; readonly reason: string } | null;
	readonly floor: Floor | null;
	readonly requests: readonly { readonly seatId: string; readonly why: string; readonly at: number }[];
	/** Who keeps the record now. */
	readonly recorder: string | null;
	readonly calls: readonly {
		readonly seatId: string;
		readonly by: string;
		readonly about: Detail<'call'>['about'];
		/** asked → granted | refused; granted → done. */
		readonly state: 'asked' | 'granted' | 'refused' | 'done';
	}[];
	/** Decisions; each settles every request about the seat before it. */
	readonly recusals: readonly {
		readonly id: number;
		readonly seatId: string;
		readonly granted: boolean;
		readonly reason: string;
	}[];
	readonly absences: Readonly<Partial<Record<Party, Detail<'rule-absence'>['outcome']>>>;
	readonly published: (Detail<'publish'> & { readonly at: number }) | null;
}

export interface Line {
	/** `seq` of its event. */
	readonly id: number;
	readonly at: number;
	readonly stage: string;
	readonly seatId: string;
	readonly kind: LineKind;
	readonly text: string;
	/** Texts before corrections, the oldest first. */
	readonly before: readonly string[];
	readonly issueId: string | null;
	readonly exhibitIds: readonly string[];
	readonly citations: readonly Citation[];
}

export interface Objection {
	readonly id: number;
	readonly by: string;
	readonly against: string;
	readonly line: number | null;
	readonly ground: Ground;
	readonly text: string;
	/** Null = open. */
	readonly sustained: boolean | null;
	readonly reason: string;
}

export interface Opposition {
	readonly party: Party;
	readonly properties: readonly Property[];
	readonly weight: string;
	readonly text: string;
	readonly citations: readonly Citation[];
}

/** What has become of an exhibit in open court. */
export interface Examined {
	readonly offered: {
		readonly by: string;
		readonly side: Party;
		readonly number: number;
		readonly title: string;
		readonly proves: string;
		readonly issueIds: readonly string[];
	} | null;
	readonly oppositions: readonly Opposition[];
	readonly answers: readonly { readonly party: Party; readonly text: string }[];
	/** asked → granted | refused (R3). */
	readonly supplement: { readonly because: string; readonly granted: boolean | null } | null;
	readonly ruling: {
		readonly ruling: Ruling;
		readonly reason: string;
		readonly exclusion: Exclusion | null;
		readonly supports: readonly string[];
	} | null;
}

export interface Issue {
	readonly id: string;
	readonly area: Area;
	/** Sub-issue of the catalogue: A1 … E9. */
	readonly point: string;
	readonly text: string;
	readonly by: string;
}

export interface Penalty {
	readonly id: number;
	readonly party: Party;
	readonly seatId: string | null;
	readonly kind: PenaltyKind;
	readonly points: number;
	readonly reason: string;
	readonly stage: string | null;
	/** Why it was taken back; null = it stands. */
	readonly lifted: string | null;
}

/** What is said and done in open court. */
export interface Court {
	readonly lines: readonly Line[];
	readonly objections: readonly Objection[];
	readonly exhibits: Readonly<Record<string, Examined>>;
	readonly rested: readonly Party[];
	readonly issues: readonly Issue[];
	readonly confirmed: readonly Party[];
	readonly norms: readonly { readonly title: string; readonly reason: string }[];
	/** What the court has looked for itself. */
	readonly collected: readonly { readonly title: string; readonly reason: string }[];
	readonly terms: readonly {
		readonly id: number;
		readonly by: string;
		readonly text: string;
		readonly answers: readonly { readonly party: Party; readonly accepts: boolean }[];
	}[];
	readonly headNote: string | null;
	readonly warnings: readonly { readonly seatId: string; readonly reason: string }[];
	readonly penalties: readonly Penalty[];
	readonly judgment: (Detail<'pronounce'> & { readonly at: number }) | null;
}

export interface FiledExhibit {
	readonly at: number;
	readonly isLate: boolean;
	readonly reason: string;
	/** What the other parties said in the exchange. */
	readonly stands: Readonly<
		Partial<Record<Party, { readonly accepts: boolean; readonly properties: readonly Property[] }>>
	>;
}

/** What the court and the parties know before and beside the open hearing. */
export interface Docket {
	readonly papers: readonly {
		readonly id: number;
		readonly at: number;
		readonly party: Party;
		readonly kind: Detail<'file-paper'>['kind'];
		readonly title: string;
		readonly text: string;
	}[];
	readonly filed: Readonly<Record<string, FiledExhibit>>;
	readonly recusals: readonly RecusalRequest[];
}

/** What one bench, or the panel, keeps to itself. */
export interface Private {
	readonly notes: readonly {
		readonly id: number;
		readonly at: number;
		readonly seatId: string;
		readonly text: string;
	}[];
	/** Sentences in the making, by seat. */
	readonly drafts: Readonly<Record<string, string>>;
	/** Only the panel's: what is voted on → seat → vote. */
	readonly votes: Readonly<
		Record<string, Readonly<Record<string, { readonly choice: string; readonly reason: string }>>>
	>;
}

/**
 * A hearing as its log tells it, in parts by who may see them: an event changes only the part of its own audience, so
 * leaving out a part is leaving out its events (`viewFor`).
 */
export interface Hearing {
	/** Of the last event. */
	readonly seq: number;
	readonly course: Course;
	readonly court: Court;
	readonly docket: Docket;
	readonly secrets: Readonly<Record<Party | 'panel', Private>>;
}

export const NO_COURSE: Course = {
	...{ seats: [], openedAt: null, stage: null, visits: {}, pause: null, floor: null, requests: [], recorder: null },
	...{ calls: [], recusals: [], absences: {}, published: null }
};
export const NO_COURT: Court = {
	...{
		lines: [],
		objections: [],
		exhibits: {},
		rested: [],
		issues: [],
		confirmed: [],
		norms: [],
		collected: [],
		terms: []
	},
	...{ headNote: null, warnings: [], penalties: [], judgment: null }
};
export const NO_DOCKET: Docket = { papers: [], filed: {}, recusals: [] };
export const NO_SECRETS: Private = { notes: [], drafts: {}, votes: {} };
export const UNEXAMINED: Examined = { offered: null, oppositions: [], answers: [], supplement: null, ruling: null };

export const EMPTY: Hearing = {
	...{ seq: 0, course: NO_COURSE, court: NO_COURT, docket: NO_DOCKET },
	secrets: { plaintiff: NO_SECRETS, defendant: NO_SECRETS, third: NO_SECRETS, panel: NO_SECRETS }
};

export const seatById = ({ course }: Pick<Hearing, 'course'>, id: string): Seat | null =>
	course.seats.find((seat) => seat.id === id) ?? null;

export const examinedOf = ({ court }: Pick<Hearing, 'court'>, exhibitId: string): Examined =>
	court.exhibits[exhibitId] ?? UNEXAMINED;

/** Seats that take part: here, and neither recused nor sent out. */
export const seatsPresent = ({ course }: Pick<Hearing, 'course'>): Seat[] =>
	course.seats.filter(({ presence }) => presence === 'present');

/** Parties with somebody on their bench. */
export function partiesPresent(hearing: Pick<Hearing, 'course'>): Party[] {
	const roles = new Set<string>(seatsPresent(hearing).map(({ role }) => role));
	return (['plaintiff', 'defendant', 'third'] as const).filter((party) => roles.has(party));
}

/** Judges who sit: present and no substitutes. */
export const sittingJudges = (hearing: Pick<Hearing, 'course'>): Seat[] =>
	seatsPresent(hearing).filter(({ role, isSubstitute }) => !isSubstitute && (role === 'presiding' || role === 'panel'));
