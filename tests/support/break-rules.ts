import type { Check } from '#lib/drafting/domain/check.ts';
import { type Path, type Values, parsePath, valueAt } from '#lib/drafting/domain/path.ts';
import { addDays } from '#lib/shared/time.ts';
import { CLEAN_CASE, CLEAN_DOCUMENTS } from './clean-file.ts';

export interface Sample {
	readonly documents: Record<string, Record<string, unknown>>;
	readonly case: Record<string, unknown>;
}

/** Values by path; undefined takes the value away, and `d.<kind>` without a field the whole document. */
export type Patch = Readonly<Record<string, unknown>>;

// Not structuredClone: it keeps what documents share, and a change of one would be a change of all.
const copyOf = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

export const cleanSample = (): Sample => copyOf({ documents: CLEAN_DOCUMENTS, case: CLEAN_CASE });

/** The sample with some values changed; `f.` is the document of this kind. */
export function patched(sample: Sample, own: string | null, patch: Patch): Sample {
	const copy = copyOf(sample);
	for (const [text, value] of Object.entries(patch)) {
		const path = parsePath(text);
		if (path) put(rootOf(path, copy, own), path.steps, value);
		else if (text.startsWith('d.') && value === undefined) delete copy.documents[text.slice(2)];
		else throw new Error(`no path: ${text}`);
	}
	return copy;
}

function rootOf({ space, document }: Path, { documents, case: facts }: Sample, own: string | null) {
	const kind = space === 'd' ? document! : own!;
	return space === 'c' ? facts : (documents[kind] ??= {});
}

/** A value is put into the last item of each list on the way. */
function put(root: Record<string, unknown>, steps: Path['steps'], value: unknown): void {
	const [{ key, each }, ...rest] = steps as [Path['steps'][number], ...Path['steps']];
	if (rest.length === 0) {
		if (value === undefined) delete root[key];
		else root[key] = value;
		return;
	}
	const inner = (root[key] ??= {}) as Record<string, unknown> | Record<string, unknown>[];
	put(each ? (inner as Record<string, unknown>[]).at(-1)! : (inner as Record<string, unknown>), rest, value);
}

export function read(sample: Sample, own: string | null, path: Path): unknown {
	return valueAt(path.steps, rootOf(path, sample, own));
}

const STRANGE = '另一个';
type Read = (path: Path) => unknown;
const numberAt = (amount: Path | number, at: Read) => (typeof amount === 'number' ? amount : Number(at(amount)));
const without = (path: Path): Patch => ({ [path.text]: undefined });
const later = (time: unknown, days: number) => `${addDays(String(time).slice(0, 10), days)}${String(time).slice(10)}`;

type Breakers = { readonly [Name in Check['op']]: (check: Extract<Check, { op: Name }>, at: Read) => Patch[] };

