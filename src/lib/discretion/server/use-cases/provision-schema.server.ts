import * as v from 'valibot';
import { articleNumber, citation, day, line, provenance, slug } from '#lib/platform/content-files.server.ts';
import { SANCTIONS, type SanctionCode } from '../../domain/sanctions.ts';
import { MAJOR_HAZARD, type MajorHazard, ORDERS, type OrderToCorrect } from '../../domain/stages.ts';
import { SUBJECTS, type Subject, subjectsIn } from '../../domain/subjects.ts';
import { byLevel, byStage, percent, positive, yuan, yuanRange } from './content-shapes.server.ts';

const phrase = v.pipe(
	line,
	v.check((text) => subjectsIn(text) !== null, `对象只能由这些词组成：${Object.keys(SUBJECTS).join('、')}`)
);

const branch = v.strictObject({
	text: line,
	illegalIncomeFrom: v.optional(yuan),
	illegalIncomeBelow: v.optional(yuan),
	gravity: v.optional(v.picklist(['ordinary', 'especially-grave']))
});
const common = {
	subject: phrase,
	mandatory: v.boolean(),
	when: v.optional(branch),
	singleOrCombined: v.optional(v.boolean())
};
const inOrder = <T extends { min: number; max: number }>({ min, max }: T) => min < max;
const DISORDER = '下限应小于上限';
const ends = <Schema extends v.GenericSchema<unknown, number>>(schema: Schema) => ({ min: schema, max: schema });

const fine = v.variant('kind', [
	v.pipe(v.strictObject({ ...common, kind: v.literal('range'), ...ends(yuan) }), v.check(inOrder, DISORDER)),
	v.pipe(
		v.strictObject({ ...common, kind: v.literal('up_to'), min: v.literal(0), max: yuan }),
		v.check(inOrder, DISORDER)
	),
	v.pipe(
		v.strictObject({ ...common, kind: v.literal('multiple_illegal_income'), ...ends(positive) }),
		v.check(inOrder, DISORDER)
	),
	v.pipe(
		v.strictObject({ ...common, kind: v.literal('pct_annual_income'), ...ends(percent) }),
		v.check(inOrder, DISORDER)
	),
	v.strictObject({ ...common, kind: v.literal('fixed_pct_annual_income'), levels: byLevel(percent) }),
	v.strictObject({ ...common, kind: v.literal('range_by_accident_level'), levels: byLevel(yuanRange) }),
	v.strictObject({
		...common,
		kind: v.literal('daily_multiple_of_original_fine'),
		...{ min: v.literal(1), max: v.null(), per: v.literal('日') }
	})
]);

const sanction = v.strictObject({
	code: v.picklist(Object.keys(SANCTIONS) as [SanctionCode]),
	mandatory: v.boolean(),
	target: phrase,
	condition: v.optional(line)
});

const stage = v.strictObject({
	trigger: line,
	order: v.nullable(line),
	fines: v.array(fine),
	sanctions: v.array(sanction)
});

/** What the person pays, in the figures of `kind`: fen for `range` and `up_to`, else percent. */
const dual = v.variant('kind', [
	v.strictObject({ person: phrase, kind: v.picklist(['range', 'up_to']), ...ends(yuan), unitAlsoFined: v.boolean() }),
	v.strictObject({ person: phrase, kind: v.literal('pct_annual_income'), ...ends(percent), unitAlsoFined: v.boolean() })
]);

const { paragraph, item } = citation.entries;
const provision = v.strictObject({
	id: slug,
	violation: line,
	duties: v.pipe(
		v.array(v.strictObject({ law: slug, article: v.nullable(articleNumber), paragraph, item, note: v.optional(line) })),
		v.minLength(1, '至少写明一条被违反的义务条款')
	),
	penalty: v.strictObject({ article: articleNumber, paragraph, item, part: v.optional(line) }),
	also: v.optional(v.array(citation), []),
	subjects: v.pipe(v.array(v.picklist(Object.keys(SUBJECTS) as [Subject])), v.minLength(1)),
	stages: byStage(stage),
	orderToCorrect: v.picklist(Object.keys(ORDERS) as [OrderToCorrect]),
	dualPenalty: byStage(dual),
	criminal: v.array(articleNumber),
	hearing: byStage(v.union([v.boolean(), v.literal('conditional')])),
	majorHazard: v.picklist(Object.keys(MAJOR_HAZARD) as [MajorHazard]),
	valid: v.strictObject({ from: day, to: v.nullable(day) }),
	verified: v.boolean(),
	source: line,
	scorable: v.boolean(),
	elements: v.optional(v.strictObject({ factors: v.pipe(v.array(line), v.minLength(1)), reason: line })),
	faultException: v.optional(line),
	catchAll: v.optional(v.boolean(), false),
	notes: v.nullable(line)
});

export const provisionsSchema = v.strictObject({
	...provenance,
	law: slug,
	asOf: day,
	validityNote: v.nullable(line),
	special: v.boolean(),
	provisions: v.pipe(v.array(provision), v.minLength(1))
});
export type RawProvisions = v.InferOutput<typeof provisionsSchema>;
export type RawProvision = RawProvisions['provisions'][number];
