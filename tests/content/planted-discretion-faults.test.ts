import { describe, expect, test } from 'vitest';
import {
	BENCHMARK,
	DISCRETION_HOUSE,
	FRAME,
	JURISDICTION,
	PHRASES,
	PROVISIONS,
	TRAPS
} from '../support/discretion-house.ts';
import { checkHouse, lineOf, plantIn } from '../support/house.ts';

const LAW = 'content/law/lamp-law.yaml';
const HOUSE: Record<string, string> = {
	...DISCRETION_HOUSE,
	[LAW]: `id: lamp-law
title: 一盏灯
author: 梁若川
internalReview: {by: 顾晓棠, on: 2026-10-19}
legalReview: {by: 沈知微, on: 2026-10-26}
sources: [灯火法第七条]
shortTitles: [灯火法]
kind: law
versions:
  - {id: 2020-01-01, inForceFrom: 2020-03-01, inForceUntil: null, text: gist, articles: 9, note: null}
articles:
  - {article: "7", versions: [2020-01-01], heading: 灯要有罩, gist: 有火的灯要加罩。}
`,
	'content/drills/.keep': '',
	'content/cases/.keep': ''
};

test('the house is sound before anything is planted', () => {
	expect(checkHouse(HOUSE)).toEqual([]);
});

/** What is replaced, by what, the field that is named, and a text on the line that is named. */
type Planted = [what: string, path: string, passage: string, replacement: string, field: string, mark: string];
const AT = 'provisions.0';

const FAULTS: Planted[] = [
	['an unknown key', PROVISIONS, 'notes: null', 'notes: null\n    colour: red', `${AT}.colour`, 'colour: red'],
	['a law that is not the file', PROVISIONS, 'law: lamp-law\n', 'law: candle-law\n', 'law', 'law: candle'],
	['no duty', PROVISIONS, '\n      - {law: lamp-law, article: "7", paragraph: 1}', ' []', `${AT}.duties`, 'duties:'],
	[
		'a duty without a gist',
		PROVISIONS,
		'"7", paragraph: 1}',
		'"8", paragraph: 1}',
		`${AT}.duties.0`,
		'"8", paragraph: 1}'
	],
	[
		'a duty without a number in a row that is scored',
		PROVISIONS,
		'article: "7", paragraph: 1}',
		'article: null, note: 未核}',
		`${AT}.duties.0`,
		'note: 未核'
	],
	[
		'a penalty article that is not there',
		PROVISIONS,
		'{article: "7", p',
		'{article: "9", p',
		`${AT}.penalty`,
		'penalty:'
	],
	[
		'a subject that we do not know',
		PROVISIONS,
		'subject: 单位,',
		'subject: 老板,',
		`${AT}.stages.overdue.fines.0.subject`,
		'老板'
	],
	[
		'a fine of somebody who is no subject',
		PROVISIONS,
		'subject: 单位,',
		'subject: 从业人员,',
		`${AT}.stages.overdue.fines.0.subject`,
		'从业人员'
	],
	[
		'a kind of fine that we do not know',
		PROVISIONS,
		'kind: range',
		'kind: gift',
		`${AT}.stages.overdue.fines.0.kind`,
		'gift'
	],
	['a range that is upside down', PROVISIONS, 'min: 3000', 'min: 6000', `${AT}.stages.overdue.fines.0`, 'min: 6000'],
	['an amount with fen', PROVISIONS, 'min: 3000', 'min: 3000.5', `${AT}.stages.overdue.fines.0.min`, '3000.5'],
	[
		'a stage that we do not know',
		PROVISIONS,
		'      overdue:\n        t',
		'      later:\n        t',
		`${AT}.stages.later`,
		'trigger: 逾期'
	],
	[
		'a sanction that we do not know',
		PROVISIONS,
		'suspend_operation',
		'scold',
		`${AT}.stages.overdue.sanctions.0.code`,
		'scold'
	],
	[
		'a first fine where the order comes first',
		PROVISIONS,
		'fines: []',
		'fines: [{subject: 单位, kind: range, min: 1, max: 2, mandatory: true}]',
		`${AT}.stages.first.fines`,
		'fines: [{'
	],
	[
		'a dual penalty of other figures',
		PROVISIONS,
		'max: 1000, unit',
		'max: 2000, unit',
		`${AT}.dualPenalty.overdue`,
		'max: 2000'
	],
	[
		'a dual penalty that spares the unit',
		PROVISIONS,
		'Fined: true',
		'Fined: false',
		`${AT}.dualPenalty.overdue`,
		'Fined: false'
	],
	[
		'a hearing of a stage that is not there',
		PROVISIONS,
		'hearing: {first',
		'hearing: {refused',
		`${AT}.hearing.refused`,
		'hearing:'
	],
	['an end before the beginning', PROVISIONS, 'to: null}', 'to: 2020-03-31}', `${AT}.valid`, 'to: 2020'],
	['a day of checking outside', PROVISIONS, 'to: null}', 'to: 2025-12-31}', `${AT}.valid`, 'to: 2025'],
	['a row that outlives its law', LAW, 'inForceUntil: null', 'inForceUntil: 2026-12-31', `${AT}.valid`, 'valid:'],
	['a row older than the law', PROVISIONS, 'from: 2020-04-01', 'from: 2019-04-01', `${AT}.valid`, 'from: 2019'],
	['scored without being verified', PROVISIONS, 'verified: true', 'verified: false', `${AT}.scorable`, 'scorable:'],
	['a crime that is not there', PROVISIONS, 'criminal: []', 'criminal: ["134"]', `${AT}.criminal.0`, 'criminal:'],
	[
		'a level too few',
		FRAME,
		'  - {level: 特别重大, deaths: [30, null], seriousInjuries: null, directLoss: null}\n',
		'',
		'accidentLevels',
		'- {level: 一般'
	],
	[
		'a successor that is none of ours',
		FRAME,
		'replacement: null',
		'replacement: bulb-law',
		'supersessions.0',
		'bulb-law'
	],
	['tiers with a gap', BENCHMARK, 'normal: [30, 70]', 'normal: [35, 70]', 'fractions', 'fractions:'],
	['a mitigating factor that adds', BENCHMARK, 'm: -1', 'm: 1', 'weights.m', 'weights:'],
	['a factor twice', BENCHMARK, 'id: a1', 'id: M1', 'factors.1.id', '- {id: M1, group: a'],
	[
		'a factor in the wrong group',
		BENCHMARK,
		'id: a1, group: a',
		'id: a1, group: A',
		'factors.1.group',
		'group: A, text'
	],
	['a factor that replaces none', BENCHMARK, 'replaces: a1', 'replaces: a9', 'factors.2', 'a9'],
	['a benchmark that is not there', JURISDICTION, 'benchmark: thirds', 'benchmark: halves', 'benchmark', 'halves'],
	[
		'a missing condition',
		JURISDICTION,
		'    - {id: noMajorHazard, text: 四}\n',
		'',
		'noPenalty.conditions',
		'- {id: noSerious'
	],
	['a list row of the wrong gate', JURISDICTION, 'gate: N5', 'gate: N6', 'noPenalty.rows.0', 'gate: N6'],
	[
		'a list row without its provision',
		JURISDICTION,
		'gate: N5, provision: lamp-7-1',
		'gate: N5, provision: lamp-8',
		'noPenalty.rows.0.provision',
		'lamp-8'
	],
	[
		'a local range of a stage without a fine',
		JURISDICTION,
		'stage: overdue, subject: 单位, min',
		'stage: first, subject: 单位, min',
		'ranges.0',
		'stage: first'
	],
	['a trap out of number', TRAPS, 'number: 1', 'number: 2', 'traps', '- number: 2'],
	['a trap without a law', TRAPS, '[{law: lamp-law, article: "7"}]', '[]', 'traps.0.citations', 'citations: []'],
	['a trap that cites nothing', TRAPS, 'article: "7"}]', 'article: "9"}]', 'traps.0.citations.0', 'article: "9"'],
	[
		'words for a rule that is not there',
		PHRASES,
		'provision: lamp-7-1',
		'provision: lamp-8',
		'rules.0',
		'- provision: lamp-8'
	],
	['a slot that nobody fills', PHRASES, '{unit}的灯没有罩', '{boss}的灯没有罩', 'rules.0.found.0', '{boss}'],
	['a story that tells the answer', PHRASES, '{unit}的灯没有罩', '灯没有罩，应当从重', 'rules.0.found.0', '从重'],
	['local tiers with a gap', JURISDICTION, '[3500, 4000]', '[3600, 4000]', 'overrides.0', '[3600']
];

