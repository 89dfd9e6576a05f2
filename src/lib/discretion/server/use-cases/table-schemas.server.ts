import * as v from 'valibot';
import { articleNumber, citation, day, line, provenance, slug } from '#lib/platform/content-files.server.ts';
import { CONTRADICTED_FACTS, FACTOR_GROUPS, type FactorGroup } from '../../domain/benchmark.ts';
import { LIST_CONDITIONS } from '../../domain/jurisdiction.ts';
import { ACCIDENT_LEVELS } from '../../domain/stages.ts';
import { count, percent, positive, stageKey, yuan, yuanRange } from './content-shapes.server.ts';

const head = { ...provenance, asOf: day, version: positive };

/** From, included, until, excluded (null = no end); null = not measured. */
const measure = <Schema extends v.GenericSchema<unknown, number>>(one: Schema) =>
	v.nullable(
		v.pipe(
			v.tuple([one, v.nullable(one)]),
			v.check(([from, until]) => until === null || from < until, '下限应小于上限')
		)
	);

export const frameSchema = v.strictObject({
	...head,
	textSource: line,
	laws: v.record(slug, line),
	supersessions: v.array(
		v.strictObject({
			...{ law: v.nullable(slug), title: line, replacedBy: line, replacement: v.nullable(slug) },
			...{ effective: day, source: line, rule: line }
		})
	),
	accidentLevels: v.pipe(
		v.array(
			v.strictObject({
				level: v.picklist(ACCIDENT_LEVELS),
				deaths: measure(count),
				seriousInjuries: measure(count),
				directLoss: measure(yuan)
			})
		),
		v.length(ACCIDENT_LEVELS.length, '四个等级各一行')
	),
	accidentLevelsBasis: citation,
	simpleProcedure: v.strictObject({ person: yuan, unit: yuan, basis: citation, note: line }),
	criminalIndex: v.array(v.strictObject({ article: articleNumber, text: line })),
	criminalResult: v.strictObject({
		...{ deaths: count, seriousInjuries: count, directLoss: yuan },
		...{ articles: v.array(articleNumber), text: line, source: line }
	})
});

const fraction = v.pipe(
	v.tuple([percent, percent]),
	v.check(([from, to]) => from < to, '下限应小于上限')
);
const weight = v.pipe(v.number(), v.integer('应为整数'));
const heavier = v.pipe(weight, v.minValue(0, '从重因子的分值不能为负'));
const lighter = v.pipe(weight, v.maxValue(0, '从轻因子的分值不能为正'));

export const benchmarkSchema = v.strictObject({
	...head,
	verified: v.boolean(),
	basis: v.literal('span'),
	fractions: v.pipe(
		v.strictObject({ light: fraction, normal: fraction, heavy: fraction }),
		v.check(
			({ light, normal, heavy }) =>
				light[0] === 0 && light[1] === normal[0] && normal[1] === heavy[0] && heavy[1] === 100,
			'三档要首尾相接，从 0 到 100'
		)
	),
	reduced: v.strictObject({
		floorOfMin: percent,
		requiresMinAboveZero: v.boolean(),
		requiresCollectiveDiscussion: v.boolean()
	}),
	point: v.literal('midpoint'),
	rounding: v.strictObject({
		...{ unit: yuan, person: yuan },
		...{ mode: v.literal('half_up'), then: v.literal('clamp_to_bracket') }
	}),
	weights: v.strictObject({ M: lighter, m: lighter, a: heavier, A: heavier, mTotalCap: lighter }),
	thresholds: v.strictObject({ heavyFrom: weight, lightFrom: weight, reducedFromM: positive }),
	firstViolationWindowYears: positive,
	factors: v.pipe(
		v.array(
			v.strictObject({
				...{ id: v.pipe(v.string(), v.regex(/^[MmaA]\d{1,2}$/, '因子编号如 M1、a3')) },
				...{ group: v.picklist(Object.keys(FACTOR_GROUPS) as [FactorGroup]), text: line, evidence: line },
				...{ statutory: v.array(citation), never: v.optional(v.array(stageKey), []), replaces: v.optional(line) },
				...{ disprovedBy: v.optional(v.array(line), []), sameFactAs: v.optional(line) },
				contradicts: v.optional(v.array(v.picklist(CONTRADICTED_FACTS))),
				stageDocuments: v.optional(v.array(line))
			})
		),
		v.minLength(1)
	),
	notFactors: v.array(v.strictObject({ text: line, reason: line })),
	elsewhere: v.array(v.strictObject({ place: line, method: line, status: line }))
});

const place = { provision: slug, stage: stageKey, subject: line, basis: line, verified: v.boolean() };

export const jurisdictionSchema = v.strictObject({
	...head,
	benchmark: slug,
	hearing: v.strictObject({
		...{ unit: yuan, person: yuan, inclusive: v.boolean(), compare: v.literal('total-per-party') },
		...{ verified: v.boolean(), source: line, basis: citation, nonFineTriggers: v.array(line) }
	}),
	daily: v.strictObject({ lastDay: v.literal('reinspection'), inclusive: v.boolean(), note: line }),
	noPenalty: v.strictObject({
		conditions: v.array(v.strictObject({ id: v.picklist(LIST_CONDITIONS), text: line })),
		definitions: v.array(v.strictObject({ term: line, text: line })),
		source: line,
		rows: v.array(
			v.pipe(
				v.strictObject({
					...{ list: v.picklist(['MINOR', 'FIRST']), gate: v.picklist(['N5', 'N6']) },
					...{ provision: slug, condition: line }
				}),
				v.check(({ list, gate }) => (list === 'MINOR') === (gate === 'N5'), 'MINOR 对应 N5，FIRST 对应 N6')
			)
		)
	}),
	accidentSubranges: v.strictObject({
		...{ enabled: v.boolean(), verified: v.boolean(), source: line, remarks: v.array(line) },
		rows: v.array(
			v.strictObject({
				...{ provision: slug, level: v.picklist(ACCIDENT_LEVELS), text: line, range: yuanRange },
				...{ deaths: measure(count), seriousInjuries: measure(count), directLoss: measure(yuan) }
			})
		)
	}),
	ranges: v.array(
		v.pipe(
			v.strictObject({ ...place, min: yuan, max: yuan }),
			v.check(({ min, max }) => min < max, '下限应小于上限')
		)
	),
	overrides: v.array(v.strictObject({ ...place, light: yuanRange, normal: yuanRange, heavy: yuanRange }))
});
