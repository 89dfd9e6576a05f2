import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHonourFiles } from '#lib/ranking/server/use-cases/honour-files.server.ts';
import { readRuleFiles } from '#lib/ranking/server/use-cases/rule-files.server.ts';
import { readSeasonFiles } from '#lib/ranking/server/use-cases/season-files.server.ts';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/cluster.ts';
import { plantIn } from '../support/house.ts';

const FIRST = 'content/ranking/rules/1.yaml';
const SECOND = 'content/ranking/rules/2.yaml';
const HONOURS = 'content/ranking/honours.yaml';
const SEASONS = 'content/ranking/seasons.yaml';
const HOUSE = Object.fromEntries(
	[FIRST, SECOND, HONOURS, SEASONS].map((path) => [path, readFileSync(join(ROOT, path), 'utf8')])
);

/** Every fault of the rules and the honours of a house, without the line. */
function inRanking(house: Record<string, string>): string[] {
	const root = mkdtempSync(join(tmpdir(), 'leitai-rules-'));
	try {
		mkdirSync(join(root, 'content/ranking/rules'), { recursive: true });
		for (const [path, text] of Object.entries(house)) writeFileSync(join(root, path), text);
		const faults = [...readHonourFiles(root).faults, ...readRuleFiles(root).faults, ...readSeasonFiles(root).faults];
		return faults.map(({ file, field, message }) => `${file} ${field} ${message}`);
	} finally {
		rmSync(root, { recursive: true });
	}
}

describe('rules of the month', () => {
	test('as shipped are sound, and lie beside the honours without being taken for one', () => {
		expect(inRanking(HOUSE)).toEqual([]);
	});

	test.each<[string, string, readonly [string, string], RegExp]>([
		['weights that are not 100', SECOND, ['weight: 30', 'weight: 31'], /components 各项权重之和应为 100/],
		['a rule that begins within a month', SECOND, ['2026-12-01', '2026-12-02'], /effectiveFrom 从一个月的 1 日起用/],
		['a rule that begins with the one before', SECOND, ['2026-12-01', '2026-01-01'], /effectiveFrom 应晚于上一版/],
		['a version that is not its file', SECOND, ['version: 2', 'version: 3'], /version 版本应与文件名一致：2/],
		['a tie-break that is no component', SECOND, ['[retained, drafting]', '[retained, speed]'], /tieBreaks 并列比较/],
		['the same tie-break twice', SECOND, ['[retained, drafting]', '[retained, retained]'], /tieBreaks 并列比较/],
		['a component twice', SECOND, ['key: review', 'key: drafting'], /components 项目编号重复/],
		['a source in two components', SECOND, ['[file-review]', '[drafting]'], /components 一个来源只计入一个项目/],
		['a source that there is none of', SECOND, ['[file-review]', '[penalties]'], /components\.3\.sources\.0/],
		['questions among the pieces', SECOND, ['[file-review]', '[daily-set]'], /components\.3\.sources\.0/],
		[
			'more wanted than are counted',
			SECOND,
			['least: 2\n    most: 8', 'least: 9\n    most: 8'],
			/least 应在 1 与 most 之间/
		],
		['four ceilings for five levels', SECOND, ['[75, 85, 95, 100, 100]', '[75, 85, 95, 100]'], /5 级各一个上限/],
		['ceilings that fall', SECOND, ['[75, 85, 95, 100, 100]', '[85, 75, 95, 100, 100]'], /难的上限不能低于容易的/],
		['a share that everybody misses', SECOND, ['leastMeasured: 60', 'leastMeasured: 101'], /leastMeasured 至多 100/],
		['a field that nobody knows', FIRST, ['version: 1', 'version: 1\nbonus: 5'], /bonus/],
		['a number that is none', FIRST, ['sets: 6', 'sets: 六'], /floors\.sets 应为/]
	])('%s', (_, path, change, expected) => {
		const faults = inRanking(plantIn(HOUSE, path, change));
		expect(
			faults.some((fault) => expected.test(fault)),
			faults.join('\n')
		).toBe(true);
	});

	test.each<[string, string, readonly [string, string], RegExp]>([
		['seasons that overlap', SEASONS, ['from: 2027-03', 'from: 2026-12'], /seasons\.1 编号以开始的年份起头|重叠/],
		['a season that ends before it begins', SEASONS, ['until: 2027-06', 'until: 2027-01'], /最后一个月早于第一个月/],
		['two seasons of one name', SEASONS, ['2027-S1', '2026-S1'], /seasons\.1/],
		['a month that there is none of', SEASONS, ['from: 2026-09', 'from: 2026-13'], /月份写作 2026-09/],
		['cases honoured every month', HONOURS, ['cycles: [quarter]', 'cycles: [month, quarter]'], /案例按季评/],
		['an honour of an unknown cycle', HONOURS, ['cycle: match', 'cycle: decade'], /declared\.1\.cycle/]
	])('%s', (_, path, change, expected) => {
		const faults = inRanking(plantIn(HOUSE, path, change));
		expect(
			faults.some((fault) => expected.test(fault)),
			faults.join('\n')
		).toBe(true);
	});

	test('a gap between versions is told', () => {
		const { [FIRST]: _, ...rest } = HOUSE;
		expect(inRanking(rest)).toEqual([expect.stringMatching(/2\.yaml version 应为第 1 版/)]);
	});
});
