import { projectRoot } from '#lib/platform/project-root.server.ts';
import { type HonourBook, readHonourFiles } from './use-cases/honour-files.server.ts';

/** Files change with a start only, so a process reads them once, on the first request that needs them. */
let book: HonourBook | null = null;

/** The honours of the bureau. Selections that are open keep what they were opened with. */
export function honourBook(): HonourBook {
	book ??= readHonourFiles(projectRoot()).book;
	return book;
}
