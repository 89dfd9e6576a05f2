import type { Detail } from '#lib/arena/domain/hearing/act.ts';
import type { Standing } from '#lib/arena/domain/hearing/role.ts';
import type { Property, Ruling } from '#lib/arena/domain/hearing/evidence.ts';

// What is said in the hearings of the demo bureau beside the prepared lines of their bundles; invented like everything here.

export interface ScriptedSeat {
	/** `panel-1` */
	readonly seat: string;
	/** Of the bureau, or the name of a guest who has a link. */
	readonly name: string;
	readonly isGuest?: boolean;
	readonly standing?: Standing;
	readonly isSubstitute?: boolean;
}

/** A sentence of somebody on a seat. */
export type Spoken = readonly [seat: string, text: string];
/** A prepared argument: its line, or what meets it; who says it. */
export type Argued = readonly [seat: string, argument: string, part: 'line' | 'met'];

export interface ScriptedHearing {
	readonly bundle: string;
	readonly title: string;
	readonly seats: readonly ScriptedSeat[];
	readonly opening: readonly Spoken[];
	readonly claims: Spoken;
	readonly reply: Spoken;
	/** Ids of the bundle's issues. */
	readonly issues: readonly string[];
	/** Exhibits that are opposed in words of our own; the prepared arguments of the stage oppose the others. */
	readonly opposed: Readonly<Record<string, readonly [properties: readonly Property[], text: string]>>;
	/** Exhibits that are not simply admitted. */
	readonly ruled: Readonly<Record<string, readonly [ruling: Ruling, reason: string]>>;
	readonly questions: readonly Spoken[];
	readonly debate: readonly Argued[];
}

/** How the one that was held came to its end. */
export interface ScriptedEnd {
	readonly final: readonly Spoken[];
	/** Judges who see an issue with the defendant; the others see it with the plaintiff. */
	readonly forDefendant: Readonly<Record<string, readonly string[]>>;
	readonly judgment: Omit<Detail<'pronounce'>, 'judgment'>;
	readonly comments: readonly (readonly [seat: string, text: string, isPraise: boolean])[];
	/** Shares of the full marks by judge's seat, in per cent: T1 … T8. */
	readonly marks: Readonly<Record<string, Readonly<Record<'plaintiff' | 'defendant', readonly number[]>>>>;
	/** What judges wrote at a moment: the sentence that begins so. */
	readonly notes: readonly (readonly [
		judge: string,
		side: 'plaintiff' | 'defendant',
		criterion: string,
		moment: string,
		text: string
	])[];
}

const DISCIPLINE =
	'请到庭人员遵守法庭纪律：未经许可不得发言、走动，不得录音录像；旁听人员不得鼓掌、喧哗。经核对，双方当事人和代理人均已到庭。';

