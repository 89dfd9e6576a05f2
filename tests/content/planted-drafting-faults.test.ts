import { describe, expect, test } from 'vitest';
import { checkHouse, lineOf, plantIn } from '../support/house.ts';

const head = (id: string) => `id: ${id}
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]
`;
const LAMP = 'content/drafting/documents/lamp-note.yaml';
const WICK = 'content/drafting/documents/wick-note.yaml';
const FRAME = 'content/drafting/frame.yaml';
const FILE_RULES = 'content/drafting/file-rules.yaml';
const STATUTES = 'content/drafting/statutes.yaml';
const TEXTS = 'content/drafting/texts.yaml';
const LAYOUTS = 'content/drafting/layouts.yaml';
const DEFAULT = 'content/drafting/places/default.yaml';
const ELSEWHERE = 'content/drafting/places/elsewhere.yaml';

const rule = (id: string, check: string, more = '') => `  - id: ${id}
    requirement: 灯要有罩
    kind: procedure
    severity: major
    points: 5
    basis: 灯火法第七条
    basisStatus: verified
    citations: [{law: lamp-law, article: "7"}]
${more}    check: ${check}
`;
const DOCUMENT = 'asOf: 2026-11-22\npurpose: 记灯\nstage: inspection\ntemplate: local\nweight: 1\n';

const HOUSE: Record<string, string> = {
	'content/law/lamp-law.yaml': `${head('lamp-law')}shortTitles: [灯火法]
kind: law
versions:
  - {id: 2020-01-01, inForceFrom: 2020-03-01, inForceUntil: null, text: gist, articles: 9, note: null}
articles:
  - {article: "7", versions: [2020-01-01], heading: 灯要有罩, gist: 有火的灯要加罩。}
`,
	[FRAME]: `${head('frame')}asOf: 2026-11-22
scoring:
  fatalCap: 59
  documentsPercent: 70
  fileRulesPercent: 30
  grades: [{id: excellent, from: 90}, {id: good, from: 80}, {id: qualified, from: 60}, {id: unqualified, from: 0}]
parts:
  name: {label: 姓名, type: string}
  day: {label: 日期, type: date}
options: {red: 红, blue: 蓝}
case:
  - {path: party.name, label: 名称, type: string}
  - {path: lit_on, label: 点灯日, type: date}
`,
	[TEXTS]: `${head('texts')}asOf: 2026-11-22
fields:
  story: {kind: facts, elements: [time]}
vague:
  - {words: [大概], kinds: [facts], instead: 写清}
people: {facts: 甲, reasons: 乙, orders: 丙, spoken: 丁}
`,
	[LAYOUTS]: `${head('layouts')}asOf: 2026-11-22
layouts:
  lamp-note:
    form: table
    blocks: [{rows: [keeper, colour, days, lit_on, people]}, {text: story}]
  wick-note: {form: letter, blocks: [{say: "剪于{cut_on}。"}]}
`,
	[STATUTES]: `${head('statutes')}asOf: 2026-11-22
law: lamp-law
lawTitle: 灯火法
note: 无
rows:
  - {id: lamp-7, article: "7", items: null, unitFine: [0, 100], personFine: null, description: 无罩}
`,
	[FILE_RULES]: `${head('file-rules')}asOf: 2026-11-22
rules:
${rule('FILE-01', '{op: doc_present, docs: [lamp-note]}')}`,
	[DEFAULT]: `${head('default')}asOf: 2026-11-22
parameters:
  - {id: least_days, label: 最少日数, value: 3, status: configurable, note: 无}
  - {id: fixed_rate, label: 比例, value: 0.03, status: verified, note: 无}
`,
	[ELSEWHERE]: `${head('elsewhere')}asOf: 2026-11-22
parameters:
  - {id: least_days, value: 5, note: 无}
`,
	[LAMP]: `${head('lamp-note')}${DOCUMENT}fields:
  - {id: keeper, label: 看灯人, type: string, required: true, from: c.party.name}
  - {id: colour, label: 颜色, type: "enum(red,blue)", required: true}
  - {id: days, label: 日数, type: int, required: true}
  - {id: lit_on, label: 点灯日, type: date, required: true}
  - {id: story, label: 经过, type: text, required: false}
  - {id: people, label: 在场人, type: "list<person{name,day}>", required: false}
rules:
${rule('LMP-01', '{op: eq, a: f.keeper, b: c.party.name}')}${rule(
		'LMP-02',
		'{op: num_cmp, a: f.days, cmp: ">=", b: p.least_days}',
		'    when:\n      - {path: f.colour, op: in, value: [red]}\n'
	)}${rule('LMP-03', '{op: each_has, path: f.people, keys: [name]}')}${rule(
		'LMP-04',
		'{op: deadline, start: f.lit_on, end: d.wick-note.cut_on, unit: workday, n: 3, mode: within}'
	)}`,
	[WICK]: `${head('wick-note')}${DOCUMENT}fields:
  - {id: cut_on, label: 剪芯日, type: date, required: true, from: d.lamp-note.lit_on}
rules:
${rule('WCK-01', '{op: required, path: f.cut_on}')}`,
	'content/drills/.keep': '',
	'content/cases/.keep': '',
	...Object.fromEntries(
		['provisions', 'benchmarks', 'jurisdictions'].map((one) => [`content/discretion/${one}/.keep`, ''])
	)
};

