import {
	isBankCard,
	isCreditCode,
	isIdCard,
	isIdCardShape,
	isLandline,
	isMobile,
	isOldIdCard
} from './redaction-checks.ts';
import type { PersonalData, PersonalDataKind } from './redaction-found.ts';

/** Signs that belong together, written with or without gaps. */
interface Run {
	readonly code: string;
	readonly start: number;
	readonly end: number;
	/** What stands before and after it. */
	readonly before: string;
	readonly after: string;
}

type Rule = readonly [kind: PersonalDataKind, is: (run: Run) => boolean, why: string];

const ID_LABEL = /(身份证|证件号|公民身份)[^\d\n]{0,8}$/;
const CARD_LABEL = /(账号|帐号|账户|帐户|卡号|银行卡)[^\d\n]{0,6}$/;
const PHONE_LABEL = /(电话|手机|座机|传真|联系方式|热线|拨打)[^\d\n]{0,6}$/;
const CREDIT_LABEL = /(信用代码|机构代码)[^\dA-Z\n]{0,6}$/;
/** An amount is no number of anybody. */
const UNIT = /^\s?(元|万|亿|吨|千克|公斤|克|立方|平方|毫|米|厘|千瓦|兆|帕|人次|字节)/;

/** In order of certainty: the first that fits is told. */
const RULES: readonly Rule[] = [
	['id-card', ({ code }) => isIdCard(code), '18 位，地区、生日、校验位都对得上'],
	['credit-code', ({ code }) => isCreditCode(code), '18 位，登记机关、地区、校验位都对得上'],
	[
		'id-card',
		({ code, before }) => isIdCardShape(code) && ID_LABEL.test(before),
		'写在“身份证”之后，地区和生日像真的；校验位不对，也可能是抄错一位的真号'
	],
	[
		'credit-code',
		({ code, before }) => isCreditShape(code) && CREDIT_LABEL.test(before),
		'写在“信用代码”之后；编造的代码用“×”遮住后十位'
	],
	[
		'id-card',
		({ code, before }) => isOldIdCard(code) && ID_LABEL.test(before),
		'写在“身份证”之后的 15 位旧号，地区和生日都对得上'
	],
	['bank-card', ({ code }) => isBankCard(code), '卡号前缀和校验位都对得上'],
	['bank-card', ({ code, before }) => /^\d{9,22}$/.test(code) && CARD_LABEL.test(before), '写在“账号”“卡号”之后'],
	['phone', (run) => isPhone(run), '号段和位数是真实电话的样子'],
	['phone', ({ code, before }) => /^[2-8]\d{6,7}$/.test(code) && PHONE_LABEL.test(before), '写在“电话”之后']
];

function isPhone({ code, after }: Run): boolean {
	const bare = code.replace(/^(00)?86(?=1\d{10}$)/, '');
	return !UNIT.test(after) && (isMobile(bare) || isLandline(code) || /^[48]00\d{7}$/.test(code));
}

/** Long enough and not covered up by a row of the same sign. */
const isCreditShape = (code: string) => /^[0-9A-HJ-NPQRTUWXY]{15,18}$/.test(code) && !/(.)\1{4}$/.test(code);

/** Numbers, plates and addresses of mail in a text of narrow signs. */
export function findNumbers(text: string): PersonalData[] {
	return [...findPlates(text), ...findMails(text), ...findRuns(text)];
}

function* findRuns(text: string): Generator<PersonalData> {
	for (const { 0: whole, index } of text.matchAll(/[0-9A-Za-z(+](?:[\s()\-‐–—·]{0,2}[0-9A-Za-z])*/g)) {
		if ((whole.match(/\d/g) ?? []).length < 6) continue;
		yield* readRun(text, whole, index);
	}
}

/** A run may hold several numbers: the longest row of neighbouring groups that makes one counts. */
function* readRun(text: string, whole: string, offset: number): Generator<PersonalData> {
	const groups = [...whole.matchAll(/[0-9A-Za-z]+/g)].map(({ 0: code, index }) => ({ code, at: offset + index }));
	for (let first = 0; first < groups.length; first++) {
		for (let last = Math.min(groups.length, first + MOST_GROUPS) - 1; last >= first; last--) {
			const told = judge(text, groups.slice(first, last + 1));
			if (!told) continue;
			yield told;
			first = last;
			break;
		}
	}
}

/** A number written digit by digit is still one. */
const MOST_GROUPS = 22;

function judge(text: string, groups: readonly { code: string; at: number }[]): PersonalData | null {
	const [start, end] = [groups[0]!.at, groups.at(-1)!.at + groups.at(-1)!.code.length];
	const code = groups
		.map((one) => one.code)
		.join('')
		.toUpperCase();
	if (code.length < 7 || code.length > 22 || /\n/.test(text.slice(start, end))) return null;
	const run = { code, start, end, before: text.slice(Math.max(0, start - 16), start), after: text.slice(end, end + 4) };
	const rule = RULES.find(([, is]) => is(run));
	return rule ? { kind: rule[0], start, end, why: rule[2] } : null;
}

const PROVINCE = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
/** Five signs, or six on vehicles with new energy; a police, training or border mark may end it. */
const PLATE = new RegExp(
	`(?<![A-Za-z])(?:[${PROVINCE}][A-HJ-Z][\\s·•.-]{0,2}(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[学警港澳挂使领试])|WJ[${PROVINCE}]?\\d{4}[0-9A-Z])(?![A-Za-z0-9])`,
	'g'
);

function* findPlates(text: string): Generator<PersonalData> {
	for (const { 0: found, index: start } of text.matchAll(PLATE)) {
		const number = found.replace(/[\s·•.-]/g, '').replace(/^(WJ.?|..)/u, '');
		const isNewEnergy = /^[A-K][A-HJ-NP-Z0-9]\d{4}$|^\d{5}[A-K]$/.test(number);
		if (number.length === 6 && !isNewEnergy && !/^[\dA-Z]{5}[挂学警]$/.test(number)) continue;
		// Letters alone are the name of a type or a row of crosses.
		if ((number.match(/\d/g) ?? []).length < 2) continue;
		const why = isNewEnergy ? '新能源车牌的样子' : '车牌的样子';
		yield { kind: 'plate', start, end: start + found.length, why };
	}
}

function* findMails(text: string): Generator<PersonalData> {
	for (const { 0: found, index: start } of text.matchAll(
		/[A-Za-z0-9][\w.+-]*\s?@\s?[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g
	)) {
		yield { kind: 'e-mail', start, end: start + found.length, why: '邮箱的样子' };
	}
}
