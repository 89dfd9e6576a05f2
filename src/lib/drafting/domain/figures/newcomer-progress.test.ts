import { describe, expect, test } from 'vitest';
import { CORE_DOCUMENTS, type CoreSubmission, progressOf } from './newcomer-progress.ts';

const TERMS = { days: 30, pass: 60 };
const given = (over: Partial<CoreSubmission> = {}): CoreSubmission => ({
	...{ document: 'penalty-decision', on: '2026-11-10', score: 80, isFatal: false, isMarked: false, mark: null },
	...over
});
const of = (submissions: CoreSubmission[], today = '2026-11-20') =>
	progressOf({ joinedOn: '2026-11-01', today, submissions }, TERMS);
const decision = (...list: CoreSubmission[]) =>
	of(list).documents.find(({ document }) => document === 'penalty-decision')!;

describe('one document', () => {
	test.each<[string, CoreSubmission[], object]>([
		['nothing handed in', [], { state: 'none', tries: 0 }],
		['enough by the rules', [given()], { state: 'passed', passedOn: '2026-11-10' }],
		['exactly the line', [given({ score: 60 })], { state: 'passed' }],
		['a tenth below', [given({ score: 59.9 })], { state: 'failed' }],
		['enough, but something fatal', [given({ isFatal: true })], { state: 'failed' }],
		['people have not marked yet', [given({ isMarked: true })], { state: 'waiting', passedOn: null }],
		['people gave enough', [given({ isMarked: true, mark: 60 })], { state: 'passed' }],
		['people gave too little', [given({ isMarked: true, mark: 59.9 })], { state: 'failed' }],
		['people gave a lot, the rules too little', [given({ score: 10, isMarked: true, mark: 100 })], { state: 'failed' }],
		[
			'the second try: the first day on which it was passed counts',
			[given({ score: 20, on: '2026-11-05' }), given({ on: '2026-11-12' }), given({ on: '2026-11-09' })],
			{ state: 'passed', tries: 3, passedOn: '2026-11-09' }
		],
		['one failed, one waiting', [given({ score: 1 }), given({ isMarked: true })], { state: 'waiting' }]
	])('%s', (_, list, expected) => expect(decision(...list)).toMatchObject(expected));
});

describe('all three', () => {
	const all = (on: string) => CORE_DOCUMENTS.map((document) => given({ document, on }));
	test.each([
		['on the last day of the term', all('2026-12-01'), '2026-12-02', 'in-time'],
		['a day after it', all('2026-12-02'), '2026-12-03', 'late'],
		['two of three, with time left', all('2026-11-09').slice(1), '2026-12-01', 'open'],
		['two of three, no time left', all('2026-11-09').slice(1), '2026-12-02', 'missed']
	])('%s', (_, list, today, state) => expect(of(list, today)).toMatchObject({ due: '2026-12-01', state }));
});
