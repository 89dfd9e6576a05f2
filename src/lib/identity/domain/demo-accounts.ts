/** One password for all people of the demo bureau: it is printed on the front page, so it protects nothing. */
export const DEMO_PASSWORD = 'qinglan-2026';

/** The accounts that the banner and the front page name. */
export const DEMO_ACCOUNTS: readonly { account: string; name: string; role: string; note: string }[] = [
	{ account: 'lin.yue', name: '林岳', role: '执法人员', note: '执法大队，练了三个多月' },
	{ account: 'wei.xiaoman', name: '韦小满', role: '执法人员', note: '镇街新人，三月入职' },
	{ account: 'liang.ruochuan', name: '梁若川', role: '教员', note: '看榜单与每个人的入账依据' },
	{ account: 'shen.zhiwei', name: '沈知微', role: '法制审核员', note: '法律变了，复核引用它的题和案例' },
	{ account: 'yan.shouzheng', name: '严守正', role: '审计员', note: '核对账本' },
	{ account: 'guan.ziyuan', name: '管子渊', role: '系统管理员', note: '人员、单位、角色和设置' }
];
