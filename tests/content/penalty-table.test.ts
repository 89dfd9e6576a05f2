import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import type { Benchmark } from '#lib/discretion/domain/benchmark.ts';
import type { Fine } from '#lib/discretion/domain/fine.ts';
import type { Frame } from '#lib/discretion/domain/frame.ts';
import type { Jurisdiction } from '#lib/discretion/domain/jurisdiction.ts';
import type { DualPenalty, Duty, Provision, StageRule } from '#lib/discretion/domain/provision.ts';
import { stageTable } from '#lib/discretion/domain/stage-table.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { yuanOf } from '#lib/shared/money.ts';
import { withShared } from '../support/shared.ts';

const { content } = readContent(projectRoot());
const rows = new Map(content.provisions.map(({ id, body }) => [id, body]));
const tableOf = <T>(id: string) => content.tables.find((one) => one.id === id)!.body as T;
const titleOf = (law: string) => content.laws.find(({ id }) => id === law)!.title.replace('中华人民共和国', '');

interface Source {
	meta: {
		as_of: string;
		supersession: { law: string; effective: string; rule: string; source: string }[];
		hearing_thresholds: Record<'default' | 'local_example', { unit: number; person: number; inclusive: boolean }> & {
			non_fine_triggers: string[];
		};
		simple_procedure_limits: { person: number; unit: number };
		accident_levels: Record<string, Record<'deaths' | 'serious_injuries' | 'direct_loss_yuan', string>>;
		criminal_index: Record<string, string>;
		criminal_result_threshold: string;
	};
	provisions: SourceRow[];
}
type Plain = Record<string, unknown>;
interface SourceRow {
	id: string;
	violation_zh: string;
	duty_articles: string[];
	penalty_article: { law: string; article: number; paragraph: number | null; item: number | string | null };
	subject: string[];
	stages: Record<string, { trigger: string; order: string; fines: Plain[]; other_sanctions: Plain[] }>;
	order_to_correct: string;
	dual_penalty: Record<string, Plain>;
	criminal_referral: string[];
	hearing_likely: Plain;
	major_hazard: string;
	valid: Plain;
	verified: boolean;
	source: string;
	scorable: boolean;
	notes: string;
}

/** Chinese punctuation stands where the source has the narrow one; nothing else may differ. */
const folded = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/\s/g, '')
		.replace(/[。;]$/, '');

/** `安全生产法28条1-3款` → one entry a paragraph. */
function dutiesIn(text: string): string[] {
	const match = /^(\D+?)(?:(\d+)条(?:([\d、-]+)款)?(?:(\d+)项)?)?(?:\((.*)\))?$/.exec(text)!;
	const [, law, article = '', paragraphs, item = '', note = ''] = match;
	const [from, to] = (paragraphs ?? '').split('-').map(Number);
	const list = to
		? Array.from({ length: to - from! + 1 }, (_, at) => String(from! + at))
		: (paragraphs ?? '').split('、');
	return list.map((paragraph) => [law, article, paragraph, item, note].join('/'));
}
const dutyText = ({ law, article, paragraph, item, note }: Duty) =>
	[titleOf(law), article ?? '', paragraph ?? '', item ?? '', note?.normalize('NFKC') ?? ''].join('/');

const MONEY: readonly Fine['kind'][] = ['range', 'up_to'];
const plainFine = (fine: Fine): Plain => ({
	...{ subject: fine.subject, kind: fine.kind, mandatory: fine.mandatory },
	...('levels' in fine && {
		levels: Object.fromEntries(
			Object.entries<number | readonly number[]>(fine.levels).map(([level, figure]) => [
				level,
				typeof figure === 'number' ? figure : figure.map(yuanOf)
			])
		)
	}),
	...('min' in fine && {
		min: MONEY.includes(fine.kind) ? yuanOf(fine.min) : fine.min,
		max: MONEY.includes(fine.kind) ? yuanOf(fine.max!) : fine.max
	}),
	...(fine.when && { when: fine.when.text }),
	...(fine.singleOrCombined && { single_or_combined: true }),
	...('per' in fine && { per: fine.per })
});
const foldCondition = ({ condition, ...rest }: Plain): Plain =>
	typeof condition === 'string' ? { ...rest, condition: folded(condition) } : rest;
