import { readContent } from '#db/seed/content.ts';
import type { PieceCitation } from '#lib/law/domain/citing.ts';
import { type Books, settle, textKey } from '#lib/law/domain/currency.ts';
import type { KnownVersion } from '#lib/law/domain/succession.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import { readFolder } from '#lib/platform/content-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { seeded } from '#lib/shared/random.ts';
import { addDays } from '#lib/shared/time.ts';
import { describe, expect, test } from 'vitest';

const { laws, items, cases } = readContent(projectRoot()).content;

/** What the pieces cite, as registering and reading it gives. */
const citations: PieceCitation[] = [
	...items.flatMap(({ id, title, body }) => citationsOf('item', id, title, body.asOf, body.citations)),
	...cases.flatMap(({ id, title, asOf, citations: cited }) => citationsOf('case', id, title, asOf, cited))
];

function citationsOf(
	kind: 'item' | 'case',
	id: string,
	title: string,
	asOf: string,
	cited: readonly ResolvedCitation[]
) {
	const versions = new Set(cited.map(({ law, version }) => `${law} ${version}`));
	return [...versions].map((key): PieceCitation => {
		const [law, from] = key.split(' ') as [string, string];
		const own = cited.filter((one) => one.law === law && one.version === from);
		return { kind, id, version: 1, title, asOf, law, from, articles: [...new Set(own.map(({ article }) => article))] };
	});
}

/** The same, read off the files with nothing of ours: every `law: x, article: "n"` and `law:x/n`. */
const written = ['drills', 'cases'].flatMap((folder) =>
	readFolder(projectRoot(), `content/${folder}`, folder === 'drills' ? '.yaml' : '.md').flatMap(({ name, text }) => [
		...[...text.matchAll(/law:\s*([a-z0-9-]+),\s*article:\s*["']?([\d-]+)/g)].map(([, law, article]) => ({
			name,
			law,
			article
		})),
		...[...text.matchAll(/\(law:([a-z0-9-]+)\/([\d-]+)/g)].map(([, law, article]) => ({ name, law, article }))
	])
);
const writtenBy = (law: string, article: string | null) =>
	[
		...new Set(
			written.filter((one) => one.law === law && (article === null || one.article === article)).map(({ name }) => name)
		)
	].sort();

const known: KnownVersion[] = laws.flatMap(({ id, title, versions }) =>
	versions.map((one) => ({
		...{ law: id, title, version: one.id, inForceFrom: one.inForceFrom, inForceUntil: one.inForceUntil },
		...{ replacedBy: one.replacedBy ?? null, hasText: false }
	}))
);

test('every item and every case rests on at least one article, and the two ways of reading them agree', () => {
	const linked = new Set(citations.map(({ kind, id }) => `${kind} ${id}`));
	expect(linked.size).toBe(items.length + cases.length);
	for (const { id } of laws) {
		const registered = [...new Set(citations.filter(({ law }) => law === id).map((one) => one.id))].sort();
		expect([id, registered]).toEqual([id, writtenBy(id, null)]);
	}
});

describe('fifty seeded amendments', () => {
	const DAY = '2027-03-01';
	const AMENDED = '2026-12-20';
	/** Laws whose newest version is in force and known in articles: what can be amended. */
	const amendable = laws.filter(
		({ versions, articles }) => versions.at(-1)!.inForceUntil === null && articles.length > 0
	);
	const random = seeded(50);
	const choose = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;

	const amendments = Array.from({ length: 50 }, (_, number) => {
		const law = choose(amendable);
		const current = law.versions.at(-1)!.id;
		const articles = law.articles.filter(({ versions }) => versions.includes(current)).map(({ article }) => article);
		// Every third one has no texts; of the others one article in four is one that nobody cites.
		const cited = articles.filter((article) => writtenBy(law.id, article).length > 0);
		const changed = choose(number % 4 === 0 || cited.length === 0 ? articles : cited);
		return { law: law.id, current, articles, changed, hasTexts: number % 3 !== 0, isReplaced: number % 10 === 9 };
	});

	const amend = ({ law, current, articles, changed, hasTexts, isReplaced }: (typeof amendments)[number]): Books => {
		const successor = isReplaced ? 'successor' : law;
		const closed = known.map((one) =>
			one.law === law && one.version === current
				? { ...one, inForceUntil: addDays(DAY, -1), replacedBy: isReplaced ? successor : null, hasText: hasTexts }
				: one
		);
		const fresh = { law: successor, title: '新法', version: AMENDED, inForceFrom: DAY, inForceUntil: null };
		const texts = !hasTexts
			? []
			: articles.flatMap((article): [string, string][] => [
					[textKey(law, current, article), `text of ${article}`],
					[textKey(successor, AMENDED, article), article === changed ? `new text of ${article}` : `text of ${article}`]
				]);
		return {
			versions: [...closed, { ...fresh, replacedBy: null, hasText: hasTexts }],
			texts: new Map(texts),
			reviews: []
		};
	};
	const openOn = (books: Books, day: string) =>
		settle(citations, books, day).filter(({ standing }) => standing === 'open');
	const before = new Set(
		openOn({ versions: known, texts: new Map(), reviews: [] }, DAY).map(({ reviewId }) => reviewId)
	);
	const flagged = (books: Books, day: string) =>
		[...new Set(openOn(books, day).flatMap(({ id, reviewId }) => (before.has(reviewId) ? [] : [id])))].sort();

	test.each(amendments.map((one, number) => [number + 1, one.law, one.changed, one] as const))(
		'%i: %s, article %s',
		(_, law, changed, amendment) => {
			const books = amend(amendment);
			// Same numbers of another law say nothing, and without texts every citing piece has to be looked at.
			const isComparable = amendment.hasTexts && !amendment.isReplaced;
			expect(flagged(books, DAY)).toEqual(writtenBy(law, isComparable ? changed : null));
			expect(flagged(books, addDays(DAY, -1))).toEqual([]);
			expect(flagged(books, '2031-01-01')).toEqual(flagged(books, DAY));
		}
	);

	test('they are a fair sample: some touch many, some nothing, some replace the law', () => {
		const touched = amendments.map((one) => flagged(amend(one), DAY).length);
		expect(Math.max(...touched)).toBeGreaterThanOrEqual(20);
		expect(touched.filter((count) => count === 0).length).toBeGreaterThan(0);
		expect(touched.filter((count) => count > 0).length).toBeGreaterThanOrEqual(30);
		expect(new Set(amendments.map(({ law }) => law)).size).toBeGreaterThanOrEqual(10);
	});
});
