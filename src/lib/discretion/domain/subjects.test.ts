import { expect, test } from 'vitest';
import { type Subject, meets, subjectsIn } from './subjects.ts';

test.each([
	['单位', ['单位']],
	['单位或个人', ['单位', '个人']],
	['主要负责人/个人经营的投资人', ['主要负责人', '个人经营的投资人']],
	['机构及直接责任人员', ['机构', '直接责任人员']],
	['老板', null],
	['单位或老板', null],
	['', null],
	['toString', null]
])('%s: %j', (phrase, subjects) => {
	expect(subjectsIn(phrase)).toEqual(subjects);
});

test.each<[string, Subject, boolean]>([
	['单位', '单位', true],
	['机构', '单位', true],
	['单位', '施工单位', true],
	['施工单位', '机构', false],
	['单位', '直接责任人员', false],
	['单位', '个人', false],
	['单位或个人', '零售经营者', true],
	['单位', '零售经营者', false],
	['其他负责人/安全生产管理人员', '主要负责人', false]
])('%s means %s: %s', (phrase, party, answer) => {
	expect(meets(phrase, party)).toBe(answer);
});
