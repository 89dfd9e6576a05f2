import { expect, test } from 'vitest';
import { findHints } from './template.ts';

test('a hint is told with its line, and only where a part has lines', () => {
	const told = findHints({ title: '〔填：标题〕', body: '第一行\n〔填：时间〕，〔填：地点〕\n〔2026〕第1号' });
	expect(told).toEqual([
		{ field: 'title', line: null, message: '模板提示未改：标题' },
		{ field: 'body', line: 2, message: '模板提示未改：时间' },
		{ field: 'body', line: 2, message: '模板提示未改：地点' }
	]);
});

test('replaced hints are gone', () => {
	expect(findHints({ body: '二〇二六年三月，老街。' })).toEqual([]);
});
