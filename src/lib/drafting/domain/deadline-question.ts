import { COUNTING_RULES, findCountingRule, shortNameOf } from '#lib/shared/counting-rules.ts';
import type { Asked } from '#lib/shared/statutory-deadline.ts';
import { isDay, isMoment } from '#lib/shared/time.ts';

/** 日 as the law calls it, or counted in a way that is said. */
export const COUNTED_IN = {
	day: '日（该法所称的“日”）',
	workday: '工作日',
	naturalday: '自然日',
	month: '月',
	hour: '小时'
} as const satisfies Record<Asked['unit'], string>;

export const ROLLS = { '': '按该法和本平台口径', yes: '顺延到下一个工作日', no: '不顺延' } as const;

export const LAWS: readonly string[] = COUNTING_RULES.map(shortNameOf);

/** A question as it stands in the address. */
export interface Typed {
	readonly start: string;
	readonly length: string;
	readonly unit: string;
	readonly law: string;
	readonly roll: string;
}
export type Faults = { readonly [Field in keyof Typed]?: string };

/** A century of days: beyond it something was mistyped. */
const LONGEST = 36_525;

/** Reads a question; faults name the field and say what to write. */
export function readQuestion(typed: Typed): { readonly asked: Asked } | { readonly faults: Faults } {
	const unit = (Object.keys(COUNTED_IN) as Asked['unit'][]).find((one) => one === typed.unit);
	const rule = findCountingRule(typed.law);
	const length = /^\d{1,5}$/.test(typed.length) ? Number(typed.length) : 0;
	const start = typed.start.trim().replace(' ', 'T');
	const isStart = unit === 'hour' ? isMoment(start) : isDay(start) || isMoment(start);
	const wanted =
		unit === 'hour' ? '按小时计算要写到分钟，如 2026-09-16 09:30' : '写作 2026-09-16，并且是真实存在的日子';
	const faults: Faults = {
		...(isStart ? {} : { start: wanted }),
		...(length >= 1 && length <= LONGEST ? {} : { length: `写 1 到 ${LONGEST} 的整数` }),
		...(unit ? {} : { unit: '选一种计算单位' }),
		...(rule ? {} : { law: `选一部法：${LAWS.slice(0, 4).join('、')}等` }),
		...(Object.hasOwn(ROLLS, typed.roll) ? {} : { roll: '选一种处理办法' })
	};
	if (Object.keys(faults).length > 0 || !unit || !rule) return { faults };
	return { asked: { start, length, unit, rule, rolls: typed.roll === '' ? null : typed.roll === 'yes' } };
}

/** A period that officers count again and again: from what, how long, by which law. */
export interface CommonPeriod {
	readonly what: string;
	readonly from: string;
	readonly length: number;
	readonly unit: Asked['unit'];
	readonly law: string;
	readonly basis: string;
}

const of = (law: string, basis: string, period: Omit<CommonPeriod, 'law' | 'basis'>): CommonPeriod => ({
	...{ ...period, law, basis: `${law}${basis}` }
});
const days = (what: string, from: string, length: number) => ({ what, from, length, unit: 'day' as const });
const months = (what: string, from: string, length: number) => ({ what, from, length, unit: 'month' as const });

/**
 * In the order of a case.
 * @law 行政处罚法 第五十六条
 * @law 行政处罚法 第六十条
 * @law 行政处罚法 第六十一条
 * @law 行政处罚法 第六十四条
 * @law 行政处罚法 第六十七条
 * @law 行政复议法 第二十条
 * @law 行政诉讼法 第四十六条
 * @law 行政强制法 第二十五条
 * @law 行政强制法 第五十三条
 * @law 行政强制法 第五十四条
 * @law 安全生产法 第七十八条
 */
export const COMMON_PERIODS: readonly CommonPeriod[] = [
	of('行政处罚法', '第五十六条', days('先行登记保存，作出处理决定', '登记保存日', 7)),
	of('行政强制法', '第二十五条', days('查封、扣押的期限', '查封扣押日', 30)),
	of('行政处罚法', '第六十四条', days('当事人要求听证', '告知书送达日', 5)),
	of('行政处罚法', '第六十条', days('作出处罚决定', '立案日', 90)),
	of('行政处罚法', '第六十一条', days('送达处罚决定书', '宣告（作出）日', 7)),
	of('安全生产法', '第七十八条', days('公开处罚决定', '作出日', 7)),
	of('行政处罚法', '第六十七条', days('缴纳罚款', '收到决定书日', 15)),
	of('行政复议法', '第二十条', days('申请行政复议', '知道决定日', 60)),
	of('行政诉讼法', '第四十六条', months('直接提起行政诉讼', '知道决定日', 6)),
	of('行政强制法', '第五十四条', days('催告后申请法院执行，须满', '催告书送达日', 10)),
	of('行政强制法', '第五十三条', months('申请法院强制执行', '复议诉讼期限届满日', 3))
];
