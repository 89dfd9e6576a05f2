import * as v from 'valibot';
import { type ContentFault, line, parseYaml, readFolder, slug } from '#lib/platform/content-files.server.ts';
import {
	CYCLE_KINDS,
	type CycleKind,
	DECLARED_CYCLES,
	type DeclaredHonour,
	HONOUR_KINDS,
	type Honour,
	TIE_BREAKS,
	type TieBreak
} from '../../domain/awards/honour.ts';
import { LEAST_PANEL } from '../../domain/awards/take-review.ts';

const count = (least: number, message = `至少 ${least}`) => v.pipe(v.number(), v.integer(), v.minValue(least, message));
const keysOf = <Key extends string>(labels: Readonly<Record<Key, unknown>>) => v.picklist(Object.keys(labels) as Key[]);
const cycle = keysOf<CycleKind>(CYCLE_KINDS);
const named = { id: slug, name: line, kind: keysOf(HONOUR_KINDS), cycle };

const honour = v.pipe(
	v.strictObject({
		...named,
		...{ offered: v.boolean(), cycles: v.pipe(v.array(cycle), v.minLength(1)), inARow: v.boolean() },
		quota: v.strictObject({ per: count(1), least: count(1) }),
		candidates: count(1),
		panel: v.strictObject({ size: count(LEAST_PANEL, `评审组至少 ${LEAST_PANEL} 人`), dropFrom: count(5) }),
		workdays: v.strictObject({
			...{ eligibility: count(1), review: count(1), publicity: count(5, '公示不少于 5 个工作日') },
			...{ verify: count(1), confirm: count(1) }
		}),
		extremes: v.strictObject({ low: count(0), high: count(1) }),
		criteria: v.pipe(
			v.array(v.strictObject({ id: slug, name: line, weight: count(1), hint: line })),
			v.check((rows) => rows.reduce((sum, { weight }) => sum + weight, 0) === 100, '各项权重之和应为 100'),
			v.check((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, '打分项编号重复')
		),
		tieBreaks: v.array(keysOf<TieBreak>(TIE_BREAKS))
	}),
	v.check((one) => one.cycles.includes(one.cycle), '通常的周期应在可选的周期里'),
	v.check(
		(one) => one.kind !== 'case' || one.cycles.every((kind) => kind === 'quarter'),
		'案例按季评：评分表是一季一张'
	),
	v.check((one) => one.kind !== 'unit' || !one.cycles.includes('month'), '单位按季或者按年评')
);

const schema = v.strictObject({
	honours: v.pipe(
		v.array(honour),
		v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, '荣誉编号重复')
	),
	declared: v.array(v.strictObject({ ...named, cycle: keysOf(DECLARED_CYCLES), waitsFor: line }))
});

const FILE = 'honours.yaml';

export interface HonourBook {
	readonly honours: readonly Honour[];
	readonly declared: readonly DeclaredHonour[];
}

/** Reads `content/ranking/honours.yaml`; a house without it gives no honours. */
export function readHonourFiles(root: string): { book: HonourBook; faults: ContentFault[] } {
	const parsed = readFolder(root, 'content/ranking', '.yaml', (path) => path === FILE).map(({ path, text }) =>
		parseYaml(path, text, schema)
	);
	const read = parsed.flatMap((one) => (one.ok ? [one.value] : []));
	return {
		book: { honours: read.flatMap(({ honours }) => honours), declared: read.flatMap(({ declared }) => declared) },
		faults: parsed.flatMap((one) => (one.ok ? [] : one.faults))
	};
}
