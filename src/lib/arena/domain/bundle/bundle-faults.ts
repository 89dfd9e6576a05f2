import { AREAS } from '#lib/shared/piece.ts';
import type { BundleBody, Exhibit } from './bundle.ts';
import { findArgumentFaults } from './argument-faults.ts';
import { sideOf } from './bundle.ts';
import type { BundleFault } from './bundle-fault.ts';
import { SIDES, type Side } from './side.ts';
import { areaOf } from './sub-issues.ts';

/** What a bundle needs to be worth an evening. */
const LEAST = { exhibits: 8, own: 2, defects: 5, arguments: 10, witnesses: 2, areas: 3 } as const;
const UNITS = {
	exhibits: '份证据',
	defects: '处埋下的问题',
	arguments: '条备好的论点',
	witnesses: '张证人卡'
} as const;
/** Outside of this one side would only be there to lose. */
const ODDS = { from: 35, to: 65 } as const;

/**
 * What is wrong with a bundle beyond its schema: references that lead nowhere, exhibits that nobody uses, a side without a case,
 * days in an order that cannot be. Articles are checked where the law is known.
 */
export function findBundleFaults(bundle: BundleBody): BundleFault[] {
	return [
		...sizeFaults(bundle),
		...exhibitFaults(bundle.exhibits),
		...dayFaults(bundle),
		...issueFaults(bundle),
		...defectFaults(bundle),
		...findArgumentFaults(bundle),
		...useFaults(bundle)
	];
}

const fault = (field: string, message: string): BundleFault => ({ field, message });

function sizeFaults({ exhibits, defects, witnesses, odds, ...bundle }: BundleBody): BundleFault[] {
	const few = (field: keyof typeof UNITS, count: number) =>
		count < LEAST[field] ? [fault(field, `至少要有 ${LEAST[field]} ${UNITS[field]}，现有 ${count}`)] : [];
	const sides = (Object.keys(SIDES) as Side[]).flatMap((side) => {
		const count = exhibits.filter((one) => one.side === side).length;
		return count < LEAST.own ? [fault('exhibits', `至少要有 ${LEAST.own} 份${SIDES[side]}证据，现有 ${count}`)] : [];
	});
	const inOdds = odds.plaintiff >= ODDS.from && odds.plaintiff <= ODDS.to;
	return [
		...few('exhibits', exhibits.length),
		...sides,
		...few('defects', defects.length),
		...few('arguments', bundle.arguments.length),
		...few('witnesses', witnesses.length),
		...(inOdds ? [] : [fault('odds.plaintiff', `胜算在 ${ODDS.from}—${ODDS.to} 之间，才是双方都能打的案子`)])
	];
}

/** Exhibits are numbered as they are filed: p1, p2 … and d1, d2 …, the plaintiff's and the defendant's apart. */
function exhibitFaults(exhibits: readonly Exhibit[]): BundleFault[] {
	const next = { plaintiff: 1, defendant: 1 };
	return exhibits.flatMap(({ id, kind, drawing, table, html }, index) => {
		const side = sideOf(id);
		const expected = `${id[0]}${next[side]++}`;
		const at = (field: string, message: string) => [fault(`exhibits.${index}.${field}`, message)];
		const missing =
			kind === 'photo'
				? !drawing && '照片要有一幅画'
				: kind === 'table'
					? !table && '数据要有表'
					: html === '' && '没有正文';
		const uneven = table?.rows.some((row) => row.length !== table.head.length) ?? false;
		return [
			...(id === expected ? [] : at('id', `证据要按顺序编号：这里应为 ${expected.toUpperCase()}`)),
			...(missing ? at(kind === 'photo' ? 'drawing' : kind === 'table' ? 'table' : 'text', missing) : []),
			...(uneven ? at('table', '每一行的格数要和表头一样') : [])
		];
	});
}

