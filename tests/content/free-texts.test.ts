import { describe, expect, test } from 'vitest';
import { readDrafting } from '#lib/drafting/server/use-cases/rule-book.server.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { findTextFindings, leftToPeople } from '#lib/drafting/domain/text-findings.ts';
import type { Values } from '#lib/drafting/domain/path.ts';
import type { TextFault } from '#lib/drafting/domain/text-check.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { cleanSample } from '../support/break-rules.ts';

const book = bookOf(readDrafting(projectRoot()), 'default')!;
const { documents, case: facts } = cleanSample();
const KIND = 'penalty-decision';
const { [KIND]: decision, ...related } = documents;

const PARTY = '青岚区白渡镇恒舟木业有限公司';
/** A statement to which nothing has to be added. */
const SOUND = `2026年6月10日，执法人员在${PARTY}打磨车间检查，发现该公司未对6名新工培训。`;

function read(fields: Values, document = KIND) {
	const own = { ...(document === KIND ? decision : documents[document]), ...fields };
	return findTextFindings({ document, fields: own, related, case: facts, texts: [] }, book);
}
const inFacts = (text: string) => read({ facts: SOUND + text }).filter(({ path }) => path === 'f.facts');

/** What is written, the words that are reported, and as what; nothing = no finding. */
type Example = readonly [text: string, found: string, fault: TextFault] | readonly [text: string];

const NAMES: Example[] = [
	['执法人员许知行、江晚舟在场。'],
	['执法人员许之行、江晚舟在场。', '许之行', 'name'],
	['执法人员许知形到场。', '许知形', 'name'],
	['执法人员徐知行到场。', '徐知行', 'name'],
	['江晚州负责记录。', '江晚州', 'name'],
	['江婉舟负责记录。', '江婉舟', 'name'],
	['汪晚舟负责记录。', '汪晚舟', 'name'],
	['法定代表人周恒舟陪同检查。'],
	['法定代表人周恒洲陪同检查。', '周恒洲', 'name'],
	['法定代表人周衡舟陪同检查。', '周衡舟', 'name'],
	['许可行为、许多行业都不涉及本案。'],
	['位于恒舟木业厂区内。'],
	['该厂周边有民房，周围行人不多。'],
	['当事人的邻居许建国作证。'],
	['江边停有一舟。'],
	['周一恒舟木业停产。'],
	[`${PARTY}的车间主任到场。`],
	['青岚区白渡镇恒州木业有限公司的车间主任到场。', '青岚区白渡镇恒州木业有限公司', 'name'],
	['青岚区白度镇恒舟木业有限公司的车间主任到场。', '青岚区白度镇恒舟木业有限公司', 'name'],
	['青岚区白渡镇恒舟木业有限责任公司的车间主任到场。', '青岚区白渡镇恒舟木业有限责任公司', 'name'],
	['青岚区白渡镇恒舟木业有公司的车间主任到场。', '青岚区白渡镇恒舟木业有公司', 'name'],
	['青岚区白渡镇镇恒舟木业有限公司的车间主任到场。', '青岚区白渡镇镇恒舟木业有限公司', 'name'],
	['另一家青岚区南屏镇松鹤家具有限公司不涉及本案。'],
	['青岚区应急管理局予以立案。'],
	['青岗区应急管理局予以立案。', '青岗区应急管理局', 'name'],
	['青岚区应急管局予以立案。', '青岚区应急管局', 'name'],
	['可以向青岚区人民政府申请复议，向青岚区人民法院起诉。'],
	['可以向青岚市人民政府申请复议。', '青岚市人民政府', 'name'],
	['绿洲市消防救援支队另行处理。']
];

const AMOUNTS: Example[] = [
	['拟罚款35000元。'],
	['拟罚款35 000元。'],
	['拟罚款35,000元。'],
	['拟罚款3.5万元。'],
	['拟罚款三万五千元。'],
	['拟罚款叁万伍仟元整。'],
	['罚款人民币叁万伍仟元整（￥35000元）。'],
	['拟罚款36000元。', '36000元', 'amount'],
	['拟罚款3500元。', '3500元', 'amount'],
	['拟罚款35万元。', '35万元', 'amount'],
	['拟罚款53000元。', '53000元', 'amount'],
	['拟罚款人民币30000元。', '30000元', 'amount'],
	['处以罚款 40 000元。', '40 000元', 'amount'],
	['拟罚款叁万陆仟元整。', '叁万陆仟元整', 'amount'],
	['拟罚款三万六千元。', '三万六千元', 'amount'],
	['罚款数额为350000元。', '350000元', 'amount'],
	['可以处十万元以下的罚款。'],
	['可以处十万元以上二十万元以下的罚款，对个人处二万元以上五万元以下的罚款。'],
	['属于不超过50000元的情形。'],
	['当事人年收入1200000元。'],
	['购买除尘器花费8600元。'],
	['该设备价值2.8万元。'],
	['罚款仟伍元整。', '仟伍元整', 'amount']
];

const DATES: Example[] = [
	['2026年6月10日检查。'],
	['6月10日检查。'],
	['2026-06-10检查。'],
	['2026.6.10检查。'],
	['二〇二六年六月十日检查。'],
	['2025年6月10日检查。', '2025年6月10日', 'date'],
	['2026年5月10日检查。', '2026年5月10日', 'date'],
	['2026年6月01日检查。', '2026年6月01日', 'date'],
	['6月16日检查。'],
	['2026年6月42日复查。', '2026年6月42日', 'date'],
	['2026年6月31日复查。', '2026年6月31日', 'date'],
	['2月30日复查。', '2月30日', 'date'],
	['二〇二五年六月十日检查。', '二〇二五年六月十日', 'date'],
	['安全生产法于2021年6月10日修正。'],
	['安全生产法（2025年6月10日修正）。'],
	['2026年3月3日，6名新工入职。'],
	['2019年4月2日公司成立。'],
	['该设备2026年1月投入使用。'],
	['2026-60-10检查。', '2026-60-10', 'date']
];

