/** Who sits in the courtroom. A procedure may give a role another name (听证主持人, 承办人); the keys stay. */
export const COURT_ROLES = {
	presiding: '审判长',
	panel: '审判员',
	clerk: '书记员',
	plaintiff: '原告',
	defendant: '被告',
	third: '第三人',
	witness: '证人',
	expert: '鉴定人',
	host: '主持人',
	commentator: '点评专家',
	referee: '计时裁判'
} as const;
export type CourtRole = keyof typeof COURT_ROLES;

export const PARTIES = { plaintiff: '原告', defendant: '被告', third: '第三人' } as const;
export type Party = keyof typeof PARTIES;

/** Stored apart from the court role: a return leg swaps the sides, and the words are no words of procedure. */
export const CONTEST_SIDES = { challenger: '攻擂方', defender: '守擂方' } as const;
export type ContestSide = keyof typeof CONTEST_SIDES;

/** As what somebody sits on a party's bench. */
export const STANDINGS = {
	party: '当事人本人',
	head: '机关负责人',
	official: '机关工作人员',
	agent: '委托代理人'
} as const;
export type Standing = keyof typeof STANDINGS;

export const PRESENCES = {
	expected: '未到',
	present: '到庭',
	absent: '缺席',
	left: '中途退庭',
	recused: '已回避',
	removed: '责令退出'
} as const;
export type Presence = keyof typeof PRESENCES;

export interface Seat {
	/** `plaintiff-1`; stays while people change. */
	readonly id: string;
	readonly role: CourtRole;
	readonly contestSide: ContestSide | null;
	/** Only on a party's bench. */
	readonly standing: Standing | null;
	/** What the room sees of whoever sits there; who it is stands outside the log. */
	readonly name: string;
	readonly presence: Presence;
	/** Present or on the way as a replacement only; takes no part until another falls out. */
	readonly isSubstitute: boolean;
}

export const isParty = (role: CourtRole): role is Party => role in PARTIES;

/** The party a seat speaks for; null for everybody else. */
export const partyOf = (seat: Pick<Seat, 'role'> | null | undefined): Party | null =>
	seat && isParty(seat.role) ? seat.role : null;

export const isJudge = (role: CourtRole): boolean => role === 'presiding' || role === 'panel';
