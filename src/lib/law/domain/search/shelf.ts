import { type IndexedVersion, STANDING_UNIT } from './index-parts.ts';

/** The numbers of a whole generation that scoring needs, in flat arrays; about 1 MB for 65,000 articles. */
export interface Shelf {
	readonly documents: number;
	readonly versionOf: Uint16Array;
	/** First document of each version; at the end their number. */
	readonly firsts: Uint32Array;
	readonly pathOf: Uint32Array;
	/** First heading path of each version; at the end their number. */
	readonly firstPaths: Uint32Array;
	readonly textLengths: Uint16Array;
	readonly gistLengths: Uint16Array;
	/** Factor of an article's score. */
	readonly standings: Float32Array;
	/** Of each version the highest of its articles' factors. */
	readonly highestStandings: Float32Array;
	readonly pathLengths: Uint16Array;
	readonly titleLengths: Uint16Array;
	readonly means: { readonly text: number; readonly gist: number; readonly path: number; readonly title: number };
}

/** Puts the versions of one generation, in the order of their numbers, into flat arrays. */
export function fillShelf(versions: readonly IndexedVersion[]): Shelf {
	const documents = versions.reduce((sum, { articles }) => sum + articles.length, 0);
	const paths = versions.reduce((sum, { pathLengths }) => sum + pathLengths.length, 0);
	const shelf = {
		documents,
		...{ versionOf: new Uint16Array(documents), pathOf: new Uint32Array(documents) },
		...{ textLengths: new Uint16Array(documents), gistLengths: new Uint16Array(documents) },
		...{ standings: new Float32Array(documents), highestStandings: new Float32Array(versions.length) },
		...{ pathLengths: new Uint16Array(paths) },
		firsts: Uint32Array.of(...versions.map(({ firstDocument }) => firstDocument), documents),
		firstPaths: Uint32Array.of(...versions.map(({ firstPath }) => firstPath), paths),
		titleLengths: Uint16Array.from(versions, ({ titleLength }) => titleLength)
	};
	versions.forEach(({ firstDocument, firstPath, articles, ...one }, number) => {
		shelf.versionOf.fill(number, firstDocument, firstDocument + articles.length);
		shelf.textLengths.set(one.textLengths, firstDocument);
		shelf.gistLengths.set(one.gistLengths, firstDocument);
		shelf.pathLengths.set(one.pathLengths, firstPath);
		for (let at = 0; at < articles.length; at++) {
			shelf.pathOf[firstDocument + at] = firstPath + one.paths[at]!;
			shelf.standings[firstDocument + at] = one.standings[at]! / STANDING_UNIT;
		}
		shelf.highestStandings[number] =
			one.standings.reduce((most, standing) => Math.max(most, standing), 0) / STANDING_UNIT;
	});
	const means = {
		...{ text: meanOfFilled(shelf.textLengths), gist: meanOfFilled(shelf.gistLengths) },
		...{ path: meanOfFilled(shelf.pathLengths), title: meanOfFilled(shelf.titleLengths) }
	};
	return { ...shelf, means };
}

/** Mean of what is there at all: where no text was imported, gists stand alone. */
function meanOfFilled(lengths: Uint16Array): number {
	let sum = 0;
	let filled = 0;
	for (const length of lengths) {
		if (length === 0) continue;
		sum += length;
		filled++;
	}
	return filled === 0 ? 1 : sum / filled;
}
