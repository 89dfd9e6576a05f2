import * as v from 'valibot';
import {
	type ContentFault,
	checkProvenance,
	line,
	parseYaml,
	provenance,
	readFolder
} from '#lib/platform/content-files.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import type { LexiconEntry } from '../../domain/search/lexicon.ts';
import { normalise } from '../../domain/search/term-codes.ts';
import * as repository from '../repository/search.server.ts';

/** Every file of `content/law-search`, put together. */
export interface LexiconFiles {
	readonly entries: readonly LexiconEntry[];
	readonly digest: string;
}

const words = v.pipe(v.array(line), v.minLength(1));
const lexiconSchema = v.strictObject({
	...provenance,
	words: v.pipe(v.array(v.strictObject({ say: words, law: words })), v.minLength(1))
});

/** Reads `content/law-search`: what people say and how the law calls it. */
export function readLexiconFiles(root: string): { lexicon: LexiconFiles; faults: ContentFault[] } {
	const faults: ContentFault[] = [];
	const entries: LexiconEntry[] = [];
	const digests: string[] = [];
	for (const file of readFolder(root, 'content/law-search', '.yaml')) {
		const parsed = parseYaml(file.path, file.text, lexiconSchema);
		if (!parsed.ok) faults.push(...parsed.faults);
		else {
			faults.push(...checkProvenance(file, parsed.value, parsed.at), ...checkWords(parsed.value.words, parsed.at));
			entries.push(...parsed.value.words);
			digests.push(file.digest);
		}
	}
	return { lexicon: { entries, digest: sha256(digests.join()) }, faults };
}

function checkWords(
	entries: readonly LexiconEntry[],
	at: (field: string, message: string) => ContentFault
): ContentFault[] {
	const seen = new Map<string, number>();
	return entries.flatMap(({ say }, index) =>
		say.flatMap((word, place) => {
			const field = `words.${index}.say.${place}`;
			const before = seen.get(normalise(word));
			seen.set(normalise(word), index);
			if (before !== undefined) return [at(field, `“${word}”已在第 ${before + 1} 条`)];
			return word.length < 2 && /[^㐀-鿿]/.test(word) ? [at(field, '一个字母或数字不能作为词')] : [];
		})
	);
}

/** Stores the lexicon when it has changed; searches use it from their next question on. */
export async function loadLexicon(ctx: Ctx, lexicon: LexiconFiles): Promise<{ changed: number }> {
	return { changed: (await repository.saveLexicon(ctx.db, lexicon)) ? 1 : 0 };
}
