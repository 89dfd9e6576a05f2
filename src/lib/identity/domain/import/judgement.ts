import type { Day } from '#lib/shared/time.ts';
import type { Role } from '../roles.ts';
import type { KnownUnit, NewUnit, UnitFinder } from './find-unit.ts';
import type { PersonRow, ReadRow } from './read-rows.ts';
import type { Claims } from './repeated-rows.ts';

export const VERDICTS = {
	new: '新增',
	changed: '变更',
	unchanged: '没有变化',
	doubtful: '待判断',
	refused: '不导入'
} as const;
export type Verdict = keyof typeof VERDICTS;

export interface KnownPerson {
	readonly id: string;
	readonly account: string;
	readonly name: string;
	readonly unitId: string;
	readonly certificateNumber: string | null;
	readonly certificateExpiresOn: Day | null;
	readonly joinedOn: Day;
	readonly isActive: boolean;
	readonly roles: readonly Role[];
	/** Whether whoever imports answers for the person's unit. */
	readonly isInScope: boolean;
}

export interface Known {
	readonly people: readonly KnownPerson[];
	readonly units: readonly KnownUnit[];
	readonly today: Day;
	/** Who imports; null = the command line. */
	readonly importerId: string | null;
}

/** What a person decided about a doubtful row: it is this person, it is somebody new, or leave it out. */
export type Decision = `same:${string}` | 'new' | 'skip';

export interface Choices {
	readonly makesUnits: boolean;
	/** By number of the row. */
	readonly decisions: Readonly<Record<number, Decision>>;
}

/** What is kept of a person, with units by id or key. */
export interface PersonValues {
	readonly account: string;
	readonly name: string;
	readonly unit: string;
	readonly certificateNumber: string | null;
	readonly certificateExpiresOn: Day | null;
	readonly joinedOn: Day;
}

export interface Difference {
	readonly label: string;
	readonly before: string;
	readonly after: string;
}

/** What confirming would do for a row. */
export type Act =
	| { readonly kind: 'none' }
	| { readonly kind: 'add'; readonly values: PersonValues; readonly roles: readonly Role[] }
	| {
			readonly kind: 'change';
			readonly personId: string;
			readonly before: PersonValues;
			readonly after: PersonValues;
			/** Roles that are added; none is ever ended by an import. */
			readonly roles: readonly Role[];
	  };

/** One way to decide a doubtful row. */
export interface Way {
	readonly decision: Decision;
	readonly text: string;
}

export interface JudgedRow {
	readonly number: number;
	readonly verdict: Verdict;
	/** As the table says it, as far as it could be read. */
	readonly person: PersonRow;
	/** Why refused or doubtful, and what to know of the others. */
	readonly reasons: readonly string[];
	readonly differences: readonly Difference[];
	readonly ways: readonly Way[];
	readonly decision: Decision | null;
	readonly act: Act;
}

export interface Judgement {
	readonly rows: readonly JudgedRow[];
	readonly newUnits: readonly NewUnit[];
	readonly counts: Readonly<Record<Verdict, number>>;
}

/** What judging one row may ask. */
export interface Bench {
	readonly known: Known;
	readonly choices: Choices;
	readonly units: UnitFinder;
	readonly claims: Claims;
	readonly byAccount: ReadonlyMap<string, KnownPerson>;
	readonly byCertificate: ReadonlyMap<string, KnownPerson>;
	readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
	/** Who is already meant by a row above, and which accounts it takes. */
	readonly taken: Map<string, number>;
}

export const expiryNotes = (expiresOn: Day | null, today: Day): string[] =>
	expiresOn !== null && expiresOn < today ? [`执法证已于 ${expiresOn} 到期`] : [];

export function rowOf(row: ReadRow, judged: Pick<JudgedRow, 'verdict'> & Partial<JudgedRow>): JudgedRow {
	const { number, person } = row;
	const nothing = { reasons: [], differences: [], ways: [], decision: null, act: { kind: 'none' } } as const;
	return { number, person, ...nothing, ...judged };
}

/** What became of the rows: a doubtful one counts as what was decided, left out where it was decided so. */
export function countOutcomes(rows: readonly JudgedRow[]): Record<Verdict, number> {
	const counts = { new: 0, changed: 0, unchanged: 0, doubtful: 0, refused: 0 };
	for (const { verdict, decision, act } of rows) {
		if (act.kind !== 'none') counts[act.kind === 'add' ? 'new' : 'changed']++;
		else counts[verdict === 'doubtful' && decision !== null ? 'refused' : verdict]++;
	}
	return counts;
}
