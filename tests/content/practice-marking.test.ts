import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markAttempt, totalMark } from '#lib/discretion/domain/marking.ts';
import { pointsOfCase } from '#lib/discretion/domain/marking-points.ts';
import {
	PARTS,
	type Answers,
	type Given,
	type PracticeStep,
	pointsOf
} from '#lib/discretion/domain/practice-answer.ts';
import type { PracticeCase } from '#lib/discretion/domain/practice-case.ts';
import { type Asking, questionsOf } from '#lib/discretion/domain/practice-questions.ts';
import { askingOf, caseOf, perfect, practiceCases, walk } from '../support/practice.ts';

const verdictsOf = (asking: Asking, answers: Answers) => Object.values(markAttempt(asking, answers)).flat();
const markOf = (asking: Asking, answers: Answers) => totalMark(verdictsOf(asking, answers));
const lost = (asking: Asking, answers: Answers) =>
	verdictsOf(asking, answers)
		.filter(({ earned, of }) => earned < of)
		.map(({ key, earned, of }) => [key, pointsOf(of - earned)]);

/** One answer changed, everything after it as `then` says (the engine's model for the key by default). */
const changed = (asking: Asking, at: PracticeStep, more: Given, then: Partial<Record<PracticeStep, Given>> = {}) =>
	walk(asking, (step, model) => ({ ...model, ...(step === at && more), ...then[step] }));

const all = practiceCases.map(({ id, body }) => [id, body] as const);

describe.each(all)('%s', (_, one) => {
	test('points are 100 in all, and the engine’s own way earns them', () => {
		for (const mode of ['practice', 'reference'] as const) {
			const asking = askingOf(one, mode);
			const sum = [...pointsOfCase(asking.key).values()].reduce((total, parts) => total + parts, 0);
			expect(Math.abs(sum - 100 * PARTS)).toBeLessThan(1);
			expect(lost(asking, perfect(asking))).toEqual([]);
			expect(markOf(asking, perfect(asking))).toBe(100);
		}
	});

	test('in practice a wrong answer loses the points of its question and no other', () => {
		const asking = askingOf(one);
		const model = perfect(asking);
		for (const step of Object.keys(model) as PracticeStep[]) {
			for (const { key, kind, options } of questionsOf(step, asking, model)) {
				if (kind !== 'choice') continue;
				const wrong = options.find(
					({ value }) =>
						verdictsOf(asking, { ...model, [step]: { ...model[step], [key]: value } }).find((v) => v.key === key)!
							.earned === 0
				);
				if (!wrong) continue;
				const strayed = walk(asking, (now, given) => (now === step ? { ...given, [key]: wrong.value } : given));
				expect(lost(asking, strayed).map(([at]) => at)).toEqual([key]);
			}
		}
	});
});

describe('what is carried forward is not punished again', () => {
	const asking = askingOf(caseOf('tank-area-before-acceptance'));

	test('the own rule, its range and its tier', () => {
		// 99(1)(2) first: 0–50000 for the unit, no person; +1 → 一般 15000–35000.
		const strayed = changed(
			asking,
			'provision',
			{ 'provision.0': 'awsf-99-1-2-equipment-nonconforming' },
			{
				amount: { 'fine.0.0': '2.5万元' }
			}
		);
		expect(lost(asking, strayed)).toEqual([['provision.0', 12], ...textLoss(asking, strayed)]);
		const fine = verdictsOf(asking, strayed).find(({ key }) => key === 'fine.0.0')!;
		expect(fine).toMatchObject({ isCarried: true, right: '22万元至38万元' });
	});

	test('an own factor leads to an own tier and its bracket', () => {
		// With m1 counted 0 → still 一般; with the person's a2 counted +2 → 从重 41000–50000.
		const strayed = changed(
			asking,
			'factors',
			{ 'claim.5': 'counts' },
			{
				tier: { 'tier.0.1': '从重' },
				amount: { 'fine.0.1': '45000' }
			}
		);
		expect(lost(asking, strayed).filter(([key]) => key !== 'text')).toEqual([['claim.5', 4.2]]);
		const seen = verdictsOf(asking, strayed);
		for (const key of ['tier.0.1', 'fine.0.1']) {
			expect(seen.find((one) => one.key === key)).toMatchObject({ isCarried: true });
		}
	});

	test('a tier out of nowhere is wrong, its bracket is then consistent', () => {
		const strayed = changed(asking, 'tier', { 'tier.0.0': '从重' }, { amount: { 'fine.0.0': '40万' } });
		expect(lost(asking, strayed).filter(([key]) => key !== 'text')).toEqual([['tier.0.0', 8.5]]);
	});

	test('an amount outside every bracket of the own way is wrong', () => {
		const strayed = changed(asking, 'amount', { 'fine.0.0': '39万' });
		expect(lost(asking, strayed).map(([key]) => key)).toContain('fine.0.0');
	});
});