const plainStage = ({ trigger, order, fines, sanctions }: StageRule) => ({
	...{ trigger: folded(trigger), order: order === null ? '-' : folded(order), fines: fines.map(plainFine) },
	other_sanctions: sanctions.map(({ target, ...rest }) => foldCondition({ ...rest, on: target }))
});
const dualText = (row: Provision) =>
	Object.fromEntries(
		(Object.entries(row.dualPenalty) as [string, DualPenalty][]).map(
			([stage, { unitAlsoFined, min, max, ...rest }]) => {
				const figures = MONEY.includes(rest.kind) ? { min: yuanOf(min), max: yuanOf(max) } : { min, max };
				return [stage, { ...rest, ...figures, unit_also_fined: unitAlsoFined }];
			}
		)
	);

/** A row of ours in the shape of the source. */
function plain(row: Provision): SourceRow {
	const { law, article, paragraph = null, item, part } = row.penalty;
	return {
		...{ id: row.id, violation_zh: folded(row.violation), duty_articles: row.duties.map(dutyText) },
		penalty_article: { law: titleOf(law), article: Number(article), paragraph, item: item ?? part ?? null },
		subject: [...row.subjects],
		stages: Object.fromEntries(
			(Object.entries(row.stages) as [string, StageRule][]).map(([stage, rule]) => [stage, plainStage(rule)])
		),
		...{ order_to_correct: row.orderToCorrect, dual_penalty: dualText(row), criminal_referral: [...row.criminal] },
		...{ hearing_likely: { ...row.hearing }, major_hazard: row.majorHazard, valid: row.valid },
		...{ verified: row.verified, source: row.source, scorable: row.scorable, notes: folded(row.notes ?? '') }
	};
}
/** A row of the source with what may differ folded. */
function expected(row: SourceRow): SourceRow {
	const stages = Object.entries(row.stages).map(([stage, { trigger, order, fines, other_sanctions: others }]) => [
		stage,
		{ trigger: folded(trigger), order: folded(order), fines, other_sanctions: others.map(foldCondition) }
	]);
	return {
		...row,
		...{
			violation_zh: folded(row.violation_zh),
			notes: folded(row.notes),
			duty_articles: row.duty_articles.flatMap(dutiesIn)
		},
		stages: Object.fromEntries(stages) as SourceRow['stages']
	};
}

