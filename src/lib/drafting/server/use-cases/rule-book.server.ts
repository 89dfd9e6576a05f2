import type { LawResolver } from '#lib/law/domain/law-index.ts';
import { type DraftingContent, readDraftingFiles } from './drafting-files.server.ts';

/** Citations of shipped files are checked by `content check`; here they are taken as they are. */
const TRUSTING: LawResolver = { has: () => true, resolve: (cited, on) => ({ ...cited, version: on }) };

/** The rules straight from the files: for commands that need no database. */
export function readDrafting(root: string): DraftingContent {
	const { drafting, faults } = readDraftingFiles(root, TRUSTING);
	const [fault] = faults;
	if (fault) throw new Error(`${fault.file}:${fault.line}:${fault.field}: ${fault.message}`);
	if (!drafting) throw new Error('content/drafting 是空的');
	return drafting;
}
