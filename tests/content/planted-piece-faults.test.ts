import { describe, expect, test } from 'vitest';
import { type House, checkHouse, lineOf, plantIn, remarksOn } from '../support/house.ts';

const head = (id: string) => `id: ${id}
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]
`;
const ROOM = 'content/drafting';
const FILE = `${ROOM}/files/dark-shop.yaml`;
const TASK = `${ROOM}/tasks/note-the-lamp.yaml`;
const GUIDE = `${ROOM}/guides/clear-words.yaml`;
const REVIEW = `${ROOM}/reviews/three-slips.yaml`;

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
const STORY = '六月一日夜里九点，铺子里的油灯没有罩子，火苗离纸箱只有两拳远。';

const HOUSE: House = {
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

const messagesOf = (house: House) => checkHouse(house).map(({ at, message }) => `${at} ${message}`);

test('the house is sound before anything is planted', () => {
	expect(messagesOf(HOUSE)).toEqual([]);
	expect(remarksOn(HOUSE)).toEqual([]);
});

/** What is planted · file · passage · replacement · the field that is named · a mark of its line · a word of the message */
const FAULTS: readonly (readonly [string, string, string, string, string, string, string])[] = [
	['a file that the engine refuses', FILE, 'days: 3', 'days: 2', 'documents.lamp-note.days', 'days: 2', 'LMP-02'],
	[
		'a file without what the rules on files want',
		FILE,
		'  lamp-note:\n    keeper: 老罗灯铺\n    days: 3\n    story: ' + STORY + '\n',
		'',
		'documents.lamp-note',
		'wick-note:',
		'FILE-01'
	],
	[
		'a kind of document that is not there',
		FILE,
		'  ash-note:',
		'  smoke-note:',
		'documents.smoke-note',
		'doc_no: 灰1号',
		'没有这种文书'
	],
	[
		'a field that is not there',
		FILE,
		'    doc_no: 灰1号',
		'    number: 灰1号',
		'documents.ash-note.number',
		'number: 灰',
		'没有这一项'
	],
	[
		'a value that its type does not read',
		FILE,
		'days: 3',
		'days: 三天',
		'documents.lamp-note.days',
		'days: 三天',
		'读不出'
	],
	[
		'a place that is not there',
		FILE,
		'industry: 综合',
		'industry: 综合\nplace: moon',
		'place',
		'place: moon',
		'没有这个地区'
	],
	[
		'an article that is not there, in a story',
		FILE,
		'灯火法第七条该有',
		'灯火法第十七条该有',
		'story',
		'story: 老罗',
		'没有这一条'
	],
	[
		'an article that is not there, in a document',
		FILE,
		'只有两拳远。',
		'只有两拳远，违反灯火法第十七条。',
		'documents.lamp-note',
		'keeper: 老罗灯铺',
		'没有这一条'
	],
	['a task of no file', TASK, 'file: dark-shop', 'file: bright-shop', 'file', 'file: bright', '没有这本案卷'],
	[
		'a document that its file has not',
		TASK,
		'document: lamp-note',
		'document: oil-note',
		'document',
		'document: oil',
		'没有这种文书'
	],
	[
		'a document given that its file has not',
		TASK,
		'[wick-note]',
		'[oil-note]',
		'given.0',
		'[oil-note]',
		'没有这种文书'
	],
	[
		'a document given that comes later',
		TASK,
		'[wick-note]',
		'[ash-note]',
		'given.0',
		'[ash-note]',
		'排在要写的文书之后'
	],
	[
		'a guide that is not there',
		TASK,
		'guide: clear-words',
		'guide: dark-words',
		'guide',
		'guide: dark',
		'没有这份评分细则'
	],
	[
		'a guide for other documents',
		GUIDE,
		'documents: [lamp-note]',
		'documents: [ash-note]',
		'guide',
		'guide: clear',
		'不是为这种文书写的'
	],
	[
		'a field filled that is not there',
		TASK,
		'prefilled: [keeper,',
		'prefilled: [wick,',
		'prefilled.0',
		'prefilled: [wick',
		'没有这个字段'
	],
	[
		'a value filled in that nobody can read',
		TASK,
		'{days: 2}]',
		'{days: 两天}]',
		'prefilled.1.days',
		'prefilled: [',
		'读不出'
	],
	[
		'a model that the engine refuses',
		TASK,
		'model: {days: 4}',
		'model: {days: 1}',
		'model.days',
		'model: {days: 1',
		'LMP-02'
	],
	[
		'a model of a field that is not there',
		TASK,
		'model: {days: 4}',
		'model: {nights: 4}',
		'model.nights',
		'model: {nights',
		'没有这一项'
	],
	['points for a rule of another document', TASK, 'LMP-02: 8', 'WCK-01: 8', 'points.WCK-01', 'points:', '没有这条规则'],
	[
		'a text check of no field',
		TASK,
		'path: f.story',
		'path: f.tale',
		'texts.0.path',
		'path: f.tale',
		'没有这个文字字段'
	],
	[
		'a text check of a figure',
		TASK,
		'path: f.story',
		'path: f.days',
		'texts.0.path',
		'path: f.days',
		'没有这个文字字段'
	],
	['a text check that the model fails', TASK, '[没有罩子, 无罩]', '[灯芯]', 'texts.0.anyOf', '[灯芯]', '没有这些字样'],
	['a brief that gives the model away', TASK, '写下来。', `写：${STORY}`, 'brief', 'brief:', '范文的原话'],
	[
		'evidence that gives the model away',
		TASK,
		'shows: 一盏灯',
		'shows: 铺子里的油灯没有罩子，火苗离纸箱只有两拳远',
		'evidence.0.shows',
		'evidence:',
		'范文的原话'
	],
	['a level that is none', TASK, 'level: 1', 'level: 6', 'level', 'level: 6', '难度'],
	['weights that are no whole', GUIDE, 'weight: 60', 'weight: 50', 'criteria', '- id: seen', '合计应为 100'],
	['a criterion twice', GUIDE, '- id: plain', '- id: seen', 'criteria.1.id', 'id: seen\n    title: 说', '重复'],
	['one level only', GUIDE, ', {title: 好懂, anchor: 乙。}', '', 'criteria.1.levels', '难懂', '至少两档'],
	['a guide for no document', GUIDE, '[lamp-note]', '[lamp-note, oil-note]', 'documents.1', 'oil-note', '没有这种文书'],
	['a review of no file', REVIEW, 'dark-shop', 'bright-shop', 'file', 'file: bright', '没有这本案卷'],
	['a defect that no rule has', REVIEW, 'WCK-01]', 'WCK-09]', 'break', 'break:', '没有规则 WCK-09'],
	['two defects only', REVIEW, ', WCK-01]', ']', 'break', 'break:', '至少三处']
];

test.each(FAULTS)('%s is refused at its line', (_, path, passage, replacement, at, mark, message) => {
	const house = plantIn(HOUSE, path, [passage, replacement]);
	// Where a guide does not fit it is the task that names it.
	const told = at === 'guide' ? TASK : path;
	const found = checkHouse(house).filter((fault) => fault.at.startsWith(told) && fault.at.endsWith(`:${at}`));
	expect(found, messagesOf(house).join('\n')).toHaveLength(1);
	const line = mark.includes('\n') ? house[told]!.split(mark)[0]!.split('\n').length : lineOf(house[told]!, mark);
	expect(found[0]!.at).toBe(`${told}:${line}:${at}`);
	expect(found[0]!.message).toContain(message);
});

describe('what is lawful on purpose', () => {
	test('a value filled in that is wrong: whoever writes has to see it', () => {
		expect(HOUSE[TASK]).toContain('{days: 2}');
		expect(messagesOf(HOUSE)).toEqual([]);
	});

	test('a task without a guide, with what the model says filled in and quoted', () => {
		const filled = plantIn(HOUSE, TASK, ['prefilled: [keeper,', 'prefilled: [keeper, story,']);
		const quoted = plantIn(filled, TASK, ['写下来。', `已经写好：${STORY}`]);
		expect(messagesOf(plantIn(quoted, TASK, ['guide: clear-words', 'guide: null']))).toEqual([]);
	});
});
