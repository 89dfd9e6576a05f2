import type { Figures, Formula } from '#lib/ranking/domain/assessment/formula.ts';
import type { Indicator, Scheme } from '#lib/ranking/domain/assessment/scheme.ts';

const reported = (id: string, dimension: string, formula: Formula, more: Partial<Indicator> = {}): Indicator => ({
	...{ id, dimension, name: id, formula, source: 'reported', share: { daily: 100, 'year-end': 100 }, norm: 'D' },
	...more
});
const SHARE: Formula = { kind: 'share', part: '件按时', whole: '件应办' };

/** A small scheme with one of every formula: two dimensions of 60 and 40. */
export const SCHEME: Scheme = {
	...{ version: 1, from: '2026-01', daily: 'month', units: ['brigade', 'town'] },
	year: { daily: 60, 'year-end': 40, norm: 'D' },
	workdays: { report: 5, confirm: 5, norm: 'D' },
	dimensions: [
		{ id: 'work', name: '规范执法', weight: 60, norm: 'D' },
		{ id: 'people', name: '人才建设', weight: 40, norm: 'D' }
	],
	indicators: [
		reported('plan', 'work', { kind: 'yes-no' }, { share: { daily: 20 } }),
		reported('published', 'work', SHARE, { share: { daily: 50, 'year-end': 100 } }),
		reported(
			'errors',
			'work',
			{ kind: 'error-rate', points: 20, errors: '处差错', cases: '件' },
			{ share: { daily: 30 } }
		),
		reported(
			'five',
			'people',
			{ kind: 'n-of', of: 5, what: '项' },
			{ share: { daily: 40, 'year-end': 100 }, carries: true }
		),
		reported(
			...(['conduct', 'people'] as const),
			{ kind: 'deduct', events: [{ id: 'complaint', name: '件投诉', points: 50 }] },
			{ share: { daily: 30 } }
		),
		reported(
			'skill',
			'people',
			{ kind: 'mean', what: '人次' },
			{ share: { daily: 30 }, source: 'platform', figure: 'board-mean' }
		)
	],
	vetoes: [
		{ id: 'complaint', name: '有查实的投诉', by: { indicator: 'conduct', event: 'complaint' }, norm: 'D' },
		{ id: 'false-data', name: '填报虚假数据', norm: 'D' }
	]
};

/** A sound month: everything is known. */
export const KNOWN: Readonly<Record<string, Figures>> = {
	plan: { done: 1 },
	published: { part: 3, whole: 4 },
	errors: { errors: 1, cases: 2 },
	five: { count: 4 },
	conduct: { complaint: 0 },
	skill: { mean: 8650, count: 6 }
};

/** Something sound for any formula. */
export function soundFor(formula: Formula): Figures {
	switch (formula.kind) {
		case 'yes-no':
			return { done: 1 };
		case 'n-of':
			return { count: formula.of };
		case 'mean':
			return { mean: 8000, count: 2 };
		case 'share':
			return { part: 4, whole: 5 };
		case 'error-rate':
			return { errors: 1, cases: 2 };
		case 'deduct':
			return Object.fromEntries(formula.events.map(({ id }) => [id, 0]));
	}
}
