import { type Db, gathered } from '#db/connect.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Log } from './log.server.ts';

/** What every use-case receives first: where to read and write, when it is, who asks, and the seed of its draws. */
export interface Ctx {
	readonly db: Db;
	readonly now: Date;
	readonly actor: Actor | null;
	/** A 32-bit integer; stored with every draw that it decides. */
	readonly seed: number;
	readonly log: Log;
	/** The request number, or the name of a command; kept in the audit log. */
	readonly request: string;
}

/** A context whose actor is known to be signed in. */
export type SignedIn = Ctx & { readonly actor: Actor };

/** Runs `work` in one transaction with the same context around it. */
export function inTransaction<C extends Ctx, T>(ctx: C, work: (inner: C) => Promise<T>): Promise<T> {
	return ctx.db.transaction((tx) => work({ ...ctx, db: tx }));
}

/** Reads as of one instant: whatever is written meanwhile is not seen. */
export function inSnapshot<C extends Ctx, T>(ctx: C, work: (inner: C) => Promise<T>): Promise<T> {
	const asOfNow = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
	return ctx.db.transaction((tx) => work({ ...ctx, db: tx }), asOfNow);
}

/** The same context for a page that reads in several rooms at once: what is asked in one turn travels as one statement. */
export const gatherReads = <C extends Ctx>(ctx: C): C => ({ ...ctx, db: gathered(ctx.db) });
