import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonalDataKind } from './redaction-found.ts';
import { findPersonalData, redactionKey } from './redaction.ts';

/** Text · what must be found in it. Numbers are made: birthdays of 1900, codes of zeros with the right check sign. */
const PLANTED: readonly (readonly [text: string, kind: PersonalDataKind, found: string])[] = [
	['身份证号110101190001010014。', 'id-card', '110101190001010014'],
	['店主（110101 19000101 0014）到场', 'id-card', '110101 19000101 0014'],
	['号码 440301-19001231-0028', 'id-card', '440301-19001231-0028'],
	['证件：１１０１０１１９０００１０１００９Ｘ', 'id-card', '１１０１０１１９０００１０１００９Ｘ'],
	['尾号带叉的11010119000101009x也是', 'id-card', '11010119000101009x'],
	['持证人510107190006150035', 'id-card', '510107190006150035'],
	['- {at: 2026-03-01, text: 650100190008080049}', 'id-card', '650100190008080049'],
	['身份证号码为110101190001010015（抄错一位）', 'id-card', '110101190001010015'],
	['身份证：110101000101001', 'id-card', '110101000101001'],
	['1 1 0 1 0 1 1 9 0 0 0 1 0 1 0 0 1 4', 'id-card', '1 1 0 1 0 1 1 9 0 0 0 1 0 1 0 0 1 4'],
	['统一社会信用代码91110000MA0000000H', 'credit-code', '91110000MA0000000H'],
	['代码：９１１１００００ＭＡ０００００００Ｈ。', 'credit-code', '９１１１００００ＭＡ０００００００Ｈ'],
	['执照上写着 93510100MA6000000G', 'credit-code', '93510100MA6000000G'],
	['事业单位12440300000000001N', 'credit-code', '12440300000000001N'],
	['91110000-MA000000-0H', 'credit-code', '91110000-MA000000-0H'],
	['统一社会信用代码：91330100MA27XK3L8Q', 'credit-code', '91330100MA27XK3L8Q'],
	['拨打13800138000', 'phone', '13800138000'],
	['手机138-0013-8000', 'phone', '138-0013-8000'],
	['手机 138 0013 8000', 'phone', '138 0013 8000'],
	['联系人留的是１９９０００００１２３', 'phone', '１９９０００００１２３'],
	['+86 13800138000', 'phone', '86 13800138000'],
	['16600000001没有人接', 'phone', '16600000001'],
	['座机010-80000000', 'phone', '010-80000000'],
	['座机(0571)80000000', 'phone', '0571)80000000'],
	['传真057180000000', 'phone', '057180000000'],
	['电话：8765432', 'phone', '8765432'],
	['服务电话400-800-0001', 'phone', '400-800-0001'],
	['联系方式：87654321', 'phone', '87654321'],
	['一辆京A12345停在门口', 'plate', '京A12345'],
	['车牌浙A·8Y315', 'plate', '浙A·8Y315'],
	['槽车鲁Ｂ １２３４５', 'plate', '鲁Ｂ １２３４５'],
	['新能源车沪AD12345', 'plate', '沪AD12345'],
	['大型新能源车粤B12345D', 'plate', '粤B12345D'],
	['教练车苏E1234学', 'plate', '苏E1234学'],
	['武警车WJ苏12345', 'plate', 'WJ苏12345'],
	['挂车冀C1234挂', 'plate', '冀C1234挂'],
	['卡号6217000000000000004', 'bank-card', '6217000000000000004'],
	['打到 6228 4800 0000 0000 000 上', 'bank-card', '6228 4800 0000 0000 000'],
	['4000-0000-0000-0002', 'bank-card', '4000-0000-0000-0002'],
	['罚款缴至账号1203001234', 'bank-card', '1203001234'],
	['对公账户：571900123410801', 'bank-card', '571900123410801'],
	['发到 zhang.san@example.cn 即可', 'e-mail', 'zhang.san@example.cn'],
	['邮箱是lin_88＠１６３．ｃｏｍ', 'e-mail', 'lin_88＠１６３．ｃｏｍ'],
	['他家在临江路66号', 'address', '临江路66号'],
	['赶到桑园路21号2栋301室', 'address', '桑园路21号2栋301室'],
	['青岚区白渡镇桑园路１７号', 'address', '青岚区白渡镇桑园路１７号'],
	['位于解放大道一百零八号', 'address', '解放大道一百零八号'],
	['老街3号门面', 'address', '老街3号'],
	['望潮巷9号院内', 'address', '望潮巷9号'],
	['住在翠湖花园5栋2单元601室', 'address', '翠湖花园5栋2单元601室'],
	['到东山新村12号楼', 'address', '东山新村12号楼'],
	['河西村三组12号', 'address', '河西村三组12号'],
	['是浙江省杭州市余杭区仓前街道人', 'address', '浙江省杭州市余杭区'],
	['从四川省成都市双流县来', 'address', '四川省成都市双流县'],
	['家里是3单元502室', 'address', '3单元502室'],
	['住址：沙湾镇河西新村北区', 'address', '沙湾镇河西新村北区'],
	['家住柳溪镇河东村东头', 'address', '柳溪镇河东村东头'],
	['法定代表人：葛文山', 'name', '葛文山'],
	['负责人王海涛说不知道', 'name', '王海涛'],
	['当事人欧阳明到场', 'name', '欧阳明'],
	['被询问人：高崇，男', 'name', '高崇'],
	['李秀兰女士打来电话', 'name', '李秀兰'],
	['people:\n  - {who: 阮青, role: 执法人员}', 'name', '阮青'],
	['工人买买提·艾力说他没听见', 'name', '买买提·艾力'],
	['她叫苗素云。', 'name', '苗素云'],
	['他问：“姓名？”“姓名钱照。”', 'name', '钱照'],
	['秦朗站在街对面。邵衡请了假。秦朗的手心出汗。', 'name', '秦朗'],
	['祝同打开记录仪。\n\n祝同没有先看。', 'name', '祝同'],
	['店主邱桂平正弯腰', 'name', '邱桂平'],
	['焊工何广田把面罩放下', 'name', '何广田'],
	['签收人（许渡）', 'name', '许渡'],
	['店主邱桂平电话不通', 'name', '邱桂平'],
	['焊工徐明身份证已核对', 'name', '徐明'],
	['司机赵铁柱驾车离开', 'name', '赵铁柱']
];