/** Decided, served, sued, in this order; and no evidence of the bureau from after the decision unless that is the defect. */
function dayFaults({ act, suedOn, exhibits, defects, timeline }: BundleBody): BundleFault[] {
	const late = exhibits.flatMap(({ id, side, gatheredOn }, index) => {
		const isLate = side === 'defendant' && gatheredOn > act.decidedOn;
		const isSeeded = defects.some(({ exhibit }) => exhibit === id);
		if (!isLate || isSeeded) return [];
		return [fault(`exhibits.${index}.on`, '被告的证据晚于决定：除非它就是埋下的问题')];
	});
	const unsorted = timeline.findIndex(({ on }, index) => index > 0 && on < timeline[index - 1]!.on);
	return [
		...(act.servedOn < act.decidedOn ? [fault('act.servedOn', '送达不能早于决定')] : []),
		...(suedOn <= act.servedOn ? [fault('suedOn', '起诉要在送达之后')] : []),
		...(unsorted < 0 ? [] : [fault(`timeline.${unsorted}.on`, '时间线要按先后排')]),
		...(timeline.some(({ on }) => on === act.decidedOn) ? [] : [fault('timeline', '时间线里没有作出决定的那一天')]),
		...late
	];
}

function issueFaults({ issues, areas, arguments: lines }: BundleBody): BundleFault[] {
	const own = new Set(issues.map(({ sub }) => areaOf(sub)));
	const named = new Set(areas);
	const differing = [...own, ...named].filter((area) => !own.has(area) || !named.has(area));
	const repeated = repeats(issues.map(({ id }) => id)).map((id) => fault('issues', `焦点编号重复：${id}`));
	const oneSided = issues.flatMap(({ id }, index) => {
		const sides = new Set(lines.filter(({ issue }) => issue === id).map(({ by }) => by));
		return sides.size === 2 ? [] : [fault(`issues.${index}`, '这个焦点要双方都有话说')];
	});
	const favoured = (side: Side) => issues.some(({ favours }) => favours === side);
	return [
		...(own.size < LEAST.areas ? [fault('issues', `焦点至少要落在 ${LEAST.areas} 个领域`)] : []),
		...(differing.length > 0 ? [fault('areas', `与焦点的领域不一致：${AREAS[differing[0]!]}`)] : []),
		...(favoured('plaintiff') && favoured('defendant') ? [] : [fault('issues', '至少各有一个焦点该由原告、被告拿下')]),
		...repeated,
		...oneSided
	];
}

function defectFaults({ defects, exhibits }: BundleBody): BundleFault[] {
	const known = new Set(exhibits.map(({ id }) => id));
	const areas = new Set(defects.map(({ sub }) => areaOf(sub)));
	return [
		...repeats(defects.map(({ id }) => id)).map((id) => fault('defects', `编号重复：${id}`)),
		...(areas.size < LEAST.areas ? [fault('defects', `埋下的问题至少要落在 ${LEAST.areas} 个领域`)] : []),
		...defects.flatMap(({ exhibit }, index) =>
			known.has(exhibit) ? [] : [fault(`defects.${index}.exhibit`, `没有这份证据：${exhibit}`)]
		)
	];
}

/** Whatever is filed or packed is there for something: an argument, its answer or a defect. */
function useFaults({ exhibits, lawPack, arguments: lines, defects }: BundleBody): BundleFault[] {
	const shown = new Set([
		...lines.flatMap((one) => [...one.exhibits, ...one.met.exhibits]),
		...defects.map((one) => one.exhibit)
	]);
	const cited = new Set(lines.flatMap(({ law, met }) => [...law, ...met.law]));
	return [
		...exhibits.flatMap(({ id }, index) =>
			shown.has(id) ? [] : [fault(`exhibits.${index}`, `没有一条论点用到这份证据：${id}`)]
		),
		...lawPack.flatMap(({ key }, index) =>
			cited.has(key) ? [] : [fault(`lawPack.${index}`, `没有一条论点用到这一条：${key}`)]
		)
	];
}

const repeats = (list: readonly string[]): string[] => [
	...new Set(list.filter((one, index) => list.indexOf(one) !== index))
];
