import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { SUBJECTS } from '#lib/discretion/domain/subjects.ts';
import type { Fine } from '#lib/discretion/domain/fine.ts';
import type { Jurisdiction } from '#lib/discretion/domain/jurisdiction.ts';
import { isPath } from '#lib/drafting/domain/check.ts';
import type { Rule } from '#lib/drafting/domain/rule.ts';
import type { Statute } from '#lib/drafting/domain/statute.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { yuanOf } from '#lib/shared/money.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { withShared } from '../support/shared.ts';

const { content } = readContent(projectRoot());
const drafting = content.drafting!;
const documents = [...drafting.documents.values()];

type Plain = Record<string, unknown>;
interface SourceRule {
	id: string;
	severity: string;
	points: number;
	kind: string;
	basis_status: string;
	legal_basis: string;
	when?: Plain[];
	check: Plain;
}
interface Source {
	documents: {
		id: string;
		name_zh: string;
		fields: { id: string; type: string; required: boolean }[];
		rules: SourceRule[];
	}[];
	file_rules: SourceRule[];
	params: { id: string; value: number; status: string }[];
	case_fields: { path: string; type: string }[];
	ops: Plain;
	grading: { fatal_cap: number };
	calendar: { holidays: string[]; makeup_workdays: string[] };
	statutes: { rows: (Plain & { id: string })[] };
}

/** A rule of ours as the source writes it: paths and patterns as texts again. */
function plain(value: unknown): unknown {
	if (isPath(value)) return value.text;
	if (value instanceof RegExp) return value.source;
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, part]) => [key, plain(part)]);
	return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}
const asText = (check: Plain) => (check['op'] === 'cites' ? { ...check, article: String(check['article']) } : check);

describe('the researched source, word for word where a machine reads it', () => {
	// Added by us: the upper bound where the range rule steps back.
	const ADDED = ['RPT-14', 'NOT-16', 'DEC-30'];

	test('documents, fields and rules', (context) => {
		const source = parse(readFileSync(withShared(context, 'domain/documents.yaml'), 'utf8')) as Source;
		expect(documents.map(({ id }) => id).sort()).toEqual(source.documents.map(({ id }) => id).sort());
		for (const { id, name_zh, fields, rules } of source.documents) {
			const ours = drafting.documents.get(id)!;
			expect(ours.title).toBe(name_zh);
			expect(ours.fields.map((field) => [field.id, field.isExpected])).toEqual(
				fields.map((field) => [field.id, field.required])
			);
			const kept = ours.rules.filter((rule) => !ADDED.includes(rule.id));
			expect(kept.map(summary)).toEqual(rules.map(sourceSummary));
		}
		expect(drafting.fileRules.map(summary)).toEqual(source.file_rules.map(sourceSummary));
		const count = documents.reduce((sum, { rules }) => sum + rules.length, 0);
		expect([documents.length, count - ADDED.length, drafting.fileRules.length]).toEqual([22, 269, 12]);
	});

	test('parameters, statutes, calendar and scoring', (context) => {
		const source = parse(readFileSync(withShared(context, 'domain/documents.yaml'), 'utf8')) as Source;
		const ours = drafting.places.get('default')!.map(({ id, value, status }) => ({ id, value, status }));
		// Terms of training beside the figures of law: no rule refers to them.
		const TRAINING = ['marking_workdays', 'objection_workdays', 'newcomer_days', 'newcomer_pass'];
		const legal = ours.filter(({ id }) => !TRAINING.includes(id));
		expect(legal).toEqual(source.params.map(({ id, value, status }) => ({ id, value, status })));
		expect(ours.length - legal.length).toBe(TRAINING.length);
		expect(drafting.scoring.fatalCap).toBe(source.grading.fatal_cap);
		for (const row of source.statutes.rows) {
			const { law, article, items, unitFine, personFine, incomePercent } = drafting.statutes.get(row.id)!;
			expect({ law, article: Number(article), items, unitFine, personFine, incomePercent }).toEqual({
				...{ law: row['law'], article: row['article'], items: row['items'], incomePercent: row['income_pct'] },
				...{ unitFine: row['unit_fine_yuan'], personFine: row['person_fine_yuan'] }
			});
		}
		expect(drafting.statutes.size).toBe(source.statutes.rows.length);
		expect(source.calendar.holidays.filter(isWorkday)).toEqual([]);
		expect(source.calendar.makeup_workdays.filter((day) => !isWorkday(day))).toEqual([]);
	});

	const summary = ({ id, severity, points, kind, basisStatus, when, check }: Rule) => ({
		...{ id, severity, points, kind, basisStatus },
		when: plain(when),
		check: plain(check)
	});
	const sourceSummary = ({ id, severity, points, kind, basis_status, when, check }: SourceRule) => ({
		...{ id, severity, points, kind, basisStatus: basis_status },
		when: when ?? [],
		check: asText(check)
	});
});

