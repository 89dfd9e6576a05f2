import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ARTICLE, formatArticle } from '#lib/shared/citation.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf, isDay } from '#lib/shared/time.ts';
import { type ArticleCard, cutForCard } from '../../domain/card.ts';
import { describeValidity, versionMeant } from '../../domain/in-force.ts';
import * as repository from '../repository/card.server.ts';

/** The article as it is in force on a day (a version's own date names that version), for the card beside a link. */
export async function readArticleCard(
	ctx: Ctx,
	law: string,
	article: string,
	on: string | null
): Promise<Result<ArticleCard>> {
	authorise(ctx, 'law.readLaws');
	const missing = refuse('no-such-article', '没有收录这一条。');
	if (!ARTICLE.test(article)) return missing;
	const versions = await repository.selectCardVersions(ctx.db, law, article);
	const day = on !== null && isDay(on) ? on : dayOf(ctx.now);
	if (versions.length === 0) return missing;
	const chosen = versionMeant(versions, on, day);
	const held = chosen.official ?? chosen.gist;
	if (!held) return missing;
	const { lawTitle, heading, version } = chosen;
	return ok({
		...{ law, lawTitle, article, label: formatArticle(article), heading, version },
		...{ ...cutForCard(held), isOfficial: chosen.official !== null, validity: describeValidity(chosen) }
	});
}
