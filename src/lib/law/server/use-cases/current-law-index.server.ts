import { projectRoot } from '#lib/platform/project-root.server.ts';
import type { LawIndex } from '../../domain/law-index.ts';
import { indexLaws, readLawFiles } from './law-files.server.ts';

let index: LawIndex | null = null;

/** The law files as this process read them on the first request that needed them; a new release restarts the process. */
export function currentLawIndex(): LawIndex {
	index ??= indexLaws(readLawFiles(projectRoot()).laws);
	return index;
}
