import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFile } from '#lib/drafting/domain/check-file.ts';
import { caseFileSchema } from '#lib/drafting/forms.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { readDrafting } from '#lib/drafting/server/use-cases/rule-book.server.ts';
import { parseYaml } from '#lib/platform/content-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { cleanSample } from '../support/break-rules.ts';

const book = bookOf(readDrafting(projectRoot()), 'default')!;
const schema = caseFileSchema(book);
const read = (value: unknown) => parseYaml('input.json', JSON.stringify(value), schema, { asTexts: true });

type Keys = readonly (string | number)[];
/** Every place of a value, branches and leaves. */
function placesOf(value: unknown, at: Keys = []): Keys[] {
	if (typeof value !== 'object' || value === null) return [at];
	return [at, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...at, key]))];
}
const places = placesOf(cleanSample()).filter((keys) => keys.length > 0);

function replaced(keys: Keys, value: unknown): unknown {
	const copy = cleanSample() as unknown as Record<string, unknown>;
	let inner = copy;
	for (const key of keys.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
	if (value === undefined) delete inner[keys.at(-1)!];
	else inner[keys.at(-1)!] = value;
	return copy;
}

const odd = fc.oneof(
	fc.constantFrom<unknown>(undefined, null, '', ' ', [], {}, [null], [[]], [{}], true, false, 0, -1, 1e21, 0.001),
	fc.constantFrom(
		'2026-02-30',
		'2026-12-31',
		'9999-12-31',
		'2026-06-10T09:30',
		'零元整',
		'aqscf-97-first',
		'__proto__'
	),
	fc.string(),
	fc.jsonValue()
);

describe('one value of a sound file replaced by anything', () => {
	test('is refused with its place, or judged by every rule', () => {
		const count = [...book.documents.values()].reduce((sum, { rules }) => sum + rules.length, book.fileRules.length);
		fc.assert(
			fc.property(fc.constantFrom(...places), odd, (keys, value) => {
				const parsed = read(replaced(keys, value));
				if (!parsed.ok) {
					for (const { line, message } of parsed.faults) expect([line > 0, message !== '']).toEqual([true, true]);
					return;
				}
				const { documents, case: facts, params } = parsed.value;
				const report = checkFile({ documents, case: facts, parameters: params }, book);
				const reports = [...Object.values(report.documents), report.fileRules];
				const judged = reports.flatMap((one) => [...one.passed, ...one.notApplicable, ...one.violations]);
				const missing = [...book.documents.values()].filter(({ id }) => !(id in report.documents));
				expect(judged).toHaveLength(count - missing.reduce((sum, { rules }) => sum + rules.length, 0));
				expect(report.score >= 0 && report.score <= (report.capped ? 59 : 100)).toBe(true);
				for (const { violations } of reports)
					for (const { message } of violations) expect(message).not.toMatch(/undefined|NaN|\[object/);
			}),
			{ numRuns: 200 }
		);
	});

	const ofSample = (keys: Keys): unknown =>
		keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], cleanSample());
	test.each([
		['9999-12-31', /^\d{4}-/],
		['2999-12-31', /^\d{4}-/],
		['1e21', /^\d+$/],
		['999999999999', /^\d+$/]
	])('%s for any day or figure is refused, or counted to its end', { timeout: 60_000 }, (value, like) => {
		const alike = places.filter((keys) => like.test(JSON.stringify(ofSample(keys)).replaceAll('"', '')));
		expect(alike.length).toBeGreaterThan(5);
		for (const keys of alike) {
			const parsed = read(replaced(keys, value));
			if (!parsed.ok) continue;
			const { documents, case: facts, params } = parsed.value;
			expect(checkFile({ documents, case: facts, parameters: params }, book).score).toBeGreaterThanOrEqual(0);
		}
	});

	test('everything may be left empty, in each way of writing nothing', () => {
		fc.assert(
			fc.property(fc.constantFrom(...places), fc.constantFrom(null, '', undefined), (keys, nothing) => {
				const isNeeded = keys.length === 1 && keys[0] === 'documents' && nothing === undefined;
				expect(read(replaced(keys, nothing)).ok).toBe(!isNeeded);
			}),
			{ numRuns: 150 }
		);
	});
});
