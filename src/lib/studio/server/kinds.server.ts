import type { Kind } from '../domain/manuscript.ts';
import { caseKind } from './kinds/case.server.ts';
import { publicCaseKind } from './kinds/public-case.server.ts';
import type { PieceKind } from './piece-kind.server.ts';

const LIST: readonly PieceKind[] = [caseKind, publicCaseKind];

/** The kinds that can be written now, in the order of the studio's list. */
export const pieceKinds = (): readonly PieceKind[] => LIST;

export function kindOf(kind: Kind): PieceKind {
	const found = LIST.find((one) => one.kind === kind);
	if (!found) throw new Error(`no kind ${kind}`);
	return found;
}
