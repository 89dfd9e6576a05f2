import * as publicCases from '#lib/cases/server/use-cases/read-public-cases.server.ts';
import { readPracticeOnFacts, readPracticeTitles } from '#lib/discretion/server/use-cases/practice-verdict.server.ts';
import * as sharedArticles from '#lib/law/server/use-cases/shared-articles.server.ts';
import { calculate, readOffers } from '#lib/discretion/server/use-cases/calculate.server.ts';
import { readCalculator } from '#lib/discretion/server/use-cases/read-calculator.server.ts';
import { findProvisions } from '#lib/discretion/server/use-cases/find-provisions.server.ts';
import { listPenalArticles } from '#lib/discretion/server/use-cases/list-penal-articles.server.ts';
import { readProvisionsOf } from '#lib/discretion/server/use-cases/read-provisions.server.ts';
import { countDeadline } from '#lib/drafting/server/use-cases/count-deadline.server.ts';
import { readDatePair } from '#lib/law/server/use-cases/date-pair.server.ts';
import { citeText } from '#lib/law/server/use-cases/cite-text.server.ts';
import { readArticleCard } from '#lib/law/server/use-cases/read-card.server.ts';
import * as compare from '#lib/law/server/use-cases/compare-versions.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-article.server.ts';
import * as readLaw from '#lib/law/server/use-cases/read-law.server.ts';
import * as laws from '#lib/law/server/use-cases/read-laws.server.ts';
import { offerCitations } from '#lib/law/server/use-cases/offer-citations.server.ts';
import * as lawSearch from '#lib/law/server/use-cases/search-laws.server.ts';
import { readPublicImage } from '#lib/studio/server/use-cases/images.server.ts';
import * as publicAwards from '#lib/ranking/server/use-cases/public-awards.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { LAW } from './bank.ts';

/** The law of `tide-law.ts`, known by its texts only. */
const TIDE = '潮汐站安全法';

/** A piece that the house of the test has published. */
export const PUBLIC_CASE = 'public-one';

/** What visitors may do too, for the table of permissions. */
export const PUBLIC: Record<string, (ctx: Ctx) => unknown> = {
	readPublicImage: (ctx) => readPublicImage(ctx, '0'.repeat(64)),
	readLaws: (ctx) => laws.readLaws(ctx, ''),
	readLaw: (ctx) => readLaw.readLaw(ctx, LAW.id, { version: null }),
	readWholeLaw: (ctx) => readLaw.readWholeLaw(ctx, TIDE, null),
	readArticle: (ctx) => readArticle(ctx, LAW.id, '1', null),
	compareVersions: (ctx) => compare.compareVersions(ctx, TIDE, { from: null, to: null, page: 1 }),
	compareArticle: (ctx) =>
		compare.compareArticle(ctx, { law: TIDE, article: '1', version: '2024-06-01' }, '2015-03-01'),
	listPenalArticles: (ctx) => listPenalArticles(ctx, LAW.id),
	readDatePair: (ctx) => readDatePair(ctx, LAW.id, '1', { on: '2026-01-01', decided: '2026-02-01' }),
	readArticleCard: (ctx) => readArticleCard(ctx, LAW.id, '1', null),
	offerCitations: (ctx) => offerCitations(ctx, '《测试'),
	countDeadline: (ctx) => countDeadline(ctx, () => null),
	citeText: (ctx) => citeText(ctx, '测试法第一条'),
	readProvisionsOf: (ctx) => readProvisionsOf(ctx, LAW.id, '1', null),
	calculate: (ctx) => calculate(ctx, new URLSearchParams()),
	readCalculator: (ctx) => readCalculator(ctx, new URLSearchParams()),
	readOffers: (ctx) => readOffers(ctx, null),
	findProvisions: (ctx) => findProvisions(ctx, '', null),
	searchLaws: (ctx) => lawSearch.searchLaws(ctx, { query: '要点', limit: 5 }),
	findArticles: (ctx) => lawSearch.findArticles(ctx, '要点', 5),
	readPublicCases: (ctx) => publicCases.readPublicCases(ctx),
	readPublicCase: (ctx) => publicCases.readPublicCase(ctx, PUBLIC_CASE),
	findPublicCases: (ctx) => publicCases.findPublicCases(ctx, '公开', 5),
	isPublicImage: (ctx) => publicCases.isPublicImage(ctx, '0'.repeat(64)),
	readPracticeOnFacts: (ctx) => readPracticeOnFacts(ctx, 'one'),
	readPracticeTitles: (ctx) => readPracticeTitles(ctx, ['one']),
	readSharing: (ctx) => sharedArticles.readSharing(ctx, 'case', 'one', 5),
	findCitingIds: (ctx) => sharedArticles.findCitingIds(ctx, 'case', LAW.id, '1'),
	readCitedMost: (ctx) => sharedArticles.readCitedMost(ctx, 'case', 5),
	readStars: (ctx) => publicAwards.readStars(ctx),
	readStar: (ctx) => publicAwards.readStar(ctx, 'none'),
	checkCode: (ctx) => publicAwards.checkCode(ctx, 'wrong')
};
