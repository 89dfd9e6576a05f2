import { expect, test } from 'vitest';
import { type HeldVersion, statusOf } from './citation-status.ts';

const OLD: HeldVersion = {
	...{ version: '2017-09-01', inForceFrom: '2018-01-01', inForceUntil: '2021-07-14' },
	...{ text: 'gist', articles: 64, held: ['37'] }
};
const NEW: HeldVersion = {
	...{ version: '2021-01-22', inForceFrom: '2021-07-15', inForceUntil: null },
	...{ text: 'full', articles: 86, held: ['37', '86'] }
};
const TITLE_ONLY: HeldVersion = {
	...{ version: '2025-12-27', inForceFrom: '2026-05-01', inForceUntil: null },
	...{ text: 'missing', articles: null, held: [] }
};

test.each([
	['a text', [OLD, NEW], '37', '2026-01-01', undefined, 'in-force', '2021-01-22'],
	['a gist', [OLD, NEW], '37', '2020-01-01', undefined, 'in-force', '2017-09-01'],
	['a gist of another article only', [OLD, NEW], '38', '2020-01-01', undefined, 'text-missing', '2017-09-01'],
	['beyond the last article', [OLD, NEW], '65', '2020-01-01', undefined, 'no-such-article', '2017-09-01'],
	['an inserted article that nobody has checked', [OLD], '37-1', '2020-01-01', undefined, 'text-missing', '2017-09-01'],
	['not in the full text', [OLD, NEW], '37-1', '2026-01-01', undefined, 'no-such-article', '2021-01-22'],
	['before the first version', [OLD, NEW], '37', '2017-12-31', undefined, 'not-in-force', null],
	['nothing but a title', [TITLE_ONLY], '3', '2026-06-01', undefined, 'text-missing', '2025-12-27'],
	['adopted, not yet in force', [TITLE_ONLY], '3', '2026-04-30', undefined, 'not-in-force', null],
	['no version at all', [], '3', '2026-04-30', undefined, 'not-in-force', null],
	['the year of its amendment', [OLD, NEW], '37', '2026-01-01', 2021, 'in-force', '2021-01-22'],
	['the year of an older version', [OLD, NEW], '37', '2026-01-01', 2017, 'not-in-force', '2017-09-01'],
	['the year it came into force', [OLD, NEW], '37', '2020-01-01', 2018, 'in-force', '2017-09-01'],
	['a year of which no version is here', [OLD, NEW], '37', '2026-01-01', 1996, 'not-in-force', null]
] as const)('%s', (_, versions, article, on, edition, status, version) => {
	expect(statusOf(versions, article, { on, edition })).toEqual({ status, version });
});
