import type { Meaning } from './lexicon.ts';
import { eachTerm, normalise } from './term-codes.ts';

/** What a question looks for, with weights: its own pairs 1, single characters less, words of the lexicon below both. */
export type QuestionTerms = ReadonlyMap<string, number>;

/** Decision 0015 tells how these were found. */
const WEIGHTS = { single: 0.6, lexicon: 0.7, lexiconSingle: 0.3, stop: 0.15, halfStop: 0.5 } as const;
/** A legal word of n pairs gives each of them 1/n^0.5, so that long terms of law do not outweigh the question. */
const LENGTH_POWER = 0.5;
/** An everyday word with n legal words gives each of them 1/n^0.3, so that it does not outweigh one with a single meaning. */
const GROUP_POWER = 0.3;

/** How people ask, not what they ask about. */
const FILLERS = new RegExp(
	[
		...['请问', '怎么办', '该怎么', '怎么样', '怎么', '怎样', '如何', '什么', '可以吗', '可不可以', '能不能', '是不是'],
		...['有没有', '要不要', '会不会', '应该', '应当', '我想', '我们', '我的', '他们', '你们', '咨询', '一下', '多少'],
		...['哪些', '哪里', '哪个', '为什么', '是否', '请教', '谢谢', '算不算', '行不行', '的话', '如果', '现在', '一直'],
		...['已经', '因为', '所以', '但是', '还是', '或者', '然后', '需要', '可以', '能够', '知道', '情况', '问题'],
		...['吗', '呢', '了']
	].join('|'),
	'g'
);
const STOP = new Set(
	'的了是我在有和就不人都一个上也很到说要去你会着没看好自这那他她它们吗呢吧啊呀么什怎及其与或者等该被把对为以于之而但如由从向给让'
);
const LETTERS = /^[a-z0-9]/;

/**
 * The weighted terms of a question. Words that only ask (请问, 怎么办) are left out unless nothing else remains.
 * @param meanings what `translate` made of the question
 */
export function questionTerms(question: string, meanings: readonly Meaning[]): QuestionTerms {
	const text = normalise(question);
	const bare = text.replace(FILLERS, ' ');
	const terms = new Map<string, number>();
	const put = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0));
	eachTerm(/[㐀-鿿a-z0-9]/.test(bare) ? bare : text, (term, isPair) => put(term, ownWeight(term, isPair)));
	for (const { law, weight } of meanings) {
		const each = (WEIGHTS.lexicon * weight) / law.length ** GROUP_POWER;
		for (const word of law) addMeaning(word, each, put);
	}
	return terms;
}

function addMeaning(meaning: string, weight: number, put: (term: string, weight: number) => void): void {
	const pairs: string[] = [];
	const singles: string[] = [];
	eachTerm(meaning, (term, isPair) => (isPair ? pairs : singles).push(term));
	for (const pair of pairs) put(pair, weight / pairs.length ** LENGTH_POWER);
	for (const single of singles) put(single, pairs.length > 0 ? weight * WEIGHTS.lexiconSingle : weight);
}

function ownWeight(term: string, isPair: boolean): number {
	if (LETTERS.test(term)) return 0.5;
	if (!isPair) return STOP.has(term) ? WEIGHTS.single * WEIGHTS.stop : WEIGHTS.single;
	const stops = [...term].filter((character) => STOP.has(character)).length;
	return stops === 2 ? WEIGHTS.stop : stops === 1 ? WEIGHTS.halfStop : 1;
}
