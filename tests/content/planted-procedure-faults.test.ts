import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readProcedureFiles } from '#lib/arena/server/use-cases/procedure-files.server.ts';
import { RULES } from '#lib/arena/domain/hearing/rules.ts';
import { readContent } from '#db/seed/content.ts';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/cluster.ts';
import { plantIn } from '../support/house.ts';

const SHORT = 'content/arena/procedures/short-form.yaml';
const FULL = 'content/arena/procedures/first-instance.yaml';
const HOUSE = Object.fromEntries([SHORT, FULL].map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));

function faultsOf(house: Record<string, string>): string[] {
	const root = mkdtempSync(join(tmpdir(), 'leitai-procedures-'));
	try {
		for (const [path, text] of Object.entries(house)) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		return readProcedureFiles(root).faults.map(({ field, message }) => `${field} ${message}`);
	} finally {
		rmSync(root, { recursive: true });
	}
}

describe('procedures', () => {
	test('as shipped are sound', () => {
		const { procedures, faults } = readProcedureFiles(ROOT);
		expect(faults).toEqual([]);
		expect(procedures.map(({ id }) => id)).toEqual([
			'case-committee',
			'first-instance',
			'penalty-hearing',
			'short-form'
		]);
	});
	test('take as long as their titles say', () => {
		const minutes = (id: string) =>
			readProcedureFiles(ROOT)
				.procedures.find((one) => one.id === id)!
				.stages.filter(({ kind }) => kind !== 'mediation')
				.reduce((sum, stage) => sum + (stage.minutes ?? 0), 0);
		expect(Math.abs(minutes('short-form') - 45)).toBeLessThanOrEqual(3);
		expect(Math.abs(minutes('first-instance') - 110)).toBeLessThanOrEqual(3);
		expect(Math.abs(minutes('penalty-hearing') - 100)).toBeLessThanOrEqual(5);
		expect(Math.abs(minutes('case-committee') - 75)).toBeLessThanOrEqual(5);
	});
	test.each<[string, string, readonly [string, string], RegExp]>([
		['an act that there is none of', SHORT, ['presiding: [say]', 'presiding: [shout]'], /acts\.presiding/],
		[
			'a role that nobody has',
			SHORT,
			['  referee: { name: 计时裁判, least: 0, most: 1 }', '  jury: { name: 陪审, least: 0, most: 1 }'],
			/roles/
		],
		['a next stage that lies behind', SHORT, ['next: [S9]', 'next: [S3]'], /next 下一阶段应在后面/],
		['an end in the middle', SHORT, ['next: [S9]', 'next: []'], /next 只有公布成绩没有下一阶段/],
		['a stage twice', SHORT, ['id: S8', 'id: S7'], /stages 阶段编号重复/],
		['a stage in court without time', SHORT, ['minutes: 10', 'minutes: null'], /minutes 开庭以后的阶段写明分钟/],
		[
			'a term without its stage',
			SHORT,
			['filing: null', 'filing: { legalDays: 15, hours: 15 }'],
			/filing 没有举证期限的阶段/
		],
		[
			'a reopening that goes on',
			SHORT,
			['from: S9, to: S7', 'from: S7, to: S9'],
			/reopening 只能从后面的阶段回到前面的阶段/
		],
		[
			'a clock for somebody who does not speak',
			SHORT,
			['perParty: { plaintiff: 3 }', 'perParty: { defendant: 3 }'],
			/perParty 单独计时/
		],
		['a file with another name', FULL, ['id: first-instance', 'id: second-instance'], /id 编号应与文件名一致/],
		['a field that nobody knows', FULL, ['bellSeconds: 30', 'bellSeconds: 30\ngong: 1'], /gong/]
	])('%s', (_, path, change, expected) => {
		const faults = faultsOf(plantIn(HOUSE, path, change));
		expect(
			faults.some((fault) => expected.test(fault)),
			faults.join('\n')
		).toBe(true);
	});
});

test('every rule of a hearing rests on articles that our law files know', () => {
	const { content } = readContent(ROOT);
	const articles = new Set(content.laws.flatMap((law) => law.articles.map(({ article }) => `${law.id}/${article}`)));
	const cited = Object.values(RULES).flatMap(({ basis }) => basis.map(({ law, article }) => `${law}/${article}`));
	expect(cited.filter((one) => !articles.has(one))).toEqual([]);
});
