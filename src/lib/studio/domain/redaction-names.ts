import type { PersonalData } from './redaction-found.ts';
import { DOES, DOUBLE_SURNAMES, GOING_ON, MAY_END, NO_NAMES, SURNAMES, WORDLIKE } from './redaction-surnames.ts';

const HAN = '\\p{Script=Han}';
/** What a form or a sentence calls somebody right before the name. */
const ROLES =
	'当事人|法定代表人|负责人|责任人|主管人员|投资人|实际控制人|控制人|经营者|被询问人|询问人|记录人|检查人|见证人|代理人|证人|证照持有人|承办人|签发人|举报人|受害人|死者|伤者|被告人|犯罪嫌疑人|嫌疑人|原告|被告|第三人|上诉人|申请人|被申请人|委托人|受托人|联系人|收件人|签收人|申辩人|听证员|主持人|书记员|记录员|法官|审判长|律师|姓名|店主|老板娘?|厂长|矿长|场长|站长|队长|所长|局长|科长|主任|组长|班长|工段长|总经理|经理|董事长|法人|安全员|监护人|作业人|操作工|电工|焊工|司机|驾驶员|会计|内勤|工人|职工|员工|同事|同志|师傅|妻子|丈夫|父亲|母亲|儿子|女儿|名叫|叫做|姓名为|身份证';
