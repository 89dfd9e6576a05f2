import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOWN, SCHEME } from '../../../../../tests/support/assessment-scheme.ts';
import { type Input, type Inputs, type Missing, assess } from './assess.ts';
import { type Figures, FULL, faultOf, fieldsOf } from './formula.ts';
import type { Scheme } from './scheme.ts';

type Given = Readonly<Record<string, Figures | Exclude<Missing, 'nothing-due'> | undefined>>;

const inputsOf = (given: Given): Inputs =>
	new Map(
		Object.entries(given).flatMap(([id, one]): [string, Input][] =>
			one === undefined ? [] : [[id, typeof one === 'string' ? { missing: one } : { figures: one }]]
		)
	);
const assessed = (changed: Given = {}) => assess(SCHEME, 'daily', inputsOf({ ...KNOWN, ...changed }));

test('all is known: each dimension by its shares, the whole by its weights', () => {
	const { total, standing, dimensions, open, vetoes, reason } = assessed();
	// 20 % × 100 + 50 % × 75 + 30 % × 90 · 40 % × 80 + 30 % × 100 + 30 % × 86.5
	expect(dimensions.map(({ value }) => value)).toEqual([8450, 8795]);
	expect(total).toBe(8588);
	expect(reason).toBe('84.5 × 60% + 87.95 × 40%');
	expect([standing, open, vetoes]).toEqual(['final', [], []]);
});

test('nothing was due: the share goes to the rest of the dimension, and the result is final all the same', () => {
	const { dimensions, standing } = assessed({ published: { part: 0, whole: 0 } });
	// 20 and 30 become 40 and 60 percent.
	expect(dimensions[0]).toMatchObject({ value: 9400, indicators: [{ counted: 40 }, { counted: 0 }, { counted: 60 }] });
	expect(dimensions[0]!.note).toBe('published（50%）没有计量，不按 0 分算：所占比例由本维度其余指标按比例分担');
	expect(dimensions[0]!.indicators[1]).toMatchObject({ value: null, missing: 'nothing-due' });
	expect(standing).toBe('final');
});

test.each(['unreported', 'pending', 'returned'] as const)(
	'%s: the result is provisional and says what is open',
	(missing) => {
		const { total, standing, open } = assessed({ plan: missing });
		expect(total).not.toBeNull();
		expect([standing, open.length]).toEqual(['provisional', 1]);
		expect(open[0]).toMatch(/^plan：/);
	}
);

test('not in the inputs at all is unreported; no record of the platform is nobody’s fault', () => {
	expect(assessed({ plan: undefined }).open).toEqual(['plan：未填报']);
	expect(assessed({ skill: 'no-record' })).toMatchObject({ standing: 'final', open: [] });
});

test('a dimension without any value leaves the whole without one, never with 0', () => {
	const nothing = assessed({ five: undefined, conduct: 'pending', skill: 'no-record' });
	expect(nothing).toMatchObject({ total: null, standing: 'none' });
	expect(nothing.dimensions[1]).toMatchObject({ value: null });
	expect(nothing.reason).toBe('“人才建设”没有任何可以计量的指标，总分暂不能得出');
	expect(nothing.dimensions[0]!.value).toBe(8450);
});

test('a part has its own indicators and shares', () => {
	const { dimensions } = assess(SCHEME, 'year-end', inputsOf(KNOWN));
	expect(dimensions.map(({ indicators }) => indicators.map(({ indicator }) => indicator.id))).toEqual([
		['published'],
		['five']
	]);
	expect(dimensions.map(({ value }) => value)).toEqual([7500, 8000]);
});

describe('vetoes', () => {
	test('follow from a confirmed figure, or are stated; points are counted all the same', () => {
		expect(assessed({ conduct: { complaint: 1 } })).toMatchObject({
			vetoes: [{ id: 'complaint', reason: '“conduct”确认了 1 件' }],
			standing: 'final'
		});
		expect(assessed({ 'false-data': { done: 1 } }).vetoes).toMatchObject([{ name: '填报虚假数据' }]);
		expect(assessed({ 'false-data': { done: 1 } }).total).toBe(assessed().total);
	});
	test('that are taken back, wait, or were sent back do not stand; one that waits keeps the result provisional', () => {
		expect(assessed({ 'false-data': { done: 0 } })).toMatchObject({ vetoes: [], standing: 'final' });
		expect(assessed({ 'false-data': 'returned' })).toMatchObject({ vetoes: [], standing: 'final' });
		expect(assessed({ 'false-data': 'pending' })).toMatchObject({ vetoes: [], standing: 'provisional' });
		expect(assessed({ conduct: 'pending' })).toMatchObject({ vetoes: [], standing: 'provisional' });
	});
});