const textLoss = (asking: Asking, answers: Answers) => lost(asking, answers).filter(([key]) => key === 'text');

describe('amounts', () => {
	const asking = askingOf(caseOf('welder-without-certificate'));
	const fineOf = (given: string) =>
		verdictsOf(asking, changed(asking, 'amount', { 'fine.0.0': given })).find(({ key }) => key === 'fine.0.0')!;

	test.each(['1', '15000', '1.5万元', '３０，０００元', '30,000', '0.01'])('%s stands', (given) => {
		expect(fineOf(given).earned).toBe(fineOf(given).of);
	});
	test.each(['0', '', '30000.01', '3.1万', '很多', '-5'])('%s does not', (given) => {
		expect(fineOf(given).earned).toBe(0);
	});
});

describe('two violations', () => {
	const asking = askingOf(caseOf('two-violations-one-yard'));
	const verdict = (answers: Answers, key: string) => verdictsOf(asking, answers).find((one) => one.key === key)!;

	test('the heavier does not absorb the lighter', () => {
		expect(lost(asking, changed(asking, 'amount', { 'total.0': '5万' })).map(([key]) => key)).toEqual(['total.0']);
	});

	test('a hearing is asked for the sum of what the officer fines', () => {
		const low = changed(asking, 'amount', {
			'fine.0.0': '30001',
			'fine.1.0': '1',
			'total.0': '30002',
			'hearing.0': 'yes'
		});
		expect(verdict(low, 'hearing.0').earned).toBe(verdict(low, 'hearing.0').of);
		const missed = changed(asking, 'amount', { 'hearing.0': 'no' });
		expect(verdict(missed, 'hearing.0')).toMatchObject({ earned: 0, right: '应当告知听证权' });
	});

	test('claims are marked one by one, half for not counting on a wrong ground', () => {
		const half = changed(asking, 'factors', { 'claim.4': 'element' });
		expect(verdict(half, 'claim.4').earned * 2).toBe(verdict(half, 'claim.4').of);
		expect(verdict(changed(asking, 'factors', { 'claim.4': 'counts' }), 'claim.4').earned).toBe(0);
	});
});

describe('stopping', () => {
	test('where the rule only orders, the gate carries what is never reached', () => {
		const asking = askingOf(caseOf('plan-never-filed'));
		const strayed = changed(asking, 'gate', { 'gate.0.0': 'none' });
		expect(lost(asking, strayed)).toEqual([['gate.0.0', 32.5]]);
	});

	test('in a reference case a wrong stop earns nothing for what it skipped; in practice the rest is still decided', () => {
		const one = caseOf('tank-area-before-acceptance');
		const stop = { 'gate.0.0': 'no-fine', 'gate.0.1': 'no-fine' };
		const practice = askingOf(one);
		expect(lost(practice, changed(practice, 'gate', stop))).toEqual([
			['gate.0.0', 4],
			['gate.0.1', 4]
		]);
		const reference = askingOf(one, 'reference');
		expect(markOf(reference, changed(reference, 'gate', stop))).toBeLessThan(36);
	});
});

