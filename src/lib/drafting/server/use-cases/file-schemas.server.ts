import * as v from 'valibot';
import { articleNumber, citation, day, line, provenance, slug } from '#lib/platform/content-files.server.ts';
import { STAGES, TEMPLATES } from '../../domain/document-kind.ts';
import { BASIS_STATUSES, RULE_KINDS, SEVERITIES } from '../../domain/rule.ts';
import { GRADES } from '../../domain/rule-book.ts';
import { ELEMENTS, TEXT_KINDS } from '../../domain/text-rules.ts';
import { checkSchema, conditionSchema } from './check-schema.server.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => v.picklist(Object.keys(table) as Key[]);
const some = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.minLength(1, '至少写一项'));
/** Field ids as documents name them: `served_on`. */
const key = v.pipe(v.string(), v.regex(/^[a-z]+(_[a-z]+)*$/, '只能用小写字母和下划线'));
const percent = v.pipe(v.number(), v.integer('应为整数'), v.minValue(0), v.maxValue(100));
const figure = v.pipe(v.number(), v.minValue(0, '不能为负'));
const ends = v.pipe(
	v.tuple([figure, figure]),
	v.check(([min, max]) => min <= max, '下限不能大于上限')
);
const head = { ...provenance, asOf: day };

const ruleSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[A-Z]+-\d{2}$/, '规则编号写作 DEC-01')),
	requirement: line,
	kind: keysOf(RULE_KINDS),
	severity: keysOf(SEVERITIES),
	points: v.pipe(v.number(), v.integer('应为整数'), v.minValue(1, '应大于 0')),
	basis: line,
	basisStatus: keysOf(BASIS_STATUSES),
	citations: v.optional(v.array(citation), []),
	note: v.optional(line),
	when: v.optional(v.array(conditionSchema), []),
	unless: v.optional(v.array(some(conditionSchema)), []),
	check: checkSchema
});
export type RawRule = v.InferOutput<typeof ruleSchema>;

export const documentSchema = v.strictObject({
	...head,
	purpose: line,
	stage: keysOf(STAGES),
	template: keysOf(TEMPLATES),
	weight: v.pipe(figure, v.minValue(0.1, '应大于 0')),
	fields: some(
		v.strictObject({
			...{ id: key, label: line, type: line, required: v.boolean() },
			...{ from: v.optional(line), source: v.optional(line) }
		})
	),
	rules: some(ruleSchema)
});
export type RawDocument = v.InferOutput<typeof documentSchema>;

export const fileRulesSchema = v.strictObject({ ...head, rules: some(ruleSchema) });

export const frameSchema = v.strictObject({
	...head,
	scoring: v.pipe(
		v.strictObject({
			...{ fatalCap: percent, documentsPercent: percent, fileRulesPercent: percent },
			grades: v.pipe(
				v.array(v.strictObject({ id: keysOf(GRADES), from: percent })),
				v.check((list) => list.length === Object.keys(GRADES).length, '各等次都要写'),
				v.check((list) => list.every(({ from }, at) => at === 0 || from < list[at - 1]!.from), '从高到低写'),
				v.check((list) => list.at(-1)?.from === 0, '最后一等从 0 起')
			)
		}),
		v.check((one) => one.documentsPercent + one.fileRulesPercent === 100, '两部分合计应为 100')
	),
	parts: v.record(key, v.strictObject({ label: line, type: line })),
	options: v.optional(v.record(slug, line), {}),
	case: some(
		v.strictObject({
			path: v.pipe(v.string(), v.regex(/^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)?$/, '写作 party.name')),
			...{ label: line, type: line, note: v.optional(line) }
		})
	)
});

export const statutesSchema = v.strictObject({
	...head,
	law: slug,
	lawTitle: line,
	note: line,
	rows: some(
		v.strictObject({
			id: slug,
			article: articleNumber,
			paragraph: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
			items: v.nullable(some(v.pipe(v.number(), v.integer(), v.minValue(1)))),
			...{ unitFine: v.nullable(ends), personFine: v.nullable(ends) },
			incomePercent: v.optional(
				v.pipe(
					ends,
					v.check(([, max]) => max <= 100, '百分数不超过 100')
				)
			),
			description: line
		})
	)
});

const textKind = keysOf(TEXT_KINDS);
export const textsSchema = v.strictObject({
	...head,
	fields: v.record(key, v.strictObject({ kind: textKind, elements: v.optional(v.array(keysOf(ELEMENTS)), []) })),
	vague: v.array(
		v.strictObject({
			...{ words: some(line), except: v.optional(v.array(line), []), kinds: some(textKind), instead: line }
		})
	),
	people: v.strictObject({ facts: line, reasons: line, orders: line, spoken: line })
});

const value = figure;
export const placeSchemas = {
	/** The default place names every parameter. */
	default: v.strictObject({
		...head,
		parameters: some(
			v.strictObject({ id: key, label: line, value, status: v.picklist(['verified', 'configurable']), note: line })
		)
	}),
	/** Every other place names what it changes. */
	other: v.strictObject({ ...head, parameters: some(v.strictObject({ id: key, value, note: line })) })
};
