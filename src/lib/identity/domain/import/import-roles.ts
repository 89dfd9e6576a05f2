import { ROLES, type Role } from '../roles.ts';

/** Duties that are kept apart: nobody receives one of them from a table, because a second person has to agree. */
const SEPARATED: readonly Role[] = ['administrator', 'supervisor', 'auditor'];

/** Why roles cannot come from a table; null when they can. */
export function refuseNewRoles(roles: readonly Role[]): string | null {
	const separated = roles.filter((role) => SEPARATED.includes(role)).map((role) => ROLES[role]);
	return separated.length === 0 ? null : `${separated.join('、')}须由第二人确认，不能导入授予`;
}
