import { expect, test } from 'vitest';
import { DISCRETION_HOUSE } from '../support/discretion-house.ts';
import { checkHouse, lineOf, plantIn, remarksOn } from '../support/house.ts';
import { lampCase } from '../support/lamp-case.ts';
import { LAMP_PRACTICE, LAMP_PRACTICE_PATH } from '../support/lamp-practice.ts';

const CASE = 'content/cases/lamp-shop.md';
const provenance = (id: string) => `id: ${id}
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]`;

/** A law, a drill item, a practice case of discretion and a case that names them; every test plants one fault. */
const HOUSE: Record<string, string> = {
	...DISCRETION_HOUSE,
	[LAMP_PRACTICE_PATH]: LAMP_PRACTICE,
	'content/law/lamp-law.yaml': `${provenance('lamp-law')}
shortTitles: [灯火法]
kind: law
versions:
  - {id: 2020-01-01, inForceFrom: 2020-03-01, inForceUntil: null, text: gist, articles: 9, note: null}
articles:
  - {article: "7", versions: [2020-01-01], heading: 灯要有罩, gist: 有火的灯要加罩。}
`,
	'content/drills/evidence/lamp-photo.yaml': `${provenance('lamp-photo')}
kind: evidence
type: truefalse
industry: 综合
areas: [evidence]
difficulty: 2
asOf: 2026-03-18
citations:
  - {law: lamp-law, article: "7"}
stem: 先拍照。
explanation: 是。
options:
  - {key: t, text: 正确, correct: true, reason: 先固定证据。}
  - {key: f, text: 错误, correct: false, reason: 什么也没留下。}
`,
	[CASE]: lampCase('lamp-photo')
};

const plant = (passage: string, replacement: string) => plantIn(HOUSE, CASE, [passage, replacement]);

test('the house is sound before anything is planted', () => {
	expect(checkHouse(HOUSE)).toEqual([]);
});

test.each([
	[
		'no redaction check on a real case',
		'sourceKind: invented',
		'sourceKind: anonymised',
		'redaction',
		'redaction:',
		'隐去'
	],
	['one person', '  - {who: 老板, role: 店主}\n', '', 'people', '{who: 阮青', '两个'],
	['an unknown area of a defect', 'area: evidence', 'area: smell', 'defects.0.area', 'area: smell', '应为'],
	['no step of the ladder', 'gravity: defect', 'gravity: bad', 'defects.0.gravity', 'gravity: bad', '应为'],
	[
		'a defect without a ground',
		'    citation: {law: lamp-law, article: "7"}\n',
		'',
		'defects.0',
		'what: 没有',
		'citation'
	],
	[
		'a rule that is not there',
		'citation: {law: lamp-law, article: "7"}\n    g',
		'rule: XX-01\n    g',
		'defects.0.rule',
		'rule: XX-01',
		'XX-01'
	],
	[
		'a defect that cites nothing we have',
		'article: "7"}\n    g',
		'article: "8"}\n    g',
		'defects.0.citation',
		'article: "8"}',
		''
	],
	['nothing done well in a mixed case', 'well: [先拍照再说话]', 'well: []', 'well', 'well:', '做得好'],
	['defects in a good case', 'polarity: mixed', 'polarity: positive', 'defects', 'what: 没有', '正面案例'],
	[
		'an item that is not there',
		'  items: [lamp-photo]\n---',
		'  items: [lamp]\n---',
		'related.items.0',
		'items: [lamp]',
		'lamp'
	],
	['nothing related', 'related:\n  items: [lamp-photo]', 'related: {}', 'related', 'related:', '至少关联'],
	[
		'a checkpoint on an item that is not there',
		'items: [lamp-photo]\n```',
		'items: [lamp]\n```',
		'items.0',
		'items: [lamp]',
		'lamp'
	],
	['a practice case that is not there', 'sourceKind:', 'decide: no-lamp\nsourceKind:', 'decide', 'decide:', 'no-lamp'],
	['a heading of no section', '## 争议焦点', '## 焦点', 'section', '## 焦点', '案情'],
	['a tag of no area', '【案件证据】', '【证据】', 'area', '【证据】', '没有“证据”'],
	['three tags', '【案件证据】', '【案件证据】【违法事实】【法律适用】', 'area', '【案件证据】【', '至多'],
	['two lessons', '3. 带好同事。\n', '', 'lessons', '1. 带好相机', '3 条'],
	[
		'lessons without numbers',
		'1. 带好相机。\n2. 带好尺子。\n3. 带好同事。',
		'带好相机。',
		'lessons',
		'带好相机。',
		'3 条'
	],
	[
		'a place to decide without a practice case',
		'## 争议焦点',
		'```decide\n```\n\n## 争议焦点',
		'decide',
		'```decide',
		'decide:'
	],
	['a checkpoint with the name of the place', 'id: first-step', 'id: decide', 'id', 'id: decide', '留给']
])('%s', (_, passage, replacement, field, mark, message) => {
	const house = plant(passage, replacement);
	const found = checkHouse(house).find(({ at }) => at.endsWith(`:${field}`));
	expect(found?.at).toBe(`${CASE}:${lineOf(house[CASE]!, mark)}:${field}`);
	expect(found?.message).toContain(message);
});

