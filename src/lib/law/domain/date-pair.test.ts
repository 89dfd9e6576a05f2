import { expect, test } from 'vitest';
import { pairVersions } from './date-pair.ts';
import type { KnownVersion } from './succession.ts';

const version = (law: string, name: string, from: string, until: string | null, replacedBy: string | null = null) =>
	({
		law,
		title: law,
		version: name,
		inForceFrom: from,
		inForceUntil: until,
		replacedBy,
		hasText: false
	}) satisfies KnownVersion;
const versions = [
	version('code', '2017-09-01', '2018-01-01', '2023-12-31'),
	version('code', '2023-09-01', '2024-01-01', null),
	version('regulation', '2013-12-07', '2013-12-07', '2026-04-30', 'act'),
	version('act', '2025-12-27', '2026-05-01', null)
];
const words = (law: string, on: string, decided: string) => {
	const pair = pairVersions(versions, law, { on, decided });
	return pair && `${pair.act.version} | ${pair.decision.law} ${pair.decision.version} | ${pair.differ}`;
};

test.each([
	['both under the old text', 'code', '2023-11-01', '2023-12-31', '2017-09-01 | code 2017-09-01 | false'],
	['act before, decision after', 'code', '2023-12-31', '2024-01-01', '2017-09-01 | code 2023-09-01 | true'],
	['both under the new text', 'code', '2024-01-01', '2024-06-01', '2023-09-01 | code 2023-09-01 | false'],
	['one day', 'code', '2024-01-01', '2024-01-01', '2023-09-01 | code 2023-09-01 | false'],
	['another law came in between', 'regulation', '2026-04-20', '2026-07-01', '2013-12-07 | act 2025-12-27 | true'],
	['the act is after the end of the law', 'regulation', '2026-05-02', '2026-07-01', 'null | regulation null | false'],
	['the act is before the beginning', 'code', '2010-01-01', '2024-06-01', 'null | code 2023-09-01 | true'],
	['the decision before the act', 'code', '2024-01-02', '2024-01-01', null],
	['no such law', 'nowhere', '2024-01-01', '2024-01-02', 'null | nowhere null | false']
])('%s', (_, law, on, decided, expected) => {
	expect(words(law, on, decided)).toBe(expected);
});
