import { readAmountInWords } from '#lib/shared/amount-in-words.ts';
import { formatYuan, parseMoney, yuanOf, type Fen } from '#lib/shared/money.ts';
import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';
import type { KnownValues } from './known-values.ts';
import type { TextFinding } from './text-check.ts';

const FIGURE = String.raw`(?:\d{1,3}(?:[,，   ]\d{3})+|\d+)(?:\.\d+)?`;
const MENTION = new RegExp(
	String.raw`(?<upper>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆](?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?)` +
		String.raw`|(?<figure>${FIGURE})\s*(?<unit>百万|千万|万|亿)?\s*元` +
		`|(?<spelt>[${NUMERALS.replace(/0-9０-９/, '')}]+(?:[万亿][${NUMERALS.replace(/0-9０-９/, '')}]*)?)元`,
	'gu'
);
const UNITS: Readonly<Record<string, number>> = { 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };

/** What the law allows or asks is no amount of this case: 处五万元以下罚款. */
const LIMIT_AFTER = /^\s*(?:以上|以下|以内|至|到|—|～|~|-|的?标准|起)/u;
const LIMIT_BEFORE = /(?:不超过|不得超过|超过|最高|至|到|以上|每人|每日|每吨|单价|限额|不低于|不满)\s*$/u;
const FINE_BEFORE = /(?:罚款|处罚款|处以)(?:金额|数额)?(?:为|：|:)?(?:人民币)?[（(]?(?:大写|小写)?[：:]?\s*$/u;

/** Amounts that are told as the fine, or look like a slip of an amount that the file knows. */
export function findAmounts(text: string, { amounts }: KnownValues): TextFinding[] {
	const findings: TextFinding[] = [];
	if (!text.includes('元') && !text.includes('圆')) return findings;
	for (const match of text.matchAll(MENTION)) {
		const { index, 0: found } = match;
		const [before, after] = [
			text.slice(Math.max(0, index - 14), index),
			text.slice(index + found.length, index + found.length + 6)
		];
		const { upper } = match.groups!;
		const fen = upper ? readUpper(upper) : readMention(match.groups!);
		const at = { start: index, end: index + found.length };
		if (fen === null) {
			if (upper) findings.push(told({ found, at }, '大写金额读不出来，写法不对'));
			continue;
		}
		if (LIMIT_AFTER.test(after) || LIMIT_BEFORE.test(before)) continue;
		const yuan = yuanOf(fen);
		const meant = amounts.has(yuan)
			? null
			: meantBy(yuan, amounts, { isFine: Boolean(upper) || FINE_BEFORE.test(before) });
		if (meant === null) continue;
		const said = `${amounts.get(meant)!}是${formatYuan(Math.round(meant * 100))}元`;
		findings.push(told({ found, at }, `写的是“${found}”，${said}；确是另一笔的，不用改`));
	}
	return findings;
}

const told = ({ found, at }: Pick<TextFinding, 'found' | 'at'>, message: string): TextFinding => ({
	...{ fault: 'amount', path: '', found, at, message },
	why: '正文与表格、告知书的数额不一，决定内容不明确，履行和执行都会有争议'
});

function readUpper(words: string): Fen | null {
	const read = readAmountInWords(/[整正分角]$/u.test(words) ? words : `${words}整`);
	return read.ok ? read.value : null;
}

function readMention({ figure, unit, spelt }: Record<string, string | undefined>): Fen | null {
	if (spelt !== undefined) {
		const [large, rest] = spelt.includes('万') ? (spelt.split('万') as [string, string]) : ['', spelt];
		const [wan, yuan] = [large === '' ? 0 : readNumber(large), rest === '' ? 0 : readNumber(rest)];
		return wan === null || yuan === null || spelt.includes('亿') ? null : (wan * 1e4 + yuan) * 100;
	}
	const plain = figure!.replace(/[,，\s  ]/gu, '');
	if (unit === undefined || unit === '万') return parseMoney(plain + (unit ?? ''));
	return Math.round(Number(plain) * UNITS[unit]! * 100);
}

/** The known amount that was meant; null = the amount may well be another one. */
function meantBy(yuan: number, amounts: KnownValues['amounts'], { isFine }: { isFine: boolean }): number | null {
	const positive = [...amounts.keys()].filter((known) => known > 0);
	const slip = positive.find((known) => isSlip(yuan, known));
	if (slip !== undefined) return slip;
	return isFine ? (positive[0] ?? null) : null;
}

/** A nought too many or too few, two digits exchanged, or one digit of at least three another. */
function isSlip(yuan: number, known: number): boolean {
	const [one, other] = [digitsOf(yuan), digitsOf(known)];
	if (one === other) return one.length >= 2;
	const [long, short] = [String(yuan), String(known)];
	if (long.length !== short.length) return false;
	const odd = [...long].flatMap((digit, index) => (digit === short[index] ? [] : [index]));
	const significant = Math.max(one.length, other.length);
	if (odd.length === 1) return significant >= 3;
	const [first, second] = odd;
	return odd.length === 2 && second === first! + 1 && long[first!] === short[second] && long[second] === short[first!];
}

/** The digits that carry the value: 35 of 35 000 and of 3 500. */
const digitsOf = (yuan: number) =>
	String(yuan)
		.replace('.', '')
		.replace(/^0+|0+$/g, '');
