import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#db/seed/content.ts';
import { readBundleFiles } from '#lib/arena/server/use-cases/bundle-files.server.ts';
import { indexLaws } from '#lib/law/server/use-cases/law-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';

const NAME = 'needle-at-point-thirty-two';
const FILE = `content/arena/bundles/${NAME}.yaml`;
const root = projectRoot();
const laws = indexLaws(readContent(root).content.laws);
const sound = readFileSync(join(root, FILE), 'utf8');
const links = {
	items: new Set([...sound.matchAll(/items: \[([^\]]+)\]/g)].flatMap(([, list]) => list!.split(', '))),
	files: new Set(['pressure-gauge-never-moved']),
	faulty: new Set<string>()
};

/** What is wrong with our own bundle once one passage is replaced, as `line:field message`. */
function plant(passage: string, replacement: string): string[] {
	if (sound.split(passage).length !== 2) throw new Error(`not once: ${passage}`);
	const house = mkdtempSync(join(tmpdir(), 'leitai-bundle-'));
	try {
		mkdirSync(join(house, 'content/arena/bundles'), { recursive: true });
		writeFileSync(join(house, FILE), sound.replace(passage, replacement));
		return readBundleFiles(house, laws, links).faults.map(({ field, message }) => `${field} ${message}`);
	} finally {
		rmSync(house, { recursive: true });
	}
}

test('as it is, it has no fault', () => {
	expect(plant('停在0.32的指针', '停在0.32的指针')).toEqual([]);
});

describe('every planted fault is found, at its field', () => {
	test.each<[string, string, string, RegExp]>([
		['a field too many', 'difficulty: 4', 'difficulty: 4\nmood: 好', /^mood /],
		['a reviewer who wrote it', 'internalReview: {by: 梁若川', 'internalReview: {by: 方砚秋', /^internalReview 作者/],
		['a sub-issue that is none', 'sub: E7\n    question', 'sub: E12\n    question', /^issues\.4\.sub 写子争点的编号/],
		[
			'an article that the law does not have',
			"law: administrative-penalty-law, article: '64'",
			"law: administrative-penalty-law, article: '640'",
			/^lawPack\.5 /
		],
		[
			'a law that is not in force on the day of the decision',
			"law: administrative-penalty-law, article: '42'",
			"law: administrative-reconsideration-law, article: '12'",
			/^lawPack\.2 /
		],
		['a law link that is none', '(law:work-safety-law/99)', '(law:work-safety-law)', /^complaint 链接写法不对/],
		['a drill that is not there', '[disc-angry-defence, ', '[disc-gone, ', /^issues\.4\.items 没有这道题：disc-gone/],
		[
			'a stroke that nobody can read',
			'- rect 20 14 280 172 wash',
			'- square 20 14',
			/^exhibits\.1\.drawing 看不懂这一笔/
		],
		[
			'an exhibit of the wrong side',
			'exhibits: [D8]\n    law: [处罚法64, 行诉',
			'exhibits: [D80]\n    law: [处罚法64, 行诉',
			/没有这份证据：d80/
		],
		['odds for one side', 'odds: {plaintiff: 48', 'odds: {plaintiff: 80', /^odds\.plaintiff 胜算在/],
		[
			'a clean file that is gone',
			'cleanFile: pressure-gauge-never-moved',
			'cleanFile: gone',
			/^cleanFile 没有这本案卷：gone/
		],
		['a reply worth a third', 'worth: 100, why: 不硬守', 'worth: 33, why: 不硬守', /^arguments\.0\.replies\.0\.worth /],
		['a lead that runs on', 'lead: 停机了', `lead: ${'停机了'.repeat(20)}`, /^lead 不超过 60 个字/]
	])('%s', (_, passage, replacement, expected) => {
		const faults = plant(passage, replacement);
		expect(
			faults.some((one) => expected.test(one)),
			faults.join('\n')
		).toBe(true);
	});
});