/** Nothing in these points to anybody. */
const INNOCENT: readonly string[] = [
	'110101190001010015是哪来的编号',
	'批号110101199913450014',
	'工单号20260316110000',
	'沙应急罚〔2026〕15号',
	'（2026）行初12号',
	'罚款13800138000元',
	'罚款35000元，没收违法所得160元',
	'2026-03-16T11:00送达，2026-04-09T09:00起诉',
	'2026年3月16日至2026年4月9日，共24天',
	'第九十七条第一款第七项，第101条第3项',
	'[第三十条](law:work-safety-law/30/1)',
	'拨打12350举报，火警119',
	'统一社会信用代码91××××××××××××××××',
	'统一社会信用代码：91330000XXXXXXXXXX',
	'身份证号1101011900********',
	'身份证号已核对，复印件附卷',
	'卡号尾数0004',
	'6217000000000000005这一串校验位不对',
	'型号A12345，批次B-20260316',
	'京A·×××××号车',
	'新A区和老B区之间',
	'云A型、川B型两种面板',
	'苏C60混凝土试块',
	'皖ABCDEF不是车牌',
	'电话已经打过，没人接',
	'容积12000000升、8765432吨',
	'3号除尘器、2号炉、5号线',
	'运输巷3号、回风巷12号钻孔',
	'线路2号、管路3号阀门',
	'沿街2号门已封',
	'沙湾街道、白渡镇老街',
	'二楼东头的仓库，三号穿堂门',
	'浙江省杭州市余杭区人民法院判决',
	'《浙江省安全生产条例》第三条',
	'北京市应急管理局通报',
	'送达地址确认书载明的地址',
	'地址：某市某区某路×号',
	'住所：同上',
	'当事人：某公司',
	'王某、李某某、张某甲',
	'李师傅、钱厂长、宁总工',
	'储公司的车，公司仓库，石膏矿，包队进场',
	'罗经理说不知道。罗经理又说了一遍。',
	'法定代表人没有到场',
	'负责人安全意识不强',
	'负责人高度重视',
	'当事人陈述、申辩',
	'当事人申请听证',
	'当事人江边作业',
	'主要负责人任职三年',
	'工人曾经受过训练',
	'许可证已经过期，许可范围不含该品种',
	'严禁动火。严格审批。严禁动火。',
	'储罐区三米外，楼梯口两侧',
	'凌晨两点，田间小路',
	'## 案情 · 下午三点的老街',
	'【违法事实】【调查程序】两名执法人员出示证件',
	'两个以上、三十六个月、二〇二六年',
	'邮箱里没有回执',
	'见 https://example.gov.cn/notice/2026',
	'温度230101度是记录错误',
	'电话会议纪要第3号'
];

describe('what may point to a real person', () => {
	it.each(PLANTED)('is found: %s', (text, kind, found) => {
		const all = findPersonalData(text);
		expect(all.filter((one) => one.kind === kind).map((one) => one.found)).toContain(found);
		for (const one of all) expect(text.slice(one.start, one.end)).toBe(one.found);
	});

	it.each(INNOCENT)('is not: %s', (text) => {
		expect(findPersonalData(text)).toEqual([]);
	});

	it('has tables as long as they ought to be', () => {
		expect(PLANTED.length).toBeGreaterThanOrEqual(60);
		expect(INNOCENT.length).toBeGreaterThanOrEqual(40);
	});

	it('tells a name once, and each number at each place', () => {
		const text = '店主邱桂平来了。店主邱桂平走了。13800138000，再说一遍，13800138000。';
		expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['name', 'phone', 'phone']);
	});

	it('takes the digits of one number for no other', () => {
		expect(findPersonalData('身份证110101190001010014').map(({ kind }) => kind)).toEqual(['id-card']);
		expect(findPersonalData('电话13800138000，身份证110101190001010014').map(({ kind }) => kind)).toEqual([
			'phone',
			'id-card'
		]);
	});

	it('keeps answers under a key that spacing and width do not change', () => {
		const [plain, wide] = ['13800138000', '１３８ 0013-8000'].map((text) => redactionKey(findPersonalData(text)[0]!));
		expect(wide).toBe(plain);
	});

	it('finds a planted number wherever it stands, and what is told is what stands there', () => {
		const han = fc.string({ unit: fc.constantFrom(...'的是在现场检查，。查封仓库。\n“”（）老街安全'), maxLength: 60 });
		fc.assert(
			fc.property(
				han,
				han,
				fc.constantFrom('110101190001010014', '91110000MA0000000H', '浙A·8Y315', '13800138000'),
				(a, b, number) => {
					const text = `${a}：${number}，${b}`;
					const all = findPersonalData(text);
					expect(all.map(({ found }) => found)).toContain(number);
					for (const { start, end, found } of all) expect(text.slice(start, end)).toBe(found);
				}
			)
		);
	});

	it('reads a long text of nothing but digits and gaps in reasonable steps', () => {
		const all = findPersonalData('1 2 3 '.repeat(5_000));
		expect(all.length).toBeLessThan(5_000);
	});
});