/** Between the two there is nothing, a colon, or a copula. */
const AFTER_ROLE = new RegExp(`(?:${ROLES})(?:[：:]\\s?|（|\\(|是|为|叫|系|、)?(?=(${HAN}{2,6}))`, 'gu');
const ROLE_BEFORE = new RegExp(`^.*(?:${ROLES})`, 'u');
const BEFORE_TITLE =
	/(?=(\p{Script=Han}{2,4}?)(?:（[男女][，,）]|\((?:男|女)|[，,]\s?[男女][，,。]|先生|女士|同志|师傅|经理|厂长|矿长|主任|队长|科长|所长|局长|律师|法官|老师))/gu;
/** A key of front matter, a cell of a list. */
const WRITTEN_AS = /(?:who|name|author|by)\s?:\s?["']?(?=(\p{Script=Han}{2,4})["']?\s?(?:[,}\]|\n]|$))/gu;
const WITH_DOT = /(?<!·)\p{Script=Han}{2,6}(?:·\p{Script=Han}{2,6})+(?!·)/gu;
const CALLED = /(?:我|他|她|名字|本人)(?:就|也|才)?叫(?=(\p{Script=Han}{2,4}))/gu;

/** Why it is taken for a name, by what surrounds it. */
const BESIDE = '紧挨着称谓或者职务';
const DOTTED = '中间有“·”，是少数民族或者外国人的姓名';
const STORY = '在文中多次像人名一样出现';

/** Names of people, each once for the whole text, where it stands first. */
export function findNames(text: string): PersonalData[] {
	const names = new Map<string, { start: number; why: string }>();
	const tell = (name: string | null, start: number, why: string) => {
		const before = name === null ? undefined : names.get(name);
		if (name !== null && (!before || start < before.start)) names.set(name, { start, why: before?.why ?? why });
	};
	for (const pattern of [AFTER_ROLE, BEFORE_TITLE, WRITTEN_AS, CALLED]) {
		for (const match of text.matchAll(pattern)) {
			const start = match.index + match[0].length;
			tell(nameAt(text, start), start, BESIDE);
		}
	}
	for (const { 0: name, index } of text.matchAll(WITH_DOT)) {
		const bare = name.replace(ROLE_BEFORE, '');
		const end = [...bare].findIndex((sign, at) => at > bare.indexOf('·') + 2 && GOING_ON.has(sign));
		const cut = end < 0 ? bare : bare.slice(0, end);
		if (!/[第条款项章节]/.test(cut)) tell(cut, index + name.length - bare.length, DOTTED);
	}
	for (const [name, start] of namesInStory(text)) tell(name, start, STORY);
	return [...names].map(([name, { start, why }]) => told(text, name, { start, why }));
}

function told(text: string, name: string, { start, why }: { start: number; why: string }): PersonalData {
	const first = Math.min(start, text.indexOf(name));
	return { kind: 'name', start: first, end: first + name.length, why: `${why}；全文只提示一次` };
}

const surnameLength = (text: string, at: number) =>
	DOUBLE_SURNAMES.includes(text.slice(at, at + 2)) ? 2 : SURNAMES.has(text[at]!) || WORDLIKE.has(text[at]!) ? 1 : 0;

/** Signs that end other words: 白渡镇, 余款. */
const NEVER_GIVEN = /[镇村县区局厂店款法罪案证书司库矿队]/u;

const isGivenSign = (sign: string | undefined) =>
	sign !== undefined &&
	/^\p{Script=Han}$/u.test(sign) &&
	!NEVER_GIVEN.test(sign) &&
	(!GOING_ON.has(sign) || MAY_END.has(sign));

/** 罗经理, 宁总工: a surname with a title names nobody yet. */
const TITLE =
	/^(?:副|总|队|公司|经理|厂长|矿长|科长|班长|主任|主管|董事|项目|队长|所长|局长|站长|场长|组长|师傅|老板|工程|工|某|姓|法官|律师|老师|会计|警官|处长|书记|镇长|村长|先生|女士)/u;

/** The name that begins here beside a role; null where what stands there is none. */
function nameAt(text: string, at: number): string | null {
	const surname = surnameLength(text, at);
	const first = at + surname;
	if (surname === 0 || NO_NAMES.has(text.slice(at, at + 2)) || TITLE.test(text.slice(first, first + 2))) return null;
	if (!isGivenSign(text[first])) return null;
	const short = text.slice(at, first + 1);
	const long = text.slice(at, first + 2);
	const isWordlike = surname === 1 && WORDLIKE.has(text[at]!);
	const endsAt = (end: number) =>
		text[end] === undefined ||
		GOING_ON.has(text[end]) ||
		DOES.test(text.slice(end, end + 4)) ||
		TITLE.test(text.slice(end));
	const hasSecond = isGivenSign(text[first + 1]);
	if (hasSecond && endsAt(first + 2) && !TITLE.test(text.slice(first + 1))) return long;
	if (hasSecond && !isWordlike && !endsAt(first + 1) && countOf(text, long) > 1) return long;
	// Beside a role a sure surname is enough: what follows it need not be known.
	if (!endsAt(first + 1)) return hasSecond && !isWordlike && !NO_NAMES.has(text.slice(first, first + 2)) ? long : null;
	// A word that is a surname as well needs more than a role beside it: 负责人安全意识.
	return isWordlike && countOf(text, short) < 2 && /\p{Script=Han}/u.test(text[first + 1] ?? '') ? null : short;
}

function countOf(text: string, part: string): number {
	return text.split(part).length - 1;
}

const SENTENCE_BEGINS = /[，。；：！？、“”‘’（）\s"'|>—…\]】]/;

/** Names in a story: more than once, at least once at the head of a clause before something a person does. */
function namesInStory(text: string): Map<string, number> {
	const seen = new Map<string, { start: number; count: number }>();
	for (let at = 0; at < text.length; at++) {
		if (!SURNAMES.has(text[at]!) || NO_NAMES.has(text.slice(at, at + 2)) || !isGivenSign(text[at + 1])) continue;
		if (at > 0 && !SENTENCE_BEGINS.test(text[at - 1]!)) continue;
		if (TITLE.test(text.slice(at + 1, at + 3))) continue;
		const name = [3, 2].map((length) => text.slice(at, at + length)).find((one) => actsAfter(text, at, one));
		if (name === undefined) continue;
		const before = seen.get(name);
		seen.set(name, { start: before?.start ?? at, count: (before?.count ?? 0) + 1 });
	}
	return new Map([...seen].filter(([name]) => countOf(text, name) > 1).map(([name, { start }]) => [name, start]));
}

const actsAfter = (text: string, at: number, name: string) =>
	(name.length === 2 || isGivenSign(name[2])) && DOES.test(text.slice(at + name.length, at + name.length + 4));
