import { describe, expect, test } from 'vitest';
import { DISCRETION_HOUSE } from '../support/discretion-house.ts';
import { lampCase } from '../support/lamp-case.ts';
import { checkHouse, lineOf, plantIn, remarksOn } from '../support/house.ts';

const LAW = 'content/law/lamp-law.yaml';
const ITEM = 'content/drills/evidence/lamp-photo.yaml';
const NUMERIC = 'content/drills/discretion/lamp-fine.yaml';
const ORDERING = 'content/drills/drafting/lamp-papers.yaml';
const CASE = 'content/cases/lamp-shop.md';

const provenance = (id: string) => `id: ${id}
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]`;
const about = `industry: 综合
areas: [evidence]
difficulty: 2
asOf: 2026-03-18`;
const asked = `citations:
  - {law: lamp-law, article: "7"}
stem: |
  灯没有罩，怎么办？
  见[第七条](law:lamp-law/7)。
explanation: 依[第七条](law:lamp-law/7/1)加罩。`;

/** A small sound house; every test below plants one fault in a copy of it. */
const HOUSE: Record<string, string> = {
	...DISCRETION_HOUSE,
	[LAW]: `${provenance('lamp-law')}
shortTitles: [灯火法]
kind: law
versions:
  - {id: 2010-01-01, inForceFrom: 2010-03-01, inForceUntil: 2020-02-29, text: gist, articles: 8, note: null}
  - {id: 2020-01-01, inForceFrom: 2020-03-01, inForceUntil: null, text: gist, articles: 9, note: null}
articles:
  - article: "7"
    versions: [2020-01-01]
    heading: 灯要有罩
    gist: 有火的灯要加罩。
  - article: "7-1"
    versions: [2020-01-01]
    heading: 罩要完好
    gist: 罩破了要换。
`,
	[ITEM]: `${provenance('lamp-photo')}
kind: evidence
type: single
${about}
${asked}
options:
  - {key: a, text: 拍照, correct: true, reason: 先固定证据。}
  - {key: b, text: 离开, correct: false, reason: 什么也没留下。}
  - {key: c, text: 罚款, correct: false, reason: 还没有调查。}
`,
	[NUMERIC]: `${provenance('lamp-fine')}
kind: discretion
type: numeric
${about}
${asked}
numeric: {value: 500, tolerance: 10, unit: 元, counting: 按下限}
traps:
  - {value: 400, reason: 低于下限。}
`,
	[ORDERING]: `${provenance('lamp-papers')}
kind: drafting
type: ordering
${about}
${asked}
steps:
  - {key: a, text: 立案}
  - {key: b, text: 调查}
  - {key: c, text: 决定}
accepted: [[a, b, c]]
traps:
  - {first: c, second: b, reason: 先调查。}
`,
	[CASE]: lampCase('lamp-photo')
};

const plant = (path: string, passage: string, replacement: string) => plantIn(HOUSE, path, [passage, replacement]);

test('the house is sound before anything is planted', () => {
	expect(checkHouse(HOUSE)).toEqual([]);
});

/** What is replaced, by what, the field that is named, and a text on the line that is named. */
type Planted = [what: string, path: string, passage: string, replacement: string, field: string, mark: string];

