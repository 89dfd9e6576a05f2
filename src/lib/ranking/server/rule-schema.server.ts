import * as v from 'valibot';
import { day, line, slug } from '#lib/platform/content-files.server.ts';
import { SOURCES, type Source } from '../domain/entry.ts';

const LEVELS = 5;

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer('写整数'), v.minValue(least, `至少 ${least}`), v.maxValue(most, `至多 ${most}`));
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

/** What every version of the monthly rule has to be, wherever it comes from. */
export const ruleSchema = v.pipe(
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
