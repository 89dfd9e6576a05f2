import { SOURCES, type Source } from './entry.ts';
import { type Component, type PieceComponent, type Rule, componentsFor, isOfPieces } from './rule.ts';

/** The formula in words, for the board: every figure of the rule is in it. */
export function describeRule(rule: Rule): string[] {
	const { components, floors } = rule;
	const sum = components.map(({ name, weight }) => `${name} × ${weight}%`).join(' + ');
	const [first, second] = rule.tieBreaks.map((key) => nameOf(rule, key));
	return [
		`总分 = ${sum}，满分 100。`,
		...components.map(describeComponent),
		describeMissing(rule),
		`参与下限：本月答完 ${floors.sets} 组今日练兵，且首答题不少于 ${floors.firstTries} 道；未达到的不排名，也不扣分。`,
		...describeUnscored(rule),
		`答题数量、在线时长、处罚件数和罚款数额一律不计入。并列先比${first}，再比${second}，仍相同的名次并列。`
	];
}

/** What stands in the ledger all the same, so that a later version may begin to count it. */
function describeUnscored(rule: Rule): string[] {
	const sources = (Object.keys(SOURCES) as Source[]).filter((source) => componentsFor(rule, source).length === 0);
	if (sources.length === 0) return [];
	return [`已记账、本版尚未计分：${sources.map((source) => SOURCES[source]).join('、')}。`];
}

export const nameOf = ({ components }: Rule, key: string): string =>
	components.find((one) => one.key === key)?.name ?? key;

function describeComponent(one: Component): string {
	if (isOfPieces(one)) return describePieces(one);
	return one.measure === 'first-tries'
		? `${one.name}：从未答过或距上次作答满 ${one.afterDays} 天的题，本次作答的平均得分（多选按部分得分计）。`
		: `${one.name}：到期复习、且距第一次全对满 ${one.afterDays} 天的题，这次仍然全对的比例${leastOf(one, '道')}。`;
}

function describePieces(one: PieceComponent): string {
	const from = one.sources.map((source) => SOURCES[source]).join('、');
	const best = one.most === 1 ? `一${one.unit}就满，多了不加` : `取最好的 ${one.most} ${one.unit}平均，多做不多得`;
	const easy = one.ceilings.flatMap((most, index) => (most < 100 ? [`${index + 1} 级最高按 ${most} 分`] : []));
	const ceilings = easy.length === 0 ? '' : `；容易的有上限：${easy.join('，')}`;
	return `${one.name}（${from}）：每${one.unit}只认第一次的成绩，${best}${leastOf(one, one.unit)}${ceilings}。`;
}

const leastOf = ({ least }: Component, unit: string) => (least > 1 ? `，满 ${least} ${unit}才计` : '');

function describeMissing({ components, leastMeasured }: Rule): string {
	const [retained] = components.filter(({ measure }) => measure === 'due-reviews');
	if (!components.some(isOfPieces)) {
		return `本月尚无可计${retained?.name ?? '复习'}的题时，总分只按${components[0]?.name ?? ''}计。`;
	}
	return `还没有成绩的项目不按 0 分计，它的权重按比例分给有成绩的项目；有成绩的项目合计不到 ${leastMeasured}% 的不排名。`;
}