/** For each operation the changes after which a check that passed must fail. */
const BREAKERS: Breakers = {
	required: ({ path }) => [without(path), { [path.text]: '　' }, { [path.text]: null }],
	required_all: ({ paths }) => paths.map(without),
	required_any: ({ paths }) => [Object.fromEntries(paths.map(({ text }) => [text, undefined]))],
	min_items: ({ path, n, distinct }, at) => {
		const items = (at(path) as unknown[]).slice(0, numberAt(n, at) - 1);
		const same = distinct && items.length > 0 ? [{ [path.text]: [items[0], { ...(items[0] as object) }] }] : [];
		return [{ [path.text]: items }, without(path), ...same];
	},
	is_true: ({ path }) => [{ [path.text]: false }, without(path)],
	all_true: ({ paths }) => paths.flatMap((path) => [{ [path.text]: false }, without(path)]),
	not_true: ({ path }) => [{ [path.text]: true }],
	doc_present: ({ docs }) => docs.map((id) => ({ [`d.${id}`]: undefined })),
	each_has: ({ path, keys }) => keys.map((key) => ({ [`${path.text}[].${key}`]: undefined })),
	in_set: ({ path }, at) => {
		const value = at(path);
		return [
			{ [path.text]: Array.isArray(value) && !path.text.includes('[]') ? [...(value as unknown[]), STRANGE] : STRANGE }
		];
	},
	same_set: ({ a }, at) => {
		if (a.text.includes('[]')) return [{ [a.text]: STRANGE }];
		const items = at(a) as unknown[];
		return [{ [a.text]: [...items, STRANGE] }, { [a.text]: items.slice(1) }];
	},
	subset: ({ a }) => [{ [a.text]: STRANGE }],
	subset_const: ({ values, b }, at) =>
		values.map((value) => ({ [b.text]: (at(b) as unknown[]).filter((one) => one !== value) })),
	disjoint: ({ a, b }, at) => [{ [a.text]: [...(at(a) as unknown[]), (at(b) as unknown[])[0]] }],
	not_in: ({ a, b }, at) => [{ [a.text]: (at(b) as unknown[])[0] }],
	none_equal: ({ path, value }) => [{ [path.text]: value }],
	eq: ({ a }) => [{ [a.text]: STRANGE }],
	all_eq: ({ pairs }) => pairs.map(({ path, value }) => ({ [path.text]: Number(value) + 1 })),
	all_same: ({ paths }) => [{ [paths.at(-1)!.text]: STRANGE }],
	regex: ({ path }) => [{ [path.text]: '123' }],
	contains_any: ({ path }) => [{ [path.text]: '空话' }],
	forbid_terms: ({ path, terms }, at) => terms.map((term) => ({ [path.text]: `${String(at(path))}${term}` })),
	num_cmp: ({ a, cmp, b }, at) => {
		const limit = numberAt(b, at);
		const wrong = { '<': [limit], '<=': [limit + 1], '>': [limit], '>=': [limit - 1], '==': [limit + 1, limit - 1] }[
			cmp
		];
		return wrong.map((value) => ({ [a.text]: value }));
	},
	sum_eq: ({ total }, at) => [{ [total.text]: Number(at(total)) + 0.01 }, { [total.text]: Number(at(total)) - 1 }],
	late_fine: ({ amount }, at) => [{ [amount.text]: Number(at(amount)) + 0.01 }, { [amount.text]: 0 }],
	amount_upper: ({ upper }) =>
		['叁万伍仟元', '叁万元整', '三万五千元整', '35000'].map((words) => ({ [upper.text]: words })),
	date_cmp: ({ a, cmp, b }, at) => {
		const other = String(at(b));
		const shifts = { '<': [0, 1], '<=': [1], '>': [0, -1], '>=': [-1], '==': [1, -1] }[cmp];
		return shifts.map((days) => ({ [a.text]: later(other, days) }));
	},
	dates_all_le: ({ path, b }, at) => [{ [path.text]: later(at(b), 1) }],
	date_chain: ({ paths }, at) => paths.slice(1).map((path, index) => ({ [path.text]: later(at(paths[index]!), -1) })),
	deadline: ({ end, start, mode }, at) => {
		// Long after every period, and the day on which it starts.
		return mode === 'within' ? [{ [end.text]: later(at(start), 4000) }] : [{ [end.text]: at(start) }];
	},
	no_overlap: ({ people, others }, at) => [
		{
			[others.text]: [
				{ start_at: '2026-06-16T09:59', end_at: '2026-06-16T10:30', cert_nos: [(at(people) as unknown[])[1]] }
			]
		}
	],
	cites: ({ path }) => [{ [`${path.text}[].article`]: '999' }, { [`${path.text}[].law`]: '道路交通安全法' }],
	cites_basis: ({ path }) => [
		{ [`${path.text}[].article`]: '98' },
		{ [`${path.text}[].item`]: '99' },
		{ [`${path.text}[].item`]: undefined }
	],
	statute_range: ({ amount }) => [{ [amount.text]: 0 }, { [amount.text]: 100_000.01 }, { [amount.text]: 500_000 }],
	statute_upper: ({ amount }) => [{ [amount.text]: 100_000.01 }]
};

/** Every way in which a check that passes on a sample is broken. */
export function breakersOf(check: Check, sample: Sample, own: string | null): Patch[] {
	const breaker = BREAKERS[check.op] as (check: Check, at: Read) => Patch[];
	return breaker(check, (path) => (path.space === 'p' ? PARAMETERS[path.steps[0]!.key] : read(sample, own, path)));
}

/** The defaults that breakers need; `content/drafting/places/default.yaml` has all. */
const PARAMETERS: Values = {
	...{ statement_days: 3, collective_min: 3, summary_fine_unit: 3000, summary_fine_person: 200 }
};
