import * as v from 'valibot';
import { UNIT_KINDS, type UnitKind } from '#lib/identity/domain/roles.ts';
import { type ContentFault, line, parseYaml, readFolder, slug } from '#lib/platform/content-files.server.ts';
import {
	NORMS,
	type Norm,
	PARTS,
	PLATFORM_FIGURES,
	type Part,
	type PlatformFigure,
	type Scheme,
	indicatorsIn
} from '../../domain/assessment/scheme.ts';

const keysOf = <Key extends string>(labels: Readonly<Record<Key, unknown>>) => v.picklist(Object.keys(labels) as Key[]);
const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least, `至少 ${least}`), v.maxValue(most, `不超过 ${most}`));
const percent = whole(1, 100);
const norm = keysOf<Norm>(NORMS);

/** Counts that must never be an indicator: how much is punished says nothing about how well. */
const BANNED = /罚款|罚没|(处罚|办案|立案|结案|检查)(案件|决定|文书)?的?(件数|次数|总数|总量|数量|数)/;
const BAN = '处罚件数、办案数量、罚款数额不能作考核指标（行政处罚法第七十四条）';
/** Words of an indicator; every one of them is shown and none may name a volume. */
const said = v.pipe(
	line,
	v.check((text) => !BANNED.test(text), BAN)
);

const event = v.strictObject({ id: slug, name: said, points: percent });
const formula = v.variant('kind', [
	v.strictObject({ kind: v.literal('yes-no') }),
	v.strictObject({ kind: v.literal('share'), part: said, whole: said }),
	v.strictObject({ kind: v.literal('n-of'), of: whole(1, 366), what: said }),
	v.strictObject({ kind: v.literal('mean'), what: said }),
	v.strictObject({ kind: v.literal('deduct'), events: v.pipe(v.array(event), v.minLength(1, '至少一种事件')) }),
	v.strictObject({ kind: v.literal('error-rate'), points: percent, errors: said, cases: said })
]);

const indicator = v.pipe(
	v.strictObject({
		...{ id: slug, dimension: slug, name: said, formula, norm },
		source: v.picklist(['platform', 'reported']),
		figure: v.optional(keysOf<PlatformFigure>(PLATFORM_FIGURES)),
		carries: v.optional(v.boolean()),
		share: v.pipe(
			v.strictObject({ daily: v.optional(percent), 'year-end': v.optional(percent) }),
			v.check((share) => Object.keys(share).length > 0, '至少在一部分里占比例')
		),
		proof: v.optional(said)
	}),
	v.forward(
		v.check((one) => (one.source === 'platform') === (one.figure !== undefined), '平台数据写明取哪一个，填报的不写'),
		['figure']
	),
	v.forward(
		v.check((one) => !one.figure || PLATFORM_FIGURES[one.figure].kind === one.formula.kind, '算法与平台数据不符'),
		['formula']
	),
	v.forward(
		v.check((one) => (one.source === 'reported') === (one.proof !== undefined), '填报的写明要什么证明，平台数据不写'),
		['proof']
	)
);

const isUnique = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id)).size === rows.length;
const named = { id: slug, name: said, norm };

const scheme = v.strictObject({
	version: whole(1, 9999),
	from: v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份写作 2026-01')),
	daily: v.picklist(['month', 'quarter']),
	units: v.pipe(v.array(keysOf<UnitKind>(UNIT_KINDS)), v.minLength(1)),
	year: v.pipe(
		v.strictObject({ daily: percent, 'year-end': percent, norm }),
		v.check((year) => year.daily + year['year-end'] === 100, '日常与年终之和应为 100')
	),
	workdays: v.strictObject({ report: whole(1, 60), confirm: whole(1, 60), norm }),
	dimensions: v.pipe(
		v.array(v.strictObject({ ...named, weight: percent })),
		v.check((rows) => isUnique(rows), '维度编号重复'),
		v.check((rows) => rows.length === 6, '六维考核有六个维度'),
		v.check((rows) => rows.reduce((sum, { weight }) => sum + weight, 0) === 100, '各维度权重之和应为 100')
	),
	indicators: v.pipe(
		v.array(indicator),
		v.check((rows) => isUnique(rows), '指标编号重复')
	),
	vetoes: v.pipe(
		v.array(v.strictObject({ ...named, by: v.optional(v.strictObject({ indicator: slug, event: slug })) })),
		v.check((rows) => isUnique(rows), '否决情形编号重复')
	)
});
const schema = v.strictObject({ schemes: v.pipe(v.array(scheme), v.minLength(1)) });

const FILE = 'assessment.yaml';

/** Reads `content/ranking/assessment.yaml`; a house without it assesses nobody. */
export function readAssessmentFiles(root: string): { schemes: Scheme[]; faults: ContentFault[] } {
	const [file] = readFolder(root, 'content/ranking', '.yaml', (path) => path === FILE);
	if (!file) return { schemes: [], faults: [] };
	const parsed = parseYaml(file.path, file.text, schema);
	if (!parsed.ok) return { schemes: [], faults: parsed.faults };
	const { schemes } = parsed.value;
	const faults = schemes.flatMap((one, at) => [
		...faultsOfOrder(schemes, at),
		...faultsOfShares(one, `schemes.${at}`),
		...faultsOfNames(one, `schemes.${at}`)
	]);
	return { schemes: faults.length > 0 ? [] : schemes, faults: faults.map(([at, text]) => parsed.at(at, text)) };
}

type Found = readonly [field: string, message: string];

function faultsOfOrder(schemes: readonly Scheme[], at: number): Found[] {
	const [before, one] = [schemes[at - 1], schemes[at]!];
	if (!before || (one.version > before.version && one.from > before.from)) return [];
	return [[`schemes.${at}.version`, '各版按先后排列，版本号和起用月份都要递增']];
}

/** In every part each dimension is measured, by shares that sum to 100. */
function faultsOfShares(one: Scheme, at: string): Found[] {
	return one.dimensions.flatMap(({ id, name }, place) =>
		(Object.keys(PARTS) as Part[]).flatMap((part): Found[] => {
			const own = indicatorsIn(one, part).filter(({ dimension }) => dimension === id);
			const sum = own.reduce((all, { share }) => all + share[part]!, 0);
			return sum === 100 ? [] : [[`${at}.dimensions.${place}`, `${name}：${PARTS[part]}的比例合计 ${sum}，应为 100`]];
		})
	);
}

/** Every name that is pointed to is there, and what is entered by hand has one name only. */
function faultsOfNames(one: Scheme, at: string): Found[] {
	const dimensions = new Set(one.dimensions.map(({ id }) => id));
	const strays = one.indicators.flatMap(({ dimension }, place): Found[] =>
		dimensions.has(dimension) ? [] : [[`${at}.indicators.${place}.dimension`, `没有这个维度：${dimension}`]]
	);
	const vetoes = one.vetoes.flatMap(({ id, by }, place): Found[] => {
		if (!by) {
			const isTaken = one.indicators.some((other) => other.id === id);
			return isTaken ? [[`${at}.vetoes.${place}.id`, `编号与指标重复：${id}`]] : [];
		}
		const source = one.indicators.find((other) => other.id === by.indicator)?.formula;
		const isThere = source?.kind === 'deduct' && source.events.some((other) => other.id === by.event);
		return isThere ? [] : [[`${at}.vetoes.${place}.by`, `没有这个扣分事件：${by.indicator}/${by.event}`]];
	});
	return [...strays, ...vetoes];
}
