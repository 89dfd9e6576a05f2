import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { FileBody, ReviewBody } from '#lib/drafting/domain/piece-bodies.ts';
import type { Finding } from '#lib/drafting/domain/review/finding.ts';
import { GATES, SECTIONS, type Gate, type ScoreSheet } from '#lib/drafting/domain/review/score-sheet.ts';
import { seedDefects } from '#lib/drafting/domain/seeder/seed-defects.ts';
import { savePieces } from '#lib/drafting/server/repository/pieces.server.ts';
import { ruleBookOf } from '#lib/drafting/server/rule-books.server.ts';
import { cleanSample } from './break-rules.ts';

export const REVIEW = 'harbour-timber-review';
export const MODEL = 'harbour-timber';
/** What the file of the tests breaks: a seal, a fine in words, a deadline, the cover. */
export const SEEDED = ['DEC-09', 'DEC-10', 'SRV-03', 'FILE-11'] as const;

const common = {
	...{ author: '梁若川', sources: ['自编'], asOf: '2026-11-20', citations: [], place: 'default' },
	...{ industry: '工贸' as const, storyHtml: '<p>木业公司新工未培训。</p>' }
};

export function reviewBody(rules: readonly string[] = SEEDED): ReviewBody {
	const file = { ...cleanSample(), parameters: {} };
	const seeding = seedDefects({ file, rules, seed: 1, book: ruleBookOf('default') });
	if (!seeding.ok) throw new Error(JSON.stringify(seeding.refusal));
	const { documents, case: facts } = seeding.file;
	return { ...common, level: 2, file: MODEL, seed: 1, documents, case: facts, defects: seeding.defects };
}

/** A clean file and one with defects, as if they had come from content files. */
export async function loadReviewFiles({ db, now }: Ctx, version = 1, rules?: readonly string[]): Promise<void> {
	const { documents, case: facts } = cleanSample();
	const model: FileBody = { ...common, features: ['ordinary', 'hearing'], documents, case: facts };
	const review = {
		id: REVIEW,
		digest: `review-${version}`,
		title: '木业公司培训案（待评查）',
		body: reviewBody(rules)
	};
	await savePieces(db, 'review', [{ file: review, version, isPublished: true }], now);
	if (version > 1) return;
	const clean = { id: MODEL, digest: 'model', title: '木业公司培训案', body: model };
	await savePieces(db, 'file', [{ file: clean, version, isPublished: true }], now);
}

export const findingOf = (rule: string, more: Partial<Finding> = {}): Finding => ({
	...{ document: 'penalty-decision', field: null, rule, severity: 'major', consequence: 'revoke' },
	...more
});

/** A sheet with all gates passed but these, and full points but for the archive. */
export function sheetOf(archive = 10, failed: readonly Gate[] = []): ScoreSheet {
	const gates = Object.fromEntries(Object.keys(GATES).map((gate) => [gate, !failed.includes(gate as Gate)]));
	const points = Object.fromEntries(Object.entries(SECTIONS).map(([id, { most }]) => [id, most]));
	return {
		gates: gates as ScoreSheet['gates'],
		points: { ...(points as ScoreSheet['points']), archive },
		remarks: '卷内目录缺页码'
	};
}
