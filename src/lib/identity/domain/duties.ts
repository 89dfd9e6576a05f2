import { type Refusal } from '#lib/shared/result.ts';
import { ROLES, type Role } from './roles.ts';

/** 三员分立: who keeps the register, who decides on honours and who reads the log are three people, unless the bureau's settings say otherwise. */
const SEPARATED = ['administrator', 'supervisor', 'auditor'] as const satisfies readonly Role[];
export type Duty = (typeof SEPARATED)[number];

export const isSeparated = (role: Role): role is Duty => (SEPARATED as readonly Role[]).includes(role);

/** The roles that an administrator gives without a second person. */
export const ORDINARY_ROLES = (Object.keys(ROLES) as Role[]).filter((role) => !isSeparated(role));

/** Why one person may not hold these roles together; null where they may. */
export function findDutyConflict(roles: readonly Role[]): Refusal | null {
	const duties = [...new Set(roles.filter(isSeparated))];
	if (duties.length < 2) return null;
	const names = duties.map((duty) => ROLES[duty]).join('、');
	return { code: 'separate-duties', message: `三员分立：${names}不能由同一个人担任。`, field: 'role' };
}

/** Somebody who holds a separated duty now, for the unit in question. */
export interface DutyHolder {
	readonly personId: string;
	readonly role: Duty;
}

/** Whoever asks for a change, and whom it is about. */
interface Concerned {
	readonly requestedBy: string;
	readonly personId: string;
}

/** Who is asked in which order: a colleague who knows the matter first; the auditor, who else changes nothing, last. */
const LADDER = ['administrator', 'supervisor', 'auditor'] as const;

/**
 * Who may be the second person: the holders of the first rung on which somebody is left who neither asked for the change nor is
 * its subject (decision 0055). Empty: only the command line can help.
 */
export function secondPersons(
	holders: readonly DutyHolder[],
	{ requestedBy, personId }: Concerned
): { readonly role: Duty; readonly personIds: readonly string[] } | null {
	for (const role of LADDER) {
		const left = holders.filter((one) => one.role === role && ![requestedBy, personId].includes(one.personId));
		if (left.length > 0) return { role, personIds: [...new Set(left.map((one) => one.personId))] };
	}
	return null;
}
