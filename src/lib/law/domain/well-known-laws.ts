import { TitleBook } from './title-book.ts';

/** How officers shorten titles when they talk to each other; the right side is the title that is meant. */
const SPOKEN: Readonly<Record<string, string>> = {
	安法: '安全生产法',
	安生法: '安全生产法',
	处罚法: '行政处罚法',
	强制法: '行政强制法',
	行处法: '行政处罚法',
	行许法: '行政许可法',
	行复法: '行政复议法',
	危化品条例: '危险化学品安全管理条例',
	危化品管理条例: '危险化学品安全管理条例',
	危险化学品条例: '危险化学品安全管理条例',
	危化法: '危险化学品安全法',
	职防法: '职业病防治法',
	突发法: '突发事件应对法',
	事故调查条例: '生产安全事故报告和调查处理条例',
	事故调查处理条例: '生产安全事故报告和调查处理条例',
	事故应急条例: '生产安全事故应急条例',
	信息公开条例: '政府信息公开条例',
	民诉法: '民事诉讼法',
	刑诉法: '刑事诉讼法',
	治安处罚法: '治安管理处罚法',
	治安法: '治安管理处罚法',
	道交法: '道路交通安全法',
	国赔法: '国家赔偿法',
	环保法: '环境保护法'
};

/**
 * Laws that officers and courts name without 《》 although the house may not hold them: known by name, so that their
 * articles are never taken for those of another law, and 治安管理处罚法 not for 处罚法.
 */
const BY_NAME =
	`宪法 立法法 监察法 监察法实施条例 公务员法 公职人员政务处分法 行政机关公务员处分条例 国家赔偿法 国务院组织法 档案法 保守国家秘密法
	民法典 民法通则 民法总则 物权法 侵权责任法 合同法 劳动法 劳动合同法 劳动合同法实施条例 劳动争议调解仲裁法 工会法 就业促进法 社会保险法
	工伤保险条例 劳动保障监察条例 女职工劳动保护特别规定 使用有毒物品作业场所劳动保护条例 尘肺病防治条例
	民事诉讼法 刑事诉讼法 仲裁法 公证法 律师法 人民陪审员法 人民法院组织法 人民检察院组织法 法律援助法 电子签名法
	治安管理处罚法 道路交通安全法 道路交通安全法实施条例 海上交通安全法 道路运输条例 铁路法 民用航空法 港口法 内河交通安全管理条例
	建筑法 城乡规划法 招标投标法 招标投标法实施条例 政府采购法 建设工程质量管理条例 民用建筑节能条例 城镇燃气管理条例
	煤炭法 电力法 石油天然气管道保护法 矿产资源法 矿山安全法实施条例 能源法 核安全法 核电厂核事故应急管理条例 电力安全事故应急处置和调查处理条例
	民用爆炸物品安全管理条例 易制毒化学品管理条例 易制爆危险化学品治安管理办法 监控化学品管理条例 农药管理条例 麻醉药品和精神药品管理条例
	环境保护法 大气污染防治法 水污染防治法 固体废物污染环境防治法 土壤污染防治法 噪声污染防治法 环境影响评价法 海洋环境保护法 放射性污染防治法 排污许可管理条例
	食品安全法 食品安全法实施条例 产品质量法 标准化法 计量法 认证认可条例 药品管理法 消费者权益保护法 反不正当竞争法 反垄断法 价格法 广告法 电子商务法
	公司法 合伙企业法 个人独资企业法 企业破产法 证券法 保险法 会计法 审计法 统计法 税收征收管理法 商标法 专利法 著作权法 市场主体登记管理条例
	防震减灾法 防洪法 气象法 森林法 草原法 水法 水土保持法 气象灾害防御条例 森林防火条例 草原防火条例 地质灾害防治条例 破坏性地震应急条例
	重大动物疫情应急条例 突发公共卫生事件应急条例 大型群众性活动安全管理条例 自然灾害救助条例 海上交通事故调查处理条例 铁路交通事故应急救援和调查处理条例 消防救援衔条例 国家综合性消防救援队伍消防救援衔标志式样和佩带办法
	未成年人保护法 妇女权益保障法 网络安全法 数据安全法 个人信息保护法 密码法 反恐怖主义法 反有组织犯罪法 国家安全法 优化营商环境条例 重大行政决策程序暂行条例
	生产安全事故罚款处罚规定 安全生产培训管理办法 生产经营单位安全培训规定 特种作业人员安全技术培训考核管理规定 生产安全事故应急预案管理办法
	安全生产事故隐患排查治理暂行规定 建设项目安全设施三同时监督管理办法 工贸企业粉尘防爆安全规定 工贸企业有限空间作业安全规定 工贸企业重大事故隐患判定标准
	烟花爆竹经营许可实施办法 烟花爆竹生产企业安全生产许可证实施办法 危险化学品经营许可证管理办法 危险化学品重大危险源监督管理暂行规定 煤矿安全规程
	安全生产行政执法与刑事司法衔接工作办法 安全评价检测检验机构管理办法 应急管理行政执法人员依法履职管理规定 食品药品行政处罚程序规定 市场监督管理行政处罚程序规定`.split(
		/\s+/
	);

/** A law as the house holds it. */
export interface HeldLaw {
	readonly id: string;
	readonly title: string;
	readonly shortTitles: readonly string[];
}

/** The book of all titles by which a text can name a law: full, short, spoken, and of laws that the house does not hold. */
export function openTitleBook(laws: readonly HeldLaw[]): TitleBook {
	const full = laws.map(({ id, title }) => ({ title, law: id }));
	const short = laws.flatMap(({ id, shortTitles }) => shortTitles.map((title) => ({ title, law: id })));
	const book = new TitleBook([...full, ...short]);
	for (const [title, meant] of Object.entries(SPOKEN)) book.add(title, book.get(meant)?.law ?? null);
	for (const title of BY_NAME) book.add(title, null);
	return book;
}