test('the house is sound before anything is planted', () => {
	expect(checkHouse(HOUSE)).toEqual([]);
});

/** What is replaced, by what, the field that is named, and a text on the line that is named. */
type Planted = [what: string, path: string, passage: string, replacement: string, field: string, mark: string];

const FAULTS: Planted[] = [
	['an operation that is not there', LAMP, '{op: eq,', '{op: same_as,', 'rules.0.check.op', 'same_as'],
	['an operand too many', LAMP, 'op: eq, a', 'op: eq, c: f.days, a', 'rules.0.check.c', 'c: f.days'],
	['an operand too few', LAMP, ', b: c.party.name}', '}', 'rules.0.check.b', '{op: eq, a: f.keeper}'],
	['a text that is no path', LAMP, 'a: f.keeper', 'a: keeper', 'rules.0.check.a', 'a: keeper'],
	['a field that is not there', LAMP, 'a: f.keeper', 'a: f.keper', 'rules.0.check.a', 'f.keper'],
	['a fact that is not there', LAMP, 'b: c.party.name', 'b: c.party.age', 'rules.0.check.b', 'c.party.age'],
	['a document that is not there', LAMP, 'd.wick-note', 'd.wax-note', 'rules.3.check.end', 'wax-note'],
	['a field of a document that is not there', LAMP, 'note.cut_on', 'note.cut_at', 'rules.3.check.end', 'cut_at'],
	['a parameter that is not there', LAMP, 'p.least_days', 'p.most_days', 'rules.1.check.b', 'p.most_days'],
	['a part that is not there', LAMP, 'keys: [name]', 'keys: [name, age]', 'rules.2.check.keys', '[name, age]'],
	['a day compared as a number', LAMP, 'a: f.days', 'a: f.lit_on', 'rules.1.check.a', 'a: f.lit_on'],
	['a number counted as a day', LAMP, 'start: f.lit_on', 'start: f.days', 'rules.3.check.start', 'start: f.days'],
	['a list that is none', LAMP, 'path: f.people', 'path: f.keeper', 'rules.2.check.path', 'path: f.keeper'],
	['a unit of time that is not there', LAMP, 'unit: workday', 'unit: week', 'rules.3.check.unit', 'unit: week'],
	['a comparison that is not there', LAMP, 'cmp: ">="', 'cmp: "=>"', 'rules.1.check.cmp', '"=>"'],
	['a condition on nothing', LAMP, 'f.colour, op', 'f.color, op', 'rules.1.when.0.path', 'f.color'],
	['a condition that is not there', LAMP, 'op: in,', 'op: within,', 'rules.1.when.0.op', 'op: within'],
	['a value that the field never has', LAMP, 'value: [red]', 'value: [green]', 'rules.1.when.0.value', '[green]'],
	['a severity that is not there', LAMP, 'severity: major', 'severity: awful', 'rules.0.severity', 'awful'],
	['no points', LAMP, 'points: 5', 'points: 0', 'rules.0.points', 'points: 0'],
	['a basis that is not there', LAMP, 'article: "7"', 'article: "8"', 'rules.0.citations.0', 'article: "8"'],
	['one rule twice', LAMP, 'id: LMP-02', 'id: LMP-01', 'rules.1.id', ''],
	['a rule of another file again', WICK, 'id: WCK-01', 'id: LMP-01', 'rules.0.id', 'id: LMP-01'],
	['a rule without its number', WICK, 'id: WCK-01', 'id: wick', 'rules.0.id', '- id: wick'],
	['a type that is not there', WICK, 'type: date', 'type: dates', 'fields.0.type', 'type: dates'],
	['a part that nobody knows', LAMP, 'person{name,day}', 'person{name,age}', 'fields.5.type', 'person{name,age}'],
	['an option without a Chinese name', LAMP, 'enum(red,blue)', 'enum(red,green)', 'fields.1.type', 'enum(red,green)'],
	['a free text of no kind', TEXTS, 'story:', 'tale:', 'fields', 'tale:'],
	['a free text that is not there', TEXTS, 'fields:\n', 'fields:\n  tale: {kind: facts}\n', 'fields.tale', 'tale:'],
	['a vague word without advice', TEXTS, ', instead: 写清', '', 'vague.0.instead', '大概'],
	['a field that no layout places', LAYOUTS, ', {text: story}', '', 'layouts.lamp-note', 'form: table'],
	['a layout of nothing', LAYOUTS, 'wick-note:', 'wax-note:', 'layouts.wax-note', 'wax-note'],
	['a layout with a field that is not there', LAYOUTS, '{cut_on}', '{cut_at}', 'layouts.wick-note', 'wick-note'],
	['a field twice', LAMP, 'id: days', 'id: colour', 'fields.2.id', '{id: colour, label: 日数'],
	['a source that leads nowhere', WICK, 'd.lamp-note.lit_on', 'd.lamp-note.lit_at', 'fields.0.from', 'lit_at'],
	['an unknown key', WICK, 'purpose: 记灯', 'purpose: 记灯\nmood: good', 'mood', 'mood: good'],
	['a weight of nothing', WICK, 'weight: 1', 'weight: 0', 'weight', 'weight: 0'],
	['a file name that is not the id', WICK, 'id: wick-note', 'id: wax-note', 'id', 'id: wax-note'],
	[
		'a file rule that looks into a draft',
		FILE_RULES,
		'{op: doc_present, docs: [lamp-note]}',
		'{op: required, path: f.keeper}',
		'rules.0.check.path',
		'f.keeper'
	],
	[
		'a file rule on a document that is not there',
		FILE_RULES,
		'[lamp-note]',
		'[wax-note]',
		'rules.0.check.docs',
		'[wax-note]'
	],
	['shares that are not the whole', FRAME, 'fileRulesPercent: 30', 'fileRulesPercent: 20', 'scoring', 'fatalCap'],
	['grades out of order', FRAME, 'from: 80', 'from: 95', 'scoring.grades', 'grades:'],
	['a fact twice', FRAME, 'path: lit_on', 'path: party.name', 'case.1.path', '{path: party.name, label: 点灯日'],
	['a penalty without its article', STATUTES, 'article: "7"', 'article: "9"', 'rows.0.article', '"9"'],
	['a range upside down', STATUTES, '[0, 100]', '[100, 0]', 'rows.0.unitFine', '[100, 0]'],
	['a parameter twice', DEFAULT, 'id: fixed_rate', 'id: least_days', 'parameters.1.id', 'label: 比例'],
	[
		'a place that changes what the law fixes',
		ELSEWHERE,
		'id: least_days',
		'id: fixed_rate',
		'parameters.0.id',
		'fixed_rate'
	],
	['a place that sets what nobody knows', ELSEWHERE, 'id: least_days', 'id: most_days', 'parameters.0.id', 'most_days']
];

describe('a planted fault is found where it is', () => {
	test.each(FAULTS)('%s', (_, path, passage, replacement, field, mark) => {
		const house = plantIn(HOUSE, path, [passage, replacement]);
		const found = checkHouse(house);
		const lines = house[path]!.split('\n');
		const line = mark === '' ? lines.lastIndexOf(`  - ${replacement}`) + 1 : lineOf(house[path]!, mark);
		expect(found.map(({ at }) => at)).toContain(`${path}:${line}:${field}`);
		for (const { message } of found) expect(message).toMatch(/\p{Script=Han}/u);
	});

	test.each([FRAME, STATUTES, FILE_RULES, TEXTS, LAYOUTS, DEFAULT])('%s must be there', (path) => {
		const { [path]: _, ...house } = HOUSE;
		expect(checkHouse(house).map(({ at }) => at)).toContain(`${path}:0:`);
	});
});
