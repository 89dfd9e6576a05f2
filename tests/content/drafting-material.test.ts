import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { checkFile } from '#lib/drafting/domain/check-file.ts';
import { judgeDraft } from '#lib/drafting/domain/judge-draft.ts';
import { FILE_FEATURES } from '#lib/drafting/domain/piece-bodies.ts';
import { entriesOf } from '#lib/drafting/domain/read-entries.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { isYearKnown } from '#lib/shared/calendar.ts';

const { content } = readContent(projectRoot());
const { file: files, task: tasks, guide: guides, review: reviews } = content.draftingPieces;
const bookAt = (place: string) => bookOf(content.drafting!, place)!;

/** The long texts inside a value: what officers learn wordings from. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

describe('case files', () => {
	test('there are files of every kind of procedure, in different industries', () => {
		expect(files.length).toBeGreaterThanOrEqual(5);
		expect(new Set(files.flatMap(({ body }) => body.features))).toEqual(new Set(Object.keys(FILE_FEATURES)));
		expect(new Set(files.map(({ body }) => body.industry)).size).toBeGreaterThanOrEqual(4);
	});

	test.each(files.map((file) => [file.id, file] as const))('%s is clean, whole and of a known year', (_, { body }) => {
		const report = checkFile({ documents: body.documents, case: body.case, parameters: {} }, bookAt(body.place));
		expect(report).toMatchObject({ score: 100, capped: false });
		expect(Object.values(report.documents).flatMap(({ unlistedYears }) => unlistedYears)).toEqual([]);
		const most = body.features.includes('summary') ? 7 : 10;
		expect(Object.keys(body.documents).length).toBeGreaterThanOrEqual(most);
		expect(Object.keys(body.documents).at(-1)).toBe('case-closure-approval');
		const days = textsIn(body.documents).filter((text) => /^\d{4}-\d{2}-\d{2}/.test(text));
		expect(days.every((day) => isYearKnown(day.slice(0, 10)) || day.startsWith('2025'))).toBe(true);
	});

	test('their long texts are wordings that one can learn from', () => {
		for (const { id, body } of files) {
			const long = textsIn(body.documents).filter((text) => text.length >= 120);
			expect(long.length, id).toBeGreaterThanOrEqual(2);
		}
	});
});

describe('tasks', () => {
	test('there are enough, over enough kinds, from easy to hard, and the three core documents are there for newcomers', () => {
		expect(tasks.length).toBeGreaterThanOrEqual(24);
		expect(new Set(tasks.map(({ body }) => body.document)).size).toBe(content.drafting!.documents.size);
		expect(new Set(tasks.map(({ body }) => body.level))).toEqual(new Set([1, 2, 3, 4, 5]));
		for (const core of ['onsite-inspection-record', 'rectification-order', 'penalty-decision']) {
			expect(tasks.some(({ body }) => body.document === core && body.level <= 2)).toBe(true);
		}
	});

	test.each(tasks.map((task) => [task.id, task] as const))(
		'%s: the model is without a finding, the empty form is not',
		(_, { body }) => {
			const book = bookAt(body.place);
			const kind = book.documents.get(body.document)!;
			const judged = judgeDraft({ task: body, entries: entriesOf(kind, body.model), book });
			expect(judged.rules).toMatchObject({ score: 100, violations: [] });
			expect(judged.unreadable).toEqual([]);
			expect(judged.texts).toEqual([]);
			const begun = judgeDraft({ task: body, entries: entriesOf(kind, body.prefilled), book });
			expect(begun.rules.violations.length).toBeGreaterThan(0);
		}
	);

	test('marked reasoning is where there is reasoning to write', () => {
		const marked = tasks.filter(({ body }) => body.guide !== null);
		expect(marked.length).toBeGreaterThanOrEqual(12);
		for (const { body } of marked.filter(({ body }) => body.level >= 4))
			expect(body.texts.length).toBeGreaterThanOrEqual(3);
	});
});

test('guides have four to six criteria with four levels each, whose anchors differ', () => {
	expect(guides.length).toBeGreaterThanOrEqual(3);
	for (const { id, body } of guides) {
		expect([4, 5, 6], id).toContain(body.criteria.length);
		for (const { levels } of body.criteria) {
			expect(levels).toHaveLength(4);
			expect(new Set(levels.map(({ anchor }) => anchor)).size).toBe(4);
		}
	}
});

describe('seeded files', () => {
	test('there are enough, of different size and weight, from every clean file', () => {
		expect(reviews.length).toBeGreaterThanOrEqual(12);
		expect(new Set(reviews.map(({ body }) => body.file))).toEqual(new Set(files.map(({ id }) => id)));
		const defects = reviews.flatMap(({ body }) => body.defects);
		const share = (severity: string) => defects.filter((one) => one.severity === severity).length / defects.length;
		for (const severity of ['fatal', 'major', 'minor']) expect(share(severity)).toBeGreaterThan(0.1);
		const rules = bookAt('default');
		const kinds = [...rules.documents.values()].flatMap((kind) => kind.rules).concat(rules.fileRules);
		const broken = new Set(defects.map(({ rule }) => kinds.find(({ id }) => id === rule)!.kind));
		expect(broken.size).toBeGreaterThanOrEqual(12);
	});

	test.each(reviews.map((review) => [review.id, review] as const))(
		'%s: the engine finds its key and nothing else',
		(_, { body }) => {
			const report = checkFile({ documents: body.documents, case: body.case, parameters: {} }, bookAt(body.place));
			const found = [...Object.values(report.documents), report.fileRules].flatMap(({ violations }) => violations);
			expect(found.map(({ rule }) => rule).sort()).toEqual(body.defects.map(({ rule }) => rule).sort());
			expect(found.length).toBeGreaterThanOrEqual(3);
			expect(found.length).toBeLessThanOrEqual(9);
		}
	);
});
