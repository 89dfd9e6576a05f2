import type { House } from './house.ts';

const head = (id: string) => `id: ${id}
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]
`;
const ROOM = 'content/drafting';
export const FILE = `${ROOM}/files/dark-shop.yaml`;
export const TASK = `${ROOM}/tasks/note-the-lamp.yaml`;
export const GUIDE = `${ROOM}/guides/clear-words.yaml`;
export const REVIEW = `${ROOM}/reviews/three-slips.yaml`;

const rule = (id: string, check: string) => `  - id: ${id}
    requirement: 灯要记清
    kind: procedure
    severity: major
    points: 5
    basis: 灯火法第七条
    basisStatus: verified
    check: ${check}
`;
const kind = (id: string, fields: string, rules: string) =>
	`${head(id)}asOf: 2026-06-01\npurpose: 记灯\nstage: inspection\ntemplate: local\nweight: 1\nfields:\n${fields}rules:\n${rules}`;
const field = (id: string, type: string) => `  - {id: ${id}, label: ${id}, type: "${type}", required: true}\n`;
export const STORY = '六月一日夜里九点，铺子里的油灯没有罩子，火苗离纸箱只有两拳远。';

/** The smallest house with a case file, a task, a guide and a seeded file. */
export const PIECE_HOUSE: House = {
	'content/law/lamp-law.yaml': `${head('lamp-law')}shortTitles: [灯火法]
kind: law
versions:
  - {id: 2020-01-01, inForceFrom: 2020-03-01, inForceUntil: null, text: gist, articles: 9, note: null}
articles:
  - {article: "7", versions: [2020-01-01], heading: 灯要有罩, gist: 有火的灯要加罩。}
`,
	'content/drills/.keep': '',
	'content/cases/.keep': '',
	'content/discretion/provisions/.keep': '',
	'content/discretion/benchmarks/.keep': '',
	'content/discretion/jurisdictions/.keep': '',
	[`${ROOM}/frame.yaml`]: `${head('frame')}asOf: 2026-06-01
scoring:
  fatalCap: 59
  documentsPercent: 70
  fileRulesPercent: 30
  grades: [{id: excellent, from: 90}, {id: good, from: 80}, {id: qualified, from: 60}, {id: unqualified, from: 0}]
parts:
  name: {label: 姓名, type: string}
case:
  - {path: party.name, label: 名称, type: string}
`,
	[`${ROOM}/texts.yaml`]: `${head('texts')}asOf: 2026-06-01
fields:
  story: {kind: facts, elements: [time]}
vague:
  - {words: [大概], kinds: [facts], instead: 写清}
people: {facts: 甲, reasons: 乙, orders: 丙, spoken: 丁}
`,
	[`${ROOM}/layouts.yaml`]: `${head('layouts')}asOf: 2026-06-01
layouts:
  lamp-note: {form: table, blocks: [{rows: [keeper, days]}, {text: story}]}
  wick-note: {form: letter, blocks: [{say: "第{doc_no}号"}]}
  ash-note: {form: letter, blocks: [{say: "第{doc_no}号"}]}
`,
	[`${ROOM}/statutes.yaml`]: `${head('statutes')}asOf: 2026-06-01
law: lamp-law
lawTitle: 灯火法
note: 无
rows:
  - {id: lamp-7, article: "7", items: null, unitFine: [0, 100], personFine: null, description: 无罩}
`,
	[`${ROOM}/file-rules.yaml`]: `${head('file-rules')}asOf: 2026-06-01
rules:
${rule('FILE-01', '{op: doc_present, docs: [lamp-note]}')}`,
	[`${ROOM}/places/default.yaml`]: `${head('default')}asOf: 2026-06-01
parameters:
  - {id: least_days, label: 最少日数, value: 3, status: configurable, note: 无}
`,
	[`${ROOM}/documents/wick-note.yaml`]: kind(
		'wick-note',
		field('doc_no', 'string'),
		rule('WCK-01', '{op: required, path: f.doc_no}')
	),
	[`${ROOM}/documents/lamp-note.yaml`]: kind(
		'lamp-note',
		field('keeper', 'string') + field('days', 'int') + field('story', 'text'),
		rule('LMP-01', '{op: eq, a: f.keeper, b: c.party.name}') +
			rule('LMP-02', '{op: num_cmp, a: f.days, cmp: ">=", b: p.least_days}') +
			rule('LMP-03', '{op: required, path: f.story}')
	),
	[`${ROOM}/documents/ash-note.yaml`]: kind(
		'ash-note',
		field('doc_no', 'string'),
		rule('ASH-01', '{op: required, path: f.doc_no}')
	),
	[FILE]: `${head('dark-shop')}asOf: 2026-06-01
industry: 综合
features: [ordinary]
story: 老罗的铺子，依灯火法第七条该有灯罩。
case:
  party: {name: 老罗灯铺}
documents:
  wick-note:
    doc_no: 0371
  lamp-note:
    keeper: 老罗灯铺
    days: 3
    story: ${STORY}
  ash-note:
    doc_no: 灰1号
`,
	[GUIDE]: `${head('clear-words')}asOf: 2026-06-01
documents: [lamp-note]
limit: 15
criteria:
  - id: seen
    title: 写看到的
    weight: 60
    question: 看到了什么？
    levels: [{title: 没写, anchor: 有灯。}, {title: 写了, anchor: 灯没有罩。}]
  - id: plain
    title: 说人话
    weight: 40
    question: 读得懂吗？
    levels: [{title: 难懂, anchor: 甲。}, {title: 好懂, anchor: 乙。}]
`,
	[TASK]: `${head('note-the-lamp')}asOf: 2026-06-01
document: lamp-note
level: 1
minutes: 20
file: dark-shop
given: [wick-note]
brief: 夜里九点，没有罩子，离纸箱很近，写下来。
evidence: [{name: 照片, shows: 一盏灯}]
prefilled: [keeper, {days: 2}]
model: {days: 4}
points: {LMP-02: 8}
texts:
  - {id: bare, path: f.story, anyOf: [没有罩子, 无罩], requirement: 灯罩的情况, why: 没写就没有事实}
guide: clear-words
`,
	[REVIEW]: `${head('three-slips')}asOf: 2026-06-01
level: 2
file: dark-shop
seed: 7
break: [LMP-01, LMP-03, WCK-01]
intro: 看看这本案卷。
`
};
