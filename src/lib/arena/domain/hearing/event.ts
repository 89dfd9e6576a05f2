import type { Act, Detail } from './act.ts';
import { type CourtRole, PARTIES, type Party } from './role.ts';

/** Who else acts besides the seats: the clock, and the organiser who seats people and publishes. */
export const MACHINERY = { timer: '计时', organiser: '赛事组织者' } as const;
export type Signatory = string;

/**
 * Whom an event may reach. all = everybody · open = everybody but witnesses who have not testified ·
 * room = whoever sits in court, not the public · a party = its bench only · panel = the judges only.
 */
export const AUDIENCES = {
	all: '所有人',
	open: '旁听可见',
	room: '庭内',
	plaintiff: '原告方',
	defendant: '被告方',
	third: '第三人方',
	panel: '合议庭'
} as const;
export type Audience = keyof typeof AUDIENCES;

/** As whom somebody looks; `waiting` = a witness before testifying, `room` = a seat without secrets of its own. */
export const VIEWERS = ['public', 'waiting', 'room', 'plaintiff', 'defendant', 'third', 'panel'] as const;
export type Viewer = (typeof VIEWERS)[number];

const SEES: Readonly<Record<Viewer, readonly Audience[]>> = {
	public: ['all', 'open'],
	waiting: ['all'],
	room: ['all', 'open', 'room'],
	plaintiff: ['all', 'open', 'room', 'plaintiff'],
	defendant: ['all', 'open', 'room', 'defendant'],
	third: ['all', 'open', 'room', 'third'],
	panel: ['all', 'open', 'room', 'panel']
};

/** Whether what is meant for an audience reaches a viewer. */
export const sees = (viewer: Viewer, audience: Audience): boolean => SEES[viewer].includes(audience);

/** One entry of the append-only log. `seq` counts from 1 within a hearing. */
export type HearingEvent<A extends Act = Act> = {
	[Key in A]: {
		readonly seq: number;
		/** Milliseconds of the server's clock. */
		readonly at: number;
		/** A seat, or the machinery. */
		readonly actor: Signatory;
		readonly role: CourtRole | keyof typeof MACHINERY;
		/** Stage in which it happened; null before the first. */
		readonly stage: string | null;
		readonly to: Audience;
		readonly act: Key;
		readonly detail: Detail<Key>;
	};
}[A];

/** An act that is asked for. */
export type Command<A extends Act = Act> = {
	[Key in A]: { readonly by: Signatory; readonly act: Key; readonly detail: Detail<Key> };
}[A];

const FOR_ALL: readonly Act[] = [
	...(['seat', 'check-in', 'attend', 'rule-absence', 'take-over', 'advance', 'reopen', 'extend'] as const),
	...(['pause', 'resume', 'recuse-self', 'rule-recusal', 'request-floor', 'withdraw-request', 'grant'] as const),
	...(['yield', 'take-back', 'call', 'rule-call', 'dismiss-witness', 'remove', 'publish'] as const)
];
const FOR_ROOM: readonly Act[] = ['file-paper', 'file-evidence', 'exchange', 'ask-recusal'];

/** Whom an act reaches; decided once, when it happens, and stored with it. */
export function audienceOf(act: Act, role: HearingEvent['role']): Audience {
	if (FOR_ALL.includes(act)) return 'all';
	if (act === 'vote' || act === 'panel-note') return 'panel';
	if (act === 'team-note' || act === 'draft') return ownAudience(role);
	return FOR_ROOM.includes(act) ? 'room' : 'open';
}

/** The audience that shares a role's secrets. */
export function ownAudience(role: HearingEvent['role']): Audience {
	if (role in PARTIES) return role as Party;
	return role === 'presiding' || role === 'panel' ? 'panel' : 'room';
}
