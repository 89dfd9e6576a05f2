import * as v from 'valibot';
import { line } from '#lib/platform/content-files.server.ts';
import type { Check, Checks, Op } from '../../domain/check.ts';
import { parsePath } from '../../domain/path.ts';

const PATH_FORM = '路径写作 f.字段、d.文书编号.字段、c.案情 或 p.参数，列表的项写作 字段[].部分';

/** A path as rules write it. */
export const path = v.pipe(
	v.string(PATH_FORM),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parsePath(dataset.value);
		if (parsed) return parsed;
		addIssue({ message: `读不出路径“${dataset.value}”：${PATH_FORM}` });
		return NEVER;
	})
);
const some = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.minLength(1, '至少写一项'));
const paths = some(path);
const lines = some(line);
const amount = v.union([v.number(), path], '应为数字或路径');
const cmp = v.picklist(['<', '<=', '>', '>=', '==']);
const pair = { a: path, b: path };
const statute = { amount: path, basis: path, party_type: path };
const article = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const pattern = v.pipe(
	line,
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		try {
			return new RegExp(dataset.value, 'u');
		} catch (error) {
			addIssue({ message: `不是正则表达式：${error instanceof Error ? error.message : String(error)}` });
			return NEVER;
		}
	})
);

/** The operands of every operation; an operation without a row here does not compile. */
const OPERANDS = {
	required: { path },
	required_all: { paths },
	required_any: { paths },
	min_items: { path, n: amount, distinct: v.optional(line) },
	is_true: { path },
	all_true: { paths },
	not_true: { path },
	doc_present: { docs: lines },
	each_has: { path, keys: lines },
	in_set: { path, values: lines },
	same_set: pair,
	subset: pair,
	subset_const: { values: lines, b: path },
	disjoint: pair,
	not_in: pair,
	none_equal: { path, value: line },
	eq: pair,
	all_eq: { pairs: some(v.strictObject({ path, value: v.union([v.string(), v.number()]) })) },
	all_same: { paths },
	regex: { path, pattern },
	contains_any: { path, terms: lines },
	forbid_terms: { path, terms: lines },
	num_cmp: { a: path, cmp, b: amount },
	sum_eq: { parts: paths, total: path },
	late_fine: { principal: path, due: path, as_of: path, suspended: path, amount: path, rate: amount },
	amount_upper: { num: path, upper: path },
	date_cmp: { a: path, cmp, b: path },
	dates_all_le: { path, b: path },
	date_chain: { paths },
	deadline: {
		...{ start: path, end: path, n: amount, rollover: v.optional(v.boolean()) },
		unit: v.picklist(['workday', 'naturalday', 'month', 'hour']),
		mode: v.picklist(['within', 'after', 'not_before'])
	},
	no_overlap: { start: path, end: path, people: path, others: path },
	cites: { path, law: line, article },
	cites_basis: { path, basis: path },
	statute_range: statute,
	statute_upper: statute
} satisfies {
	readonly [Name in Op]: { readonly [Operand in keyof Checks[Name]]: v.GenericSchema<unknown, Checks[Name][Operand]> };
};

const options = Object.entries(OPERANDS).map(([op, operands]) => v.strictObject({ op: v.literal(op), ...operands }));
// Object.entries forgets which operands belong to which operation; the table above is held to it.
export const checkSchema = v.variant('op', options) as unknown as v.GenericSchema<unknown, Check>;

const literal = v.union([v.string(), v.number(), v.boolean()]);
export const conditionSchema = v.variant('op', [
	v.strictObject({ path, op: v.picklist(['eq', 'ne']), value: literal }),
	v.strictObject({ path, op: v.picklist(['in', 'includes_any']), value: some(literal) }),
	v.strictObject({ path, op: v.literal('gt'), value: v.number() }),
	v.strictObject({ path, op: v.literal('gte_param'), value: line }),
	v.strictObject({ path, op: v.picklist(['exists', 'missing']) })
]);