describe('a planted fault is found where it is', () => {
	test.each(FAULTS)('%s', (_, path, passage, replacement, field, mark) => {
		const house = plantIn(HOUSE, path, [passage, replacement]);
		const found = checkHouse(house);
		const file = field === `${AT}.valid` ? PROVISIONS : path;
		expect(found.map(({ at }) => at)).toContain(`${file}:${lineOf(house[file]!, mark)}:${field}`);
		for (const { message } of found) expect(message).toMatch(/\p{Script=Han}/u);
	});

	test('one id in two rows', () => {
		const row = HOUSE[PROVISIONS]!.slice(HOUSE[PROVISIONS]!.indexOf('  - id: lamp-7'));
		const found = checkHouse({ ...HOUSE, [PROVISIONS]: HOUSE[PROVISIONS]! + row });
		expect(found.map(({ message }) => message)).toEqual(['编号 lamp-7-1-no-shade 重复']);
	});

	test('an unverified row may stand on a law without text, and is not scored', () => {
		const bare = HOUSE[LAW]!.replace('text: gist', 'text: missing').replace(/ {2}- \{article.*\n/, ' []\n');
		const marked = HOUSE[PROVISIONS]!.replace('verified: true', 'verified: false').replace(
			'scorable: true',
			'scorable: false'
		);
		const house = { ...HOUSE, [LAW]: bare.replace('articles:\n []', 'articles: []'), [PROVISIONS]: marked };
		expect(checkHouse(house).filter(({ at }) => at.startsWith(PROVISIONS))).toEqual([]);
	});
});
