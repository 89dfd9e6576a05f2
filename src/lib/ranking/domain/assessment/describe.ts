import { NORMS, PARTS, type Part, type Scheme } from './scheme.ts';

/** How the assessment is counted, for whoever reads a result. */
export function describeScheme(scheme: Scheme, part: Part): string[] {
	const { year, workdays, vetoes } = scheme;
	return [
		scheme.dimensions.map(({ name, weight }) => `${name} ${weight}%`).join(' + '),
		`${PARTS[part]}：每个指标 0–100 分，按本维度内的比例合成维度分，维度分按权重合成总分；年度得分 = 日常各期平均 × ${year.daily}% + 年终 × ${year['year-end']}%。`,
		'没有计量的不按 0 分算：所占比例由本维度其余指标按比例分担；整个维度都没有计量的，总分暂不能得出。',
		'单位填报的数字由督导机关的另一人确认后才算；还有未报、未确认的，结果是暂定的，不能用于评先评优。',
		`期限：一期结束后 ${workdays.report} 个工作日内填报，再 ${workdays.confirm} 个工作日内核对。`,
		`否决：${vetoes.map(({ name }) => name).join('、')}；有其中一项的，本期不得参加评先评优，得分照算照示。`,
		`权重、指标、比例和期限标“本平台定”的：${NORMS.D}（内容文件 content/ranking/assessment.yaml，改动写成新的一版，旧的各期不变）。`,
		'处罚件数、罚款数额、办案数量一律不计入，也不与考核挂钩（行政处罚法第七十四条）；没有哪个指标做得越多得分越高。'
	];
}
