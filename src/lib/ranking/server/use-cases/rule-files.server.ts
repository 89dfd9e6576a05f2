import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
	type ContentFault,
	type SourceFile,
	day,
	line,
	parseYaml,
	readFolder,
	slug
} from '#lib/platform/content-files.server.ts';
import { SOURCES, type Source } from '../../domain/entry.ts';
import type { Rule } from '../../domain/rule.ts';

const FOLDER = 'content/ranking/rules';
const LEVELS = 5;

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least, `至少 ${least}`), v.maxValue(most, `至多 ${most}`));
const shared = { name: line, short: line, weight: whole(1, 100), least: whole(0, 100) };
const firstTries = v.strictObject({
	...{ key: v.literal('fresh'), ...shared, measure: v.literal('first-tries'), afterDays: whole(1, 365) }
});
const dueReviews = v.strictObject({
	...{ key: v.literal('retained'), ...shared, measure: v.literal('due-reviews'), afterDays: whole(1, 365) }
});
const PIECE_SOURCES = (Object.keys(SOURCES) as Source[]).filter((one) => one !== 'daily-set');
const bestPieces = v.pipe(
	v.strictObject({
		...{ key: slug, ...shared, measure: v.literal('best-pieces'), unit: line },
		...{ sources: v.pipe(v.array(v.picklist(PIECE_SOURCES)), v.minLength(1)), most: whole(1, 20) },
		ceilings: v.pipe(
			v.array(whole(1, 100)),
			v.length(LEVELS, `${LEVELS} 级各一个上限`),
			v.check((all) => all.every((one, index) => index === 0 || all[index - 1]! <= one), '难的上限不能低于容易的')
		)
	}),
	v.check(({ least, most }) => least >= 1 && least <= most, 'least 应在 1 与 most 之间')
);

const schema = v.pipe(
	v.strictObject({
		...{ version: whole(1, 999), basis: line },
		effectiveFrom: v.pipe(day, v.endsWith('-01', '从一个月的 1 日起用')),
		floors: v.strictObject({ sets: whole(1, 31), firstTries: whole(1, 300) }),
		leastMeasured: whole(50, 100),
		tieBreaks: v.strictTuple([slug, slug]),
		components: v.pipe(
			v.array(v.variant('measure', [firstTries, dueReviews, bestPieces])),
			v.check((all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100, '各项权重之和应为 100'),
			v.check((all) => new Set(all.map(({ key }) => key)).size === all.length, '项目编号重复'),
			v.check((all) => all.some(({ measure }) => measure === 'first-tries'), '缺少首答'),
			v.check((all) => {
				const sources = all.flatMap((one) => (one.measure === 'best-pieces' ? one.sources : []));
				return new Set(sources).size === sources.length;
			}, '一个来源只计入一个项目')
		)
	}),
	v.forward(
		v.check(({ tieBreaks: [first, second], components }) => {
			const keys = components.map(({ key }) => key);
			return first !== second && keys.includes(first) && keys.includes(second);
		}, '并列比较的是两个不同的项目'),
		['tieBreaks']
	)
);

/** Reads `content/ranking/rules`, by version. A house without the folder has no boards. */
export function readRuleFiles(root: string): { rules: Rule[]; faults: ContentFault[] } {
	if (!existsSync(join(root, FOLDER))) return { rules: [], faults: [] };
	const read = readFolder(root, FOLDER, '.yaml').map(readRule);
	const sound = read.flatMap(({ rule, at }) => (rule ? [{ rule, at: at }] : []));
	sound.sort((left, right) => left.rule.version - right.rule.version);
	// Whoever has a gap because a file cannot be read is told about that file only.
	const isWhole = sound.length === read.length;
	const order = sound.flatMap(({ rule, at }, index) => {
		const before = sound[index - 1]?.rule;
		if (isWhole && rule.version !== index + 1) return [at('version', `应为第 ${index + 1} 版：版本从 1 起连续`)];
		if (before && before.effectiveFrom >= rule.effectiveFrom) return [at('effectiveFrom', '应晚于上一版')];
		return [];
	});
	return { rules: sound.map(({ rule }) => rule), faults: [...read.flatMap(({ faults }) => faults), ...order] };
}

function readRule({ path, name, text }: SourceFile) {
	const parsed = parseYaml(path, text, schema);
	if (!parsed.ok) return { rule: null, at: null, faults: parsed.faults };
	const { value, at } = parsed;
	const faults = name === String(value.version) ? [] : [at('version', `版本应与文件名一致：${name}`)];
	return { rule: value satisfies Rule, at, faults };
}
