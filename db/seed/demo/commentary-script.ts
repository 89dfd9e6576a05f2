import type { VerdictText } from '#lib/cases/domain/commentary/minutes.ts';
import type { Decision } from '#lib/cases/domain/commentary/moderation.ts';
import type { Criterion } from '#lib/cases/domain/commentary/score-sheet.ts';
import type { Area } from '#lib/shared/piece.ts';

/** What an officer wrote about a case, and what a trainer made of it; `words`: a piece of the paragraph it is pinned to. */
export interface ScriptedComment {
	readonly by: string;
	readonly area: Area;
	readonly words: string | null;
	readonly text: string;
	readonly decision: Exclude<Decision, 'withdrawn'> | null;
	readonly reason?: string;
}
export interface ScriptedCase {
	readonly caseId: string;
	readonly minutes: number;
	/** Minutes it really took. */
	readonly taken: number;
	readonly speakers: readonly string[];
	readonly expert: string;
	readonly notes: readonly string[];
	/** A merged one says the same as the first one. */
	readonly comments: readonly ScriptedComment[];
	readonly verdict: VerdictText | null;
}
export interface ScriptedMeeting {
	readonly title: string;
	/** Weeks before (or, negative, after) the last Wednesday. */
	readonly weeksBack: number;
	readonly place: string;
	readonly chair: string;
	readonly recorder: string;
	readonly cases: readonly ScriptedCase[];
	readonly actions: readonly {
		readonly text: string;
		readonly owner: string;
		readonly days: number;
		readonly done?: string;
	}[];
}

const place = '局三楼会议室';

