import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAssessmentFiles } from '#lib/ranking/server/use-cases/assessment-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';

const FILE = 'content/ranking/assessment.yaml';
const TEXT = readFileSync(join(projectRoot(), FILE), 'utf8');

/** The shipped file with one passage replaced: what is wrong, and on which line that passage stands. */
function plant(passage: string, replacement: string) {
	expect(TEXT.split(passage).length, passage).toBeGreaterThan(1);
	const root = mkdtempSync(join(tmpdir(), 'leitai-content-'));
	try {
		mkdirSync(join(root, 'content/ranking'), { recursive: true });
		writeFileSync(join(root, FILE), TEXT.replace(passage, replacement));
		const { schemes, faults } = readAssessmentFiles(root);
		return { schemes, faults: faults.map(({ file, field, message }) => `${file}:${field}: ${message}`), lines: faults };
	} finally {
		rmSync(root, { recursive: true });
	}
}

test('the shipped scheme is sound and whole', () => {
	const { schemes, faults } = readAssessmentFiles(projectRoot());
	expect(faults).toEqual([]);
	expect(schemes[0]!.dimensions.map(({ name, weight }) => [name, weight])).toEqual([
		['组织建设', 10],
		['标准化创建', 15],
		['规范执法', 25],
		['执法质效', 20],
		['人才建设', 20],
		['廉政建设', 10]
	]);
	expect(schemes[0]!.year).toMatchObject({ daily: 60, 'year-end': 40, norm: 'D' });
	expect(schemes[0]!.indicators.every(({ norm }) => norm === 'D')).toBe(true);
});

test.each<[string, string, string, RegExp]>([
	[
		'weights that are not 100',
		'name: 廉政建设, weight: 10',
		'name: 廉政建设, weight: 11',
		/dimensions: 各维度权重之和应为 100$/
	],
	['parts that are not 100', 'year: { daily: 60', 'year: { daily: 50', /year: 日常与年终之和应为 100$/],
	[
		'shares that are not 100',
		'share: { daily: 40, year-end: 20 }',
		'share: { daily: 30, year-end: 20 }',
		/dimensions\.0: 组织建设：日常考核的比例合计 90，应为 100$/
	],
	[
		'a share of no part',
		'share: { year-end: 40 }\n        proof: 批复',
		'share: {}\n        proof: 批复',
		/share: 至少在一部分里占比例$/
	],
	['an unknown formula', 'kind: yes-no', 'kind: per-case', /formula\.kind: /],
	[
		'a formula that does not fit the figure',
		'formula: { kind: mean, what: 人次上榜 }',
		'formula: { kind: yes-no }',
		/formula: 算法与平台数据不符$/
	],
	['a platform figure that is none', 'figure: board-mean', 'figure: log-in-time', /figure: /],
	['a reported indicator without proof', '        proof: 批复文件和备案回执的文号\n', '', /proof: 填报的写明/],
	[
		'a dimension that is not there',
		'dimension: organisation',
		'dimension: organization',
		/indicators\.0\.dimension: 没有这个维度：organization$/
	],
	['the same id twice', 'id: task-force', 'id: annual-plan', /indicators: 指标编号重复$/],
	[
		'a veto by nothing',
		'event: discipline }',
		'event: bribery }',
		/vetoes\.0\.by: 没有这个扣分事件：misconduct\/bribery$/
	],
	['a veto named like an indicator', 'id: false-data', 'id: recusal', /vetoes\.2\.id: 编号与指标重复：recusal$/],
	['an unknown key', 'daily: month', 'bonus: 1\n    daily: month', /bonus: /],
	['an unknown norm', 'weight: 10, norm: D', 'weight: 10, norm: X', /norm: /],
	['no month', 'from: 2026-01', 'from: 2026-1', /from: 月份写作 2026-01$/]
])('%s is refused with its field', (_, passage, replacement, fault) => {
	const { schemes, faults } = plant(passage, replacement);
	expect(schemes).toEqual([]);
	expect(
		faults.some((one) => one.startsWith(FILE) && fault.test(one)),
		faults.join('\n')
	).toBe(true);
});

describe('never the number of penalties or a sum of fines', () => {
	test.each(['罚款总额', '罚没款入库率', '处罚决定数量', '办案数量', '立案件数', '处罚案件的总数', '检查次数'])(
		'no indicator may be called %s',
		(name) => {
			const { faults } = plant('name: 执法结果按时公示', `name: ${name}`);
			expect(faults.join()).toContain('行政处罚法第七十四条');
		}
	);
	test('nor may what is counted', () => {
		expect(plant('part: 件按时公示', 'part: 元罚款').faults.join()).toContain('行政处罚法第七十四条');
		expect(plant('errors: 处差错', 'errors: 处罚款差错').faults.join()).toContain('行政处罚法第七十四条');
	});
});

test('versions follow one another', () => {
	const again = TEXT.slice(TEXT.indexOf('  - version: 1'));
	const { faults } = plant('schemes:\n', `schemes:\n${again}`);
	expect(faults.join()).toContain('schemes.1.version: 各版按先后排列');
});

test('a fault names its line', () => {
	const line = TEXT.slice(0, TEXT.indexOf('figure: board-mean')).split('\n').length;
	expect(plant('figure: board-mean', 'figure: log-in-time').lines[0]).toMatchObject({ line });
});
