import { expect, test } from 'vitest';
import type { Polarity } from './case.ts';
import { findJudgementFaults } from './judgement.ts';

test.each<[Polarity, number, number, string[]]>([
	['positive', 1, 0, []],
	['positive', 0, 0, ['well']],
	['positive', 1, 1, ['defects']],
	['negative', 0, 1, []],
	['negative', 1, 1, []],
	['negative', 1, 0, ['defects']],
	['mixed', 1, 1, []],
	['mixed', 0, 0, ['well', 'defects']]
])('%s with %i done well and %i defects', (polarity, well, defects, fields) => {
	const faults = findJudgementFaults({ polarity, well: Array(well).fill(''), defects: Array(defects).fill('') });
	expect(faults.map(({ field }) => field)).toEqual(fields);
});
