import { expect, test } from 'vitest';
import { describeDetail } from './describe-detail.ts';
import { labelOf, subjectOf } from './labels.ts';

test.each<[string, Record<string, unknown>, unknown[]]>([
	['nothing', {}, []],
	[
		'what was said',
		{ account: 'lin.yue', failed: true },
		[
			{ label: '账号', to: 'lin.yue' },
			{ label: '没有成功', to: '是' }
		]
	],
	[
		'a setting: what it was and what it became',
		{ number: 1, before: 10, value: 12, reason: '加长' },
		[
			{ label: '值', from: '10', to: '12' },
			{ label: '第几次', to: '1' },
			{ label: '理由', to: '加长' }
		]
	],
	[
		'a record: only the fields that differ',
		{ before: { name: '甲', unitId: 'u' }, after: { name: '乙', unitId: 'u' } },
		[{ label: '姓名或名称', from: '甲', to: '乙' }]
	],
	['something new', { before: null, after: { kind: '年休' } }, [{ label: '种类', from: '（空）', to: '年休' }]],
	['something gone', { before: { kind: '年休' }, after: null }, [{ label: '种类', from: '年休', to: '（空）' }]],
	[
		'keys as words',
		{ roles: ['officer', 'auditor'], kind: 'town' },
		[
			{ label: '角色', to: '执法人员、审计员' },
			{ label: '种类', to: '镇街应急办' }
		]
	],
	['what nobody has a word for', { odd: { a: [1] } }, [{ label: 'odd', to: '{"a":[1]}' }]]
])('%s', (_, detail, lines) => expect(describeDetail(detail)).toEqual(lines));

test.each([
	['settings.change', '修改设置'],
	['ranking.award.nominate', '榜单与评优：award.nominate'],
	['odd', 'odd']
])('%s is %s', (useCase, label) => expect(labelOf(useCase)).toBe(label));

test.each([
	['person:0198', '人员', '0198'],
	['setting:bureau.name', '设置', 'bureau.name'],
	['law', 'law', ''],
	['archive:a:b', '备份文件', 'a:b']
])('%s is a %s', (subject, kind, rest) => expect(subjectOf(subject)).toEqual({ kind, rest }));
