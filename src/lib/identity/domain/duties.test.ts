import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DutyHolder, ORDINARY_ROLES, findDutyConflict, isSeparated, secondPersons } from './duties.ts';
import { ROLES, type Role } from './roles.ts';

const ALL = Object.keys(ROLES) as Role[];

test('three duties are separated, five roles are not', () => {
	expect(ALL.filter(isSeparated)).toEqual(['supervisor', 'administrator', 'auditor']);
	expect(ORDINARY_ROLES).toEqual(['officer', 'trainer', 'legal-reviewer', 'judge', 'organiser']);
});

test.each<[Role[], string | null]>([
	[[], null],
	[['officer', 'trainer', 'judge'], null],
	[['officer', 'supervisor'], null],
	[['administrator', 'administrator'], null],
	[['administrator', 'auditor'], '三员分立：系统管理员、审计员不能由同一个人担任。'],
	[['officer', 'supervisor', 'auditor'], '三员分立：督导、审计员不能由同一个人担任。'],
	[['administrator', 'supervisor', 'auditor'], '三员分立：系统管理员、督导、审计员不能由同一个人担任。']
])('%j together: %s', (roles, message) => {
	expect(findDutyConflict(roles)?.message ?? null).toBe(message);
});

const holders = (text: string): DutyHolder[] =>
	text
		.split(' ')
		.filter(Boolean)
		.map((one) => {
			const [personId, role] = one.split(':') as [string, DutyHolder['role']];
			return { personId, role };
		});

describe('the second person', () => {
	const GUAN = 'guan asks for a change about wei';
	test.each([
		[GUAN, 'guan:administrator he:administrator qi:supervisor yan:auditor', 'administrator', ['he']],
		[GUAN, 'guan:administrator qi:supervisor yan:auditor', 'supervisor', ['qi']],
		[GUAN, 'guan:administrator wei:supervisor yan:auditor', 'auditor', ['yan']],
		[GUAN, 'guan:administrator wei:supervisor ma:supervisor yan:auditor', 'supervisor', ['ma']],
		// Whoever holds all three is still one person.
		[GUAN, 'guan:administrator guan:supervisor guan:auditor yan:auditor', 'auditor', ['yan']]
	])('%s, with %s', (_, text, role, personIds) => {
		expect(secondPersons(holders(text), { requestedBy: 'guan', personId: 'wei' })).toEqual({ role, personIds });
	});

	test('there is none where nobody else holds a duty', () => {
		for (const text of ['', 'guan:administrator', 'guan:administrator wei:auditor']) {
			expect(secondPersons(holders(text), { requestedBy: 'guan', personId: 'wei' })).toBeNull();
		}
	});

	test('is never whoever asked nor whom it is about, whoever holds what', () => {
		const id = fc.constantFrom('a', 'b', 'c', 'd');
		const holder = fc.record({
			personId: id,
			role: fc.constantFrom('administrator' as const, 'supervisor' as const, 'auditor' as const)
		});
		fc.assert(
			fc.property(fc.array(holder), id, id, (list, requestedBy, personId) => {
				const found = secondPersons(list, { requestedBy, personId });
				for (const one of found?.personIds ?? []) expect([requestedBy, personId]).not.toContain(one);
				const someoneElse = list.some((one) => one.personId !== requestedBy && one.personId !== personId);
				expect(found !== null).toBe(someoneElse);
			})
		);
	});
});
