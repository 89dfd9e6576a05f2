import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { formatArticle } from '#lib/shared/citation.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readArticleNumber } from '../../domain/article-number.ts';
import { versionMeant } from '../../domain/in-force.ts';
import { LAW_KINDS } from '../../domain/law-kinds.ts';
import { describeVersion } from '../describe-version.server.ts';
import { knownKinds } from '../known-kinds.server.ts';
import { type ReadingLaw, readPart } from '../read-part.server.ts';
import * as readingRepository from '../repository/reading.server.ts';
import * as repository from '../repository.server.ts';

/** Which stretch of which version is wanted, as the address says it; null = nothing said. */
export interface WantedReading {
	/** Name of a version; without one the version in force today, else the newest. */
	readonly version: string | null;
	/** Id of an article: the part that holds it. Without one the first part. */
	readonly part?: string | null;
	/** A number as somebody typed it, to be led to that article. */
	readonly jump?: string | null;
}

/** One law: its versions, and of the wanted one a part of the official text with the outline, or all of our gists. */
export async function readLaw(ctx: Ctx, id: string, wanted: WantedReading) {
	const found = await findVersion(ctx, id, wanted.version);
	if (!found) return refuse('no-such-law', '没有收录这部法。');
	const { law, versions, chosen } = found;
	const isOfficial = chosen.text === 'full';
	const [reading, gists] = await Promise.all([
		isOfficial ? readPart(ctx, found.toRead, wanted.part ?? null) : null,
		isOfficial ? [] : repository.selectArticles(ctx.db, id, chosen.version)
	]);
	const units = reading ? reading.ids : gists.map(({ article }) => article);
	const typed = wanted.jump?.trim() ? wanted.jump.trim() : null;
	return ok({
		law: { ...law, versions },
		version: chosen.version,
		history: chosen.history,
		/** The version before this one whose text is here, to compare with. */
		compared: found.toRead.before,
		reading: reading?.view ?? null,
		mayImport: mayRun(ctx.actor, 'law.importTexts'),
		gists: gists.map((one) => ({ ...one, label: formatArticle(one.article) })),
		jump: typed === null ? null : { typed, target: findUnit(units, typed) }
	});
}

/** The id of the article, or of the point of a text without articles, that somebody means. */
function findUnit(units: readonly string[], typed: string): string | null {
	const number = readArticleNumber(typed);
	if (number === null) return null;
	return units.find((id) => id === number) ?? units.find((id) => id === `p${number}`) ?? null;
}

/** All of one version, for paper. */
export async function readWholeLaw(ctx: Ctx, id: string, version: string | null) {
	const found = await findVersion(ctx, id, version);
	if (!found) return refuse('no-such-law', '没有收录这部法。');
	const { law, versions, chosen } = found;
	if (chosen.text !== 'full') return refuse('no-text', `《${law.title}》这一版没有官方文本，没有可以打印的全文。`);
	const [headings, units] = await Promise.all([
		readingRepository.selectHeadings(ctx.db, id, chosen.version),
		readingRepository.selectWhole(ctx.db, id, chosen.version)
	]);
	const shown = versions.find((one) => one.version === chosen.version)!;
	return ok({ law, version: shown, history: chosen.history, headings, units });
}

/** The law with its versions, and the one that is meant. */
async function findVersion(ctx: Ctx, id: string, wanted: string | null) {
	authorise(ctx, 'law.readLaws');
	const [law, rows] = await Promise.all([repository.selectLaw(ctx.db, id), repository.selectVersions(ctx.db, id)]);
	if (!law) return null;
	const today = dayOf(ctx.now);
	const chosen = versionMeant(rows, wanted, today);
	const before = rows.findLast((one) => one.version < chosen.version && one.text === 'full');
	const toRead: ReadingLaw = {
		...{ lawId: id, version: chosen.version, before: before?.version ?? null },
		kinds: knownKinds(ctx)
	};
	return {
		law: { id, title: law.title, shortTitles: law.shortTitles, kindLabel: LAW_KINDS[law.kind] },
		versions: rows.map((one) => describeVersion(one, today)),
		chosen: { ...chosen, history: chosen.history === '' ? [] : chosen.history.split('\n') },
		toRead
	};
}
