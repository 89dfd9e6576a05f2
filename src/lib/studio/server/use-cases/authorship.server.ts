import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Kind } from '../../domain/manuscript.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';

/** Whether a person wrote in any manuscript of a piece: nobody is measured by what is of the own making. */
export function hasWritten(
	ctx: Ctx,
	piece: { readonly kind: Kind; readonly pieceId: string },
	personId: string
): Promise<boolean> {
	return manuscripts.hasWritten(ctx.db, piece, personId);
}
