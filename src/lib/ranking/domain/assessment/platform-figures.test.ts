import { expect, test } from 'vitest';
import { type Records, platformFigures } from './platform-figures.ts';
import type { PlatformFigure } from './scheme.ts';

const standing = (unitId: string, ranked: number, mean: number | null) => {
	return { unitId, ranked, officers: ranked, mean, rank: null };
};
const officer = (id: string, unitId: string, joinedOn: string, certificateExpiresOn: string | null = '2028-01-01') => {
	return { id, unitId, joinedOn, certificateExpiresOn };
};
const RECORDS: Records = {
	today: '2026-11-22',
	boards: new Map([
		['2026-09', [standing('town', 1, 7000), standing('brigade', 2, 8000)]],
		['2026-10', [standing('town', 3, 8000)]],
		['2026-08', []]
	]),
	officers: [
		officer('xu', 'town', '2020-01-01'),
		officer('du', 'town', '2020-01-01', '2026-10-30'),
		officer('wei', 'town', '2026-10-12', null),
		officer('lin', 'brigade', '2020-01-01')
	],
	marks: [
		{ unitId: 'town', month: '2026-09', sum: 8000, count: 1 },
		{ unitId: 'town', month: '2026-10', sum: 27_001, count: 3 }
	],
	credited: [
		{ unitId: 'town', officerId: 'xu', month: '2026-09' },
		{ unitId: 'town', officerId: 'xu', month: '2026-10' },
		{ unitId: 'brigade', officerId: 'lin', month: '2026-10' }
	]
};

test.each<[PlatformFigure, string, string, object | null]>([
	['board-mean', 'town', '2026-10', { mean: 8000, count: 3 }],
	// Weighted by who was ranked: (1 × 70 + 3 × 80) / 4.
	['board-mean', 'town', '2026', { mean: 7750, count: 4 }],
	['board-mean', 'brigade', '2026-10', { mean: 0, count: 0 }],
	['board-mean', 'town', '2026-08', null],
	['board-mean', 'town', '2026-07', null],
	['board-mean', 'town', '2026-12', null],
	['board-participation', 'town', '2026-09', { part: 1, whole: 2 }],
	['board-participation', 'town', '2026-10', { part: 3, whole: 3 }],
	['board-participation', 'town', '2026', { part: 4, whole: 5 }],
	// Both were ranked in September; one of them has moved on since.
	['board-participation', 'brigade', '2026-09', { part: 2, whole: 2 }],
	['drafting-mean', 'town', '2026-10', { mean: 9000, count: 3 }],
	['drafting-mean', 'town', '2026', { mean: 8750, count: 4 }],
	['drafting-mean', 'brigade', '2026', { mean: 0, count: 0 }],
	['certificates', 'town', '2026-09', { part: 2, whole: 2 }],
	['certificates', 'town', '2026-10', { part: 1, whole: 3 }],
	['certificates', 'town', '2026', { part: 1, whole: 3 }],
	['commentary', 'town', '2026', { part: 1, whole: 3 }],
	['commentary', 'town', '2026-08', { part: 0, whole: 2 }]
])('%s of %s in %s', (figure, unitId, period, figures) => {
	expect(platformFigures(RECORDS, figure, { unitId, period })).toEqual(figures);
});