const FAULTS: Planted[] = [
	['an unknown key', ITEM, 'asOf: ', 'colour: red\nasOf: ', 'colour', 'colour: red'],
	['an unknown key inside an option', ITEM, 'text: 离开', 'text: 离开, weight: 2', 'options.1.weight', '离开'],
	['id ≠ file name', ITEM, 'id: lamp-photo', 'id: lamp-picture', 'id', 'id: lamp-picture'],
	['a title that is empty', ITEM, 'title: 一盏灯', 'title: ""', 'title', 'title:'],
	['no sources', ITEM, 'sources: [灯火法第七条]', 'sources: []', 'sources', 'sources:'],
	['author = internal reviewer', ITEM, '{by: 顾晓棠', '{by: 梁若川', 'internalReview', 'internalReview:'],
	['author = legal reviewer', CASE, '{by: 沈知微', '{by: 梁若川', 'legalReview', 'legalReview:'],
	['legal review before the internal one', ITEM, 'on: 2026-10-26', 'on: 2026-10-18', 'legalReview', 'legalReview:'],
	['a day that does not exist', ITEM, 'asOf: 2026-03-18', 'asOf: 2026-02-30', 'asOf', 'asOf:'],
	['an industry that we do not know', ITEM, 'industry: 综合', 'industry: 航天', 'industry', 'industry:'],
	['a difficulty beyond five', ITEM, 'difficulty: 2', 'difficulty: 6', 'difficulty', 'difficulty:'],
	['a kind in the folder of another', ITEM, 'kind: evidence', 'kind: system', 'kind', 'kind:'],
	['a type that we do not know', ITEM, 'type: single', 'type: essay', 'type', 'type:'],
	['a citation without a gist', ITEM, 'article: "7"}', 'article: "8"}', 'citations.0', '{law: lamp-law'],
	['a citation of another law', ITEM, '{law: lamp-law', '{law: candle-law', 'citations.0', 'candle-law'],
	['an article that is a number', ITEM, 'article: "7"', 'article: 7', 'citations.0.article', '{law: lamp-law'],
	['a version without this gist', ITEM, 'asOf: 2026-03-18', 'asOf: 2015-03-18', 'citations.0', '{law: lamp-law'],
	['a day before the law', ITEM, 'asOf: 2026-03-18', 'asOf: 2009-03-18', 'citations.0', '{law: lamp-law'],
	['a link to a law that is none', ITEM, '(law:lamp-law/7)', '(law:lamp-law/seven)', 'stem', 'stem:'],
	[
		'a link to an article without a gist',
		ITEM,
		'(law:lamp-law/7/1)',
		'(law:lamp-law/8)',
		'explanation',
		'explanation:'
	],
	[
		'an article that the law does not have, in plain words',
		ITEM,
		'加罩。',
		'加罩，灯火法第十条另说。',
		'explanation',
		'explanation:'
	],
	['the same in a stem', ITEM, '灯没有罩', '灯火法第十条说的灯没有罩', 'stem', 'stem:'],
	['the same in a case', CASE, '店里点着灯', '依灯火法第十条，店里点着灯', 'citation', '店里点着灯'],
	['the same in a checkpoint', CASE, '证据在先。', '灯火法第十条。', 'citation', '```checkpoint'],
	['a duplicate option key', ITEM, 'key: b', 'key: a', 'options', '{key: a, text: 拍照'],
	['a missing reason', ITEM, ', reason: 什么也没留下。', '', 'options.1.reason', '离开'],
	['an empty reason', ITEM, '什么也没留下。', '""', 'options.1.reason', '离开'],
	['no right option', ITEM, 'correct: true', 'correct: false', 'options', '{key: a'],
	['a trap inside the range', NUMERIC, 'value: 400', 'value: 495', 'traps.0.value', '495'],
	['a number without a unit', NUMERIC, ', unit: 元', '', 'numeric.unit', 'numeric:'],
	['options where a number is wanted', NUMERIC, 'traps:', 'options: []\ntraps:', 'options', 'options:'],
	['an order without a step', ORDERING, '[a, b, c]', '[a, c]', 'accepted.0', 'accepted:'],
	['a step twice', ORDERING, '{key: b', '{key: a', 'steps', '{key: a, text: 立案'],
	['a trap that is lawful', ORDERING, 'first: c, second: b', 'first: b, second: c', 'traps.0', 'first: b'],
	['a trap with a strange step', ORDERING, 'second: b', 'second: x', 'traps.0', 'second: x'],
	['a polarity that we do not know', CASE, 'polarity: mixed', 'polarity: funny', 'polarity', 'polarity:'],
	['a time without an hour', CASE, 'at: 2026-03-18T10:20', 'at: 2026-03-18', 'timeline.1.at', 'text: 拍照}'],
	['a broken link in the text', CASE, '(law:lamp-law/7)', '(law:lamp-law)', 'link', '店里点着灯'],
	['a link without a gist in the text', CASE, '(law:lamp-law/7)', '(law:lamp-law/8)', 'citation', '店里点着灯'],
	['a checkpoint with two keys', CASE, 'correct: false', 'correct: true', 'options', '- text: 拍照'],
	['a checkpoint option without a reason', CASE, '    reason: 还没有调查。\n', '', 'options.2.reason', '罚款'],
	['a checkpoint with an unknown key', CASE, 'explanation: 证', 'hint: x\nexplanation: 证', 'hint', 'hint: x'],
	['a checkpoint of no type', CASE, 'type: single', 'type: guess', 'type', 'type: guess'],
	[
		'a checkpoint that cites nothing we have',
		CASE,
		'证据在先。\ncitations:\n  - {law: lamp-law, article: "7"}',
		'证据在先。\ncitations:\n  - {law: lamp-law, article: "8"}',
		'citation',
		'```checkpoint'
	],
	['versions that overlap', LAW, 'inForceUntil: 2020-02-29', 'inForceUntil: 2020-03-01', 'versions.1', '{id: 2020'],
	['a version that ends before it begins', LAW, '2020-02-29', '2010-02-28', 'versions.0.inForceUntil', '{id: 2010'],
	[
		'no date in force and no word why',
		LAW,
		'inForceFrom: 2020-03-01',
		'inForceFrom: null',
		'versions.1.note',
		'{id: 2020'
	],
	['articles out of order', LAW, 'article: "7-1"', 'article: "6"', 'articles.1.article', 'article: "6"']
];

