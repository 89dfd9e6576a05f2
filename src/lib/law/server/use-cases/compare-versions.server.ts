import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { changedPages, describeDifference, unchangedRuns } from '../../domain/version-difference.ts';
import { versionMeant } from '../../domain/in-force.ts';
import type { ArticleChange } from '../../domain/article-changes.ts';
import { changeOf, matchArticles } from '../../domain/match-articles.ts';
import { type DiffPart, diffTexts } from '../../domain/text-diff.ts';
import { type VersionRow, describeVersion } from '../describe-version.server.ts';
import * as readingRepository from '../repository/reading.server.ts';
import * as repository from '../repository.server.ts';

/** Which two versions, as the address says it; what is not said: the one in force, and the one before it. */
export interface WantedPair {
	readonly from: string | null;
	readonly to: string | null;
	/** 1-based. */
	readonly page: number;
}

/** Two versions of a law beside each other, article by article; `difference` null = a text is missing. */
export async function compareVersions(ctx: Ctx, lawId: string, wanted: WantedPair) {
	authorise(ctx, 'law.readLaws');
	const [law, versions] = await Promise.all([
		repository.selectLaw(ctx.db, lawId),
		repository.selectVersions(ctx.db, lawId)
	]);
	if (!law) return refuse('no-such-law', '没有收录这部法。');
	if (versions.length < 2) return refuse('one-version', `《${law.title}》只收录了一个版本，没有可以比较的。`);
	const today = dayOf(ctx.now);
	const [from, to] = choosePair(versions, wanted, today);
	const missing = [from, to].filter(({ text }) => text !== 'full');
	return ok({
		law: { id: law.id, title: law.title },
		versions: versions.map((one) => describeVersion(one, today)),
		...{ from: describeVersion(from, today), to: describeVersion(to, today) },
		mayImport: mayRun(ctx.actor, 'law.importTexts'),
		missing: missing.map(({ version }) => version),
		difference: missing.length > 0 ? null : await difference(ctx, lawId, [from.version, to.version], wanted.page)
	});
}

/** Two different versions, the older one first. */
function choosePair(versions: readonly VersionRow[], wanted: WantedPair, today: Day): [VersionRow, VersionRow] {
	const named = (name: string | null) => versions.find(({ version }) => version === name);
	const current = versionMeant(versions, null, today);
	const to = named(wanted.to) ?? (versions.indexOf(current) > 0 ? current : versions[1]!);
	const place = versions.indexOf(to);
	const from = named(wanted.from) ?? versions[place - 1] ?? versions[1]!;
	const other = from === to ? (versions[place - 1] ?? versions[1]!) : from;
	return other.version < to.version ? [other, to] : [to, other];
}

async function difference({ db }: Ctx, lawId: string, [from, to]: readonly [Day, Day], wanted: number) {
	const [before, after] = await Promise.all([
		readingRepository.selectWhole(db, lawId, from),
		readingRepository.selectWhole(db, lawId, to)
	]);
	const matches = matchArticles(before, after);
	const runs = unchangedRuns(matches, before);
	const pages = changedPages(matches, runs.length);
	const page = Math.min(Math.max(1, wanted), pages.length);
	const nameOf = ([first]: (typeof pages)[number]) => (first?.after ?? first?.before)?.label ?? null;
	return {
		/** What reads the same is listed on the first page only. */
		...{ counts: describeDifference(matches), runs: page === 1 ? runs : [] },
		...{ page, pages: pages.map(nameOf) },
		articles: (pages[page - 1] ?? []).map((one) => ({
			change: changeOf(one),
			before: one.before && { article: one.before.article, label: one.before.label },
			after: one.after && { article: one.after.article, label: one.after.label },
			parts: diffTexts(one.before?.text ?? '', one.after?.text ?? '')
		}))
	};
}

/** An article beside its counterpart in another version. */
export interface ComparedWithVersion {
	readonly version: Day;
	/** Null where that version has no text here, or none of its articles is like this one. */
	readonly counterpart: { readonly article: string; readonly label: string } | null;
	readonly isMissing: boolean;
	readonly change: ArticleChange | null;
	readonly parts: readonly DiffPart[];
}

/** One article of a version word by word beside what it was in an older version. */
export async function compareArticle(
	ctx: Ctx,
	place: { readonly law: string; readonly article: string; readonly version: Day },
	older: string
): Promise<Result<ComparedWithVersion>> {
	authorise(ctx, 'law.readLaws');
	const versions = await repository.selectVersions(ctx.db, place.law);
	const [from, to] = [older, place.version].map((name) => versions.find(({ version }) => version === name));
	if (!from || !to) return refuse('no-such-version', '没有收录要比较的版本。');
	const nothing = { version: from.version, counterpart: null, change: null, parts: [] };
	if (from.text !== 'full' || to.text !== 'full') return ok({ ...nothing, isMissing: true });
	const [before, after] = await Promise.all([
		readingRepository.selectWhole(ctx.db, place.law, from.version),
		readingRepository.selectWhole(ctx.db, place.law, to.version)
	]);
	const match = matchArticles(before, after).find((one) => one.after?.article === place.article);
	if (!match) return refuse('no-such-article', '没有收录这一条。');
	const { article, label } = match.before ?? {};
	return ok({
		...{ version: from.version, isMissing: false, change: changeOf(match) },
		counterpart: article !== undefined && label !== undefined ? { article, label } : null,
		parts: match.before ? diffTexts(match.before.text, match.after!.text) : []
	});
}
