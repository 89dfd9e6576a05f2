import { openHeadings } from '../../domain/outline.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ARTICLE, formatArticle, formatReference } from '#lib/shared/citation.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf, isDay } from '#lib/shared/time.ts';
import { CITING_KINDS, isCitingKind } from '../../domain/citing.ts';
import { versionMeant } from '../../domain/in-force.ts';
import { type TextUnitKind, TEXT_UNITS, textUnitOf } from '../../domain/text-units.ts';
import { type VersionRow, describeVersion } from '../describe-version.server.ts';
import { knownKinds } from '../known-kinds.server.ts';
import * as readingRepository from '../repository/reading.server.ts';
import * as repository from '../repository.server.ts';

/** One article, or other unit of a text, on a day – official wording, our gist, or both – and who cites it. Visitors see cases only. */
export async function readArticle(ctx: Ctx, lawId: string, article: string, on: string | null) {
	authorise(ctx, 'law.readLaws');
	const day = on !== null && isDay(on) ? on : dayOf(ctx.now);
	const [law, versions, citing] = await Promise.all([
		repository.selectLaw(ctx.db, lawId),
		repository.selectVersions(ctx.db, lawId),
		repository.selectCiting(ctx.db, lawId, article, knownKinds(ctx))
	]);
	const unit = ARTICLE.test(article) ? null : textUnitOf(article);
	if (!law || (!ARTICLE.test(article) && unit === null)) return refuse('no-such-article', '没有收录这一条。');
	const version = versionMeant(versions, on, day);
	const held = await readingRepository.selectArticle(ctx.db, lawId, version.version, article);
	if (!held) return missingArticle(law.title, article, version);
	const today = dayOf(ctx.now);
	const before = versions.findLast((one) => one.version < version.version);
	return ok({
		law: { id: law.id, title: law.title },
		article: {
			...{ article, label: labelOf(article, unit, held.label), isNumbered: unit === null },
			...{
				text: held.text,
				heading: held.heading,
				gist: held.gist,
				headings: openHeadings(held.headings).map(({ heading }) => heading)
			},
			...{ version: version.version, onDay: day }
		},
		version: describeVersion(version, today),
		versions: versions.map((one) => describeVersion(one, today)),
		before: before ? { version: before.version, hasText: before.text === 'full' } : null,
		mayImport: mayRun(ctx.actor, 'law.importTexts'),
		citedBy: citing.map(describeCiting),
		neighbours: held.text === null ? await gistNeighbours(ctx, lawId, version, article) : near(held)
	});
}

const labelOf = (article: string, unit: TextUnitKind | null, label: string | null) =>
	unit === null ? formatArticle(article) : (label ?? TEXT_UNITS[unit].label);

const near = ({ previous, next }: { previous: string | null; next: string | null }) => ({ previous, next });

async function gistNeighbours({ db }: Ctx, lawId: string, { version }: VersionRow, article: string) {
	const gists = await repository.selectArticles(db, lawId, version);
	const place = gists.findIndex((one) => one.article === article);
	return { previous: gists[place - 1]?.article ?? null, next: gists[place + 1]?.article ?? null };
}

function missingArticle(title: string, article: string, { version, text }: VersionRow): Result<never> {
	const label = ARTICLE.test(article) ? formatArticle(article) : article;
	if (text === 'full') return refuse('no-such-article', `《${title}》${version} 版没有${label}。`);
	const why = text === 'missing' ? '这一版缺文本，只收录名称和日期' : '本平台还没有这一条的要点，也没有导入官方文本';
	return refuse('no-such-article', `《${title}》${label}：${why}。`);
}

function describeCiting(row: Awaited<ReturnType<typeof repository.selectCiting>>[number]) {
	const { kind, id, title, article, paragraph, item } = row;
	const place = { article, paragraph: paragraph ?? undefined, item: item ?? undefined };
	const reference = ARTICLE.test(article) ? formatReference(place) : '';
	return { kind, kindLabel: isCitingKind(kind) ? CITING_KINDS[kind] : kind, id, title, reference };
}
