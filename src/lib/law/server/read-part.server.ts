import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { outlineOf, pathsOf } from '../domain/outline.ts';
import { type ReadingPart, cutIntoParts, roomBeside, weightOf } from '../domain/reading-parts.ts';
import { LISTED_HEADINGS, headingsIn, openBranch } from '../domain/reading-outline.ts';
import * as readingRepository from './repository/reading.server.ts';

/** A version of a law that has its official text here. */
export interface ReadingLaw {
	readonly lawId: string;
	readonly version: Day;
	/** The version before whose text is here too; null = none. */
	readonly before: Day | null;
	/** What the reader may know of who cites an article. */
	readonly kinds: readonly string[];
}

type Unit = Awaited<ReturnType<typeof readingRepository.selectUnits>>[number];

/** One part of an official text as its page shows it, and the ids of all articles. Three statements. */
export async function readPart({ db }: Ctx, { lawId, version, before, kinds }: ReadingLaw, wanted: string | null) {
	const [headings, units] = await Promise.all([
		readingRepository.selectHeadings(db, lawId, version),
		readingRepository.selectUnits(db, lawId, version)
	]);
	const paths = pathsOf(headings, units);
	const parts = cutIntoParts(units.map(weightOf), paths, roomBeside(Math.min(headings.length, LISTED_HEADINGS)));
	const at = Math.max(
		0,
		units.findIndex(({ article }) => article === wanted)
	);
	const index = parts.findIndex(({ from, to }) => from <= at && at <= to);
	const part = parts[index] ?? { from: 0, to: -1 };
	const texts =
		index < 0
			? []
			: await readingRepository.selectWording(
					db,
					{ lawId, version, from: units[part.from]!.position, to: units[part.to]!.position },
					{ before, kinds }
				);
	const tree = outlineOf(headings, units);
	const isLast = index === parts.length - 1;
	const shown = headingsIn(tree, part.from, isLast ? units.length : part.to);
	const above = new Set(shown.map(({ position }) => position));
	const titles = new Map(headings.map(({ position, heading }) => [position, heading]));
	const view = {
		outline: openBranch(tree, units, { from: part.from, to: part.to }),
		/** How deep the outline goes, so that articles stand below its headings. */
		depth: Math.max(0, ...paths.map((path) => path.length)),
		headings: shown,
		/** Headings that began on an earlier page. */
		context: (paths[part.from] ?? []).filter((one) => !above.has(one)).map((one) => titles.get(one)!),
		units: texts,
		part: { number: index + 1, of: parts.length, name: nameOf(units, part) },
		previous: neighbour(units, parts[index - 1]),
		next: neighbour(units, parts[index + 1])
	};
	return { ids: units.map(({ article }) => article), view };
}

function nameOf(units: readonly Unit[], { from, to }: ReadingPart): string {
	// Of 一、 the name is 一.
	const [first, last] = [from, to].map((index) => units[index]?.label.replace(/、$/, '') ?? '');
	return first === last ? first! : `${first}至${last}`;
}

function neighbour(units: readonly Unit[], part: ReadingPart | undefined) {
	return part ? { article: units[part.from]!.article, name: nameOf(units, part) } : null;
}
