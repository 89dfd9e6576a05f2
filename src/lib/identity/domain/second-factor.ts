import type { Actor } from './roles.ts';

/** What the office says of second factors: not used, for whoever wants one, or a must for administrators. */
export type SecondFactorRule = 'off' | 'optional' | 'required';

const isAdministrator = ({ grants }: Pick<Actor, 'grants'>) => grants.some(({ role }) => role === 'administrator');

/** Whether somebody may not be without a second factor. */
export function isRequired(rule: SecondFactorRule, actor: Pick<Actor, 'grants'>): boolean {
	return rule === 'required' && isAdministrator(actor);
}

/** Whether somebody has to take one up before anything else. */
export function mustEnrol(rule: SecondFactorRule, actor: Pick<Actor, 'grants'>, hasSecondFactor: boolean): boolean {
	return !hasSecondFactor && isRequired(rule, actor);
}