describe('beside the researched table', () => {
	const read = (path: string) => parse(readFileSync(path, 'utf8')) as Source;

	test('every row is here with all that it says, and no other row', (context) => {
		const source = read(withShared(context, 'domain/penalties.yaml'));
		expect(source.provisions.length).toBeGreaterThan(80);
		expect([...rows.keys()].sort()).toEqual(source.provisions.map(({ id }) => id).sort());
		for (const row of source.provisions) expect(plain(rows.get(row.id)!), row.id).toEqual(expected(row));
	});

	test('and all that it says in general', (context) => {
		const { meta } = read(withShared(context, 'domain/penalties.yaml'));
		const frame = tableOf<Frame>('frame/frame');
		expect(frame.supersessions.map(({ effective, rule }) => [effective, folded(rule)]).slice(0, 2)).toEqual(
			meta.supersession.slice(0, 2).map(({ effective, rule }) => [effective, folded(rule)])
		);
		expect(frame.supersessions).toHaveLength(meta.supersession.length);
		for (const [id, key] of [
			['default', 'default'],
			['local-example', 'local_example']
		] as const) {
			const { unit, person, inclusive, nonFineTriggers } = tableOf<Jurisdiction>(`jurisdiction/${id}`).hearing;
			expect({ unit: yuanOf(unit), person: yuanOf(person), inclusive }).toEqual({
				unit: meta.hearing_thresholds[key].unit,
				person: meta.hearing_thresholds[key].person,
				inclusive: meta.hearing_thresholds[key].inclusive
			});
			expect(nonFineTriggers).toHaveLength(meta.hearing_thresholds.non_fine_triggers.length);
		}
		const { person, unit } = frame.simpleProcedure;
		expect([yuanOf(person), yuanOf(unit)]).toEqual([
			meta.simple_procedure_limits.person,
			meta.simple_procedure_limits.unit
		]);
		const range = ([from, until]: readonly [number, number | null], per = 1) =>
			`[${from / per},${until === null ? 'inf' : until / per})`;
		expect(
			Object.fromEntries(
				frame.accidentLevels.map(({ level, deaths, seriousInjuries, directLoss }) => [
					level,
					{
						deaths: range(deaths!),
						serious_injuries: range(seriousInjuries!),
						direct_loss_yuan: range(directLoss!, 100)
					}
				])
			)
		).toEqual(meta.accident_levels);
		expect(frame.criminalIndex.map(({ article }) => article).sort()).toEqual(Object.keys(meta.criminal_index).sort());
		expect(meta.criminal_result_threshold).toContain(
			folded(frame.criminalResult.text).replace(/\(.*$/, '').slice(0, 6)
		);
	});
});

describe('the penalty table', () => {
	test('every crime that a row names has its words', () => {
		const known = tableOf<Frame>('frame/frame').criminalIndex.map(({ article }) => article);
		expect([...rows.values()].flatMap(({ criminal }) => criminal).filter((one) => !known.includes(one))).toEqual([]);
	});

	test('every law that a row names has its short title, one that the law room knows', () => {
		const { laws } = tableOf<Frame>('frame/frame');
		const named = [...rows.values()].flatMap(({ duties, penalty }) => [penalty.law, ...duties.map(({ law }) => law)]);
		expect([...new Set(named)].sort()).toEqual(Object.keys(laws).sort());
		for (const [id, title] of Object.entries(laws)) {
			const law = content.laws.find((one) => one.id === id)!;
			expect([law.title.replace('中华人民共和国', ''), ...law.shortTitles]).toContain(title);
		}
	});

	test('every factor that is part of a violation is one of the benchmarks’', () => {
		for (const id of ['benchmark/bracket-default-v1', 'benchmark/bracket-example-v1']) {
			const known = tableOf<Benchmark>(id).factors.map((one) => one.id);
			const named = [...rows.values()].flatMap(({ elements }) => elements?.factors ?? []);
			expect(named.length).toBeGreaterThan(5);
			expect(named.filter((one) => !known.includes(one))).toEqual([]);
		}
	});

	test('what is not verified is neither scored nor without a mark', () => {
		const unverified = [...rows.values()].filter(({ verified }) => !verified);
		expect(unverified.map(({ id, scorable }) => [id, scorable])).toEqual([['whpf-100-unlicensed-trade-2026', false]]);
	});

	test('no row of the old chemicals regulation governs an act that ended after April 2026', () => {
		const old = [...rows.values()].filter(({ penalty }) => penalty.law === 'hazardous-chemicals-regulation');
		expect(old).toHaveLength(19);
		expect(new Set(old.map(({ valid }) => valid.to))).toEqual(new Set(['2026-04-30']));
	});

	test('every stage of every row can be said in words', () => {
		for (const row of rows.values()) {
			for (const { fines, remarks } of stageTable(row)) {
				expect([row.id, fines.length > 0 || remarks.includes('这一阶段没有罚款。')]).toEqual([row.id, true]);
				expect(JSON.stringify(fines)).not.toMatch(/NaN|undefined|null万/);
			}
		}
	});
});
