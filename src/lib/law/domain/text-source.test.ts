import { expect, test } from 'vitest';
import { kindOf, sourceOf } from './text-source.ts';
import { textUnitOf } from './text-units.ts';

test.each([
	['社会法/茶.md', '茶法', 'law'],
	['laws/部门规章/公安部/茶.md', '茶规定', 'rule'],
	['/home/其他/行政法规/茶.md', '茶条例', 'regulation'],
	['茶.md', '最高人民法院关于茶的解释', 'interpretation'],
	['下载/茶.md', '中华人民共和国茶法', 'law'],
	['下载/茶.md', '茶园条例', 'regulation'],
	['下载/茶.md', '喝茶须知', null]
])('%s %s is %s', (path, title, kind) => {
	expect(kindOf(path, title)).toBe(kind);
});

test.each([
	['./社会法/茶.md', '社会法/茶.md'],
	['/tmp/laws/社会法/茶.md', '社会法/茶.md'],
	['/home/其他/部门规章/公安部/茶.md', '部门规章/公安部/茶.md'],
	['/a/b/c/茶.md', 'c/茶.md'],
	['茶.md', '茶.md']
])('%s comes from %s', (path, source) => {
	expect(sourceOf(path)).toBe(source);
});

test.each([
	['97', null],
	['134-1', null],
	['preface', 'preface'],
	['p12', 'point'],
	['s3', 'heading'],
	['annex-2', 'annex'],
	['body', 'body'],
	['annex-0', null],
	['p0', null]
])('%s is the unit %s', (id, kind) => {
	expect(textUnitOf(id)).toBe(kind);
});
