import type { Place } from './citation-place.ts';
import type { Step } from './citation-steps.ts';
import type { CitationText } from './citation-text.ts';

/** 该法, 本条例, 同法: a law by a word instead of its name. */
export interface LawWord {
	readonly from: number;
	readonly to: number;
	/** 本: the law that the text is part of, where it is part of one. */
	readonly isOwn: boolean;
	/** 法, 法律: any law will do when none is called so. */
	readonly isAny: boolean;
	/** Whether a law of this name can be meant. */
	fits(key: string): boolean;
}

const LAW_WORD =
	/(本|该|此|同|前述|上述|前引|前揭|同一|这部|那部)(?:部|项)?(法律|法规|法典|法|条例|办法|规定|规则|细则|解释)/y;
/** 条例第三十五条, where 条例 is no part of a longer name. */
const LONE_WORD = /(?<![\p{Script=Han}])(条例|办法|细则)(?=第)|(?<=[按照据依和与及反由对])(条例|细则)(?=第)/uy;

export function lawWordAt(signs: string, from: number): LawWord | null {
	LAW_WORD.lastIndex = LONE_WORD.lastIndex = from;
	const match = LAW_WORD.exec(signs);
	const lone = match ? null : LONE_WORD.exec(signs);
	const noun = match?.[2] ?? lone?.[1] ?? lone?.[2];
	if (noun === undefined) return null;
	const to = from + (match ?? lone)![0].length;
	const isAny = noun === '法' || noun === '法律' || noun === '法规';
	const ending = noun === '法律' ? '法' : noun === '法规' ? '条例' : noun;
	const fits = (key: string) => key.replace(/\([^)]*\)$/, '').endsWith(ending) || (isAny && key.endsWith('法典'));
	return { from, to, isOwn: match?.[1] === '本', isAny, fits };
}

/** 该条, 前款: a place by a word instead of its number. */
interface PlaceWord {
	readonly to: number;
	/** 0 = an article, 1 = a paragraph. */
	readonly level: 0 | 1;
	/** 本条, 前款 speak of the place in which the text itself stands, where it stands in one; 该条 of what was cited last. */
	readonly isOwn: boolean;
	/** The place that is meant, seen from another; null when there is none. */
	from(place: Place): Place | null;
}

const PLACE_WORD = /(本|该|此|同|前述|上述|前)([条款])/y;

export function placeWordAt(signs: string, from: number): PlaceWord | null {
	PLACE_WORD.lastIndex = from;
	const match = PLACE_WORD.exec(signs);
	if (!match) return null;
	const [, which, unit] = match;
	const level = unit === '条' ? 0 : 1;
	const seenFrom = (place: Place) => {
		const whole = level === 0 ? wholeArticle(place) : paragraphOf(place);
		return whole && which === '前' ? oneBefore(whole, level) : whole;
	};
	return { to: from + 2, level, isOwn: which === '本' || which === '前', from: seenFrom };
}

const wholeArticle = ({ article, sub }: Place): Place => (sub === undefined ? { article } : { article, sub });

function paragraphOf(place: Place): Place | null {
	return place.paragraph === undefined ? null : { ...wholeArticle(place), paragraph: place.paragraph };
}

/** What 前条 and 前款 mean in the text of a law: the one right before. */
function oneBefore(place: Place, level: 0 | 1): Place | null {
	const { article, sub, paragraph = 0 } = place;
	if (level === 1) return paragraph > 1 ? { ...place, paragraph: paragraph - 1 } : null;
	if (sub !== undefined) return sub > 1 ? { article, sub: sub - 1 } : { article };
	return article > 1 ? { article: article - 1 } : null;
}

const NAKED = /的?规定|之规定|所[称列规指]|中的?|的|[，。；：、,;:.)\n]|$/y;

/** Whether 该条 stands for itself here and is no beginning of 该条款, 该条生产线, 同款产品. */
export function isNakedPlace(signs: string, from: number): boolean {
	NAKED.lastIndex = from;
	return NAKED.exec(signs) !== null;
}

/** Papers with numbered articles that are no laws, and law names of which the book knows nothing. */
const FOREIGN =
	/(?:合同|协议|契约|约定|协定|公约|条约|制度|章程|守则|规程|标准|规范|准则|预案|方案|手册|须知|纪要|会议|意见|通知|通告|公告|通报|清单|台账|目录|记录|笔录|报告|文书|文件|[^法]书|表|附件|要求|建议|措施|计划|图纸|说明|声明|证据|批复|函|指引|指南|条款|法|条例|办法|规定|规则|细则|解释|修正案|决定)(?:\([^()]{1,6}\))?(?:中的|里的|的|中|里|之|约定|载明|写明|列明|所列|所附)?$/;

export function precedesForeign(signs: string, at: number): boolean {
	return FOREIGN.test(signs.slice(Math.max(0, at - 14), at));
}

/** 第三条　为了…: the number of an article at the head of its line, as laws and rules of a house are printed. */
export function readsAsLabel({ source, at }: CitationText, step: Step): boolean {
	const start = at[step.from]!;
	const head = source.slice(Math.max(0, start - 8), start);
	const after = source[at[step.to - 1]! + 1] ?? '\n';
	return /(?:^|\n)[\s#*>]*$/.test(start <= 8 ? head : `x${head}`) && /[\s：:*]/.test(after);
}