export const HELD: ScriptedHearing & ScriptedEnd = {
	bundle: 'three-boxes-and-a-video',
	title: '秋季擂台赛第一场：三箱烟花和一段视频',
	seats: [
		{ seat: 'presiding-1', name: '裴明远' },
		{ seat: 'panel-1', name: '康若兰' },
		{ seat: 'panel-2', name: '何以宽律师', isGuest: true },
		{ seat: 'panel-3', name: '苏砚', isSubstitute: true },
		{ seat: 'clerk-1', name: '邹听雨' },
		{ seat: 'plaintiff-1', name: '林岳', standing: 'party' },
		{ seat: 'plaintiff-2', name: '温以宁', standing: 'agent' },
		{ seat: 'defendant-1', name: '韦小满', standing: 'official' },
		{ seat: 'defendant-2', name: '杜临川', standing: 'agent' },
		{ seat: 'witness-2', name: '钟离朔' },
		{ seat: 'host-1', name: '顾晓棠' },
		{ seat: 'commentator-1', name: '沈知微' }
	],
	opening: [
		[
			'host-1',
			'秋季擂台赛第一场现在开始。攻擂方代表姚春芳，守擂方代表区应急管理局，胜负看双方的辩论，不看谁的官司赢。'
		],
		['clerk-1', DISCIPLINE],
		[
			'presiding-1',
			'现在开庭。本案由裴明远、康若兰、何以宽组成合议庭。双方对合议庭成员、书记员是否申请回避？双方均不申请。'
		]
	],
	claims: [
		'plaintiff-1',
		'请求撤销青应急罚〔2026〕9号处罚决定，退还被扣押的三箱烟花。理由三点：视频是引诱来的；三箱是办喜事用的；我方主动说出去年两回，决定书却写“没有从轻情节”。'
	],
	reply: [
		'defendant-1',
		'请求驳回。无许可证而标价出售，有现场检查记录、照片、收款和原告自认四样证据；执照登记是谁，不影响处罚实际经营的人；三万元在两万元到十万元之间，靠近下限。'
	],
	issues: ['lure', 'sale', 'who', 'confession', 'seizure'],
	opposed: {
		d6: [['legality'], '三月七日扣押已经期满，九日才决定延长。这份文书证明不了合法，恰好证明逾期。'],
		p1: [['relevance'], '登记的经营者与实际经营的人不是一回事，这张照证明不了原告没有经营。'],
		p3: [
			['relevance'],
			'请看数量：收据写四箱，床下只有三箱。少的一箱正标着价摆在货架上，这份收据反而证明一部分用于出售。'
		]
	},
	ruled: {
		d2: [
			'refused',
			'举报登记表备注栏写明机关许以奖励、叫举报人购买并录像，视频有引诱之嫌，被告也表示不作为定案依据，不予采信。'
		],
		d6: ['partly', '能证明作出过延长决定，不能证明延长合法。'],
		d7: ['partly', '翻拍件没有签名确认，168元一笔有现场记录和自认印证，予以采信；其余不采信。'],
		p2: ['partly', '能证明二月八日有喜事，不能证明三箱都为喜事而买。']
	},
	questions: [
		['panel-1', '请问证人：货架上的四盒和床下的三箱，批号是你当场核对的吗？'],
		['witness-2', '是我核对的，都是同一个批号。价签也是我拍的，她当时没有提喜事，第二天做笔录才提。'],
		['panel-2', '请问被告：决定书写“没有从轻情节”，集体讨论时看过询问笔录的最后一页吗？'],
		['defendant-1', '讨论材料里附了笔录。写“没有从轻情节”是文书起草时漏了那一段，我方不回避。']
	],
	debate: [
		['plaintiff-1', 'p-confess', 'line'],
		['defendant-1', 'p-confess', 'met'],
		['plaintiff-2', 'd-low', 'met'],
		['defendant-2', 'd-chain', 'line'],
		['plaintiff-2', 'd-chain', 'met'],
		['defendant-2', 'd-owner', 'line'],
		['plaintiff-1', 'p-seizure', 'line'],
		['defendant-1', 'p-seizure', 'met']
	],
	final: [
		['plaintiff-1', '卖过的我方认，没有评价的请补上。请求变更罚款数额，退还三箱烟花。'],
		['defendant-1', '违法事实清楚，数额在幅度之内。文书的疏漏我局已经整改，请求驳回。']
	],
	forDefendant: {
		...{ lure: [], sale: ['presiding-1', 'panel-1', 'panel-2'], who: ['presiding-1', 'panel-1', 'panel-2'] },
		...{ confession: [], seizure: ['presiding-1', 'panel-2'] }
	},
	judgment: {
		...{ ticked: ['penalty-improper'], originalFine: 30_000, newFine: 20_000 },
		text: '一、变更青应急罚〔2026〕9号处罚决定的罚款数额为2万元；二、驳回原告的其他诉讼请求。',
		reasons:
			'视频不作为定案根据；现场记录、照片、一笔收款和原告陈述来源不同、彼此印证，足以证明未经许可经营。原告主动供述机关尚未掌握的两次出售，属于应当从轻或者减轻的情形，决定书写“没有从轻情节”，与询问笔录相反，罚款数额明显不当。扣押延长虽有逾期，不影响没收的根据。'
	},
	comments: [
		['commentator-1', '攻方最好的一手，是不喊“全部推翻”，把力气放在漏评的从轻情节上：认下小的，争到大的。', true],
		['commentator-1', '守方当庭放下视频很漂亮；可惜对“四箱”的收据质证太轻，一箱去了哪里，本可以问出来。', false],
		['commentator-1', '双方都只说“扣押逾期”，没有人把它落到确认违法这一级。后果要落到阶梯上，法庭才好判。', false]
	],
	marks: {
		'presiding-1': { plaintiff: [80, 75, 80, 70, 85, 80, 85, 90], defendant: [75, 65, 80, 65, 75, 70, 80, 90] },
		'panel-1': { plaintiff: [75, 80, 85, 65, 80, 85, 80, 80], defendant: [80, 70, 75, 70, 70, 65, 85, 90] },
		'panel-2': { plaintiff: [85, 70, 80, 75, 80, 75, 90, 90], defendant: [70, 60, 80, 45, 75, 70, 75, 80] },
		'panel-3': { plaintiff: [90, 85, 90, 80, 85, 90, 90, 90], defendant: [65, 55, 65, 55, 65, 60, 75, 80] }
	},
	notes: [
		['presiding-1', 'plaintiff', 'T6', '去年那两回', '引笔录原话，再接法条的“应当”，两句话说完，最有力的一段。'],
		['presiding-1', 'defendant', 'T3', '讨论材料里附了笔录', '当庭承认漏写，可信，也守住了后面的数额。'],
		['panel-1', 'plaintiff', 'T3', '证据链我方看得见', '不否认证据链，量它的长度，质证的层次好。'],
		[
			'panel-2',
			'defendant',
			'T4',
			'延长晚了两天',
			'承认逾期，却没有说逾期落在哪一级、为什么不影响没收，程序论证不到一半。'
		],
		['panel-2', 'plaintiff', 'T4', '三月七号扣押就到期了', '期限算得对，后果只说到“没有对象”，差一步到确认违法。'],
		['panel-3', 'defendant', 'T2', '进货的是她', '没有回答“闵大年为什么一句没问”，焦点没有接住。']
	]
};

