import { expect, test } from 'vitest';
import { generateCase } from '#lib/discretion/domain/generate/generate-case.ts';
import { keyOf } from '#lib/discretion/domain/marking-key.ts';
import { pointsOfCase } from '#lib/discretion/domain/marking-points.ts';
import { markAttempt, totalMark } from '#lib/discretion/domain/marking.ts';
import { PARTS, pointsOf } from '#lib/discretion/domain/practice-answer.ts';
import { CASE_LEVELS } from '#lib/discretion/domain/practice-case.ts';
import { readCaseBook } from '#lib/discretion/server/use-cases/rule-book.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { perfect } from '../support/practice.ts';

const book = readCaseBook(projectRoot(), 'default')!;

test('made cases are marked like authored ones: 100 points, and the engine’s own way earns them', () => {
	for (const level of CASE_LEVELS) {
		for (let seed = 0; seed < 150; seed++) {
			const { case: one } = generateCase(seed * 7919 + level, level, book);
			const asking = { one, key: keyOf(one, book), book, mode: 'practice' as const };
			const worth = [...pointsOfCase(asking.key).values()].reduce((sum, parts) => sum + parts, 0);
			expect(Math.abs(worth - 100 * PARTS), one.id).toBeLessThan(1);
			const verdicts = Object.values(markAttempt(asking, perfect(asking))).flat();
			const lost = verdicts
				.filter(({ earned, of }) => earned < of)
				.map(({ key, earned, of, why }) => [key, pointsOf(of - earned), why]);
			expect(lost, `${one.id} ${one.title}`).toEqual([]);
			expect(totalMark(verdicts)).toBe(100);
		}
	}
});
