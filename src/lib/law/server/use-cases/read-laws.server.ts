import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ARTICLE, formatArticle, formatReference } from '#lib/shared/citation.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, dayOf, isDay } from '#lib/shared/time.ts';
import { describeValidity, isInForce, versionOn } from '../../domain/in-force.ts';
import { LAW_KINDS } from '../../domain/law-kinds.ts';
import * as repository from '../repository.server.ts';

const KIND_ORDER = Object.keys(LAW_KINDS);

/** All laws with their versions; `query` filters by title. */
export async function readLaws(ctx: Ctx, query: string) {
	authorise(ctx, 'law.readLaws');
	const [rows, versions] = await Promise.all([repository.selectLaws(ctx.db), repository.selectVersions(ctx.db)]);
	const today = dayOf(ctx.now);
	const wanted = query.normalize('NFKC').trim();
	const named = rows.filter(({ law }) => [law.title, ...law.shortTitles].some((title) => title.includes(wanted)));
	const laws = named.map(({ law, gists, cited }) => ({
		id: law.id,
		title: law.title,
		kind: law.kind,
		kindLabel: LAW_KINDS[law.kind],
		versions: versions.filter(({ lawId }) => lawId === law.id).map((one) => describeVersion(one, today)),
		gists: gists ?? 0,
		cited: cited ?? 0
	}));
	return laws.sort(
		(left, right) =>
			KIND_ORDER.indexOf(left.kind) - KIND_ORDER.indexOf(right.kind) ||
			right.cited - left.cited ||
			left.title.localeCompare(right.title, 'zh')
	);
}

type VersionRow = Awaited<ReturnType<typeof repository.selectVersions>>[number];

function describeVersion(row: VersionRow, today: Day) {
	const { version, text, note } = row;
	return { version, text, note, validity: describeValidity(row), current: isInForce(row, today) };
}

/** One law with the articles of the wanted version (default: the one in force today, else the newest). */
export async function readLaw(ctx: Ctx, id: string, wanted: string | null) {
	authorise(ctx, 'law.readLaws');
	const [law, versions] = await Promise.all([repository.selectLaw(ctx.db, id), repository.selectVersions(ctx.db, id)]);
	if (!law) return refuse('no-such-law', '没有收录这部法。');
	const today = dayOf(ctx.now);
	const chosen = versions.find(({ version }) => version === wanted) ?? versionOn(versions, today) ?? versions.at(-1)!;
	const articles = await repository.selectArticles(ctx.db, id, chosen.version);
	return ok({
		law: {
			...{ id: law.id, title: law.title, shortTitles: law.shortTitles, kindLabel: LAW_KINDS[law.kind] },
			versions: versions.map((one) => describeVersion(one, today))
		},
		version: chosen.version,
		articles: articles.map((one) => ({ ...one, label: formatArticle(one.article) }))
	});
}

/** One article on a day, and who cites it. Officers and who reviews changes also see the titles of drill items; visitors only cases. */
export async function readArticle(ctx: Ctx, lawId: string, article: string, on: string | null) {
	authorise(ctx, 'law.readLaws');
	const day = on !== null && isDay(on) ? on : dayOf(ctx.now);
	const knowsItems = mayRun(ctx.actor, 'drills.readOwnRecord') || mayRun(ctx.actor, 'law.readChanges');
	const kinds = knowsItems ? ['case', 'item'] : ['case'];
	const [law, versions, citing] = await Promise.all([
		repository.selectLaw(ctx.db, lawId),
		repository.selectVersions(ctx.db, lawId),
		repository.selectCiting(ctx.db, lawId, article, kinds)
	]);
	if (!law || !ARTICLE.test(article)) return refuse('no-such-article', '没有收录这一条。');
	// A version's own date names that version, even before it came into force.
	const named = versions.find((one) => one.version === on);
	const version = named ?? versionOn(versions, day) ?? versions.at(-1)!;
	const articles = await repository.selectArticles(ctx.db, lawId, version.version);
	const place = articles.findIndex((one) => one.article === article);
	const row = articles[place];
	if (!row) return missingArticle(law.title, article, version.text);
	const today = dayOf(ctx.now);
	return ok({
		law: { id: law.id, title: law.title },
		article: {
			...{ article, label: formatArticle(article), heading: row.heading, gist: row.gist, version: version.version },
			...{ validity: describeValidity(version), textMissing: version.text !== 'full', onDay: day }
		},
		versions: versions.map((one) => describeVersion(one, today)),
		citedBy: citing.map((one) => describeCiting(one)),
		neighbours: { previous: articles[place - 1]?.article ?? null, next: articles[place + 1]?.article ?? null }
	});
}

function missingArticle(title: string, article: string, text: VersionRow['text']): Result<never> {
	const why = text === 'missing' ? '这一版缺文本，只收录名称和日期' : '本平台还没有这一条的要点';
	return refuse('no-such-article', `《${title}》${formatArticle(article)}：${why}。`);
}

function describeCiting(row: Awaited<ReturnType<typeof repository.selectCiting>>[number]) {
	const { kind, id, title, article } = row;
	const reference = formatReference({ article, paragraph: row.paragraph ?? undefined, item: row.item ?? undefined });
	return { kind: kind as 'case' | 'item', id, title, reference, path: kind === 'case' ? `/cases/${id}` : null };
}
