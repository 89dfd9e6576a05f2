import { type Check, type Op, pathsIn } from './check.ts';
import type { Condition } from './condition.ts';
import { type Path, SPACES, partAt } from './path.ts';
import type { Rule } from './rule.ts';
import type { Scalar, RecordShape, Shape } from './shape.ts';

/** What is wrong with a rule, and at which of its keys. */
export interface RuleFault {
	readonly field: string;
	readonly message: string;
}

/** What paths may lead into. */
export interface Surroundings {
	/** Null for the rules of a whole file, which have no document of their own. */
	readonly own: RecordShape | null;
	/** Null = a kind of document whose file cannot be read: its own faults are told, not those that follow. */
	readonly documents: ReadonlyMap<string, RecordShape | null>;
	readonly facts: RecordShape;
	readonly parameters: ReadonlySet<string>;
}

const TIMES: readonly Scalar[] = ['date', 'datetime'];
const FIGURES: readonly Scalar[] = ['int', 'money', 'number'];
const FLAGS: readonly Scalar[] = ['bool'];

/** Operands that only make sense with values of a kind. */
const WANTED: Partial<Record<Op, Readonly<Record<string, readonly Scalar[]>>>> = {
	is_true: { path: FLAGS },
	all_true: { paths: FLAGS },
	not_true: { path: FLAGS },
	num_cmp: { a: FIGURES, b: FIGURES },
	sum_eq: { parts: FIGURES, total: FIGURES },
	late_fine: { principal: FIGURES, due: TIMES, as_of: TIMES, suspended: FIGURES, amount: FIGURES, rate: FIGURES },
	amount_upper: { num: FIGURES, upper: ['upper-money'] },
	date_cmp: { a: TIMES, b: TIMES },
	dates_all_le: { path: TIMES, b: TIMES },
	date_chain: { paths: TIMES },
	deadline: { start: TIMES, end: TIMES, n: FIGURES },
	no_overlap: { start: TIMES, end: TIMES },
	statute_range: { amount: FIGURES },
	statute_upper: { amount: FIGURES }
};
/** Operands that are lists. */
const LISTS: Partial<Record<Op, readonly string[]>> = {
	...{ min_items: ['path'], each_has: ['path'], same_set: ['a', 'b'], subset: ['a', 'b'], subset_const: ['b'] },
	...{
		disjoint: ['a', 'b'],
		not_in: ['b'],
		none_equal: ['path'],
		dates_all_le: ['path'],
		no_overlap: ['people', 'others']
	},
	...{ cites: ['path'], cites_basis: ['path'] }
};

/** Every path that leads nowhere, operand of the wrong kind and literal that a field can never hold. */
export function findRuleFaults({ when, unless, check }: Rule, around: Surroundings): RuleFault[] {
	const faults: RuleFault[] = [];
	const conditions = [...prefixed(when, 'when'), ...unless.flatMap((row, at) => prefixed(row, `unless.${at}`))];
	for (const { condition, field } of conditions) {
		faults.push(...conditionFaults(condition, around).map((fault) => ({ ...fault, field: `${field}.${fault.field}` })));
	}
	return [...faults, ...checkFaults(check, around).map((fault) => ({ ...fault, field: `check.${fault.field}` }))];
}

const prefixed = (conditions: readonly Condition[], at: string) =>
	conditions.map((condition, index) => ({ condition, field: `${at}.${index}` }));

function conditionFaults(condition: Condition, around: Surroundings): RuleFault[] {
	const shape = follow(condition.path, around);
	if (typeof shape === 'string') return [{ field: 'path', message: shape }];
	if (condition.op === 'gte_param') {
		const known = around.parameters.has(condition.value);
		return known ? [] : [{ field: 'value', message: `没有这个参数：${condition.value}` }];
	}
	if (!('value' in condition) || condition.op === 'gt') return [];
	return strangers([condition.value].flat() as unknown[], shape).map((message) => ({ field: 'value', message }));
}