const PLACES: Example[] = [
	['地址是白渡镇工业路3号。'],
	['地址是白渡镇工业路8号。', '白渡镇工业路8号', 'place'],
	['地址是白渡镇工业街3号。', '白渡镇工业街3号', 'place'],
	['地址是白渡镇工业路13号。', '白渡镇工业路13号', 'place'],
	['地址是白渡镇工业路3号，仓库在白渡镇工业路8号。'],
	['请到青岚区政和路8号办理。'],
	['请到青岚区政合路8号办理。', '青岚区政合路8号', 'place'],
	['堆放在成品库北侧。'],
	['在南屏镇松鹤路21号另有仓库。']
];

const VAGUE: Example[] = [
	['管道内积尘大概3毫米。', '大概', 'vague'],
	['管道内积尘3毫米左右。', '左右', 'vague'],
	['皮带左右两侧没有护罩。'],
	['除尘系统可能停用。', '可能', 'vague'],
	['积尘可能引发爆炸。'],
	['若干工人没有培训。', '若干', 'vague'],
	['最高人民法院关于若干问题的规定不在此列。'],
	['有关人员没有到场。', '有关人员', 'vague'],
	['违反了有关规定。', '有关规定', 'vague'],
	['存在未培训、未记录等情况。', '等情况', 'vague'],
	['近期没有清扫。', '近期', 'vague'],
	['现场管理不到位。', '不到位', 'vague'],
	['6名新工没有培训记录，名单附后。']
];

describe.each([
	['names', NAMES],
	['amounts', AMOUNTS],
	['days', DATES],
	['places', PLACES],
	['vague words', VAGUE]
])('%s', (_, examples) => {
	test.each([...examples])('%s', (text, found?: string, fault?: TextFault) => {
		const findings = inFacts(text).map((finding) => [finding.found, finding.fault]);
		expect(findings).toEqual(found === undefined ? [] : [[found, fault]]);
	});
});

describe('elements of a fact', () => {
	const missing = (fields: Values, kind?: string) =>
		read(fields, kind)
			.filter(({ fault }) => fault === 'missing')
			.map(({ path, message }) => `${path} ${message.slice(3, 5)}`);
	test.each([
		[SOUND, []],
		['你单位在打磨车间未对6名新工培训。', ['f.facts 时间']],
		['2026年6月10日，你单位未对6名新工培训。', ['f.facts 地点']],
		['2026年6月10日，在打磨车间发现6名新工没有培训。', ['f.facts 主体']],
		['2026年6月10日，你单位打磨车间情况如下。', ['f.facts 行为']],
		['情况如下。', ['f.facts 时间', 'f.facts 地点', 'f.facts 主体', 'f.facts 行为']]
	])('%s', (text, elements) => {
		expect(missing({ facts: text })).toEqual(elements);
	});

	test('what another field of the document says need not be said again', () => {
		const text = '该单位未设置警示标志。';
		expect(missing({ facts: text }, 'summary-penalty-decision')).toEqual([]);
		expect(missing({ facts: text, made_at: '' }, 'summary-penalty-decision')).toEqual(['f.facts 时间']);
	});
});

describe('kinds of text', () => {
	test('a witness may say 大概, an order may not', () => {
		const vague = (kind: string, fields: Values) => read(fields, kind).filter(({ fault }) => fault === 'vague');
		expect(vague('interview-record', { qa_text: '问：几个人？答：大概六个。' })).toEqual([]);
		expect(vague('penalty-decision', { correct_order: '尽快整改。' }).map(({ path }) => path)).toEqual([
			'f.correct_order'
		]);
	});

	test('a finding points at its words', () => {
		const [finding] = inFacts('执法人员许之行到场。');
		expect((SOUND + '执法人员许之行到场。').slice(finding!.at!.start, finding!.at!.end)).toBe('许之行');
		expect(finding!.message).toContain('许知行');
	});

	test('texts of a table are read too', () => {
		const problems = [
			{ no: '1', fact: '除尘管道积尘', citation: '安全生产法第三十六条第二款' },
			{ no: '2', fact: '有关人员未培训', citation: '安全生产法第二十八条第一款' }
		];
		expect(read({ problems }, 'rectification-order').map(({ path, found }) => [path, found])).toEqual([
			['f.problems[1].fact', '有关人员']
		]);
	});
});

test('a sound file has nothing to be said about its names, amounts, days and places', () => {
	const found = Object.keys(documents).flatMap((document) => {
		const { [document]: fields, ...others } = documents;
		return findTextFindings({ document, fields: fields!, related: others, case: facts, texts: [] }, book);
	});
	expect(found.filter(({ fault }) => fault !== 'missing' && fault !== 'vague')).toEqual([]);
});

test('what no machine judges is said for each field that is left to people', () => {
	const left = leftToPeople(KIND, ['f.facts', 'f.discretion_reason', 'f.penalty_text'], book);
	expect(left.map(({ label }) => label)).toEqual(['违法事实', '裁量理由及基准', '处罚内容']);
	expect(new Set(left.map(({ question }) => question)).size).toBe(3);
	expect(leftToPeople('onsite-inspection-record', ['f.findings'], book)[0]!.question).toContain('事实');
});
