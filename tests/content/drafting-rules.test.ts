import { describe, expect, test } from 'vitest';
import { checkFile } from '#lib/drafting/domain/check-file.ts';
import { readDrafting } from '#lib/drafting/server/use-cases/rule-book.server.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { type Patch, type Sample, breakersOf, cleanSample, patched } from '../support/break-rules.ts';

const book = bookOf(readDrafting(projectRoot()), 'default')!;
const check = ({ documents, case: facts }: Sample) => checkFile({ documents, case: facts, parameters: {} }, book);
const ruleOf = (sample: Sample, kind: string | null) =>
	kind === null ? check(sample).fileRules : check(sample).documents[kind]!;

const PERSON_CASE: Patch = {
	...{ 'f.party_type': 'person', 'f.penalty_basis_id': 'aqscf-94-first', 'f.proposed_fine': 20_000 },
	...{ 'f.penalty_basis[].article': '94', 'd.investigation-report.proposed_fine': 20_000 }
};
const ON_SPOT: Patch = {
	...{ 'f.payment_mode': 'on-spot', 'f.on_spot_reason': 'hard-to-enforce-later', 'f.receipt_issued': true }
};
const ANNOUNCED: Patch = {
	...{ 'f.method': 'announcement', 'f.announced_on': '2026-07-06', 'f.announce_reason': '下落不明，其他方式均无法送达' }
};

/** What makes a rule applicable that the clean file leaves aside; after it the rule passes and nothing is violated. */
const ARRANGED: Record<string, Patch> = {
	'REV-07': { 'f.overall': 'partly-done', 'f.results[].result': 'not-done', 'f.followup': '立案查处' },
	'FIL-10': { 'c.life_safety_harm': true },
	'SEI-04': { 'f.urgent': true, 'f.executed_at': '2026-06-16T11:00', 'f.approved_at': '2026-06-17T11:00' },
	'RPT-14': { 'f.mitigated_below': true },
	'NOT-05': { 'd.hearing-notice': undefined, 'f.hearing_right': true },
	'NOT-06': { ...PERSON_CASE, 'd.hearing-notice': undefined, 'f.hearing_right': true },
	'NOT-07': { 'd.hearing-notice': undefined, 'f.hearing_right': true, 'f.penalty_kinds': ['suspend-business'] },
	'NOT-16': { 'f.mitigated_below': true },
	'LEG-03': { 'f.reviewer.first_time': true, 'f.reviewer.qualified': true },
	'DEC-27': { 'f.mitigated_below': true, 'f.mitigation_ground': '主动消除危害后果' },
	'DEC-29': { 'd.hearing-notice': undefined, 'd.penalty-notice.hearing_right': true },
	'DEC-30': { 'f.mitigated_below': true, 'f.mitigation_ground': '主动消除危害后果' },
	'SUM-03': { 'f.party_type': 'person', 'f.fine': 200 },
	'SUM-08': ON_SPOT,
	'SUM-14': ON_SPOT,
	'SUM-16': ON_SPOT,
	'SRV-04': { 'f.method': 'leave', 'f.refusal_reason': '负责人拒收', 'f.witnesses': ['陆见川'] },
	'SRV-05': { 'f.method': 'leave', 'f.refusal_reason': '负责人拒收', 'f.av_recorded': true },
	'SRV-06': { 'f.method': 'electronic', 'f.e_consent': true },
	'SRV-07': { 'f.method': 'mail', 'f.tracking_no': 'EMS0001' },
	'SRV-08': ANNOUNCED,
	'SRV-09': ANNOUNCED,
	'CLO-02': { 'f.execution': 'full-voluntary' },
	'CRD-04': { 'f.tier': 'serious', 'f.min_publish_months': 12, 'f.max_publish_months': 36 },
	'CRD-05': { 'f.tier': 'minor', 'f.min_publish_months': undefined, 'f.max_publish_months': 3 },
	'FILE-09': { 'c.crime_suspected': true, 'c.transfer_doc_no': '（青）应急移〔2026〕1号' }
};

/** What else of the same document breaks in at least one of the plain ways to break a rule. */
const TOGETHER: Record<string, readonly string[]> = {
	'PLAN-03': ['PLAN-02'],
	'REC-02': ['REC-07'],
	'ORD-02': ['ORD-04'],
	'REV-06': ['REV-03'],
	'INT-02': ['INT-08'],
	'RPT-02': ['RPT-11'],
	'RPT-08': ['RPT-09'],
	'RPT-13': ['RPT-11'],
	'NOT-07': ['NOT-05'],
	'NOT-08': ['NOT-10'],
	'NOT-16': ['NOT-10'],
	'LEG-07': ['LEG-09'],
	'COL-03': ['COL-04', 'COL-05'],
	'DEC-11': ['DEC-10', 'DEC-16'],
	'DEC-14': ['DEC-15'],
	'DEC-15': ['DEC-14'],
	'DEC-16': ['DEC-10'],
	'DEC-25': ['DEC-11', 'DEC-12'],
	'DEC-29': ['DEC-14'],
	'DEC-30': ['DEC-10', 'DEC-16'],
	'SUM-11': ['SUM-15'],
	'DEM-02': ['DEM-05'],
	'DEM-04': ['DEM-05'],
	'DEM-10': ['DEM-05'],
	'LPF-02': ['LPF-01'],
	'APP-02': ['APP-05'],
	'FILE-02': ['FILE-08']
};

