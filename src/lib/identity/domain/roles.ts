export const ROLES = {
	officer: '执法人员',
	trainer: '教员',
	'legal-reviewer': '法制审核员',
	judge: '评委',
	organiser: '赛事组织者',
	supervisor: '督导',
	administrator: '系统管理员',
	auditor: '审计员'
} as const;
export type Role = keyof typeof ROLES;

export const UNIT_KINDS = { bureau: '局', brigade: '执法大队', town: '镇街应急办' } as const;
export type UnitKind = keyof typeof UNIT_KINDS;

/** A role held for a unit and everything below it. */
export interface Grant {
	readonly role: Role;
	readonly unitPath: string;
}

/** Who is asking. */
export interface Actor {
	readonly personId: string;
	readonly name: string;
	readonly account: string;
	readonly unitId: string;
	readonly unitName: string;
	readonly unitPath: string;
	readonly grants: readonly Grant[];
	readonly mustChangePassword: boolean;
	/** Last day of the enforcement certificate; null = none on record. */
	readonly certificateExpiresOn: string | null;
}