describe('reasons', () => {
	const asking = askingOf(caseOf('welder-without-certificate'));
	const missing = (text: string) => {
		const answers = changed(asking, 'reasons', { text });
		return verdictsOf(asking, answers).find(({ key }) => key === 'text')!.why;
	};
	const full =
		'9月8日现场检查，1名焊工无证施焊，有检查记录为证。违反安全生产法第三十条第一款，依照第97条第一款第七项，首次查实，法定幅度10万元以下。' +
		'考虑初次违法（查询打印件）、及时改正（复查意见书）；经营困难、态度好的主张没有证据，不予采纳。合计−2，从轻，依训练用默认裁量基准第1版，决定罚款15,000元。';

	test('an officer’s own words with everything in them are complete', () => {
		expect(missing(full)).toMatch(/^模板要求的要素都写到了/);
	});
	test.each([
		['第三十条', '义务条款'],
		['第97条', '罚则条款'],
		['首次查实', '阶段'],
		['10万元', '法定幅度'],
		['初次违法（查询打印件）', '采纳的因子（初次违法）'],
		['不予采纳', '未采纳的主张及理由'],
		['从轻', '裁量阶次'],
		['裁量基准', '裁量基准'],
		['15,000元', '罚款数额']
	])('without “%s” %s is missing', (passage, label) => {
		expect(missing(full.replaceAll(passage, ''))).toContain(`没有写到：${label}`);
	});
	test('a text that names another tier contradicts the amount', () => {
		expect(missing(`${full}综上，决定从重处罚。`)).toContain('数额与阶次一致');
	});
	test('197条 is not 97条', () => {
		expect(missing(full.replace('第97条', '第197条'))).toContain('罚则条款');
	});
});

const CASES = all.map(([, one]) => one);
/** Any answers at all, of the steps that are asked on the way. */
const strayed = fc
	.record({
		one: fc.constantFrom(...CASES),
		seed: fc.integer({ min: 0 }),
		mode: fc.constantFrom('practice', 'reference')
	})
	.map(({ one, seed, mode }) => {
		const asking = askingOf(one, mode);
		let at = seed;
		const draw = (count: number) => (at = (at * 1_103_515_245 + 12_345) % 2_147_483_648) % count;
		const answers = walk(asking, (step, model, before) =>
			Object.fromEntries(
				questionsOf(step, asking, before).map(({ key, options }) => {
					if (draw(3) > 0) return [key, model[key]!];
					return [
						key,
						options.length > 0 ? options[draw(options.length)]!.value : ['', '3万', '胡说', '99999999'][draw(4)]!
					];
				})
			)
		);
		const told = () => JSON.stringify({ id: one.id, mode, answers });
		// The whole case would fill the screen of a failure.
		return { one, asking, answers, [fc.toStringMethod]: told };
	});

describe('whatever is answered', () => {
	test('no question earns less than nothing or more than it is worth, and the total is 0–100', () => {
		fc.assert(
			fc.property(strayed, ({ asking, answers }) => {
				const verdicts = verdictsOf(asking, answers);
				const mark = totalMark(verdicts);
				return mark >= 0 && mark <= 100 && verdicts.every(({ earned, of }) => earned >= 0 && earned <= of);
			}),
			{ numRuns: 300 }
		);
	});

	test('the same answers get the same marks, in whatever order they were kept', () => {
		const turned = (given: Given): Given => Object.fromEntries(Object.entries(given).reverse());
		fc.assert(
			fc.property(strayed, ({ asking, answers }) => {
				const other = Object.fromEntries(
					Object.entries(answers)
						.reverse()
						.map(([step, given]) => [step, turned(given)])
				) as Answers;
				expect(verdictsOf(asking, other)).toEqual(verdictsOf(asking, answers));
			}),
			{ numRuns: 100 }
		);
	});

	test('the order in which the case lists its claims changes no mark', () => {
		fc.assert(
			fc.property(strayed, ({ one, asking, answers }) => {
				const last = one.claims.length - 1;
				const turned: PracticeCase = { ...one, claims: one.claims.toReversed() };
				const factors = Object.fromEntries(
					Object.entries(answers.factors ?? {}).map(([key, value]) => [`claim.${last - Number(key.slice(6))}`, value])
				);
				const other = { ...asking, one: turned, key: askingOf(turned).key };
				const moved = answers.factors ? { ...answers, factors } : answers;
				expect(markOf(other, moved)).toBe(markOf(asking, answers));
			}),
			{ numRuns: 100 }
		);
	});
});
