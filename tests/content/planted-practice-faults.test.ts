import { describe, expect, test } from 'vitest';
import { DISCRETION_HOUSE } from '../support/discretion-house.ts';
import { type House, checkHouse, lineOf, plantIn, remarksOn } from '../support/house.ts';

const LAW = 'content/law/lamp-law.yaml';
const CASE = 'content/discretion/cases/lamp-shop.yaml';
const head = (id: string) => `id: ${id}
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]`;

const HOUSE: House = {
	...DISCRETION_HOUSE,
	[LAW]: `${head('lamp-law')}
shortTitles: [灯火法]
kind: law
versions:
  - {id: 2020-01-01, inForceFrom: 2020-03-01, inForceUntil: null, text: gist, articles: 9, note: null}
articles:
  - {article: "7", versions: [2020-01-01], heading: 灯要有罩, gist: 有火的灯要加罩。}
`,
	'content/drills/.keep': '',
	'content/cases/.keep': '',
	[CASE]: `${head('lamp-shop')}
level: 2
industry: 综合
traps: [3, 6]
reference: [1, 3]
story: 执法人员到明火灯铺检查，店主老罗在场。
evidence:
  - {name: 检查记录, shows: 灯没有罩}
  - {name: 上次的决定书, shows: 三月罚过一次}
claims:
  - {party: 明火灯铺, text: 三月刚罚过。, factor: a1, evidence: [上次的决定书]}
  - {party: 老罗, text: 我自己先把灯灭了。, factor: M1}
  - {party: 老罗, text: 生意不好。, factor: null}
input:
  decidedOn: 2026-06-20
  violations:
    - id: v1
      actEndedOn: 2026-06-01
      candidates: [lamp-7-1-no-shade]
      stage: overdue
      facts: {orderServedOn: 2026-05-01, reinspectedOn: 2026-06-01}
      parties:
        - party: 单位
          label: 明火灯铺
          factors: [{id: a1, evidence: [上次的决定书]}]
        - {party: 直接责任人员, label: 老罗, factors: [{id: M1, evidence: []}]}
lookalikes: []
lesson: 依灯火法第七条加罩。
`
};

test('the house is sound before anything is planted', () => {
	expect(checkHouse(HOUSE)).toEqual([]);
});

/** What is replaced, by what, the field that is named, and a text on the line that is named. */
type Planted = [what: string, passage: string, replacement: string, field: string, mark: string, message: string];
const PARTY = 'input.violations.0.parties';

const FAULTS: Planted[] = [
	['an unknown key', 'level: 2', 'level: 2\ncolour: red', 'colour', 'colour: red', 'never'],
	['a level that is none', 'level: 2', 'level: 6', 'level', 'level: 6', '1 至 5'],
	['a trap that is none', '[3, 6]', '[3, 21]', 'traps.1', 'traps:', '1 至 20'],
	['a trap twice', '[3, 6]', '[3, 3]', 'traps.1', 'traps:', '重复'],
	['a quarter that is none', '[1, 3]', '[5]', 'reference.0', 'reference:', '1 至 4'],
	[
		'a lookalike that is not there',
		'lookalikes: []',
		'lookalikes: [lamp-9]',
		'lookalikes.0',
		'lookalikes:',
		'没有这条'
	],
	[
		'a lookalike that is the answer',
		'lookalikes: []',
		'lookalikes: [lamp-7-1-no-shade]',
		'lookalikes.0',
		'lookalikes:',
		'不能又是混淆项'
	],
	['evidence twice', '{name: 上次的决定书', '{name: 检查记录', 'evidence.1.name', 'shows: 三月', '重复'],
	[
		'a claim on evidence that is not in the file',
		'factor: a1, evidence: [上次的决定书]}\n',
		'factor: a1, evidence: [传闻]}\n',
		'claims.0.evidence.0',
		'传闻',
		'卷里没有'
	],
	[
		'a claim about nobody',
		'{party: 老罗, text: 生意',
		'{party: 老王, text: 生意',
		'claims.2.party',
		'老王',
		'没有当事人'
	],
	[
		'a claim about no violation',
		'{party: 老罗, text: 生',
		'{violation: v2, party: 老罗, text: 生',
		'claims.2.violation',
		'v2',
		'没有违法行为'
	],
	[
		'a claim of a factor that is not decided on',
		'factor: null',
		'factor: a1',
		'claims.2.factor',
		'factor: a1}',
		'没有因子'
	],
	[
		'a claim with other evidence than the input',
		'factor: M1}',
		'factor: M1, evidence: [检查记录]}',
		'claims.1.evidence',
		'[检查记录]',
		'不一致'
	],
	['a factor that nobody claims', 'factor: M1}', 'factor: null}', `${PARTY}.1.factors.0`, '直接责任人员', '没有主张'],
	['a factor claimed twice', 'factor: null', 'factor: M1', `${PARTY}.1.factors.0`, '直接责任人员', '提出 2 次'],
	['a factor that is not there', '[{id: M1', '[{id: M9', `${PARTY}.1.factors.0.id`, 'M9', '没有这个裁量因子'],
	['a party without a name', '直接责任人员, label: 老罗,', '直接责任人员,', `${PARTY}.1`, 'M1, evidence', '要有 label'],
	[
		'a rule that is not there',
		'[lamp-7-1-no-shade]',
		'[lamp-8]',
		'input.violations.0.candidates.0',
		'lamp-8',
		'没有这条罚则'
	],
	[
		'a place that is not there',
		'decidedOn: 2026',
		'jurisdiction: moon\n  decidedOn: 2026',
		'input.jurisdiction',
		'moon',
		'没有这个地区'
	],
	['an act of no violation', 'lookalikes: []', 'acts: {v7: 灯}\nlookalikes: []', 'acts.v7', 'v7', '没有违法行为 v7'],
	['a day that is none', '2026-06-20', '2026-06-31', 'input.decidedOn', '2026-06-31', '真实存在'],
	['a conclusion in the story', '店主老罗在场', '店主老罗在场，可从轻', 'story', 'story:', '不写法律结论'],
	['a party that the story forgets', '店主老罗在场', '店主在场', 'story', 'story:', '没有提到'],
	['what the engine refuses', 'stage: overdue', 'stage: accident', 'input', 'decidedOn', '不能裁量（no-such-stage）'],
	[
		'an ended rule without the trap',
		'actEndedOn: 2026-06-01',
		'actEndedOn: 2019-06-01',
		'input',
		'decidedOn',
		'traps 要列 12'
	],
	['a reference case without a fine', 'stage: overdue', 'stage: first', 'reference', 'reference:', '至少要有一项罚款'],
	['a link to no article', '依灯火法第七条', '依[第八条](law:lamp-law/8)', 'lesson', 'lesson:', '缺少第八条']
];

