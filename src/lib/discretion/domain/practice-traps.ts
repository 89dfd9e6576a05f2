/** Short titles of the twenty common mistakes that cases are built on, by their number. */
export const TRAPS: Readonly<Record<number, string>> = {
	1: '畸轻畸重',
	2: '类案不同罚',
	3: '从轻没有证据',
	4: '以责令改正代替处罚',
	5: '该先责令的先罚了',
	6: '没有复查就按逾期罚',
	7: '重复评价',
	8: '漏罚个人或罚早了',
	9: '按上限而不是按幅度算',
	10: '漏看违法所得的分档',
	11: '固定比例上又分轻重',
	12: '用了失效或未核的法',
	13: '把申辩当成态度不好',
	14: '漏告知听证权',
	15: '初次违法就不罚',
	16: '因为困难就从轻',
	17: '把合并做成吸收',
	18: '没写义务条款',
	19: '拒不改正再罚单位',
	20: '以罚代刑'
};
export const TRAP_COUNT = Object.keys(TRAPS).length;
