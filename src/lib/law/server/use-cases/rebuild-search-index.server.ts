import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { IndexBuilder } from '../../domain/search/index-builder.ts';
import * as source from '../repository/index-source.server.ts';
import * as repository from '../repository/search.server.ts';

/** Goes up when the same texts would give other lists, so that an old index is replaced at the next start. */
const SCHEME = 1;

/**
 * Builds the search index anew when anything it is made of has changed. Searches go on in the old one until the new one is
 * written whole; nodes notice by the generation they read with each question. Run after an import and after content was loaded.
 */
export async function rebuildSearchIndex(ctx: Ctx): Promise<{ changed: boolean; documents: number; terms: number }> {
	return inTransaction(ctx, async (inner) => {
		const { db } = inner;
		await source.lockSearchIndex(db);
		const digest = `${SCHEME}:${await source.digestOfSource(db)}`;
		const current = await repository.readState(db);
		if (current?.digest === digest) return { changed: false, documents: 0, terms: 0 };
		const builder = await fillBuilder(inner);
		const generation = (await repository.readNewestGeneration(db)) + 1;
		const terms = await source.writeTerms(db, generation, builder.terms());
		await source.writeVersions(db, generation, builder.versions());
		const { documents } = builder;
		await repository.switchTo(db, { generation, digest, documents, builtAt: ctx.now, current: true });
		ctx.log.info({ generation, documents, terms }, 'law search index built');
		return { changed: true, documents, terms };
	});
}

async function fillBuilder({ db }: Ctx): Promise<IndexBuilder> {
	const versions = new Map((await source.selectVersionsToIndex(db)).map((one) => [keyOf(one), one]));
	const paths = headingPaths(await source.selectSectionsToIndex(db));
	const builder = new IndexBuilder();
	let open = '';
	for await (const { section, ...row } of source.readArticlesToIndex(db)) {
		const key = keyOf(row);
		if (key !== open) builder.startVersion(versions.get(key)!);
		open = key;
		builder.addArticle({ ...row, path: section === null ? '' : (paths.get(`${key}/${section}`) ?? '') });
	}
	return builder;
}

const keyOf = ({ lawId, version }: { lawId: string; version: string }) => `${lawId}/${version}`;

/** For each heading the headings above it and its own, as one text. */
function headingPaths(sections: Awaited<ReturnType<typeof source.selectSectionsToIndex>>): ReadonlyMap<string, string> {
	const paths = new Map<string, string>();
	let above: string[] = [];
	for (const section of sections) {
		if (section.position === 0) above = [];
		above.length = Math.min(above.length, section.level - 1);
		above[section.level - 1] = section.heading;
		paths.set(`${keyOf(section)}/${section.position}`, above.join(' '));
	}
	return paths;
}
