import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndexBuilder } from './index-builder.ts';
import type { ArticleToIndex } from './index-parts.ts';
import { buildLexicon, translate } from './lexicon.ts';
import { questionTerms } from './question-terms.ts';
import { rank } from './rank.ts';
import { fillShelf } from './shelf.ts';
import { weighTerm } from './term-worth.ts';

const LEXICON = buildLexicon([
	{ say: ['师傅', '工人'], law: ['作业人员'] },
	{ say: ['罚多少'], law: ['处以罚款'] }
]);
type Article = Partial<ArticleToIndex> & { article: string };
type Law = { title: string; articles: readonly Article[] };

/** A small library; returns `法·条` of what a question finds. */
function library(laws: readonly Law[], admits: (title: string) => boolean = () => true) {
	const builder = new IndexBuilder();
	const names: string[] = [];
	for (const { title, articles } of laws) {
		builder.startVersion({ lawId: title, version: '2020-01-01', title, titleKey: title, kind: 'law' });
		for (const one of articles) {
			builder.addArticle({ text: '', gist: '', path: '', ...one });
			names.push(`${title}·${one.article}`);
		}
	}
	const shelf = fillShelf([...builder.versions()]);
	const terms = new Map([...builder.terms()].map(({ term, ...lists }) => [term, weighTerm(lists, shelf)]));
	const admitted = Uint8Array.from(laws, ({ title }) => (admits(title) ? 1 : 0));
	return (question: string, limit = 10) =>
		rank(shelf, questionTerms(question, translate(question, LEXICON)), { terms, admitted, limit }).map(
			({ document }) => names[document]
		);
}

const LAWS: readonly Law[] = [
	{
		title: '仓库管理办法',
		articles: [
			{ article: '1', text: '为了管好仓库，制定这个办法。' },
			{ article: '2', text: '仓库的作业人员应当佩戴护具。', path: '第一章 人员' },
			{ article: '3', text: '仓库起火时先切断电源。', path: '第二章 救火' },
			{ article: '4', text: '', gist: '叉车限速，货架之间留出通道。' }
		]
	},
	{ title: '码头管理办法', articles: [{ article: '1', text: '码头的吊机每年检查一次，仓库除外。' }] }
];

describe('a question finds', () => {
	const find = library(LAWS);
	test.each([
		['the article that holds its words', '起火了怎么办', '仓库管理办法·3'],
		['by what everyday words mean', '师傅要戴什么', '仓库管理办法·2'],
		['a gist where no text is', '叉车能开多快', '仓库管理办法·4'],
		['by the heading above', '救火', '仓库管理办法·3'],
		['full-width letters and digits as half-width ones', '吊机１年检查', '码头管理办法·1']
	])('%s', (_, question, first) => expect(find(question)[0]).toBe(first));

	test('nothing when it shares nothing', () => expect(find('飞艇')).toEqual([]));
	test('a purpose article after the others of its law', () =>
		expect(
			find('仓库')
				.filter((name) => name!.startsWith('仓库'))
				.at(-1)
		).toBe('仓库管理办法·1'));
	test('only what is admitted', () => {
		expect(library(LAWS, (title) => title === '码头管理办法')('仓库')).toEqual(['码头管理办法·1']);
	});
	test('no more than wanted', () => expect(find('仓库', 2)).toHaveLength(2));
});

test('words that only ask count when they are all there is', () => {
	expect([...questionTerms('怎么办', []).keys()]).toContain('怎么');
	expect([...questionTerms('怎么办理', []).keys()]).not.toContain('怎么');
});

const sentence = fc.stringMatching(/^[仓库码头吊机火电源护具检查]{4,20}$/);

test('a law that shares no term with the question takes nothing away and brings nothing in', () => {
	fc.assert(
		fc.property(fc.array(sentence, { minLength: 2, maxLength: 8 }), sentence, (texts, question) => {
			const law = { title: '办法', articles: texts.map((text, at) => ({ article: String(at + 1), text })) };
			// As long as the mean, so that only the number of articles changes.
			const stranger = { title: '别的', articles: [{ article: '1', text: '甲乙丙丁戊己' }] };
			const alone = library([law])(question);
			const beside = library([law, stranger])(question).filter((name) => name !== '别的·1');
			expect(new Set(beside)).toEqual(new Set(alone));
		})
	);
});

test('the same words in more articles make each of them rarer news, never better news', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 30 }), (copies) => {
			const articles = Array.from({ length: copies }, (_, at) => ({
				article: String(at + 2),
				text: '仓库里放了很多木箱。'
			}));
			const find = library([
				{ title: '办法', articles: [{ article: '1', text: '仓库里放了木箱和起火的油。' }, ...articles] }
			]);
			expect(find('仓库起火')[0]).toBe('办法·1');
		})
	);
});