export const RUNNING: ScriptedHearing = {
	bundle: 'grey-for-twenty-two-days',
	title: '秋季擂台赛第二场：灰了二十二天的点',
	seats: [
		{ seat: 'presiding-1', name: '裴明远' },
		{ seat: 'panel-1', name: '康若兰' },
		{ seat: 'panel-2', name: '何以宽律师', isGuest: true },
		{ seat: 'panel-3', name: '夏知秋', isSubstitute: true },
		{ seat: 'clerk-1', name: '邹听雨' },
		{ seat: 'plaintiff-1', name: '林岳', standing: 'party' },
		{ seat: 'plaintiff-2', name: '叶清嘉', standing: 'agent' },
		{ seat: 'defendant-1', name: '韦小满', standing: 'official' },
		{ seat: 'defendant-2', name: '尹千帆', standing: 'agent' },
		{ seat: 'witness-2', name: '贺知远' },
		{ seat: 'host-1', name: '顾晓棠' },
		{ seat: 'commentator-1', name: '沈知微' }
	],
	opening: [
		['clerk-1', DISCIPLINE],
		['presiding-1', '现在开庭。审理澄屿化工诉区应急管理局一案。双方是否申请回避？双方均不申请，继续。']
	],
	claims: [
		'plaintiff-1',
		'请求撤销13号处罚决定，或者变更数额。我方比期限早二十天改正，听证会上交了复查意见书和新报告，决定书一字未提、一分未减；主持听证的人，又是审核立案的人。'
	],
	reply: [
		'defendant-1',
		'请求驳回。探测器空了二十二天，评估过期两个月，公司去年十一月就有书面提醒，批的是“等技改一起做”。五万元是一般档的中间值。'
	],
	issues: ['corrected', 'host', 'grey', 'special', 'report'],
	opposed: {
		d6: [['legality'], '审核意见一栏签的是贺知远，主持听证的也是贺知远，我方当时不知道。'],
		d9: [['authenticity'], '写着“没有新的情况”，与听证笔录里收下的两份材料对不上。'],
		p3: [['relevance'], '那一家只有评估过期一项，没有离线，也没有书面提醒，不是同样情形。']
	},
	ruled: {
		d3: ['partly', '没有制作说明和运维证明，只用来说明检查的由来。'],
		p3: ['partly', '能证明同月有另一处罚，两案情形不尽相同。']
	},
	questions: [
		['plaintiff-2', '请问证人：立案审批表上“事实基本清楚，建议立案”，是您写的吗？'],
		['witness-2', '是我写的。我没有去过罐区，审核看的是书面材料。'],
		['panel-1', '主持听证以前，您有没有向当事人说明自己审核过立案？'],
		['witness-2', '没有说。问了回避，没有说这一层。']
	],
	debate: [
		['plaintiff-1', 'p-no-answer', 'line'],
		['defendant-1', 'p-no-answer', 'met'],
		['plaintiff-2', 'p-host', 'line'],
		['defendant-2', 'd-not-investigator', 'line']
	]
};

/** Who sat in the gallery of the one that was held, and who was more convincing to them. */
export const AUDIENCE = [
	...([
		['秦望舒', 'plaintiff'],
		['陆沉舟', 'plaintiff'],
		['莫问渠', 'defendant'],
		['白景行', 'plaintiff']
	] as const),
	...([
		['谢长亭', 'defendant'],
		['颜初霁', 'plaintiff'],
		['阮星河', 'plaintiff']
	] as const)
];

/** The one to come: only who sits where. */
export const COMING: Pick<ScriptedHearing, 'bundle' | 'title' | 'seats'> = {
	bundle: 'whose-welder',
	title: '秋季擂台赛第三场：他是谁的焊工',
	seats: [
		{ seat: 'presiding-1', name: '裴明远' },
		{ seat: 'panel-1', name: '康若兰' },
		{ seat: 'panel-2', name: '卫东篱' },
		{ seat: 'clerk-1', name: '邹听雨' },
		{ seat: 'plaintiff-1', name: '韦小满', standing: 'party' },
		{ seat: 'plaintiff-2', name: '莫问渠', standing: 'agent' },
		{ seat: 'defendant-1', name: '白景行', standing: 'head' },
		{ seat: 'defendant-2', name: '颜初霁', standing: 'agent' },
		{ seat: 'host-1', name: '顾晓棠' }
	]
};
