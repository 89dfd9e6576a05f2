import type { Kind } from '../domain/manuscript.ts';
import { caseKind } from './kinds/case.server.ts';
import { discretionCaseKind } from './kinds/discretion-case.server.ts';
import { draftingGuideKind } from './kinds/drafting-guide.server.ts';
import { draftingTaskKind } from './kinds/drafting-task.server.ts';
import { itemKind } from './kinds/item.server.ts';
import { publicCaseKind } from './kinds/public-case.server.ts';
import type { PieceKind } from './piece-kind.server.ts';

const LIST: readonly PieceKind[] = [
	caseKind,
	publicCaseKind,
	itemKind,
	draftingTaskKind,
	draftingGuideKind,
	discretionCaseKind
];

/** The kinds that can be written now, in the order of the studio's list. */
export const pieceKinds = (): readonly PieceKind[] => LIST;

export function kindOf(kind: Kind): PieceKind {
	const found = LIST.find((one) => one.kind === kind);
	if (!found) throw new Error(`no kind ${kind}`);
	return found;
}
