import { describe, expect, test } from 'vitest';
import { operand, ruleOf } from '../../../../tests/support/small-rules.ts';
import type { DocumentKind } from './document-kind.ts';
import { type JudgedTask, judgeDraft } from './judge-draft.ts';
import type { RuleBook } from './rule-book.ts';
import { type RecordShape, readType } from './shape.ts';

const PARTS = { no: { label: '序号', type: 'string' }, fact: { label: '事实', type: 'text' } };
const TYPES = { party: 'string', facts: 'text', fine: 'money', findings: 'list<object{no,fact}>', note: 'text' };
const parts = Object.fromEntries(
	Object.entries(TYPES).map(([id, type]) => [
		id,
		{ label: id, shape: readType(type, { parts: PARTS, options: {}, lists: {} }) }
	])
);
const shape = { kind: 'record', parts } as RecordShape;
const EXPECTED = ['party', 'facts', 'fine', 'findings'];

const kind: DocumentKind = {
	...{ id: 'order', title: '指令书', purpose: '', stage: 'on-site', template: 'local', weight: 1, shape },
	fields: Object.keys(TYPES).map((id) => ({ id, label: id, isExpected: EXPECTED.includes(id) })),
	rules: [
		ruleOf({ op: 'required', path: 'f.party' }, { id: 'X-01', points: 5 }),
		ruleOf({ op: 'eq', a: 'f.party', b: 'c.party' }, { id: 'X-02', points: 5 }),
		ruleOf({ op: 'required', path: 'f.fine' }, { id: 'X-03', points: 10 }),
		ruleOf({ op: 'num_cmp', a: 'f.fine', cmp: '<=', b: operand('d.notice.fine') }, { id: 'X-04', points: 10 })
	]
};
const book: RuleBook = {
	...{ documents: new Map([['order', kind]]), fileRules: [], facts: shape, parameters: [], statutes: new Map() },
	layouts: new Map(),
	texts: { fields: {}, vague: [], people: { facts: '', reasons: '', orders: '', spoken: '' } },
	scoring: { fatalCap: 59, documentsPercent: 70, fileRulesPercent: 30, grades: [] }
};
const TASK: JudgedTask = {
	...{ document: 'order', case: { party: '恒舟木业' }, related: { notice: { fine: 35_000 } }, points: {} },
	texts: [{ id: 'where', path: 'f.facts', anyOf: ['车间', '库房'], requirement: '地点', why: '没有地点，事实无法核对' }]
};
const judge = (entries: Record<string, string>, task: Partial<JudgedTask> = {}) =>
	judgeDraft({ task: { ...TASK, ...task }, entries, book });

describe('a draft of a task', () => {
	test('is held to the case and to the documents that are there', () => {
		const good = judge({ party: '恒舟木业', fine: '3.5万元' });
		expect(good.rules).toMatchObject({ score: 100, passed: ['X-01', 'X-02', 'X-03', 'X-04'] });
		const bad = judge({ party: '恒州木业', fine: '36000' });
		expect(bad.rules.violations.map(({ rule }) => rule)).toEqual(['X-02', 'X-04']);
	});

	test('what cannot be read is missing, and said', () => {
		const { rules, unreadable } = judge({ party: '恒舟木业', fine: '三万五' });
		expect(rules.violations.map(({ rule }) => rule)).toEqual(['X-03']);
		expect(rules.notApplicable).toEqual(['X-04']);
		expect(unreadable).toEqual([{ path: 'f.fine', message: '读不出“三万五”：应为金额（元）' }]);
	});

	test('counts with the points of the task; with none a rule is not asked', () => {
		const { rules } = judge({ party: '恒州木业', fine: '36000' }, { points: { 'X-02': 30, 'X-04': 0 } });
		expect(rules.violations.map(({ rule, points }) => [rule, points])).toEqual([['X-02', 30]]);
		expect(rules.score).toBe(33.3);
		expect([...rules.passed, ...rules.notApplicable]).toEqual(['X-01', 'X-03']);
	});

	test('is asked for the words of the task where the field is not empty', () => {
		expect(judge({ facts: '' }).texts).toEqual([]);
		expect(judge({ facts: '在库房内发现' }).texts).toEqual([]);
		expect(judge({ facts: '发现积尘' }).texts).toEqual([
			{ fault: 'missing', path: 'f.facts', found: '', at: null, message: '没有写明地点', why: '没有地点，事实无法核对' }
		]);
	});

	test('leaves what expected fields say to people', () => {
		expect(judge({}).forPeople).toEqual(['f.facts', 'f.findings']);
	});

	test('of no kind is a mistake of the caller', () => {
		expect(() => judge({}, { document: 'gone' })).toThrow(RangeError);
	});
});