/** Rules that no plain way breaks alone, and the way that does: with these every rule can be broken alone in its document. */
const TOO_MUCH: Patch = {
	'f.fine': 150_000,
	'f.fine_upper': '壹拾伍万元整',
	'd.penalty-notice.proposed_fine': 150_000
};
const TOO_MUCH_PROPOSED: Patch = { 'f.proposed_fine': 150_000, 'd.investigation-report.proposed_fine': 150_000 };
const BROKEN_ALONE: Record<string, Patch> = {
	'RPT-08': { 'd.case-filing-approval.approved_on': '2026-07-07' },
	'NOT-07': { 'f.hearing_right': false, 'f.proposed_fine': 20_000, 'd.investigation-report.proposed_fine': 20_000 },
	'NOT-08': TOO_MUCH_PROPOSED,
	'NOT-16': TOO_MUCH_PROPOSED,
	'LEG-07': { 'd.hearing-notice.hearing_on': '2026-07-31' },
	'DEC-11': TOO_MUCH,
	'DEC-14': { 'c.hearing_waived': true, 'f.decided_on': '2026-07-14' },
	'DEC-15': { 'c.statement_waived': true, 'f.decided_on': '2026-07-16' },
	'DEC-16': { 'd.penalty-notice.proposed_fine': 34_999.99 },
	'DEC-25': { 'd.penalty-notice.penalty_basis_id': 'aqscf-99-first' },
	'DEC-29': { 'c.statement_waived': true, 'f.decided_on': '2026-07-16' },
	'DEC-30': TOO_MUCH,
	'DEM-04': { 'f.late_fine': 35_001, 'f.total': 70_001 },
	'DEM-10': { 'f.principal': 36_000, 'f.total': 46_500 },
	'LPF-02': { 'f.late_fine': 35_001, 'f.days_suspended': undefined },
	'APP-02': { 'f.demand_served_on': '2027-02-15' }
};

const rules = [
	...[...book.documents.values()].flatMap(({ id, rules: own }) => own.map((rule) => ({ rule, kind: id }))),
	...book.fileRules.map((rule) => ({ rule, kind: null }))
];

test('the tables of this test name rules that are there', () => {
	const ids = new Set(rules.map(({ rule }) => rule.id));
	expect(ids.size).toBe(rules.length);
	const named = [ARRANGED, TOGETHER, BROKEN_ALONE].flatMap((table) => Object.keys(table));
	expect([...named, ...Object.values(TOGETHER).flat()].filter((id) => !ids.has(id))).toEqual([]);
});

test('the clean file breaks nothing, and every document of it scores 100', () => {
	const report = check(cleanSample());
	const violations = [...Object.values(report.documents), report.fileRules].flatMap((one) => one.violations);
	expect(violations.map(({ message }) => message)).toEqual([]);
	for (const { score } of Object.values(report.documents)) expect(score).toBe(100);
	expect(report).toMatchObject({ score: 100, grade: 'excellent', capped: false });
	expect(Object.keys(report.documents)).toHaveLength(book.documents.size);
});

describe('every rule has an example that passes and examples that fail', () => {
	test.each(rules.map((one) => [one.rule.id, one] as const))('%s', (id, { rule, kind }) => {
		const arranged = patched(cleanSample(), kind, ARRANGED[id] ?? {});
		const before = ruleOf(arranged, kind);
		expect(before.violations.map(({ message }) => message)).toEqual([]);
		expect(before.passed).toContain(id);
		const others = new Set<string>();
		const ways: Patch[] = [];
		const breakers = breakersOf(rule.check, arranged, kind);
		expect(breakers.length).toBeGreaterThan(0);
		for (const patch of breakers) {
			const after = ruleOf(patched(arranged, kind, patch), kind);
			const violation = after.violations.find((one) => one.rule === id);
			expect([patch, violation && 'violated']).toEqual([patch, 'violated']);
			expect(violation).toMatchObject({ severity: rule.severity, points: rule.points, basis: rule.basis });
			expect(violation!.message).toMatch(/^\p{Script=Han}.*：.*\p{Script=Han}/u);
			expect(violation!.path).toMatch(/^([fc]|d\.[a-z-]+)(\.|$)/);
			expect(after.capped).toBe(after.violations.some(({ severity }) => severity === 'fatal'));
			for (const other of after.violations) if (other.rule !== id) others.add(other.rule);
			if (after.violations.length === 1) ways.push(patch);
		}
		expect([...others].sort()).toEqual(TOGETHER[id] ?? []);
		// A way of its own is given only where it is needed.
		expect(ways.length > 0).toBe(!(id in BROKEN_ALONE));
		const alone = ruleOf(patched(arranged, kind, BROKEN_ALONE[id] ?? ways[0]!), kind);
		expect(alone.violations.map((one) => one.rule)).toEqual([id]);
	});
});
