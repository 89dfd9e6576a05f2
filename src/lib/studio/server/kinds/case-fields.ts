import { POLARITIES } from '#lib/cases/domain/case.ts';
import { AREAS, INDUSTRIES } from '#lib/shared/piece.ts';
import type { FieldSpec, Fields } from '../../domain/manuscript.ts';

/** The parts of a case study, in the order of the form and of the file. */
export const CASE_FIELDS: readonly FieldSpec[] = [
	{
		...{ name: 'id', label: '编号', input: 'line', required: true },
		hint: '小写字母、数字和连字符，用作网址，发布以后不再改：welder-without-certificate'
	},
	{ name: 'title', label: '标题', input: 'line', required: true },
	{ name: 'lead', label: '提要', input: 'line', required: true, hint: '一句话让人想读下去，不超过 80 字，不说出结论' },
	{ name: 'polarity', label: '正面还是反面', input: 'choice', options: POLARITIES, required: true },
	{
		...{ name: 'industry', label: '行业', input: 'choice', required: true },
		options: Object.fromEntries(INDUSTRIES.map((industry) => [industry, industry]))
	},
	{ name: 'areas', label: '争议所在', input: 'choices', options: AREAS, required: true },
	{
		...{ name: 'difficulty', label: '难度', input: 'choice', required: true },
		options: { 1: '1 入门', 2: '2 容易', 3: '3 一般', 4: '4 较难', 5: '5 疑难' }
	},
	{ name: 'asOf', label: '适用哪一天的法', input: 'day', required: true, hint: '案情里行为发生或者决定作出的那一天' },
	{
		...{ name: 'sourceKind', label: '来自哪里', input: 'choice', required: true },
		options: { invented: '虚构教学案例', anonymised: '真实案件匿名改编' }
	},
	{
		...{ name: 'redaction', label: '隐名处理', input: 'yaml', required: true },
		hint: '虚构的写 {state: not-needed}；真实案件改编的写 {state: checked, by: 姓名, on: 2026-11-20}'
	},
	{
		name: 'sources',
		label: '来源',
		input: 'lines',
		required: true,
		hint: '每行一个：安全生产法（2021年修正）第九十七条'
	},
	{
		...{ name: 'timeline', label: '时间线', input: 'yaml', required: true },
		hint: '至少三行：- {at: 2026-03-18T09:20, text: 举报人来电}'
	},
	{ name: 'people', label: '人物', input: 'yaml', required: true, hint: '2 至 8 人：- {who: 阮青, role: 执法人员}' },
	{ name: 'well', label: '做得好的', input: 'lines', required: false, hint: '每行一条；反面案例可以没有' },
	{
		...{ name: 'defects', label: '出了什么错', input: 'yaml', required: false },
		hint: '- {what: 一名执法人员单独询问, area: procedure, citation: {law: administrative-penalty-law, article: "42", paragraph: 1}, gravity: unlawful, better: 换班前就叫上第二个人}'
	},
	{
		...{ name: 'related', label: '配套练习', input: 'yaml', required: true },
		hint: '至少一个，写编号：items: [题目编号]，tasks: [文书任务编号]，practice: [裁量案例编号]'
	},
	{ name: 'decide', label: '换成你怎么裁', input: 'line', required: false, hint: '同一案情的裁量案例编号；没有就空着' },
	{
		...{ name: 'note', label: '这一版改了什么', input: 'line', required: false },
		hint: '改动已发布的案例时必须写，读者会看到'
	},
	{ name: 'body', label: '正文', input: 'markdown', required: true }
];

/** What stands where a draft has nothing readable yet, so that the rest can be shown. */
export const CASE_STAND_INS: Fields = {
	...{
		id: 'draft',
		title: '（还没有标题）',
		lead: '（还没有提要）',
		polarity: 'mixed',
		industry: '综合',
		areas: 'facts'
	},
	...{
		difficulty: '3',
		asOf: '2026-01-01',
		sourceKind: 'invented',
		redaction: '{state: not-needed}',
		sources: '（还没有来源）'
	},
	timeline: [1, 2, 3].map((hour) => `- {at: 2026-01-01T0${hour}:00, text: （还没有时间线）}`).join('\n'),
	...{ people: '- {who: 甲, role: 执法人员}\n- {who: 乙, role: 当事人}', related: 'items: []' }
};
