import type { Role } from '#lib/identity/domain/roles.ts';

// Everything here is invented; no such district, bureau or person exists.

export const BUREAU = '青岚区应急管理局';
export const BRIGADE = '综合行政执法大队';
export const TOWNS = ['白渡镇', '石梁街道', '柳溪镇', '云门街道', '南屏镇', '沙湾街道'] as const;

/** [name, account, joined]: whoever joined in 2026 is a newcomer. */
type Officer = readonly [name: string, account: string, joinedOn: string];

export const BRIGADE_OFFICERS: readonly Officer[] = [
	['林岳', 'lin.yue', '2017-07-03'],
	['苏砚', 'su.yan', '2018-03-12'],
	['贺知远', 'he.zhiyuan', '2016-09-01'],
	['温以宁', 'wen.yining', '2019-07-08'],
	['秦望舒', 'qin.wangshu', '2020-08-17'],
	['陆沉舟', 'lu.chenzhou', '2015-04-20'],
	['叶清嘉', 'ye.qingjia', '2021-07-05'],
	['程北辰', 'cheng.beichen', '2022-07-11']
];

export const TOWN_OFFICERS: Readonly<Record<(typeof TOWNS)[number], readonly Officer[]>> = {
	白渡镇: [
		['许漫青', 'xu.manqing', '2021-09-06'],
		['杜临川', 'du.linchuan', '2023-03-20'],
		['韦小满', 'wei.xiaoman', '2026-03-09'],
		['姜牧野', 'jiang.muye', '2024-07-15']
	],
	石梁街道: [
		['白景行', 'bai.jingxing', '2020-05-18'],
		['范予安', 'fan.yuan', '2022-10-10'],
		['邹听雨', 'zou.tingyu', '2025-07-07'],
		['郭怀谷', 'guo.huaigu', '2026-04-13']
	],
	柳溪镇: [
		['谢长亭', 'xie.changting', '2019-11-11'],
		['莫问渠', 'mo.wenqu', '2023-07-10'],
		['袁一苇', 'yuan.yiwei', '2024-03-04'],
		['冯若谷', 'feng.ruogu', '2026-06-01']
	],
	云门街道: [
		['夏知秋', 'xia.zhiqiu', '2018-08-06'],
		['钟离朔', 'zhong.lishuo', '2022-03-14'],
		['汪听澜', 'wang.tinglan', '2025-03-10'],
		['龙在田', 'long.zaitian', '2024-09-02']
	],
	南屏镇: [
		['尹千帆', 'yin.qianfan', '2021-04-12'],
		['阮星河', 'ruan.xinghe', '2023-10-16'],
		['戴月明', 'dai.yueming', '2026-02-23'],
		['霍九思', 'huo.jiusi', '2020-12-07']
	],
	沙湾街道: [
		['颜初霁', 'yan.chuji', '2019-05-20'],
		['倪在舟', 'ni.zaizhou', '2022-07-18'],
		['柏见山', 'bai.jianshan', '2025-09-08'],
		['宁采薇', 'ning.caiwei', '2023-05-22']
	]
};

/** People of the bureau itself, with what they do here. */
export const STAFF: readonly { name: string; account: string; roles: readonly Role[]; joinedOn: string }[] = [
	{ name: '梁若川', account: 'liang.ruochuan', roles: ['trainer'], joinedOn: '2012-06-04' },
	{ name: '方砚秋', account: 'fang.yanqiu', roles: ['trainer'], joinedOn: '2014-03-17' },
	{ name: '顾晓棠', account: 'gu.xiaotang', roles: ['trainer', 'organiser'], joinedOn: '2013-09-09' },
	{ name: '沈知微', account: 'shen.zhiwei', roles: ['legal-reviewer'], joinedOn: '2011-07-11' },
	{ name: '裴明远', account: 'pei.mingyuan', roles: ['judge'], joinedOn: '2024-01-08' },
	{ name: '康若兰', account: 'kang.ruolan', roles: ['judge'], joinedOn: '2025-01-06' },
	{ name: '卫东篱', account: 'wei.dongli', roles: ['supervisor'], joinedOn: '2010-04-06' },
	{ name: '管子渊', account: 'guan.ziyuan', roles: ['administrator'], joinedOn: '2016-02-22' },
	{ name: '严守正', account: 'yan.shouzheng', roles: ['auditor'], joinedOn: '2015-08-03' }
];

/** Account of the one whose certificate runs out soon: the register and the person's own pages have something to say. */
export const EXPIRING = 'huo.jiusi';

/** Account of the one who decides what a change of law does to the material. */
export const LEGAL_REVIEWER = 'shen.zhiwei';
