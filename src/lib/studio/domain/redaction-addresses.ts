import type { PersonalData } from './redaction-found.ts';

const NUMBER = '[\\dA-Z一二三四五六七八九十百零〇]{1,5}(?:[-之]\\d{1,4})?';
/** Building, stair, floor, room. */
const PARTS = `(?:\\s?${NUMBER}\\s?(?:号楼|号院|幢|栋|座|单元|层|楼|室|户|号)){0,5}`;
const HAN = '\\p{Script=Han}';

/** A street and a number in it. What stands before the street is cut back by `trimmed`. */
const STREET = new RegExp(
	`${HAN}{1,24}(?:大道|大街|路|街|巷|弄|胡同)(?:[东西南北中]?[一二三四五六]?段)?\\s?(?:附\\s?)?${NUMBER}\\s?(?:号|弄)(?!线|机|炉|罐|库|泵|井|门(?![面牌店诊])|阀|柜|塔|窑|仓|除尘|生产|车间|电|设备|口)${PARTS}`,
	'gu'
);
/** A housing estate and a building in it. */
const ESTATE = new RegExp(
	`${HAN}{1,16}(?:小区|花园|公寓|家园|嘉园|佳苑|[名雅丽新]苑|新村|大厦|府邸|豪庭)\\s?${NUMBER}\\s?(?:号楼|幢|栋|座|单元|号|室)${PARTS}`,
	'gu'
);
const VILLAGE = new RegExp(
	`${HAN}{1,16}(?:村|社区|屯|庄)(?:第?${NUMBER}(?:村民)?(?:小?组|社|队)(?:\\s?${NUMBER}\\s?号)?|\\s?\\d{1,4}\\s?号(?!线|机|井|库|楼?车间))`,
	'gu'
);
const ROOM = new RegExp(
	`(?:\\d{1,3}\\s?(?:号楼|幢|栋|座)\\s?)?\\d{1,2}\\s?单元\\s?\\d{2,5}\\s?[室号户]?|\\d{1,3}\\s?[幢栋]\\s?\\d{3,5}\\s?[室号户]`,
	'gu'
);

const PROVINCES =
	'北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
/** A real province and two steps below it; offices are no addresses of people. */
const DIVISIONS = new RegExp(
	`(?:${PROVINCES})(?:省|市|(?:[壮回维]${HAN}{0,2}族?)?自治区)?${HAN}{1,7}?(?:市|区|县|州|盟|旗)${HAN}{1,7}?(?:区|县|镇|乡|街道|村|旗)(?!${HAN}{0,6}(?:法院|检察院|政府|局|委员会|条例|办法|规定|大队|支队|分局))`,
	'gu'
);
/** Labelled: what follows is an address unless it is covered up. */
const LABELLED = new RegExp(
	`(?:(?:住址|住所|地址|户籍地|户籍所在地|居住地|经营场所)\\s?(?:[:：为是在]|位于)\\s?|家住|现住)([^，。；;\\n|]{4,40})`,
	'gu'
);

/** Places that lead to a door: streets and villages with a number, rooms, chains of real divisions, what is called an address. */
export function findAddresses(text: string): PersonalData[] {
	const found = [
		...matches(text, STREET, '路名带门牌号').filter(({ start, end }) => isStreet(text.slice(start, end))),
		...matches(text, ESTATE, '小区或者大厦带楼栋号'),
		...matches(text, VILLAGE, '村名带组或者门牌号'),
		...matches(text, DIVISIONS, '真实省份之下写到了县区以下'),
		...matches(text, ROOM, '写到了单元和房间'),
		...labelled(text)
	];
	return found.sort((a, b) => b.end - b.start - (a.end - a.start)).reduce<PersonalData[]>(keepApart, []);
}

/** The longest of several readings of one place. */
function keepApart(kept: PersonalData[], one: PersonalData): PersonalData[] {
	return kept.some(({ start, end }) => one.start < end && start < one.end) ? kept : [...kept, one];
}

function matches(text: string, pattern: RegExp, why: string): PersonalData[] {
	return [...text.matchAll(pattern)].map(({ 0: whole, index }) => {
		const found = trimmed(whole);
		const start = index + whole.length - found.length;
		return { kind: 'address', start, end: start + found.length, why };
	});
}

/** Words after which an address begins. */
const BEFORE = /^.*(?:位于|住在|来到|搬到|赶到|前往|设在|开在|地址|住所|住址|[达在到从至往赴住是为的于向])(?=.{2,})/u;

const trimmed = (whole: string) => whole.replace(BEFORE, '');

/** Ways that lead through a plant or are no ways at all: 线路2号, 运输巷3号. */
const NO_STREET =
	/(?:线路|电路|回路|管路|气路|油路|水路|铁路|公路|支路|道路|网路|通路|马路|半路|上路|出路|沿路|一路|两路|思路|旁路|沿街|临街|风巷|输巷|采巷|络巷|主巷|掘巷|轨道|各路)(?:[东西南北中]?[一二三四五六]?段)?\s?(?:附\s?)?[\dA-Z一二三四五六七八九十百零〇]{1,5}/u;

const isStreet = (found: string) => !NO_STREET.test(found) || /(?:[省市县镇]|[^\d]{2,}[一二三]路)/u.test(found);

const MARKS = ['省', '市', '区', '县', '镇', '乡', '街', '路', '村', '组', '号', '室', '栋', '幢', '巷'];
const COVERED = /[×✕*＊某]|XX|不详|同上|略|确认书/;

function* labelled(text: string): Generator<PersonalData> {
	for (const match of text.matchAll(LABELLED)) {
		const found = match[1]!.replace(/[”」）)\]}"'].*$/u, '').trimEnd();
		const marks = MARKS.filter((mark) => found.includes(mark)).length;
		if (COVERED.test(found) || marks < 2) continue;
		const start = match.index + match[0].length - match[1]!.length;
		yield { kind: 'address', start, end: start + found.length, why: '写在“地址”“住址”之后' };
	}
}
