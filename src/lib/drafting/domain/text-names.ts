import type { SoughtValues } from './known-values.ts';
import type { TextFinding } from './text-check.ts';

/** A place in a text that looks like a known value and is not. */
interface Near {
	readonly start: number;
	readonly found: string;
	readonly meant: string;
}

/** Surnames that are not at the same time a word which often stands before a name. */
const SURNAMES =
	'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶魏苏吕丁沈姚卢姜崔钟谭陆汪范石廖贾韦付邹熊孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃戴莫孔汤';

/** Words that begin with a surname: 许可行为 is not 许知行. */
const WORDS = new Set(
	[
		...['许可', '许多', '许久', '周围', '周边', '周期', '周转', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
		...['高处', '高度', '高温', '高空', '高压', '江边', '江河', '方面', '方法', '方式', '方可', '方案', '安全', '安装'],
		...['安排', '任何', '任务', '应当', '应急', '金属', '金额', '水平', '马上', '石材', '林业', '程序', '程度', '张贴'],
		...['万元', '平方', '平台', '时间', '时许', '黄色', '管理', '管道', '车间', '全部', '全员', '单位', '成员', '成立'],
		...['文书', '文件', '温度', '关闭', '关于', '何时', '何人', '田间', '石油', '石灰', '龙门', '雷管', '雷电', '钱款'],
		...['毛坯', '毛刺', '严重', '严格', '严禁', '陈述', '陈列', '曾经', '杜绝', '余额', '余料', '叶片', '孔洞', '段落']
	].flat()
);

/** Names of people and organisations that differ by a sign or two from one that the file knows. */
export function findNames(text: string, { people, organisations, names }: SoughtValues): TextFinding[] {
	const masked = maskAll(text, names);
	return [
		...[...organisations.keys()].flatMap((known) => [...nearOrganisations(masked, known)]).map(tell(organisations)),
		...[...people.keys()].flatMap((known) => [...nearPeople(masked, known)]).map(tell(people))
	].filter(({ at }, index, all) => all.findIndex((other) => other.at.start === at.start) === index);

	function tell(known: ReadonlyMap<string, string>) {
		return ({ start, found, meant }: Near) => ({
			...({ fault: 'name', path: '', found, at: { start, end: start + found.length } } as const),
			message: `写的是“${found}”，${known.get(meant)!}是“${meant}”；确是另外的人或单位的，不用改`,
			why: '文书之间姓名、名称不一，当事人会主张处罚对象或者执法人员不清'
		});
	}
}

const HIDDEN = '\u0000';

/** Known values taken out, each sign by one that matches nothing: positions stay. known: the longest first */
export function maskAll(text: string, known: readonly string[]): string {
	let masked = text;
	for (const value of known) {
		if (masked.includes(value)) masked = masked.replaceAll(value, HIDDEN.repeat(value.length));
	}
	return masked;
}

/** Three or four signs of which exactly one is another. Two are too few to tell a slip from somebody else. */
function* nearPeople(text: string, known: string): Generator<Near> {
	if (known.length < 3) return;
	for (const start of likelyStarts(text, known)) {
		if (start + known.length > text.length) return;
		const found = text.slice(start, start + known.length);
		const [odd, ...more] = differencesOf(found, known);
		if (odd === undefined || more.length > 0 || !/^\p{Script=Han}+$/u.test(found)) continue;
		// 在恒舟木业: the first sign is no surname, and 周恒舟 is not meant.
		if (odd === 0 && !SURNAMES.includes(found[0]!)) continue;
		if (odd > 0 && WORDS.has(found.slice(0, 2))) continue;
		yield { start, found, meant: known };
	}
}

/** Positions at which the first or the second sign of a name stands in its place: the only ones worth a comparison. */
export function* likelyStarts(text: string, known: string): Generator<number> {
	const [first, second] = [known[0]!, known[1]!];
	let [byFirst, bySecond] = [text.indexOf(first), text.indexOf(second, 1)];
	while (byFirst >= 0 || bySecond >= 0) {
		const start = bySecond < 0 || (byFirst >= 0 && byFirst < bySecond) ? byFirst : bySecond - 1;
		yield start;
		if (byFirst === start) byFirst = text.indexOf(first, start + 1);
		if (bySecond === start + 1) bySecond = text.indexOf(second, start + 2);
	}
}

const differencesOf = (found: string, known: string) =>
	[...known].flatMap((sign, index) => (found[index] === sign ? [] : [index]));

/** The same name with a wrong, missing or doubled sign, or another form of company. */
function* nearOrganisations(text: string, known: string): Generator<Near> {
	for (const other of otherForms(known)) {
		for (let start = text.indexOf(other); start >= 0; start = text.indexOf(other, start + 1)) {
			yield { start, found: other, meant: known };
		}
	}
	yield* nearTexts(text, known, Math.max(1, Math.floor(known.length / 6)));
}

const LIMITED = '有限公司';
const RESPONSIBLE = '有限责任公司';

function otherForms(name: string): string[] {
	if (name.endsWith(RESPONSIBLE)) return [name.replace(RESPONSIBLE, LIMITED)];
	return name.endsWith(LIMITED) ? [name.replace(LIMITED, RESPONSIBLE)] : [];
}

/** Windows with at most so many other signs, or with one sign too many or too few. */
export function* nearTexts(text: string, known: string, most: number): Generator<Near> {
	let next = 0;
	for (const start of likelyStarts(text, known)) {
		if (start < next) continue;
		const length = nearLength(text, start, { known, most });
		if (length === 0) continue;
		yield { start, found: text.slice(start, start + length), meant: known };
		next = start + length;
	}
}

function nearLength(text: string, start: number, { known, most }: { known: string; most: number }): number {
	let same = 0;
	while (same < known.length && text[start + same] === known[same]) same++;
	if (same === known.length) return 0;
	let others = 0;
	let index = same;
	for (; index < known.length && others <= most; index++) {
		const sign = text[start + index];
		if (sign === undefined || sign === HIDDEN) break;
		if (sign !== known[index]) others++;
	}
	if (index === known.length && others <= most && text[start + index - 1] === known.at(-1)) return known.length;
	const rest = known.slice(same);
	if (same < 4 || rest.length < 2) return 0;
	if (text.startsWith(rest.slice(1), start + same)) return known.length - 1;
	return text.startsWith(rest, start + same + 1) && text[start + same] !== HIDDEN ? known.length + 1 : 0;
}
