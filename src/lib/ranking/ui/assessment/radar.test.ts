import { expect, test } from 'vitest';
import { drawRadar } from './radar.ts';

const SIX = [10_000, 5000, 0, 2500, 7500, 10_000];
const draw = (values: readonly (number | null)[]) => drawRadar(values, { x: 100, y: 100 }, 80);

test('the first axis points up, full points lie on the last ring, none in the middle', () => {
	const { dots, axes, rings, area, edges } = draw(SIX);
	expect(dots[0]).toEqual({ x: 100, y: 20 });
	expect(dots[2]).toEqual({ x: 100, y: 100 });
	expect(axes.map(({ anchor }) => anchor)).toEqual(['middle', 'start', 'start', 'middle', 'end', 'end']);
	expect(rings.map((ring) => ring.split(' ').length)).toEqual([6, 6, 6, 6, 6]);
	expect(rings[4]).toContain('100,20');
	expect(area!.split(' ')).toHaveLength(6);
	expect(edges).toHaveLength(6);
});

test('what was not measured is not drawn as 0: no dot, no lines to it, no area', () => {
	const { dots, area, edges } = draw([10_000, null, 5000, 5000, null, 5000]);
	expect(dots.filter((dot) => dot === null)).toHaveLength(2);
	expect(area).toBeNull();
	// Third–fourth and sixth–first.
	expect(edges).toHaveLength(2);
});