const inputOf = ({ formula }: Scheme['indicators'][number]) =>
	fc.oneof(
		fc.constantFrom<Input>({ missing: 'unreported' }, { missing: 'pending' }, { missing: 'no-record' }),
		fc
			.record(
				Object.fromEntries(
					fieldsOf(formula).map(({ id, most }) => [id, fc.integer({ min: 0, max: most ?? 60 })] as const)
				)
			)
			.filter((figures) => faultOf(formula, figures) === null)
			.map((figures): Input => ({ figures }))
	);
const someInputs = fc
	.tuple(...SCHEME.indicators.map(inputOf))
	.map((all): Inputs => new Map(all.map((one, at) => [SCHEME.indicators[at]!.id, one])));

describe('for any inputs', () => {
	test('bounded; final, provisional and none mean what they say; the shares that count sum to 100', () => {
		fc.assert(
			fc.property(someInputs, (inputs) => {
				const { total, standing, dimensions, open } = assess(SCHEME, 'daily', inputs);
				expect(standing === 'none').toBe(total === null);
				expect(standing === 'final' ? open.length === 0 : total === null || open.length > 0).toBe(true);
				expect(total === null).toBe(dimensions.some(({ value }) => value === null));
				for (const { value, indicators, note } of dimensions) {
					const values = indicators.flatMap((one) => one.value ?? []);
					const counted = indicators.reduce((sum, one) => sum + one.counted, 0);
					expect(note === null).toBe(values.length === indicators.length);
					if (value === null) expect([values.length, counted]).toEqual([0, 0]);
					else {
						expect(value).toBeGreaterThanOrEqual(Math.min(...values));
						expect(value).toBeLessThanOrEqual(Math.max(...values));
						expect(counted).toBeCloseTo(100, 1);
					}
				}
				if (total !== null) expect(total >= 0 && total <= FULL).toBe(true);
			})
		);
	});

	test('neither the order of the inputs nor that of the indicators matters', () => {
		fc.assert(
			fc.property(someInputs, fc.nat(), (inputs, turn) => {
				const list = [...inputs];
				const at = turn % list.length;
				const turned = new Map([...list.slice(at), ...list.slice(0, at)].reverse());
				const scheme = { ...SCHEME, indicators: [...SCHEME.indicators].reverse() };
				const [one, other] = [assess(SCHEME, 'daily', inputs), assess(scheme, 'daily', turned)];
				expect(other.total).toBe(one.total);
				expect(other.dimensions.map(({ value }) => value)).toEqual(one.dimensions.map(({ value }) => value));
				expect([...other.open].sort()).toEqual([...one.open].sort());
			})
		);
	});

	test('one thing done better never lowers the total', () => {
		fc.assert(
			fc.property(someInputs, (inputs) => {
				const before = assess(SCHEME, 'daily', inputs).total;
				const five = inputs.get('five')!;
				const plan = inputs.get('plan')!;
				if ('figures' in five && five.figures['count']! < 5) {
					const better = new Map([...inputs, ['five', { figures: { count: five.figures['count']! + 1 } }] as const]);
					const after = assess(SCHEME, 'daily', better).total;
					expect(before === null ? after : after! >= before).toBe(before === null ? null : true);
				}
				if ('figures' in plan) {
					const after = assess(
						SCHEME,
						'daily',
						new Map([...inputs, ['plan', { figures: { done: 1 } }] as const])
					).total;
					expect(before === null || after! >= before).toBe(true);
				}
			})
		);
	});

	test('who has the same everywhere has it in the whole', () => {
		const even = new Map<string, Input>([
			...(['plan', 'conduct'] as const).map((id): [string, Input] => [id, { missing: 'no-record' }]),
			['published', { figures: { part: 4, whole: 5 } }],
			['errors', { figures: { errors: 1, cases: 1 } }],
			['five', { figures: { count: 4 } }],
			['skill', { figures: { mean: 8000, count: 2 } }]
		]);
		expect(assess(SCHEME, 'daily', even)).toMatchObject({ total: 8000, standing: 'final' });
	});
});
