import type { Ctx } from './ctx.server.ts';
import type { Result } from '#lib/shared/result.ts';

/** A link that opens something to whoever holds it, without an account; its token is known to nobody but the holder. */
export interface PersonalLink {
	/** Within its kind; never the token or its digest. */
	readonly id: string;
	/** What it opens. */
	readonly purpose: string;
	/** Whom it was given to, as it was written down then. */
	readonly holder: string;
	/** Who gave it. */
	readonly givenBy: string;
	readonly givenAt: Date;
	readonly expiresAt: Date;
	readonly lastUsedAt: Date | null;
	/** Where the thing that it opens is looked after; null for whoever has no access to that. */
	readonly at: string | null;
}

/** How a room shows and takes back the links of one kind. The room keeps its tables; the asking use-case has authorised. */
export interface LinkKind {
	readonly kind: string;
	readonly title: string;
	readonly read: (ctx: Ctx) => Promise<PersonalLink[]>;
	readonly revoke: (ctx: Ctx, id: string) => Promise<Result<null>>;
}