export const MEETINGS: readonly ScriptedMeeting[] = [
	{
		...{ title: '典型案例点评会：两个人一起进门', weeksBack: 5, place, chair: '梁若川', recorder: '许漫青' },
		cases: [
			{
				...{
					caseId: 'fireworks-stall-one-officer',
					minutes: 25,
					taken: 31,
					speakers: ['林岳', '夏知秋'],
					expert: '沈知微'
				},
				notes: [
					'林岳介绍案情：货是真的，人也认了，败在一个人进门、第二天补签。',
					'夏知秋：辖区夜间举报多，排班要留备勤，不然这种事还会有。',
					'讨论补签：补的不是一个名字，是一份本来不存在的检查。'
				],
				comments: [
					{
						...{ by: '苏砚', area: 'procedure', words: '补一笔', decision: 'accepted' },
						text: '补签把程序瑕疵变成了证据造假：录像一放，两份笔录都不能用。发现人数不够应当停下来重新检查，而不是补名字。'
					},
					{
						...{ by: '白景行', area: 'evidence', words: '收条', decision: 'accepted' },
						text: '六箱礼花弹只有一张手写收条，没有清单、没有编号、没有当事人核对，先行登记保存的手续一样也没有。'
					},
					{
						...{ by: '范予安', area: 'procedure', words: null, decision: 'merged', reason: '与苏砚所说是同一处' },
						text: '第二天补的签名站不住，一个人检查就应当重新来过。'
					},
					{
						...{
							by: '韦小满',
							area: 'discretion',
							words: null,
							decision: 'returned',
							reason: '没有指出案例里的依据，请对照裁量理由那一段再写'
						},
						text: '我觉得罚三千有点轻了，应当再重一些。'
					}
				],
				verdict: {
					strengths: '第一时间联系公安、现场固定了货物外观和去向。',
					faults: '一名执法人员进门；未出示证件；事后补签；查扣没有清单。',
					better: '先劝阻停售、守住视线，召回同事再进门；扣押用清单，当场核对签收。',
					lesson: '人齐、证在、清单到场，三样缺一样就先不进门。'
				}
			},
			{
				...{ caseId: 'dust-line-training-records', minutes: 20, taken: 18, speakers: ['许漫青'], expert: '裴明远' },
				notes: [
					'许漫青：先弄清课上没上，再谈记没记实，顺序对了，条款就不会错。',
					'三个问题一字不改地问每个人，值得照搬。'
				],
				comments: [
					{
						...{ by: '杜临川', area: 'facts', words: '一支笔', decision: 'accepted' },
						text: '没有停在“签名像代签”上，而是回到课到底上没上，结论只写能证明的那一句，这一步最见功夫。'
					},
					{
						...{ by: '林岳', area: 'evidence', words: '录像机时钟', decision: 'accepted' },
						text: '当场比对录像机时钟并写进笔录，十有八九会被漏掉，漏了时间就接不上。'
					}
				],
				verdict: {
					strengths: '事实只写到证据能到的地方；电子数据的时钟、来源、制作人都交代了。',
					faults: '',
					better: '询问提纲可以附卷，说明七个人问的是同样的问题。',
					lesson: '先定事实，再找条款；条款找不准，多半是事实没有定准。'
				}
			}
		],
		actions: [
			{ text: '夜间举报处置加备勤名单，月底前试行', owner: '夏知秋', days: 16, done: '名单已发各组，试行两周' },
			{ text: '现场检查清单第一行改为“两人、证件、记录仪”', owner: '林岳', days: 9, done: '新清单已印发' }
		]
	},
	{
		...{ title: '典型案例点评会：送达与从宽', weeksBack: 1, place, chair: '方砚秋', recorder: '杜临川' },
		cases: [
			{
				...{ caseId: 'notice-sent-to-accountant', minutes: 25, taken: 27, speakers: ['贺知远'], expert: '沈知微' },
				notes: [
					'贺知远：事实、条款都没有争议，倒在告知书没有到人手里。',
					'期限没有排进日历是根子：九十日里有六十天在等复查。'
				],
				comments: [
					{
						...{ by: '谢长亭', area: 'procedure', words: '听证', decision: 'accepted' },
						text: '告知书用了普通模板，拟责令停产却没有写听证权，就算送到了也还是错的。'
					},
					{
						...{ by: '林岳', area: 'procedure', words: '还有十五天', decision: 'accepted' },
						text: '发现两个洞以后还有十五天，应当重新告知、给足听证期限，宁可期限轻微超过也不能不告知。'
					},
					{
						...{ by: '叶清嘉', area: 'evidence', words: '照片', decision: 'accepted' },
						text: '一张靠在铁门上的照片证明不了谁收到、收到几页，送达要留置就按留置的规矩来。'
					}
				],
				verdict: {
					strengths: '复查意见书逐项写明，裁量理由写足。',
					faults: '告知没有送达；听证权没有告知；集体讨论没有审程序。',
					better: '第一次送不到就换方式，并把每一次都记下来；模板按拟处罚种类选。',
					lesson: '决定之前的那一页最薄，也最重。'
				}
			},
			{
				...{ caseId: 'laundry-missed-drill', minutes: 20, taken: 19, speakers: ['谢长亭', '莫问渠'], expert: '康若兰' },
				notes: [
					'谢长亭：不罚不等于不查，证据一样要固定。',
					'莫问渠：不予处罚决定书里把三个条件逐条写明，当事人看得懂。'
				],
				comments: [
					{
						...{ by: '温以宁', area: 'discretion', words: null, decision: 'accepted' },
						text: '首次、轻微、及时改正三个条件逐条对证据，理由经得起别的店来比，这就是同样情况同样处理。'
					},
					{
						...{
							by: '钟离朔',
							area: 'law',
							words: null,
							decision: 'returned',
							reason: '说的是另一件案子，请写在那个案例下'
						},
						text: '告知书没有送到会计手里也可以不罚。'
					}
				],
				verdict: {
					strengths: '从宽有依据、有证据、有教育，答复了举报人。',
					faults: '',
					better: '可以把补做的演练照片和签到附卷。',
					lesson: '不罚也要写得让别人照着做。'
				}
			}
		],
		actions: [{ text: '告知书模板按处罚种类分开，停产停业类加听证告知', owner: '沈知微', days: 20 }]
	},
	{
		...{ title: '典型案例点评会：无证作业与登记保存', weeksBack: -1, place, chair: '顾晓棠', recorder: '韦小满' },
		cases: [
			{
				...{ caseId: 'cold-store-welder-again', minutes: 25, taken: 0, speakers: ['秦望舒'], expert: '裴明远' },
				notes: [],
				verdict: null,
				comments: [
					{
						...{ by: '程北辰', area: 'evidence', words: null, decision: null },
						text: '第二次查到同一个人，证明“明知”靠的是上一次的指令书和签收，这一步值得学。'
					},
					{
						...{ by: '邹听雨', area: 'law', words: null, decision: 'accepted' },
						text: '条款选在单位使用无证人员，而不是个人无证，责任主体选对了。'
					}
				]
			},
			{
				...{
					caseId: 'quarry-computer-seven-workdays',
					minutes: 25,
					taken: 0,
					speakers: ['程北辰', '尹千帆'],
					expert: '沈知微'
				},
				notes: [],
				verdict: null,
				comments: [
					{
						...{ by: '尹千帆', area: 'procedure', words: null, decision: null },
						text: '七日过了还没有处理决定，当事人上门要也只答“再等等”，应当当天就退还并写明。'
					}
				]
			}
		],
		actions: []
	}
];

/** Last quarter's 优秀案例: how good each case was thought to be, as a share of the points, and by how much reviewers differ. */
export const NOMINATIONS: readonly {
	readonly caseId: string;
	readonly reason: string;
	readonly share: Readonly<Partial<Record<Criterion, number>>>;
	readonly level: number;
	readonly spread: number;
}[] = [
	{
		...{ caseId: 'dust-line-training-records', level: 0.92, spread: 1, share: { facts: 0.98, effect: 0.85 } },
		reason: '先定事实再找条款，电子数据的固定可以照着做'
	},
	{
		...{ caseId: 'notice-sent-to-accountant', level: 0.9, spread: 1, share: { procedure: 0.96, discretion: 0.85 } },
		reason: '反面案例，送达和听证告知讲得透'
	},
	{
		...{ caseId: 'quarry-computer-seven-workdays', level: 0.8, spread: 2, share: { writing: 0.7 } },
		reason: '登记保存七日怎么数，一线常错'
	}
];
