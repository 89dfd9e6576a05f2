import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatArticle } from '#lib/shared/citation.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type CitationOffers, articlesBegun, readBegun, titlesBegun } from '../../domain/citation-offer.ts';
import { isInForce } from '../../domain/in-force.ts';
import { shortTitle } from '../../domain/title-key.ts';
import * as repository from '../repository/search.server.ts';
import { type KnownVersion, catalogueOf } from '../search-cache.server.ts';

const MOST = 8;
const NOTHING: CitationOffers = { replaces: 0, offers: [] };

/** Laws or articles in force today that go on with what stands before the cursor. At most two statements. */
export async function offerCitations(ctx: Ctx, before: string): Promise<Result<CitationOffers>> {
	authorise(ctx, 'law.readLaws');
	const state = await repository.readState(ctx.db);
	const catalogue = state && (await catalogueOf(ctx, state.generation, state.digest));
	if (!catalogue) return ok(NOTHING);
	const begun = readBegun(before, (key) => catalogue.lawOf.get(key));
	if (!begun) return ok(NOTHING);
	const inForce = catalogue.versions.filter((one) => isInForce(one, dayOf(ctx.now)));
	if (begun.kind === 'law') {
		const laws = titlesBegun(inForce, begun.typed).slice(0, MOST);
		const offers = laws.map(({ title }) => ({ insert: `《${shortTitle(title)}》`, note: '' }));
		return ok({ replaces: begun.typed.length + 1, offers });
	}
	const version = inForce.find(({ lawId }) => lawId === begun.law);
	if (!version) return ok(NOTHING);
	return ok({ replaces: begun.typed.length + 1, offers: await articlesOf(ctx, version, begun.typed) });
}

async function articlesOf(ctx: Ctx, { lawId, version, articles }: KnownVersion, typed: string) {
	const found = articlesBegun(articles, typed).slice(0, MOST);
	const wording = await repository.readWording(
		ctx.db,
		found.map((article) => ({ lawId, version, article }))
	);
	const headings = new Map(wording.map(({ place, heading }) => [place, heading]));
	return found.map((article, at) => ({ insert: formatArticle(article), note: headings.get(at) ?? '' }));
}
