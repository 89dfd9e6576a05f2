import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SECTIONS, type Section, findSectionFaults, readHeading } from './section.ts';

test.each([
	['案情', { section: 'scene', title: null }],
	['案情 · 下午三点的老街', { section: 'scene', title: '下午三点的老街' }],
	[' 裁量说理·为什么不是五万 ', { section: 'discretion', title: '为什么不是五万' }],
	['启示 · 明天起改三件事 · 三件', { section: 'lessons', title: '明天起改三件事 · 三件' }],
	['案情 ·', null],
	['案情介绍', null],
	['现场', null],
	['', null]
])('%j', (text, expected) => {
	expect(readHeading(text)).toEqual(expected);
});

const KEYS = Object.keys(SECTIONS) as Section[];

test('the usual order is sound, and so is one with a section told in two parts', () => {
	expect(findSectionFaults(KEYS)).toEqual([]);
	expect(findSectionFaults(['scene', 'course', 'issues', 'course', 'law', 'discretion', 'comment', 'lessons'])).toEqual(
		[]
	);
});

test.each<[string, Section[], string[]]>([
	['one is missing', KEYS.filter((key) => key !== 'issues'), ['缺少小标题：争议焦点']],
	['the scene comes later', ['issues', ...KEYS.filter((key) => key !== 'issues')], ['第一节应是“案情”']],
	['something follows the lessons', [...KEYS, 'comment'], ['最后一节应是“启示”']]
])('%s', (_, found, faults) => {
	expect(findSectionFaults(found)).toEqual(faults);
});

test('whatever stands between is free, as long as all are there', () => {
	const middle = KEYS.slice(1, -1);
	fc.assert(
		fc.property(fc.shuffledSubarray(middle, { minLength: middle.length }), fc.subarray(middle), (order, again) => {
			expect(findSectionFaults(['scene', ...order, ...again, 'lessons'])).toEqual([]);
		})
	);
});
