import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import { shortTitle } from '#lib/law/domain/title-key.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatArticle } from '#lib/shared/citation.ts';
import { type ArticleSkill, type LastAnswer, rankArticles, skillsByKind } from '../../domain/skill.ts';
import * as recordRepository from '../repository/record.server.ts';

const ARTICLES = 10;

const keyOf = ({ law, article }: Pick<ResolvedCitation, 'law' | 'article'>) => `${law}/${article}`;

/** What the officer's own answers say: by kind with intervals, and the weakest and strongest articles by name. */
export async function readSkills(ctx: Ctx) {
	const { db, actor } = authorisePerson(ctx, 'drills.readOwnRecord');
	const rows = await recordRepository.selectLastAnswers(db, actor.personId);
	const answers = rows.map(({ itemId, kind, mark, citations }): LastAnswer => {
		return { itemId, kind, isRight: mark === 100, articles: citations.map(keyOf) };
	});
	const { weakest, strongest } = rankArticles(answers, ARTICLES);
	const nameOf = await readNames(
		ctx,
		[...weakest, ...strongest],
		rows.flatMap(({ citations }) => citations)
	);
	return {
		answered: answers.length,
		kinds: skillsByKind(answers),
		...{ weakest: weakest.map(nameOf), strongest: strongest.map(nameOf) }
	};
}

/** Titles and headings of the shown articles, in the newest version that a question cites. */
async function readNames(ctx: Ctx, shown: readonly ArticleSkill[], citations: readonly ResolvedCitation[]) {
	const newest = new Map<string, ResolvedCitation>();
	for (const one of citations) {
		const known = newest.get(keyOf(one));
		if (!known || known.version < one.version) newest.set(keyOf(one), one);
	}
	const cited = await readCited(
		ctx,
		shown.map(({ article }) => newest.get(article)!)
	);
	const names = new Map(cited.map((one) => [keyOf(one), one]));
	return ({ article: key, right, of }: ArticleSkill) => {
		const [law = '', article = ''] = key.split('/');
		const { lawTitle = law, heading = '' } = names.get(key) ?? {};
		return { law, article, lawTitle: shortTitle(lawTitle), heading, reference: formatArticle(article), right, of };
	};
}
