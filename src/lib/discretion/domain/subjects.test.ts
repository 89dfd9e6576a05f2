import { expect, test } from 'vitest';
import { subjectsIn } from './subjects.ts';

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
