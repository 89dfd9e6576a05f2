import type { KnownValues } from './known-values.ts';
import type { Values } from './path.ts';
import type { TextFinding } from './text-check.ts';
import { ELEMENTS, type Element } from './text-rules.ts';

const SIGNS: Readonly<Record<Element, RegExp>> = {
	time: /\d\s*[年月日时]|[一二三四五六七八九十〇零]+[年月日时]|20\d\d[-./]\d|当日|当天|上午|下午|检查时|期间|截至|以来|自.{1,12}[起至]/u,
	place:
		/车间|仓库|库房|库区|办公室|机房|罐区|储罐|工地|现场|厂区|厂房|车库|宿舍|通道|出口|楼|层|路|街|号|镇|村|巷|侧|井|矿|平台|配电|工段|生产线|岗位|门口|堆场|码头/u,
	subject:
		/你单位|你公司|你厂|该单位|该公司|该厂|当事人|本单位|公司|企业|经营部|个体|某|同志|负责人|作业人员|员工|职工|工人|法定代表人/u,
	act: /未|没有|无|不|违反|违规|违章|存在|擅自|使用|安排|堵|封闭|锁|储存|存放|缺|损坏|失效|停用|关闭|破损|拆除|超过|超出|混放|积|脱落|伪造|隐瞒|拒|阻|冒险|指使|允许/u
};
/** Fields of the same document that say it already. */
const SAID_BY: Readonly<Partial<Record<Element, RegExp>>> = {
	time: /^(?:made_at|start_at|executed_at)$/,
	place: /^(?:site|place)$/
};
const WHY: Readonly<Record<Element, string>> = {
	time: '没有时间，就无法判断适用哪个版本的法律、是否超过追责时效',
	place: '没有地点，事实无法与照片、笔录核对',
	subject: '没有主体，就看不出是谁的违法行为，处罚对象不能确定',
	act: '没有写出做了什么、没做什么，法律适用就没有对象'
};

interface Fact {
	readonly text: string;
	readonly elements: readonly Element[];
	/** The whole document: what another field says need not be said again. */
	readonly fields: Values;
	readonly known: KnownValues;
}

/** Elements of a statement of facts that neither the text nor the document around it has. */
export function findMissingElements({ text, elements, fields, known }: Fact): TextFinding[] {
	return elements.flatMap((element) => {
		if (SIGNS[element].test(text) || isNamed(element, text, known)) return [];
		const field = SAID_BY[element];
		const isSaid = field && Object.entries(fields).some(([id, value]) => field.test(id) && value !== '');
		if (isSaid) return [];
		const message = `看不出${ELEMENTS[element]}：事实要写清时间、地点、主体、行为`;
		return [{ fault: 'missing' as const, path: '', found: '', at: null, message, why: WHY[element] }];
	});
}

function isNamed(element: Element, text: string, { people, organisations, places }: KnownValues): boolean {
	if (element === 'subject') return [...people.keys(), ...organisations.keys()].some((name) => text.includes(name));
	return element === 'place' && [...places.keys()].some((place) => text.includes(place));
}