describe('one figure, one truth', () => {
	const wsl = content.provisions.filter(({ body }) => body.penalty.law === 'work-safety-law').map(({ body }) => body);
	const STAGES = { first: 'first', overdue: 'overdue', refuse: 'refused' } as const;
	const isUnit = (subject: string) => subject === SUBJECTS.单位 || subject.includes('单位') || subject === '单位';

	/** The ranges in yuan that the penalty table has for the article and stage of a row. */
	function rangesOf({ id, article, paragraph }: Statute) {
		const stage = STAGES[id.split('-').at(-1) as keyof typeof STAGES];
		const fines = wsl
			.filter(({ penalty }) => penalty.article === article)
			.filter(({ penalty }) => paragraph === undefined || penalty.paragraph === paragraph)
			.flatMap(({ stages }) => stages[stage]?.fines ?? [])
			.filter((fine): fine is Extract<Fine, { kind: 'range' | 'up_to' }> => ['range', 'up_to'].includes(fine.kind));
		const of = (wants: boolean) =>
			fines
				.filter(({ subject }) => isUnit(subject) === wants)
				.map(({ min, max }) => JSON.stringify([yuanOf(min), yuanOf(max)]));
		return { unit: of(true), person: of(false) };
	}

	const staged = [...drafting.statutes.values()].filter(({ id }) => /-(first|overdue|refuse)$/.test(id));
	test.each(staged.map((row) => [row.id, row] as const))('%s stands in the penalty table', (_, row) => {
		const { unit, person } = rangesOf(row);
		if (row.unitFine) expect(unit).toContain(JSON.stringify(row.unitFine));
		if (row.personFine) expect(person).toContain(JSON.stringify(row.personFine));
		if (!row.personFine) expect(person).toEqual([]);
	});

	test('hearing thresholds are those of the discretion room', () => {
		const place = content.tables.find(({ id }) => id === 'jurisdiction/default')!.body as unknown as Jurisdiction;
		const valueOf = (id: string) => drafting.places.get('default')!.find((one) => one.id === id)!.value;
		expect(valueOf('hearing_fine_unit')).toBe(yuanOf(place.hearing.unit));
		expect(valueOf('hearing_fine_person')).toBe(yuanOf(place.hearing.person));
	});

	test('another place changes what it names and nothing else', () => {
		const values = (place: string) => drafting.places.get(place)!.map(({ id, value }) => [id, value]);
		expect(
			values('local-example').filter(([id], at) => values('default')[at]![1] !== values('local-example')[at]![1] && id)
		).toEqual([
			...[
				['hearing_fine_unit', 50_000],
				['hearing_fine_person', 20_000],
				['statement_days', 5]
			]
		]);
	});
});

describe('words', () => {
	test('no English and no half-width punctuation reaches an officer', () => {
		const rules = [...documents.flatMap((kind) => kind.rules), ...drafting.fileRules];
		const texts = [
			...rules.flatMap(({ requirement, basis, note }) => [requirement, basis, note ?? '']),
			...documents.flatMap(({ title, purpose, fields }) => [title, purpose, ...fields.map(({ label }) => label)]),
			...[...drafting.statutes.values()].map(({ description }) => description)
		];
		expect(texts.filter((text) => /[a-z]{3}|[,;:()]/.test(text))).toEqual([]);
	});

	test('a basis that is called verified names a law, a document of the seed or plain logic', () => {
		const rules = [...documents.flatMap((kind) => kind.rules), ...drafting.fileRules];
		const unnamed = rules.filter(({ basisStatus, basis, citations }) => {
			const names = /第[零一二三四五六七八九十百]+条|措施|意见|材料|计划|逻辑|次序|一致性|评查|算术/;
			return basisStatus === 'verified' && citations.length === 0 && !names.test(basis);
		});
		expect(unnamed.map(({ id }) => id)).toEqual([]);
	});
});