/** Faults of the text as a whole, told where it begins. */
const BODY = lineOf(HOUSE[CASE]!, '## 案情');

test.each([
	['a section is missing', '## 点评\n\n拍得好。\n', '', 'section', '点评'],
	['an area that no paragraph shows', 'areas: [evidence]', 'areas: [evidence, law]', 'area', '法律适用'],
	['two checkpoints', 'id: second-step', 'id: first-step', 'checkpoint', '重复']
])('%s', (_, passage, replacement, field, message) => {
	const found = checkHouse(plant(passage, replacement)).find(({ at }) => at.endsWith(`:${field}`));
	expect(found?.at).toBe(`${CASE}:${BODY}:${field}`);
	expect(found?.message).toContain(message);
});

test('fewer than three questions, and a text too short or too long', () => {
	const [before, fence, after] = HOUSE[CASE]!.split(/(```checkpoint\nid: second[\s\S]*?```\n)/);
	const few = checkHouse({ ...HOUSE, [CASE]: before! + after! });
	expect(fence).toContain('second-step');
	expect(few).toEqual([{ at: `${CASE}:${BODY}:checkpoint`, message: '正文至少要有 3 道思考题' }]);
	for (const times of [1, 200]) {
		const text = HOUSE[CASE]!.replace(/(他们围着那盏灯说了很久，谁也没有动手。)+/, '$1'.repeat(times));
		expect(checkHouse({ ...HOUSE, [CASE]: text }).map(({ at }) => at)).toEqual([`${CASE}:${BODY}:length`]);
	}
});

test('a case to decide first: nothing that is read before tells the result', () => {
	const decided = plant('sourceKind:', 'decide: lamp-fine\nsourceKind:');
	expect(checkHouse(decided)).toEqual([]);
	const told = (passage: string, replacement: string) => plantIn(decided, CASE, [passage, replacement]);
	expect(checkHouse(told('text: 复查}', 'text: 罚款三千元}'))[0]?.at).toContain(':timeline.2');
	expect(checkHouse(told('text: 复查}', 'text: 罚款三千元, fold: true}'))).toEqual([]);
	expect(checkHouse(told('lead: 灯具店里的一盏灯。', 'lead: 灯具店罚三千元。'))[0]?.at).toContain(':lead');
	expect(checkHouse(told('头一回，灯也小。', '从轻。\n\n```decide\n```'))[0]?.message).toContain('之前');
	expect(checkHouse(told('灯有没有罩。', '灯有没有罩。\n\n```decide\n```\n\n```decide\n```'))[0]?.message).toContain(
		'一处'
	);
	expect(remarksOn(told('灯有没有罩。', '店主说愿意罚款三千元。'))).toEqual([
		'“罚款三千元”在先裁后看之前，读者会不会已经知道结果？'
	]);
});

test('a reference case of a quarter is not told about', () => {
	const decided = plant('sourceKind:', 'decide: lamp-fine\nsourceKind:');
	const reference = plantIn(decided, LAMP_PRACTICE_PATH, ['evidence:', 'reference: [1]\nevidence:']);
	expect(checkHouse(reference).map(({ at }) => at)).toContainEqual(expect.stringMatching(/lamp-shop\.md:\d+:decide$/));
});