test.each(FAULTS)('%s is refused at its line', (_, passage, replacement, field, mark, message) => {
	const house = plantIn(HOUSE, CASE, [passage, replacement]);
	const found = checkHouse(house).filter(({ at }) => at.endsWith(`:${field}`));
	expect(
		found,
		checkHouse(house)
			.map(({ at, message: text }) => `${at} ${text}`)
			.join('\n')
	).toHaveLength(1);
	expect(found[0]!.at).toBe(`${CASE}:${lineOf(house[CASE]!, mark)}:${field}`);
	expect(found[0]!.message).toContain(message);
});

test('a trap that no question can show is remarked', () => {
	expect(remarksOn(HOUSE)).toEqual([]);
	expect(remarksOn(plantIn(HOUSE, CASE, ['[3, 6]', '[3, 17]']))).toEqual(['陷阱 17 在这个案例里没有哪一问能看出来']);
});

describe('what is lawful on purpose', () => {
	test('a refusal that the case is built on', () => {
		const ended = plantIn(HOUSE, CASE, ['actEndedOn: 2026-06-01', 'actEndedOn: 2019-06-01']);
		const meant = plantIn(ended, CASE, ['[3, 6]', '[3, 12]']);
		expect(checkHouse(plantIn(meant, CASE, ['reference: [1, 3]\n', '']))).toEqual([]);
	});

	test('one violation written flat', () => {
		const flat = HOUSE[CASE]!.replace(/ {2}violations:\n/, '').replace('    - id: v1\n', '  id: v1\n');
		const text = flat.replaceAll(/^ {6}(?=\S| {2})/gm, '  ');
		expect(checkHouse({ ...HOUSE, [CASE]: text })).toEqual([]);
		const planted = { ...HOUSE, [CASE]: text.replace('[lamp-7-1-no-shade]', '[lamp-8]') };
		expect(checkHouse(planted)[0]!.at).toBe(`${CASE}:${lineOf(planted[CASE], 'lamp-8')}:input.candidates.0`);
	});

	test('several violations without names', () => {
		const second = HOUSE[CASE]!.replace(
			'lookalikes: []',
			`    - id: v2
      actEndedOn: 2026-06-01
      candidates: [lamp-7-1-no-shade]
      stage: overdue
      parties: [{party: 单位, label: 明火灯铺}]
lookalikes: []`
		);
		const found = checkHouse({ ...HOUSE, [CASE]: second }).map(({ message }) => message);
		expect(found).toEqual(['几个违法行为要各有名称：缺 v1', '几个违法行为要各有名称：缺 v2']);
	});

	test('three reference cases in one quarter are too many', () => {
		const more = Object.fromEntries(
			['a', 'b'].map((id) => [
				`content/discretion/cases/${id}.yaml`,
				HOUSE[CASE]!.replace('id: lamp-shop', `id: ${id}`)
			])
		);
		expect(checkHouse({ ...HOUSE, ...more }).map(({ message }) => message)).toEqual([
			'第 1 季度的基准案例超过 2 个：a、b、lamp-shop',
			'第 3 季度的基准案例超过 2 个：a、b、lamp-shop'
		]);
	});
});
