import { expect, test } from 'vitest';
import { readDrawing, readShape } from './drawing.ts';

test.each([
	['rect 10 20 100 40 soft', { kind: 'rect', at: [10, 20, 100, 40], tone: 'soft' }],
	['line 0 0 320 200', { kind: 'line', at: [0, 0, 320, 200], tone: 'ink' }],
	['circle 80 72 14 blue', { kind: 'circle', at: [80, 72, 14], tone: 'blue' }],
	['poly 0 0 10 0 5 8.5 red', { kind: 'poly', at: [0, 0, 10, 0, 5, 8.5], tone: 'red' }],
	['text 12 30 ink 二号罐 停', { kind: 'text', at: [12, 30], tone: 'ink', words: '二号罐 停' }]
])('%s', (line, shape) => {
	expect(readShape(line)).toEqual(shape);
});

test.each([
	['star 1 2 3', '看不懂这一笔：star 1 2 3'],
	['rect 1 2 3', '数目不对：rect 1 2 3'],
	['poly 1 2 3 4', '数目不对：poly 1 2 3 4'],
	['poly 1 2 3 4 5 6 7', '数目不对：poly 1 2 3 4 5 6 7'],
	['rect 1 2 3 900 ink', '画出了边：rect 1 2 3 900 ink'],
	['circle 5 5 -1 ink', '画出了边：circle 5 5 -1 ink'],
	['text 1 2 ink', '没有写字：text 1 2 ink'],
	['rect 1 2 3 4 ink 字', '多了字：rect 1 2 3 4 ink 字'],
	['rect 1 2 3 4 url(javascript:alert(1))', '多了字：rect 1 2 3 4 url(javascript:alert(1))']
])('%s is refused', (line, message) => {
	expect(readShape(line)).toBe(message);
});

test('a drawing keeps what it can read and tells the rest', () => {
	const { drawing, faults } = readDrawing(['rect 1 2 3 4', 'nonsense']);
	expect(drawing.shapes).toHaveLength(1);
	expect(faults).toEqual(['看不懂这一笔：nonsense']);
});