function checkFaults(check: Check, around: Surroundings): RuleFault[] {
	const faults: RuleFault[] = [];
	for (const { at, path } of pathsIn(check)) {
		const shape = follow(path, around);
		const operand = at.split('.')[0]!;
		const message = typeof shape === 'string' ? shape : operandFault(check.op, operand, shape);
		if (message !== null) faults.push({ field: at, message });
	}
	if (faults.length > 0) return faults;
	return [...literalFaults(check, around)];
}

function* literalFaults(check: Check, around: Surroundings): Generator<RuleFault> {
	const shapeOf = (path: Path) => follow(path, around) as Shape;
	if (check.op === 'in_set') {
		for (const message of strangers(check.values, shapeOf(check.path))) yield { field: 'values', message };
	} else if (check.op === 'subset_const') {
		for (const message of strangers(check.values, shapeOf(check.b))) yield { field: 'values', message };
	} else if (check.op === 'none_equal') {
		for (const message of strangers([check.value], shapeOf(check.path))) yield { field: 'value', message };
	} else if (check.op === 'each_has' || (check.op === 'min_items' && check.distinct !== undefined)) {
		const keys = check.op === 'each_has' ? check.keys : [check.distinct!];
		const item = (shapeOf(check.path) as Extract<Shape, { kind: 'list' }>).of;
		const unknown = keys.filter((key) => item.kind !== 'record' || !Object.hasOwn(item.parts, key));
		const field = check.op === 'each_has' ? 'keys' : 'distinct';
		if (unknown.length > 0) yield { field, message: `列表的项里没有 ${unknown.join('、')}` };
	} else if (check.op === 'doc_present') {
		const unknown = check.docs.filter((id) => !around.documents.has(id));
		if (unknown.length > 0) yield { field: 'docs', message: `没有这种文书：${unknown.join('、')}` };
	}
}

/** The shape at the end of a path, or the sentence that says where it leads nowhere. */
function follow(path: Path, { own, documents, facts, parameters }: Surroundings): Shape | string {
	const { space, document, steps, text } = path;
	if (space === 'p') {
		const isKnown = steps.length === 1 && parameters.has(steps[0]!.key);
		return isKnown ? { kind: 'scalar', scalar: 'number' } : `没有这个参数：${text}`;
	}
	const shape = space === 'f' ? own : space === 'c' ? facts : documents.get(document!);
	if (shape === undefined) return `没有这种文书：${document}`;
	if (shape === null) return space === 'f' ? `案卷规则没有${SPACES.f}，写 d.文书编号：${text}` : ANYTHING;
	const part = partAt(steps, shape);
	return typeof part === 'string' ? `没有这个路径：${text}（找不到 ${part}）` : part.shape;
}

const ANYTHING: Shape = { kind: 'record', parts: {} };

function operandFault(op: Op, operand: string, shape: Shape): string | null {
	if (shape === ANYTHING) return null;
	const isList = shape.kind === 'list' || (shape.kind === 'scalar' && shape.scalar === 'strings');
	if (LISTS[op]?.includes(operand) && !isList) return `${op} 的 ${operand} 应指向列表`;
	const wanted = WANTED[op]?.[operand];
	const leaf = shape.kind === 'list' ? shape.of : shape;
	if (!wanted || (leaf.kind === 'scalar' && wanted.includes(leaf.scalar))) return null;
	return `${op} 的 ${operand} 应指向 ${wanted.join('、')} 类型的字段`;
}

/** Literals that an enumeration does not have. */
function strangers(literals: readonly unknown[], shape: Shape): string[] {
	const leaf = shape.kind === 'list' ? shape.of : shape;
	if (leaf.kind !== 'enum') return [];
	return literals
		.filter((literal) => !leaf.options.includes(String(literal)))
		.map((literal) => `“${String(literal)}”不在该字段的可选值里：${leaf.options.join('、')}`);
}