describe('a planted fault is found where it is', () => {
	test.each(FAULTS)('%s', (_, path, passage, replacement, field, mark) => {
		const house = plant(path, passage, replacement);
		const found = checkHouse(house);
		expect(found.map(({ at }) => at)).toContain(`${path}:${lineOf(house[path]!, mark)}:${field}`);
		expect(found.filter(({ at }) => !at.startsWith(path))).toEqual([]);
		for (const { message } of found) expect(message).toMatch(/\p{Script=Han}/u);
	});

	test.each([
		['an item', ITEM, 'difficulty: 2', 'difficulty: [2', 'difficulty'],
		['the front matter of a case', CASE, 'polarity: mixed', 'polarity: [mixed', 'polarity'],
		['a checkpoint', CASE, '    reason: 先固定证据。', '   reason: 先固定证据。', 'reason: 先'],
		['a law', LAW, 'kind: law', 'kind: {law', 'kind: {law']
	])('YAML that cannot be read: %s', (_, path, passage, replacement, mark) => {
		const house = plant(path, passage, replacement);
		const found = checkHouse(house).filter(({ at }) => at.startsWith(path));
		const lines = found.filter(({ at }) => at.endsWith(':yaml')).map(({ at }) => Number(at.split(':')[1]));
		expect(lines.length).toBeGreaterThan(0);
		// The parser names the line on which it stopped: that one or the next.
		const planted = lineOf(house[path]!, mark);
		expect([planted, planted + 1]).toContain(lines[0]);
	});

	test('a case without front matter', () => {
		expect(checkHouse({ ...HOUSE, [CASE]: '## 案情\n' })[0]?.at).toBe(`${CASE}:1:front matter`);
	});

	test('one id in two folders', () => {
		const twin = 'content/drills/system/lamp-photo.yaml';
		const found = checkHouse({ ...HOUSE, [twin]: HOUSE[ITEM]!.replace('kind: evidence', 'kind: system') });
		expect(found).toEqual([{ at: `${twin}:1:id`, message: '编号 lamp-photo 已被另一题使用' }]);
	});

	test('the successor of a law: one that is here, of a version that has ended and is the last', () => {
		const dark = HOUSE[LAW]!.replace('id: lamp-law', 'id: dark-law').replace('[灯火法]', '[暗夜法]');
		const told = (passage: string, replacement: string) => {
			const house = { ...plant(LAW, passage, replacement), 'content/law/dark-law.yaml': dark };
			const inLaw = checkHouse(house).filter(({ at }) => at.startsWith(LAW));
			return inLaw.map(({ at, message }) => `${at.slice(LAW.length + 1)} ${message}`);
		};
		const last = 'inForceUntil: null, text';
		expect(told(last, 'inForceUntil: 2026-12-31, replacedBy: dark-law, text')).toEqual([]);
		expect(told(last, 'inForceUntil: 2026-12-31, replacedBy: sun-law, text')).toEqual([
			'11:versions.1.replacedBy 没有这部法：sun-law'
		]);
		expect(told(last, 'inForceUntil: 2026-12-31, replacedBy: lamp-law, text')).toEqual([
			'11:versions.1.replacedBy 由本法的新版本取代时，不写 replacedBy'
		]);
		expect(told(last, 'inForceUntil: null, replacedBy: dark-law, text')).toEqual([
			'11:versions.1.replacedBy 写明 replacedBy 的版本要有 inForceUntil'
		]);
		expect(told('2020-02-29, text', '2020-02-29, replacedBy: dark-law, text')).toEqual([
			'10:versions.0.replacedBy 后面还有新版本，不写 replacedBy'
		]);
	});

	test('faults in several files are all told at once', () => {
		const both = { ...plant(ITEM, 'difficulty: 2', 'difficulty: 9'), [CASE]: HOUSE[CASE]!.replace('mixed', 'funny') };
		expect(
			checkHouse(both)
				.map(({ at }) => at.split(':')[0])
				.sort()
		).toEqual([CASE, ITEM]);
	});
});

test('a version that is not in force on the day is remarked on, and stops nothing', () => {
	const house = plant(ITEM, '加罩。', '加罩，灯火法（2010年）第七条另说。');
	expect(checkHouse(house)).toEqual([]);
	expect(remarksOn(house)).toEqual([expect.stringContaining('不是有效的条文')]);
	expect(remarksOn(HOUSE)).toEqual([]);
});

describe('known gaps of the checker', () => {
	test('an article 0 is a fault, not a crash', () => {
		expect(checkHouse(plant(ITEM, 'article: "7"}', 'article: "0"}')).length).toBeGreaterThan(0);
	});

	test('a broken link inside a checkpoint is a fault', () => {
		expect(checkHouse(plant(CASE, '证据在先。', '依[第七条](law:lamp-law)。')).length).toBeGreaterThan(0);
	});
});
