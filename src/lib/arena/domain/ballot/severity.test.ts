import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GivenMark, adjust, severitiesOf } from './severity.ts';

const give = (judge: string, list: readonly number[]): GivenMark[] =>
	list.map((points, index) => ({ judge, team: `team-${index}`, points }));

describe('severity of judges', () => {
	const even = [80, 70, 90, 60, 75];
	const season = [
		...give('even', even),
		...give(
			'mild',
			even.map((one) => one + 6)
		)
	];

	test('bias is how far a judge lies from the panel on the same teams', () => {
		expect(severitiesOf(season).map(({ judge, bias, sheets }) => ({ judge, bias, sheets }))).toEqual([
			{ judge: 'even', bias: -3, sheets: 5 },
			{ judge: 'mild', bias: 3, sheets: 5 }
		]);
	});

	test('from five sheets on, a mild and a severe judge who rank alike come out alike', () => {
		for (const team of ['team-0', 'team-3']) {
			const [one, other] = ['even', 'mild'].map((judge) =>
				season.find((mark) => mark.judge === judge && mark.team === team)!
			);
			expect(adjust(one!, season)).toBeCloseTo(adjust(other!, season), 10);
		}
	});

	test('with fewer sheets, or the same mark for everybody, half of the bias is taken off', () => {
		const few = [...give('even', [80, 70]), ...give('mild', [86, 76])];
		expect(adjust(few[2]!, few)).toBe(84.5);
		const flat = [...give('flat', [80, 80, 80, 80, 80]), ...give('even', [70, 75, 80, 85, 90])];
		expect(adjust(flat[0]!, flat)).toBe(80);
	});

	test('the biases of a panel that saw the same teams add up to nothing', () => {
		const marks = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }), {
			minLength: 2,
			maxLength: 5
		});
		fc.assert(
			fc.property(marks, (judges) => {
				const all = judges.flatMap((own, index) => give(`judge-${index}`, own));
				const sum = severitiesOf(all).reduce((total, { bias }) => total + bias, 0);
				expect(Math.abs(sum)).toBeLessThan(1e-9);
			})
		);
	});
});
