import { expect, test } from 'vitest';
import { areasFor } from './administration.ts';
import { type Actor, ROLES, type Role } from './roles.ts';

const actor = (...roles: Role[]): Actor => ({
	...{ personId: 'p', name: '甲', account: 'jia', mustChangePassword: false, certificateExpiresOn: null },
	...{ unitId: 'brigade', unitName: '执法大队', unitPath: '/bureau/brigade/' },
	// For a unit that is not the person's own.
	grants: roles.map((role) => ({ role, unitPath: '/bureau/town/' }))
});
const doors = (someone: Actor | null) => areasFor(someone).map(({ title }) => title);

test('each role sees its own doors, and whoever administers nothing sees none', () => {
	const seen = Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, doors(actor(role))]));
	expect(seen).toEqual({
		...{ officer: [], trainer: [], judge: [], organiser: ['个人链接'] },
		administrator: ['人员', '人员导入', '单位', '三员变更', '动态口令', '个人链接', '更正请求', '设置', '法律文本'],
		supervisor: ['三员变更', '更正请求', '设置'],
		auditor: ['三员变更', '设置', '审计日志'],
		'legal-reviewer': ['设置', '法律文本']
	});
	expect([doors(null), doors(actor())]).toEqual([[], []]);
});
