import { describe, expect, test } from 'vitest';
import { type ImportedChange, type PresentPerson, judgeUndo } from './judge-undo.ts';

const values = {
	account: 'zhang',
	name: '张三',
	unit: 'brigade',
	certificateNumber: null,
	certificateExpiresOn: null,
	joinedOn: '2026-11-20'
};
const added: ImportedChange = { personId: 'z', before: null, after: values, grants: ['g1'] };
const changed: ImportedChange = {
	personId: 'l',
	before: { ...values, account: 'li' },
	after: { ...values, account: 'li', unit: 'town' },
	grants: []
};
const now = (change: ImportedChange, more: Partial<PresentPerson> = {}): PresentPerson => ({
	...{ id: change.personId, ...change.after, isActive: true, hasOwnPassword: false, grants: change.grants },
	...more
});
const NOBODY = new Set<string>();

describe('taking an import back', () => {
	test('says whom to set back, and to what', () => {
		const judged = judgeUndo(
			[added, changed],
			[now(added), now(changed, { grants: ['older'], hasOwnPassword: true })],
			NOBODY
		);
		expect(judged).toEqual({ ok: true, value: [{ id: 'l', ...changed.before }] });
	});

	test.each([
		['a new person has records', [now(added)], new Set(['z']), 'in-use'],
		['a new person has a password', [now(added, { hasOwnPassword: true })], NOBODY, 'in-use'],
		['a new person was given another role', [now(added, { grants: ['g1', 'g2'] })], NOBODY, 'changed-since'],
		['a new person lost the role', [now(added, { grants: [] })], NOBODY, 'changed-since'],
		['a new person was renamed', [now(added, { name: '张叁' })], NOBODY, 'changed-since'],
		['a new person was deactivated', [now(added, { isActive: false })], NOBODY, 'changed-since'],
		['a new person is gone', [], NOBODY, 'changed-since']
	])('is refused when %s', (_, present, used, code) => {
		const judged = judgeUndo([added], present, used);
		expect(judged).toMatchObject({ ok: false, refusal: { code, message: expect.stringContaining('张三') as string } });
	});

	test('is refused when somebody who was changed was changed again', () => {
		const judged = judgeUndo([added, changed], [now(added), now(changed, { unit: 'elsewhere' })], NOBODY);
		expect(judged).toMatchObject({ ok: false, refusal: { code: 'changed-since' } });
	});
});
