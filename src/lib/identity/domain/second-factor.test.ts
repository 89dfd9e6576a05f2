import { expect, test } from 'vitest';
import type { Role } from './roles.ts';
import { type SecondFactorRule, isRequired, mustEnrol } from './second-factor.ts';

const holder = (...roles: Role[]) => ({ grants: roles.map((role) => ({ role, unitPath: '/bureau/' })) });

test.each<[SecondFactorRule, Role[], boolean]>([
	['off', ['administrator'], false],
	['optional', ['administrator'], false],
	['required', ['administrator'], true],
	['required', ['officer', 'administrator'], true],
	['required', ['officer', 'supervisor', 'auditor'], false],
	['required', [], false]
])('%s for %j: %s', (rule, roles, expected) => {
	expect(isRequired(rule, holder(...roles))).toBe(expected);
	expect(mustEnrol(rule, holder(...roles), false)).toBe(expected);
	expect(mustEnrol(rule, holder(...roles), true)).toBe(false);
});
