import { expect, test } from 'vitest';
import { narrowTasks, standingOf } from './task-list.ts';

const done = new Date('2026-11-20T02:00:00Z');
const task = (level: number, more: Partial<Parameters<typeof narrowTasks>[0][number]> = {}) => ({
	...{ document: 'penalty-decision', level, industry: '工贸', isOpen: false, times: 0, best: null },
	...more
});
const EVERYTHING = { kind: '', level: '', industry: '', done: '' };

test('the standing: the best score counts, an open draft is told apart', () => {
	expect(standingOf([])).toEqual({ isOpen: false, times: 0, best: null });
	const drafts = [
		{ submittedAt: done, score: 61.5 },
		{ submittedAt: done, score: 88 },
		{ submittedAt: null, score: null }
	];
	expect(standingOf(drafts)).toEqual({ isOpen: true, times: 2, best: 88 });
	expect(standingOf([{ submittedAt: done, score: 0 }]).best).toBe(0);
});

test.each([
	[EVERYTHING, [1, 1, 3]],
	[{ ...EVERYTHING, level: '1' }, [1, 1]],
	[{ ...EVERYTHING, kind: 'interview-record' }, [3]],
	[{ ...EVERYTHING, industry: '危化' }, []],
	[{ ...EVERYTHING, done: 'no' }, [3]],
	[{ ...EVERYTHING, done: 'yes' }, [1]],
	[{ ...EVERYTHING, done: 'open' }, [1]]
])('%j leaves the levels %j', (filter, levels) => {
	const tasks = [
		task(1, { times: 2, best: 90 }),
		task(1, { times: 1, isOpen: true }),
		task(3, { document: 'interview-record' })
	];
	expect(narrowTasks(tasks, filter).flatMap((one) => one.tasks.map(({ level }) => level))).toEqual(levels);
});
